import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { VList, type VListHandle } from 'virtua';
import { treePositions } from '../state';
import { EmptyList } from './EmptyList';
import { usePane, usePaneState, useTexts } from './paneContext';
import { RowView } from './RowView';
import { isShort } from './short';

const useStyles = makeStyles({
  panel: { flexGrow: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  list: {
    flexGrow: 1,
    // A bar that appears on hover only is overlooked (WebView2), and lines would jump.
    overflowY: 'scroll',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

/** The virtualised list: a tree for the keyboard and for screen readers, of which only what is in view is drawn. */
export function RowList() {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const rows = usePaneState(control.rows);
  const active = usePaneState((state) => state.view.active);
  const tab = usePaneState((state) => state.view.tab);
  const list = useRef<VListHandle>(null);
  const positions = useMemo(() => treePositions(rows), [rows]);
  const activeIndex = useMemo(() => rows.findIndex((row) => row.key === active), [rows, active]);
  useEffect(() => {
    if (activeIndex >= 0) list.current?.scrollToIndex(activeIndex, { align: 'nearest' });
  }, [activeIndex]);
  const onScroll = (offset: number): void => {
    const { current } = list;
    // Only where more is hidden than folding the head shows: else the list would fold and unfold for ever.
    if (offset > 40 && current && current.scrollSize - current.viewportSize > 400) control.store.dispatch({ type: 'folded', folded: true });
    else if (offset <= 0 && !isShort(document.documentElement.clientHeight)) control.store.dispatch({ type: 'folded', folded: false });
  };
  const name = { problems: texts.tabProblems, unchecked: texts.tabUnchecked, passed: texts.tabPassed, explained: texts.tabExplained }[tab];
  return (
    <div id="gouji-list" role="tabpanel" tabIndex={-1} aria-labelledby={`gouji-tab-${tab}`} className={styles.panel}>
      {rows.length === 0 ? <EmptyList /> : (
        <VList
          ref={list}
          className={styles.list}
          role="tree"
          tabIndex={0}
          aria-label={name}
          {...(activeIndex >= 0 ? { 'aria-activedescendant': rowId(activeIndex) } : {})}
          onScroll={onScroll}
          keepMounted={activeIndex >= 0 ? [activeIndex] : []}
          onKeyDown={(event: KeyboardEvent<HTMLElement>) => handleListKey(event, control.navigation)}
          data={rows}
        >
          {(row, index) => (
            <RowView key={row.key} id={rowId(index)} row={row} position={positions[index]} active={index === activeIndex} />
          )}
        </VList>
      )}
    </div>
  );
}

function rowId(index: number): string {
  return `gouji-row-${index}`;
}

interface Moves {
  move(delta: number): void;
  open(): void;
  close(): void;
  goToActive(): Promise<void>;
}

function handleListKey(event: KeyboardEvent<HTMLElement>, moves: Moves): void {
  // Keys typed into a field or pressed on a button of a row belong to it.
  if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
  const page = 10;
  const act: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moves.move(1),
    ArrowUp: () => moves.move(-1),
    PageDown: () => moves.move(page),
    PageUp: () => moves.move(-page),
    Home: () => moves.move(-Number.MAX_SAFE_INTEGER),
    End: () => moves.move(Number.MAX_SAFE_INTEGER),
    ArrowRight: moves.open,
    ArrowLeft: moves.close,
    Enter: () => void moves.goToActive(),
  };
  const run = act[event.key];
  if (!run) return;
  event.preventDefault();
  run();
}
