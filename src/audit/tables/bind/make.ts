import { isTotalLabel, type RowPlace, type SheetGrid } from '../../workbook';
import type { BoundColumn, BoundRow, CellRef } from '../model';
import type { BindContext, UnownedBlock } from './context';

export function ref(grid: SheetGrid, row: number, column: number): CellRef {
  return grid.isJoined ? { ...grid.placeOf(row), column } : { sheet: grid.index, row, column };
}

/** A row with everything optional left blank; `place` is where it stands. */
export function makeRow(part: Partial<BoundRow> & Pick<BoundRow, 'row' | 'key' | 'kind'>, place?: RowPlace): BoundRow {
  // Written out: a spread of defaults costs several times as much, and there is one such object a row.
  return {
    sheet: place?.sheet ?? -1,
    row: place?.row ?? part.row,
    key: part.key,
    kind: part.kind,
    join: part.join ?? part.key,
    code: part.code ?? '',
    codeCell: part.codeCell ?? null,
    label: part.label ?? '',
    labelCell: part.labelCell ?? null,
    parent: part.parent ?? -1,
    group: part.group ?? '',
    isClass: part.isClass ?? false,
    govCode: part.govCode ?? '',
    govCodeCell: part.govCodeCell ?? null,
    govName: part.govName ?? '',
    govNameCell: part.govNameCell ?? null,
    departmentCode: part.departmentCode ?? '',
    departmentCodeCell: part.departmentCodeCell ?? null,
    unitCode: part.unitCode ?? '',
    owner: part.owner ?? '',
    isProject: part.isProject ?? false,
  };
}

export interface BlockOptions {
  /** Why the hierarchy cannot be trusted. */
  readonly doubt?: string;
  /** The hierarchy is that of the rows' names. */
  readonly isStated?: boolean;
  /** The hierarchy is what the amounts bear out. */
  readonly hangsOnAmounts?: boolean;
  /** Sheet column of a row's amount (-1 = none) where it is not the column's own. */
  readonly columnOf?: (row: number, column: number) => number;
}

/** Written out for the same reason as a row: whatever a column was made of, those of all blocks are objects of one shape, which is read far faster than several. */
const alike = ({ id, label, role, column, parent, isUnsure }: BoundColumn): BoundColumn => ({ id, label, role, column, parent: parent ?? -1, isUnsure: isUnsure === true });

/** Freezes rows and columns into a block. */
export function makeBlock(context: BindContext, id: string, columns: readonly BoundColumn[], rows: readonly BoundRow[], options: BlockOptions = {}): UnownedBlock {
  const { grid, unit, amounts } = context;
  const cells = new Int32Array(rows.length * columns.length).fill(-1);
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const at = options.columnOf ? options.columnOf(r, c) : column.column;
      if (at >= 0) cells[r * columns.length + c] = amounts.add(grid, row.row, at, column.role === 'quantity' ? 'yuan' : unit);
    });
  });
  const children: number[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    if (row.kind === 'item' && row.parent >= 0) children[row.parent].push(r);
  });
  return { id, columns: columns.map(alike), rows: rows.map((row) => makeRow(row, grid.placeOf(row.row))), amounts: cells, children, doubt: options.doubt ?? '', isStated: options.isStated ?? false, hangsOnAmounts: options.hangsOnAmounts ?? false };
}

/** 合计 in any text cell of the row left of `until`, or what else `isTotal` says is one. */
export function totalLabelCell(grid: SheetGrid, row: number, until: number, isTotal: (text: string) => boolean = isTotalLabel): number {
  const [from, to] = grid.cellsOf(row);
  for (let i = from; i < to; i++) {
    if (grid.sheet.columns[i] >= until) break;
    if (grid.isText(i) && isTotal(grid.normOf(i))) return i;
  }
  return -1;
}
