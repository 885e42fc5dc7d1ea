import { filledFormula, relativeFormula, type Expression } from '../../formulas';
import type { BoundBlock, BoundRow, BoundTable, CellRef } from '../../tables';
import { CHECK_WORDS } from '../../words';
import { rowBetween } from './sumGaps';
import { reaches, summedAreas, withAddends, type SummedArea } from './summedAreas';
import { SumsOfRules } from './sumsOfRules';
import { amountCell, Checklist, placeName, rowName, type Check, type CheckContext, type DraftCell } from './context';

/** Rows left out that one sentence lists. */
const MOST_LISTED = 5;

/** So many formulas in a line, and so many for each typed figure, make formulas its manner. */
const MANNER = { row: { fewest: 2, share: 1 }, column: { fewest: 3, share: 3 } } as const;

interface Total {
  readonly cell: DraftCell;
  /** undefined where a number is typed in. */
  readonly formula?: string;
  readonly expression: Expression | null;
}

/** M4: a total's formula covers its rows; a total is not typed over where its neighbours are formulas. */
export const formulas: Check = (context) => {
  const list = new Checklist();
  let known: SumsOfRules | null = null;
  for (const table of context.recognition.tables) {
    if ([table, ...table.continued].every(({ sheet }) => context.grids[sheet].sheet.formulas.size === 0)) continue;
    const sums = (known ??= new SumsOfRules(context, context.equations));
    // Parts of a table that stand side by side have their totals in one row.
    const bySheetRow = new Map<string, Total[]>();
    for (const block of table.blocks) {
      block.rows.forEach((row, index) => {
        // Levels that had to be guessed tell nothing of a row's parts.
        const parts = row.kind === 'total' ? topRows(block) : block.doubt === '' ? block.children[index] : [];
        const totals = totalsOf(context, list, block, index, parts, sums);
        const place = `${row.sheet}|${row.row}`;
        if (parts.length > 0 || isTotal(row)) bySheetRow.set(place, [...(bySheetRow.get(place) ?? []), ...totals]);
      });
    }
    const told = new Set([...bySheetRow.values()].flatMap((totals) => typedOver(context, list, table, totals, 'row')));
    for (const block of table.blocks) {
      block.columns.forEach((_, c) => typedOver(context, list, table, columnOf(context, block, c).filter((t) => !told.has(keyOf(t.cell.at))), 'column'));
    }
  }
  return list.result();
};

const topRows = (block: BoundBlock): number[] => block.rows.flatMap((r, i) => (r.kind === 'item' && r.parent < 0 ? [i] : []));

/** 本年收入合计, 支出总计: a line of a form whose parts the rules name. */
const isTotal = (row: BoundRow): boolean => row.kind !== 'ofWhich' && CHECK_WORDS.formulas.total.test(row.key);

/** The totals of a row, each formula looked at. */
function totalsOf(context: CheckContext, list: Checklist, block: BoundBlock, total: number, parts: readonly number[], sums: SumsOfRules): Total[] {
  return block.columns.flatMap((column, c): Total[] => {
    const found = totalAt(context, block, total, c);
    if (!found) return [];
    const { cell, formula, expression } = found;
    if (formula === undefined) return [found];
    const areas = expression ? summedAreas(expression, cell.at.sheet, block.table, context) : null;
    const left = areas === null ? [] : parts.length > 0 ? leftOut(context, block, parts, c, areas) : isTotal(block.rows[total]) ? leftOutOfForm(context, block, total, c, areas, sums) : rowBetween(context, block, total, c, areas);
    if (left.length === 0) {
      if (parts.length > 0 || isTotal(block.rows[total])) list.pass();
      return [found];
    }
    const mended = withAddends(formula, cell.at.sheet, left.map(({ at }) => at), (sheet) => context.workbook.sheets[sheet].name);
    const [shown, more] = [left.slice(0, MOST_LISTED), left.length > MOST_LISTED];
    list.add({
      rule: 'M4', severity: 'warning', table: block.table, key: `range|${block.rows[total].key}|${column.id}`,
      message: {
        zh: `${placeName(context, cell.at)} ${cell.label} 的公式 =${formula} 漏了 ${shown.map((l) => `${placeName(context, l.at)} ${l.label}`).join('、')}${more ? `等 ${left.length} 行` : ''}；请改为 =${mended}`,
        en: `${placeName(context, cell.at)} ${cell.label}: the formula =${formula} leaves out ${shown.map((l) => placeName(context, l.at)).join(', ')}${more ? ` and others, ${left.length} rows` : ''}; make it =${mended}`,
      },
      cells: [cell, ...left],
      formula: mended,
    });
    return [found];
  });
}

/** What stands at a row and column: a formula, or a typed figure; null for anything else. */
function totalAt(context: CheckContext, block: BoundBlock, row: number, column: number): Total | null {
  const amount = block.amounts[row * block.columns.length + column];
  if (amount < 0) return null;
  const at = amountCell(context.recognition, amount);
  const grid = context.grids[at.sheet];
  const place = grid.at(at.row, at.column);
  if (place < 0) return null;
  const cell: DraftCell = { at, role: 'subject', label: `${rowName(block.rows[row])} ${block.columns[column].id}` };
  const formula = grid.sheet.formulas.get(place);
  if (formula !== undefined) return { cell, formula, expression: context.formulas.expressionOf(grid.index, place) };
  return grid.isNumber(place) && grid.sheet.numbers[place] !== 0 ? { cell, expression: null } : null;
}

/** The figures of a column, as far as they add up what stands beside them: one formula copied from row to row, or typed. */
function columnOf(context: CheckContext, block: BoundBlock, column: number): Total[] {
  const cells = block.rows.flatMap((_, row) => totalAt(context, block, row, column) ?? []);
  const shape = ({ cell: { at }, formula, expression }: Total): string | null => {
    const relative = formula !== undefined && expression ? relativeFormula(formula, expression, at.row, at.column) : null;
    return relative?.rows.every((offset) => offset === 0) ? `${relative.shape}|${relative.columns.join()}` : null;
  };
  const first = cells.find((cell) => shape(cell) !== null);
  // Formulas of other kinds (subtotals down the column) say nothing of the typed ones.
  return first ? cells.filter((cell) => cell.formula === undefined || shape(cell) === shape(first)) : [];
}

/** Typed figures among formulas, where formulas are the manner of the line. Answers where they stand. */
function typedOver(context: CheckContext, list: Checklist, table: BoundTable, totals: readonly Total[], line: 'row' | 'column'): string[] {
  const typed = totals.filter((t) => t.formula === undefined);
  const computed = totals.filter((t) => t.formula !== undefined);
  if (typed.length === 0 || computed.length < Math.max(MANNER[line].fewest, typed.length * MANNER[line].share, typed.length + 1)) return [];
  const [zh, en] = line === 'row' ? ['同一行的其他合计', 'the other totals of its row'] : ['同一栏的其他各行', 'the other rows of its column'];
  // Sums down their own column read the same in the next one, sums across their own row in the next row.
  const model = computed.find(({ cell: { at }, formula, expression }) => {
    const relative = expression && formula !== undefined ? relativeFormula(formula, expression, at.row, at.column) : null;
    return relative?.[line === 'row' ? 'columns' : 'rows'].every((offset) => offset === 0);
  });
  for (const { cell } of typed) {
    const formula = model?.formula === undefined ? undefined : filledFormula(model.formula, cell.at.row - model.cell.at.row, cell.at.column - model.cell.at.column);
    const told = formula === undefined ? '' : ` =${formula}`;
    list.add({
      rule: 'M4', severity: 'warning', table, key: `typed|${cell.label}`,
      message: { zh: `${placeName(context, cell.at)} ${cell.label} 是直接填写的数，${zh}是公式；请恢复公式${told}`, en: `${placeName(context, cell.at)} ${cell.label} is typed in; ${en} are formulas; restore the formula${told}` },
      cells: [cell],
      formula,
    });
  }
  return typed.map(({ cell }) => keyOf(cell.at));
}

const keyOf = ({ sheet, row, column }: CellRef): string => `${sheet}|${row}|${column}`;

/** Rows whose cell in this column a sum over the column does not reach, itself or by all of its own parts. Other formulas are not judged. */
function leftOut(context: CheckContext, block: BoundBlock, parts: readonly number[], column: number, areas: readonly SummedArea[]): DraftCell[] {
  const width = block.columns.length;
  const { amounts } = context.recognition;
  const amountAt = (row: number): number => block.amounts[row * width + column];
  const covers = (row: number): boolean => {
    const amount = amountAt(row);
    if (amount < 0) return true;
    if (reaches(areas, amountCell(context.recognition, amount))) return true;
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

/** Lines that the formula of a form's total leaves out. */
function leftOutOfForm(context: CheckContext, block: BoundBlock, total: number, column: number, areas: readonly SummedArea[], sums: SumsOfRules): DraftCell[] {
  const { owners, blocks } = context.recognition;
  return sums.leftOut(block.amounts[total * block.columns.length + column], areas)
    .map((a) => ({ at: amountCell(context.recognition, a), role: 'term', label: rowName(blocks[owners.block[a]].rows[owners.row[a]]) }));
}
