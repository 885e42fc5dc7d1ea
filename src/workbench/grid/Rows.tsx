import type { CellPosition, Rect, Span } from '../../audit/workbook';
import type { MemoryHost } from '../../host/memory';
import type { Texts } from '../../taskpane/text';
import { Cell } from './Cell';
import { rowHeadWidth, headHeight } from './layout';
import type { SheetView } from './sheetView';
import { textWidth } from './textWidth';

export interface RowsProps {
  readonly host: MemoryHost;
  readonly sheet: number;
  readonly view: SheetView;
  readonly rows: Span;
  readonly columns: Span;
  readonly texts: Texts;
  readonly selected: Rect;
  readonly onSelect: (cell: CellPosition, extends_: boolean) => void;
  readonly onEdit: () => void;
}

/** Merged cells do not overlap in a genuine file, and no more than these fit side by side. */
const mostBegun = 200;

/** A band of rows; merged cells that begin above or left of it are drawn from where they begin. */
export function Rows(props: RowsProps) {
  const { view, rows, columns } = props;
  const merges = view.mergesIn(rows.from, rows.to).filter((merge) => merge.right >= columns.from && merge.left <= columns.to);
  const begun = merges.filter((merge) => merge.top < rows.from).slice(0, mostBegun);
  return (
    <>
      {begun.map((merge) => <Line key={`m${merge.top}:${merge.left}`} {...props} row={merge.top} only={merge} />)}
      {view.rows.shown(rows).map((row) => <Line key={row} {...props} row={row} only={null} />)}
    </>
  );
}

function Line({ row, only, ...props }: RowsProps & { readonly row: number; readonly only: Rect | null }) {
  const { host, sheet, view, columns, texts, selected, onSelect, onEdit } = props;
  const { selection } = host;
  const shown = only ? [only.left] : columnsOf(view, row, columns);
  return (
    <div role="row" aria-rowindex={row + 1}>
      {shown.map((column) => {
        const position = { sheet, row, column };
        const merge = view.mergeAt(row, column);
        const cell = host.cell(position);
        const right = merge ? merge.right : column + overflow(host, view, position);
        const bottom = merge ? merge.bottom : row;
        return (
          <Cell
            key={column}
            position={position}
            cell={cell}
            mark={host.markAt(position)}
            explained={host.explanationsShown}
            texts={texts}
            selected={row >= selected.top && row <= selected.bottom && column >= selected.left && column <= selected.right}
            active={selection.row === row && selection.column === column}
            left={rowHeadWidth + view.columns.offset(column)}
            top={headHeight + view.rows.offset(row)}
            width={view.columns.offset(right + 1) - view.columns.offset(column)}
            height={view.rows.offset(bottom + 1) - view.rows.offset(row)}
            merged={merge !== null}
            onSelect={onSelect}
            onEdit={onEdit}
          />
        );
      })}
    </div>
  );
}

/** Columns to draw in a row: those in view, and the first column of a merged cell that reaches into view. */
function columnsOf(view: SheetView, row: number, columns: Span): number[] {
  const shown: number[] = [];
  for (let column = columns.from; column <= columns.to; column++) {
    const merge = view.mergeAt(row, column);
    if (view.columns.size(column) === 0 && !merge) continue;
    if (!merge || (merge.top === row && merge.left === column)) shown.push(column);
    else if (merge.top === row && column === columns.from) shown.push(merge.left);
    if (merge) column = merge.right;
  }
  return shown;
}

/** How many empty cells to the right a text may flow over, as in Excel. */
function overflow(host: MemoryHost, view: SheetView, position: CellPosition): number {
  const cell = host.cell(position);
  if (cell?.content.kind !== 'text') return 0;
  const needed = textWidth(cell.content.value) + 12;
  let extra = 0;
  let room = view.columns.size(position.column);
  while (room < needed && extra < 12 && position.column + extra + 1 < view.columns.count) {
    const next = { ...position, column: position.column + extra + 1 };
    if (host.cell(next) !== null || view.mergeAt(next.row, next.column)) break;
    extra++;
    room += view.columns.size(next.column);
  }
  return extra;
}
