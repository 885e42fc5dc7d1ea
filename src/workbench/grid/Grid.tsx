import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellPosition } from '../../audit/workbook';
import { typedContent, type MemoryHost } from '../../host/memory';
import type { Texts } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { CellEditor } from './CellEditor';
import { ColumnHeads, RowHeads } from './Heads';
import { handleGridKey } from './gridKeys';
import { useGridStyles } from './gridStyles';
import { headHeight, rowHeadWidth, visibleLines } from './layout';
import { anchor, step } from './moves';
import { Rows } from './Rows';
import { scrollTo } from './scrolling';
import { sheetViewOf } from './sheetView';
import { useMemoryHost } from './useMemoryHost';
import { useViewport } from './useViewport';

export interface GridProps {
  readonly host: MemoryHost;
  readonly texts: Texts & WorkbenchTexts;
  /** Sheet → rows that stay in view at its top. */
  readonly frozenBySheet: Readonly<Record<number, number>>;
  readonly onError: (error: unknown) => void;
  readonly onGoTo: () => void;
}

/** One sheet at a time, of which only the rows and columns in view are drawn. Edits go to the host at once. */
export function Grid({ host, texts, frozenBySheet, onError, onGoTo }: GridProps) {
  const styles = useGridStyles();
  useMemoryHost(host);
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const [editing, setEditing] = useState<string | null>(null);
  const { selection } = host;
  const sheet = host.sheets[selection.sheet];
  const frozen = frozenBySheet[selection.sheet] ?? 0;
  const view = useMemo(() => sheetViewOf(sheet), [sheet]);
  const frozenHeight = view.rows.offset(frozen);

  useEffect(() => setEditing(null), [sheet]);
  useLayoutEffect(() => {
    if (scroller.current) scrollTo(scroller.current, view, selection, frozen);
  }, [view, selection, frozen]);

  const select = (cell: CellPosition): void => host.select(anchor(view, cell));
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      onError(error);
    }
  };
  const commit = (text: string, then: 'down' | 'right' | 'up' | 'left' | null): void => {
    setEditing(null);
    attempt(() => host.edit(selection, typedContent(text)));
    if (then) select(step(view, selection, then));
    scroller.current?.focus({ preventScroll: true });
  };
  const columns = visibleLines(view.columns, viewport.left, viewport.left + viewport.width - rowHeadWidth);
  const body = visibleLines(view.rows, viewport.top + frozenHeight, viewport.top + viewport.height - headHeight);
  const parts = { host, sheet: selection.sheet, view, columns, texts, onSelect: select, onEdit: () => setEditing(currentText(host)) };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={texts.sheetGrid(sheet.name)}
      aria-rowcount={view.rows.count}
      aria-colcount={view.columns.count}
      aria-activedescendant="gouji-cell-active"
      data-testid="grid"
      onKeyDown={(event) => {
        if (editing === null) handleGridKey(event, { host, view, select, attempt, begin: setEditing, goTo: onGoTo, page: body.to - body.from });
      }}
    >
      <div className={styles.canvas} role="presentation" style={{ width: rowHeadWidth + view.columns.offset(view.columns.count), height: headHeight + view.rows.offset(view.rows.count) }}>
        <ColumnHeads view={view} columns={columns} selected={selection.column} />
        <RowHeads view={view} rows={body} frozen={frozen} selected={selection.row} />
        <Rows {...parts} rows={body} />
        {frozen > 0 && (
          <div className={styles.frozen} role="presentation" style={{ height: frozenHeight }}>
            <Rows {...parts} rows={{ from: 0, to: frozen - 1 }} />
          </div>
        )}
        {editing !== null && (
          <CellEditor initial={editing} before={currentText(host)} view={view} cell={selection} label={texts.editing} onCommit={commit} onCancel={() => {
            setEditing(null);
            scroller.current?.focus({ preventScroll: true });
          }} />
        )}
      </div>
    </div>
  );
}

/** What F2 shows for editing: the plain value, not its format. */
function currentText(host: MemoryHost): string {
  const content = host.cell(host.selection)?.content;
  return content === undefined ? '' : String(content.value);
}
