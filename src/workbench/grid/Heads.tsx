import { mergeClasses } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { columnName, type FrozenPanes, type Rect, type Span } from '../../audit/workbook';
import { useGridStyles } from './gridStyles';
import { headHeight, rowHeadWidth } from './layout';
import type { SheetView } from './sheetView';

interface HeadsProps {
  readonly view: SheetView;
  /** Those in view. */
  readonly lines: Span;
  readonly frozen: FrozenPanes;
  readonly selected: Rect;
  /** A head is pressed, or the pointer is dragged onto it. */
  readonly onHead: (line: number, extends_: boolean) => void;
}

const hands = (onHead: HeadsProps['onHead'], line: number) => ({
  onMouseDown: (event: MouseEvent) => {
    event.preventDefault();
    onHead(line, event.shiftKey);
  },
  onMouseEnter: (event: MouseEvent) => {
    if (event.buttons === 1) onHead(line, true);
  },
});

/** A, B, C … for the eye and the mouse; a screen reader hears each cell's address, the keyboard has Ctrl+Space. */
export function ColumnHeads({ view, lines: columns, frozen, selected, onHead, onAll }: HeadsProps & { readonly onAll: () => void }) {
  const styles = useGridStyles();
  const head = (column: number) => (
    <div
      key={column}
      className={mergeClasses(styles.head, column >= selected.left && column <= selected.right && styles.headSelected)}
      style={{ left: rowHeadWidth + view.columns.offset(column), width: view.columns.size(column), height: headHeight }}
      {...hands(onHead, column)}
    >
      {columnName(column)}
    </div>
  );
  return (
    <div className={styles.columnHeads} aria-hidden style={{ height: headHeight, marginBottom: -headHeight }}>
      {view.columns.shown(columns).map(head)}
      <div className={styles.frozenColumnHeads}>{view.columns.shown({ from: 0, to: frozen.columns - 1 }).map(head)}</div>
      <div
        className={mergeClasses(styles.head, styles.corner)}
        style={{ width: rowHeadWidth, height: headHeight }}
        onMouseDown={(event) => {
          event.preventDefault();
          onAll();
        }}
      />
    </div>
  );
}

export function RowHeads({ view, lines: rows, frozen, selected, onHead }: HeadsProps) {
  const styles = useGridStyles();
  const head = (row: number) => (
    <div
      key={row}
      className={mergeClasses(styles.head, row >= selected.top && row <= selected.bottom && styles.headSelected)}
      style={{ top: headHeight + view.rows.offset(row), width: rowHeadWidth, height: view.rows.size(row) }}
      {...hands(onHead, row)}
    >
      {row + 1}
    </div>
  );
  return (
    <>
      <div className={styles.rowHeads} aria-hidden style={{ width: rowHeadWidth }}>{view.rows.shown(rows).map(head)}</div>
      {frozen.rows > 0 && <div className={styles.frozenRowHeads} aria-hidden style={{ width: rowHeadWidth }}>{view.rows.shown({ from: 0, to: frozen.rows - 1 }).map(head)}</div>}
    </>
  );
}
