import type { SheetGrid } from '../workbook';
import { isTotalLabel } from '../workbook';
import type { AmountCollector } from './amounts';
import { isNoteRow, makeBlock, makeRow, ref, type BindContext } from './binding';
import { codeText } from './codes';
import type { FamilyDefinition, TableDefinition } from './definitions';
import { linkHierarchy } from './hierarchy';
import type { BoundColumn, BoundRow, BoundTable } from './model';

const GENERIC_TABLE: TableDefinition = { id: 'G', name: '含科目编码的表', title: { all: [], none: [] }, shape: 'coded', codes: 'function' };

/** Sheets that are no statutory table but list codes and amounts get the general checks. */
export const GENERIC_FAMILY: FamilyDefinition = {
  family: 'generic',
  name: { zh: '其他表格', en: 'Other tables' },
  usualUnit: 'yuan',
  tables: [GENERIC_TABLE],
};

const FEWEST_ROWS = 3;

/** A sheet with a column of 3/5/7-digit codes and columns of numbers: code tree and row sums can be checked. */
export function bindGeneric(grid: SheetGrid, amounts: AmountCollector, instance: number): BoundTable | null {
  const codeColumn = findCodeColumn(grid);
  if (codeColumn < 0) return null;
  const rowsWithCode: number[] = [];
  for (const row of grid.sheet.rowNumbers) if (isCode(grid.norm(row, codeColumn))) rowsWithCode.push(row);
  const columns = amountColumns(grid, rowsWithCode, codeColumn);
  if (columns.length === 0) return null;
  const first = rowsWithCode[0];
  const header = headerRow(grid, first, columns[0]);
  const bound: BoundColumn[] = columns.map((column) => {
    const label = header >= 0 ? grid.norm(header, column) : '';
    return { id: label || `c${column}`, label, role: isTotalLabel(label) || label === '小计' ? 'total' : /^其中/.test(label) ? 'of' : 'other', column };
  });
  const rows: BoundRow[] = [];
  let last = first;
  for (let row = Math.max(header + 1, 0); row <= grid.lastRow; row++) {
    const [start, end] = grid.cellsOf(row);
    if (start === end || isNoteRow(grid, row)) continue;
    const code = codeText(grid.norm(row, codeColumn));
    const total = code === '' && grid.hasTotalLabel(row, columns[0]);
    if (!isCode(code) && !total) continue;
    const name = nameColumn(grid, row, codeColumn, columns[0]);
    rows.push(
      makeRow({
        row,
        key: total ? '合计' : code,
        code: total ? '' : code,
        codeCell: ref(grid, row, codeColumn),
        label: total ? '合计' : name >= 0 ? grid.raw(row, name).trim() : '',
        labelCell: name >= 0 ? ref(grid, row, name) : null,
        kind: total ? 'total' : 'item',
      }),
    );
    last = row;
  }
  const definition: TableDefinition = { ...GENERIC_TABLE, codes: rows.some((r) => r.code.startsWith('3')) ? 'department' : 'function' };
  const context: BindContext = { grid, family: GENERIC_FAMILY, definition, from: 0, to: grid.lastRow, unit: 'yuan', amounts, classByName: () => null };
  linkHierarchy(definition.codes ?? 'function', rows, context, { code: [codeColumn], name: -1, gov: [], govName: -1, unitCode: -1, department: [], amounts: bound, firstAmount: columns[0] });
  const blocks: BoundTable['blocks'][number][] = [];
  const table: BoundTable = {
    definition, family: GENERIC_FAMILY, id: 'G', instance, sheet: grid.index,
    range: { top: Math.max(0, header), left: codeColumn, bottom: last, right: columns[columns.length - 1] },
    title: grid.sheet.name, titleCell: null, unit: 'yuan', unitCell: null, unitDoubt: '', unitName: '', unitNameCell: null,
    headerBottom: Math.max(0, header), confidence: 0.3, reason: '不是已知的公开表；有科目编码列和金额列，只做层级与编码核对', fields: new Map(), blocks,
  };
  blocks.push({ ...makeBlock(context, '', bound, rows), table });
  return table;
}

const isCode = (text: string): boolean => /^[1-3]\d{2}(\d{2}){0,2}$/.test(text);

function findCodeColumn(grid: SheetGrid): number {
  const counts = new Map<number, number>();
  const { sheet } = grid;
  for (let i = 0; i < sheet.columns.length; i++) {
    if (sheet.columns[i] > 3 || !isCode(grid.normOf(i))) continue;
    counts.set(sheet.columns[i], (counts.get(sheet.columns[i]) ?? 0) + 1);
  }
  // Years and plain numbers look like codes too: a code column holds parents of different length.
  for (const [column, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (count < FEWEST_ROWS) return -1;
    const lengths = new Set<number>();
    for (const row of sheet.rowNumbers) if (isCode(grid.norm(row, column))) lengths.add(grid.norm(row, column).length);
    if (lengths.size >= 2) return column;
  }
  return -1;
}

function amountColumns(grid: SheetGrid, rows: readonly number[], codeColumn: number): number[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const [from, to] = grid.cellsOf(row);
    for (let i = from; i < to; i++) if (grid.isNumber(i)) counts.set(grid.sheet.columns[i], (counts.get(grid.sheet.columns[i]) ?? 0) + 1);
  }
  return [...counts].filter(([column, n]) => column > codeColumn && n >= Math.min(2, rows.length)).map(([column]) => column).sort((a, b) => a - b);
}

function headerRow(grid: SheetGrid, firstData: number, column: number): number {
  for (let row = firstData - 1; row >= Math.max(0, firstData - 5); row--) if (grid.isText(grid.at(row, column))) return row;
  return -1;
}

function nameColumn(grid: SheetGrid, row: number, codeColumn: number, firstAmount: number): number {
  for (let column = codeColumn + 1; column < firstAmount; column++) if (grid.isText(grid.at(row, column))) return column;
  return -1;
}
