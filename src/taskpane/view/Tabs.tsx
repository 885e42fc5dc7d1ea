import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { paneVerdict, uncheckedCount, type Tab } from '../state';
import { usePane, usePaneState, useTexts } from './paneContext';

const order: readonly Tab[] = ['problems', 'unchecked', 'passed', 'explained'];

const useStyles = makeStyles({
  line: { flexShrink: 0, display: 'flex', alignItems: 'flex-end', justifyContent: 'space-between' },
  fold: { flexShrink: 0, fontSize: tokens.fontSizeBase200, marginRight: '4px' },
  // No room for the word beside four names in English: its place is taken by the arrow alone.
  foldWord: { '@media (max-width: 360px)': { ':lang(en)': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } } },
  tabs: { minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: '0 4px', padding: '0 8px', '@media (max-width: 360px)': { gap: 0 } },
  tab: {
    minHeight: '32px',
    padding: '4px 6px',
    border: 'none',
    borderBottom: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    // Four names in English beside each other.
    '@media (max-width: 360px)': { fontSize: tokens.fontSizeBase200, padding: '4px 2px' },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/** 问题 · 未查 · 已通过 · 已说明, each with its number; arrow keys lead from one to the next. */
export function Tabs() {
  const styles = useStyles();
  const { store } = usePane();
  const chosen = usePaneState((state) => state.view.tab);
  const folded = usePaneState((state) => state.folded);
  const texts = useTexts();
  const names = useNames();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    const tab = order[(order.indexOf(chosen) + way + order.length) % order.length];
    store.dispatch({ type: 'tabChosen', tab });
    event.currentTarget.querySelector<HTMLElement>(`#gouji-tab-${tab}`)?.focus();
  };
  return (
    <div className={styles.line}>
    <div role="tablist" className={styles.tabs} onKeyDown={onKeyDown}>
      {order.map((tab) => (
        <button
          key={tab}
          id={`gouji-tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === chosen}
          aria-controls="gouji-list"
          tabIndex={tab === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, tab === chosen && styles.chosen)}
          onClick={() => store.dispatch({ type: 'tabChosen', tab })}
        >
          {names[tab]}
        </button>
      ))}
    </div>
      <button type="button" className={mergeClasses(styles.tab, styles.fold)} title={texts.overview} aria-expanded={!folded} onClick={() => store.dispatch({ type: 'folded', folded: !folded })}>
        <span className={styles.foldWord}>{texts.overview} </span>
        {folded ? '▸' : '▾'}
      </button>
    </div>
  );
}

function useNames(): Readonly<Record<Tab, string>> {
  const texts = useTexts();
  const causes = usePaneState((state) => paneVerdict(state)?.causes ?? 0);
  const unchecked = usePaneState((state) => (state.report ? uncheckedCount(state.report) : 0));
  const explained = usePaneState((state) => paneVerdict(state)?.explained ?? 0);
  return {
    problems: texts.tabWithCount(texts.tabProblems, causes),
    unchecked: texts.tabWithCount(texts.tabUnchecked, unchecked),
    passed: texts.tabPassed,
    explained: texts.tabWithCount(texts.tabExplained, explained),
  };
}
