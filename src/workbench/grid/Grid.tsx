import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CellPosition, FrozenPanes, Span } from '../../audit/workbook';
import { typedEntry, type GridSelection, type MemoryHost } from '../../host/memory';
import type { Texts } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { CellEditor } from './CellEditor';
import { useClipboard } from './useClipboard';
import { draftOf, editText } from './editText';
import { ColumnHeads, RowHeads } from './Heads';
import { handleGridKey, wholeOf } from './gridKeys';
import { useGridStyles } from './gridStyles';
import { fittingPanes, headHeight, rowHeadWidth, visibleLines } from './layout';
import { anchor, step } from './moves';
import { RangeBox } from './RangeBox';
import { isRange, selectedRect } from './ranges';
import { Rows } from './Rows';
import { scrollTo } from './scrolling';
import { sheetViewOf, sizeOf } from './sheetView';
import { useMemoryHost } from './useMemoryHost';
import { useViewport } from './useViewport';

export interface GridProps {
  readonly host: MemoryHost;
  readonly texts: Texts & WorkbenchTexts;
  /** What stays in view of the sheet that is open. */
  readonly frozen: FrozenPanes;
  /** Enters what is typed or pasted; says what is refused. */
  readonly enter: (entries: Parameters<MemoryHost['enter']>[0]) => void;
  readonly attempt: (work: () => void) => void;
  readonly onGoTo: () => void;
}

/** One sheet at a time, of which only the rows and columns in view are drawn. Edits go to the host at once. */
export function Grid({ host, texts, frozen: wanted, enter, attempt, onGoTo }: GridProps) {
  const styles = useGridStyles();
  useMemoryHost(host);
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const whole = useRef<GridSelection | null>(null);
  const [editing, setEditing] = useState<{ readonly cell: CellPosition; readonly text: string } | null>(null);
  const { selection, range } = host;
  const sheet = host.sheets[selection.sheet];
  const { rows: rowCount, columns: columnCount } = sizeOf(sheet, range.end);
  const view = useMemo(() => sheetViewOf(sheet, { rows: rowCount, columns: columnCount }), [sheet, rowCount, columnCount]);
  const frozen = fittingPanes(view.rows, view.columns, wanted, viewport);
  const { rows: frozenRows, columns: frozenColumns } = frozen;
  const frozenHeight = view.rows.offset(frozenRows);
  const frozenWidth = view.columns.offset(frozenColumns);
  const selected = selectedRect(view, range);

  useEffect(() => setEditing(null), [sheet]);
  useEffect(() => {
    const panes = { rows: frozenRows, columns: frozenColumns };
    // With the next frame, for which the browser works out sizes anyway.
    const frame = requestAnimationFrame(() => {
      // All of a sheet, or a whole line, is selected where one stands.
      if (scroller.current && whole.current !== range) scrollTo(scroller.current, view, range.end, panes, range.isGoneTo);
    });
    return () => cancelAnimationFrame(frame);
  }, [view, range, frozenRows, frozenColumns]);

  const select = (cell: CellPosition, end?: CellPosition): void => host.select(anchor(view, cell), end && anchor(view, end));
  const selectWhole = (side: 'all' | 'rows' | 'columns', from: CellPosition, to: CellPosition = from): void => {
    host.select(...wholeOf(host, side, from, to));
    whole.current = host.range;
  };
  const press = (cell: CellPosition, extend: boolean): void => (extend ? select(host.selection, cell) : select(cell));
  const head = (side: 'rows' | 'columns') => (line: number, extend: boolean): void => {
    const at = { ...selection, [side === 'rows' ? 'row' : 'column']: line };
    selectWhole(side, extend ? selection : at, at);
    scroller.current?.focus({ preventScroll: true });
  };
  const begin = (text: string): void => setEditing({ cell: selection, text });
  // By the time a click elsewhere takes the text over, another cell is selected.
  const commit = (cell: CellPosition, text: string, then: 'down' | 'right' | 'up' | 'left' | null): void => {
    setEditing(null);
    host.hold(null);
    enter([typedEntry(cell, text, host.cell(cell))]);
    if (then) select(step(view, cell, then));
    scroller.current?.focus({ preventScroll: true });
  };
  const clipboard = useClipboard({ host, view, selected, enter, select });
  const columns = visibleLines(view.columns, viewport.left + frozenWidth, viewport.left + viewport.width - rowHeadWidth);
  const body = visibleLines(view.rows, viewport.top + frozenHeight, viewport.top + viewport.height - headHeight);
  const current = editText(host.cell(selection));
  const parts = { host, sheet: selection.sheet, view, texts, selected, onSelect: press, onEdit: () => begin(current) };
  const band = (rows: Span, across: Span) => (
    <>
      <Rows {...parts} rows={rows} columns={across} />
      {isRange(view, selected) && <RangeBox view={view} rect={selected} rows={rows} columns={across} />}
    </>
  );
  const top = { from: 0, to: frozenRows - 1 };
  const left = { from: 0, to: frozenColumns - 1 };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={texts.sheetGrid(sheet.name)}
      aria-rowcount={view.rows.count}
      aria-colcount={view.columns.count}
      aria-multiselectable
      aria-activedescendant="gouji-cell-active"
      data-testid="grid"
      onKeyDown={(event) => {
        if (editing === null) handleGridKey(event, { host, view, selected, select, selectWhole, attempt, begin, goTo: onGoTo, page: body.to - body.from, currentText: current });
      }}
      {...(editing === null ? clipboard : {})}
    >
      <div className={styles.canvas} role="presentation" style={{ width: rowHeadWidth + view.columns.offset(view.columns.count), height: headHeight + view.rows.offset(view.rows.count) }}>
        <ColumnHeads view={view} lines={columns} frozen={frozen} selected={selected} onHead={head('columns')} onAll={() => selectWhole('all', selection)} />
        <RowHeads view={view} lines={body} frozen={frozen} selected={selected} onHead={head('rows')} />
        {band(body, columns)}
        {frozenRows > 0 && (
          <div className={styles.frozenRows} role="presentation">
            {band(top, columns)}
            <div className={mergeClasses(styles.frozenEdge, styles.frozenBottom)} style={{ left: 0, width: rowHeadWidth + view.columns.offset(view.columns.count), top: headHeight, height: frozenHeight }} />
          </div>
        )}
        {frozenColumns > 0 && (
          <div className={styles.frozenColumns} role="presentation">
            {band(body, left)}
            <div className={mergeClasses(styles.frozenEdge, styles.frozenRight)} style={{ top: 0, height: headHeight + view.rows.offset(view.rows.count), left: rowHeadWidth, width: frozenWidth }} />
          </div>
        )}
        {frozenRows > 0 && frozenColumns > 0 && <div className={styles.frozenBoth} role="presentation">{band(top, left)}</div>}
        {editing !== null && (
          <CellEditor initial={editing.text} before={editText(host.cell(editing.cell))} view={view} cell={editing.cell} label={texts.editing} onCommit={(text, then) => commit(editing.cell, text, then)} onCancel={() => {
            setEditing(null);
            host.hold(null);
            scroller.current?.focus({ preventScroll: true });
          }} onType={(text) => host.hold(draftOf(host, editing.cell, text))} onTakenAway={() => host.enterDraft()} />
        )}
      </div>
    </div>
  );
}
