import { mergeClasses } from '@fluentui/react-components';
import { columnName, type Span } from '../../audit/workbook';
import { useGridStyles } from './gridStyles';
import { headHeight, rowHeadWidth } from './layout';
import type { SheetView } from './sheetView';

/** A, B, C … for the eye; a screen reader hears each cell's address. */
export function ColumnHeads({ view, columns, selected }: { readonly view: SheetView; readonly columns: Span; readonly selected: number }) {
  const styles = useGridStyles();
  return (
    <div className={styles.columnHeads} aria-hidden style={{ height: headHeight }}>
      {lines(columns).map((column) => (
        <div
          key={column}
          className={mergeClasses(styles.head, column === selected && styles.headSelected)}
          style={{ left: rowHeadWidth + view.columns.offset(column), width: view.columns.size(column), height: headHeight }}
        >
          {view.columns.size(column) > 0 && columnName(column)}
        </div>
      ))}
      <div className={mergeClasses(styles.head, styles.corner)} style={{ width: rowHeadWidth, height: headHeight }} />
    </div>
  );
}

interface RowHeadsProps {
  readonly view: SheetView;
  readonly rows: Span;
  readonly frozen: number;
  readonly selected: number;
}

export function RowHeads({ view, rows, frozen, selected }: RowHeadsProps) {
  const styles = useGridStyles();
  const head = (row: number) => (
    <div
      key={row}
      className={mergeClasses(styles.head, row === selected && styles.headSelected)}
      style={{ top: view.rows.offset(row), width: rowHeadWidth, height: view.rows.size(row) }}
    >
      {view.rows.size(row) > 0 && row + 1}
    </div>
  );
  return (
    <div className={styles.rowHeads} aria-hidden style={{ width: rowHeadWidth }}>
      {lines(rows).filter((row) => row >= frozen).map(head)}
      {frozen > 0 && (
        <div className={styles.frozenHeads} style={{ height: view.rows.offset(frozen), width: rowHeadWidth }}>
          {lines({ from: 0, to: frozen - 1 }).map(head)}
        </div>
      )}
    </div>
  );
}

export function lines({ from, to }: Span): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
