import { isTotalLabel, type SheetGrid } from '../workbook';
import { type AmountCollector } from './amounts';
import type { FamilyDefinition, TableDefinition } from './definitions';
import type { AmountUnit, BoundBlock, BoundColumn, BoundRow, BoundTable, CellRef, FieldValue } from './model';

/** What every binder is given: a table's place on a sheet and the helpers it needs. */
export interface BindContext {
  readonly grid: SheetGrid;
  readonly family: FamilyDefinition;
  readonly definition: TableDefinition;
  /** First row below the title (or of the sheet) and the last row of the table's region. */
  readonly from: number;
  readonly to: number;
  readonly unit: AmountUnit;
  readonly amounts: AmountCollector;
  /** 类 code of a functional name ("卫生健康支出" → 210), null if the chart has none. */
  readonly classByName: (normalisedName: string) => string | null;
}

/** What a binder answers: blocks without their table, and how much of the definition it found. */
export interface Binding {
  readonly blocks: readonly UnownedBlock[];
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  /** 0…1: share of the expected columns or lines. */
  readonly fit: number;
  readonly reason: string;
}

export type UnownedBlock = Omit<BoundBlock, 'table'>;

export const NO_FIELDS: ReadonlyMap<string, FieldValue> = new Map();

/** Rows below which a table's own rows do not go on: 注：…, 说明：…, signatures. */
const NOTE = /^(注|备注|说明|填表说明)(\d+)?[:.、]|^注$|^(填表人|制表人?|编制人|经办人|联系人|复核人?|审核人|(单位|部门|财务|主管)?负责人|联系电话|(填报|填表|编制|打印|报送)(日期|时间))(\([^)]*\))?:|^(填表人|制表人|单位负责人|审核人)$|^-?第\d+页|^-\d+-$/;

export function isNoteRow(grid: SheetGrid, row: number): boolean {
  const [from, to] = grid.cellsOf(row);
  return from < to && grid.isText(from) && NOTE.test(grid.normOf(from));
}

export function ref(grid: SheetGrid, row: number, column: number): CellRef {
  return { sheet: grid.index, row, column };
}

/** A row with everything optional left blank. */
export function makeRow(part: Partial<BoundRow> & Pick<BoundRow, 'row' | 'key' | 'kind'>): BoundRow {
  // Written out: a spread of defaults costs several times as much, and there is one such object a row.
  return {
    row: part.row,
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
  };
}

/** Freezes rows and columns into a block; `columnOf` says on which sheet column a row's amount stands (-1 = none). */
export function makeBlock(
  context: BindContext,
  id: string,
  columns: readonly BoundColumn[],
  rows: readonly BoundRow[],
  options: { readonly doubt?: string; readonly columnOf?: (row: number, column: number) => number } = {},
): UnownedBlock {
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
  return { id, columns, rows, amounts: cells, children, doubt: options.doubt ?? '' };
}

/** 合计 in any text cell of the row left of `until`. */
export function totalLabelCell(grid: SheetGrid, row: number, until: number): number {
  const [from, to] = grid.cellsOf(row);
  for (let i = from; i < to; i++) {
    if (grid.sheet.columns[i] >= until) break;
    if (grid.isText(i) && isTotalLabel(grid.normOf(i))) return i;
  }
  return -1;
}

export type { BoundTable };
