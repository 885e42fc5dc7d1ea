import { areasOf, filledFormula, rectOf, relativeFormula, type Expression } from '../../formulas';
import type { BoundBlock, CellRef } from '../../tables';
import { cellAddress, type Rect } from '../../workbook';
import { amountCell, Checklist, placeName, rowName, type Check, type CheckContext, type DraftCell } from './context';

/** M4: a total's formula covers its rows; a total is not typed over where its neighbours are formulas. */
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
  const computed: { readonly at: CellRef; readonly formula: string; readonly expression: Expression | null }[] = [];
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
    const expression = context.formulas.expressionOf(grid.index, cell);
    computed.push({ at, formula, expression });
    const left = leftOut(context, block, parts, c, expression);
    if (left.length === 0) return list.pass();
    const mended = withAddends(formula, left);
    list.add({
      rule: 'M4', severity: 'warning', table: block.table, key: `range|${block.rows[total].key}|${column.id}`,
      message: {
        zh: `${placeName(context, at)} ${label} 的公式 =${formula} 漏了 ${left.map((l) => `${placeName(context, l.at)} ${l.label}`).join('、')}；请改为 =${mended}`,
        en: `${placeName(context, at)} ${label}: the formula =${formula} leaves out ${left.map((l) => placeName(context, l.at)).join(', ')}; make it =${mended}`,
      },
      cells: [{ at, role: 'subject', label }, ...left],
      formula: mended,
    });
  });
  // Where as many totals are typed as computed, typing is the table's manner.
  if (computed.length < 2 || typed.length >= computed.length) return;
  // Sums down their own column read the same in the next one.
  const model = computed.find(({ at, formula, expression }) => expression && relativeFormula(formula, expression, at.row, at.column)?.columns.every((offset) => offset === 0));
  for (const cell of typed) {
    const formula = model && filledFormula(model.formula, 0, cell.at.column - model.at.column);
    const told = formula === undefined ? '' : ` =${formula}`;
    list.add({
      rule: 'M4', severity: 'warning', table: block.table, key: `typed|${cell.label}`,
      message: { zh: `${placeName(context, cell.at)} ${cell.label} 是直接填写的数，同一行的其他合计是公式；请恢复公式${told}`, en: `${placeName(context, cell.at)} ${cell.label} is typed in; the other totals of its row are formulas; restore the formula${told}` },
      cells: [cell],
      formula,
    });
  }
}

/** Rows whose cell in this column a sum over the column does not reach, itself or by all of its own parts. Other formulas are not judged. */
function leftOut(context: CheckContext, block: BoundBlock, parts: readonly number[], column: number, expression: Expression | null): DraftCell[] {
  const areas = expression ? summedAreas(expression, block.table.sheet, context) : null;
  if (!areas) return [];
  const width = block.columns.length;
  const { amounts } = context.recognition;
  const amountAt = (row: number): number => block.amounts[row * width + column];
  const covers = (row: number): boolean => {
    const amount = amountAt(row);
    if (amount < 0) return true;
    const [r, c] = [amounts.row[amount], amounts.column[amount]];
    if (areas.some((rect) => r >= rect.top && r <= rect.bottom && c >= rect.left && c <= rect.right)) return true;
    return block.children[row].length > 0 && block.children[row].every(covers);
  };
  const open = parts.filter((part) => amountAt(part) >= 0 && !covers(part));
  // A sum that reaches none of the rows adds something else (a row of columns, say).
  if (open.length === parts.filter((part) => amountAt(part) >= 0).length) return [];
  return open
    // A blank row left out does no harm to the sum.
    .filter((part) => amounts.fen[amountAt(part)] !== 0)
    .map((part) => ({ at: amountCell(context.recognition, amountAt(part)), role: 'term', label: rowName(block.rows[part]) }));
}

/** The areas of a formula that only adds cells of its own sheet; null for any other. */
function summedAreas(expression: Expression, sheet: number, context: CheckContext): Rect[] | null {
  if (!onlyAdds(expression)) return null;
  const own = context.workbook.sheets[sheet].name.toLowerCase();
  const areas = areasOf(expression);
  if (areas.some((area) => area.sheet !== null && area.sheet.toLowerCase() !== own)) return null;
  return areas.flatMap((area) => rectOf(area) ?? []);
}

function onlyAdds(expression: Expression): boolean {
  switch (expression.kind) {
    case 'area': return true;
    case 'sum': return expression.items.every(onlyAdds);
    case 'binary': return expression.operator === '+' && onlyAdds(expression.left) && onlyAdds(expression.right);
    default: return false;
  }
}

/** The formula with the cells that it leaves out: a range that ends beside them grows, otherwise they are added. */
function withAddends(formula: string, left: readonly DraftCell[]): string {
  return left.reduce((text, { at }) => {
    const address = cellAddress(at.row, at.column);
    const above = cellAddress(at.row - 1, at.column);
    const grown = text.replace(new RegExp(`:${above}(?!\\d)`), `:${address}`);
    if (grown !== text) return grown;
    return /^SUM\([^()]*\)$/i.test(text) ? text.replace(/\)$/, `,${address})`) : `${text}+${address}`;
  }, formula);
}
