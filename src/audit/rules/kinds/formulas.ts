import type { BoundBlock } from '../../tables';
import { parseCellAddress } from '../../workbook';
import { amountCell, Checklist, placeName, rowName, type Check, type CheckContext, type DraftCell } from './context';

/** M4: a total's SUM covers its rows; a total is not typed over where its neighbours are formulas. */
export const formulas: Check = (context) => {
  const list = new Checklist();
  for (const block of context.recognition.blocks) {
    const grid = context.grids[block.table.sheet];
    if (grid.sheet.formulas.size === 0) continue;
    block.rows.forEach((row, index) => {
      const parts = row.kind === 'total' ? topRows(block) : block.children[index];
      if (parts.length === 0) return;
      checkTotalRow(context, list, block, index, parts);
    });
  }
  return list.result();
};

const topRows = (block: BoundBlock): number[] => block.rows.flatMap((r, i) => (r.kind === 'item' && r.parent < 0 ? [i] : []));

function checkTotalRow(context: CheckContext, list: Checklist, block: BoundBlock, total: number, parts: readonly number[]): void {
  const grid = context.grids[block.table.sheet];
  const width = block.columns.length;
  const typed: DraftCell[] = [];
  let computed = 0;
  block.columns.forEach((column, c) => {
    const amount = block.amounts[total * width + c];
    if (amount < 0) return;
    const at = amountCell(context.recognition, amount);
    const cell = grid.at(at.row, at.column);
    if (cell < 0) return;
    const formula = grid.sheet.formulas.get(cell);
    const label = `${rowName(block.rows[total])} ${column.id}`;
    if (formula === undefined) {
      if (grid.isNumber(cell) && grid.sheet.numbers[cell] !== 0) typed.push({ at, role: 'subject', label });
      return;
    }
    computed++;
    const left = leftOut(context, block, parts, c, formula);
    if (left.length === 0) return list.pass();
    list.add({
      rule: 'M4', severity: 'warning', table: block.table, key: `range|${block.rows[total].key}|${column.id}`,
      message: {
        zh: `${placeName(context, at)} ${label} 的公式 =${formula} 漏了 ${left.map((l) => `${placeName(context, l.at)} ${l.label}`).join('、')}`,
        en: `${placeName(context, at)} ${label}: the formula =${formula} leaves out ${left.map((l) => placeName(context, l.at)).join(', ')}`,
      },
      cells: [{ at, role: 'subject', label }, ...left],
    });
  });
  // Where as many totals are typed as computed, typing is the table's manner.
  if (computed < 2 || typed.length >= computed) return;
  for (const cell of typed) {
    list.add({
      rule: 'M4', severity: 'warning', table: block.table, key: `typed|${cell.label}`,
      message: { zh: `${placeName(context, cell.at)} ${cell.label} 是直接填写的数，同一行的其他合计是公式`, en: `${placeName(context, cell.at)} ${cell.label} is typed in; the other totals of its row are formulas` },
      cells: [cell],
    });
  }
}

/** Rows whose cell in this column a SUM over the column's range does not reach. Other formulas are not judged. */
function leftOut(context: CheckContext, block: BoundBlock, parts: readonly number[], column: number, formula: string): DraftCell[] {
  const match = /^SUM\(((?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?,?)+)\)$/i.exec(formula.replace(/\s/g, ''));
  if (!match) return [];
  const width = block.columns.length;
  const ranges = match[1].split(',').filter((r) => r !== '').map((range) => range.split(':').map((a) => parseCellAddress(a)));
  const covers = (row: number, col: number): boolean =>
    ranges.some(([a, b = a]) => a && b && row >= Math.min(a.row, b.row) && row <= Math.max(a.row, b.row) && col >= Math.min(a.column, b.column) && col <= Math.max(a.column, b.column));
  const cells = parts.map((p) => ({ part: p, amount: block.amounts[p * width + column] })).filter((p) => p.amount >= 0);
  const reached = cells.filter((c) => covers(context.recognition.amounts.row[c.amount], context.recognition.amounts.column[c.amount]));
  // A sum that reaches none of the rows adds something else (a row of columns, say).
  if (reached.length === 0) return [];
  return cells
    // A blank row left out does no harm to the sum.
    .filter((c) => !reached.includes(c) && context.recognition.amounts.fen[c.amount] !== 0)
    .map((c) => ({ at: amountCell(context.recognition, c.amount), role: 'term', label: rowName(block.rows[c.part]) }));
}
