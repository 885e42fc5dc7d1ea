import type { BoundBlock, BoundTable } from '../../tables';
import { fenPerUnit } from '../../tables';
import { normaliseText, type SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { amountCell, Checklist, fenOf, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { byBody } from './byBody';
import { decimalText } from './money';
import { yearPairs } from './years';

/** “三公” of a budget in the national form. */
const BUDGET = 'N09';

/** Rows below a header in which its figure may stand. */
const DEEP_HEADER = 5;

/** M13 and M14, by the rule's id. */
export const frugality: Check = (context) => (context.rule.id === 'M13' ? years(context) : running(context));

/** M13: “三公” of the year are not more than those of the year before. */
const years: Check = (context) => {
  const list = new Checklist();
  for (const table of context.recognition.tables) if (table.id === BUDGET) for (const block of table.blocks) compareYears(context, list, table, block);
  return list.result();
};

/** M14: running costs of organs are a part of the operating costs. */
const running = byBody((context) => {
  const list = new Checklist();
  for (const table of context.recognition.tables) if (table.family.family === 'national-final-accounts') compareRunning(context, list, table);
  return list.result();
});

function compareYears(context: CheckContext, list: Checklist, table: BoundTable, block: BoundBlock): void {
  const { columns } = block;
  const pair = yearPairs(block).find(({ now: at }) => columns[at].id === '合计');
  if (!pair) return list.skip();
  const { now, before: last } = pair;
  // A line for each kind of spending, unless the kinds are columns.
  const byLine = !columns.some((c) => c.id.startsWith('上年.'));
  const rows = block.rows.flatMap((row, r) => (byLine ? CHECK_WORDS.frugality.whole.test(normaliseText(row.label)) : row.kind === 'total' || block.rows.length === 1) ? [r] : []);
  if (rows.length !== 1) return list.skip();
  const [was, is] = [last, now].map((column) => fenOf(context.recognition, block, rows[0], column));
  if (was === null || is === null || is <= was) return list.pass();
  const cell = (column: number, role: DraftCell['role'], label: string): DraftCell => ({ at: amountCell(context.recognition, block.amounts[rows[0] * block.columns.length + column]), role, label });
  const [subject, other] = [cell(now, 'subject', '当年“三公”经费'), cell(last, 'term', '上年“三公”经费')];
  list.add({
    rule: 'M13', severity: 'hint', table, key: 'years',
    message: {
      zh: `${placeName(context, subject.at)} 当年“三公”经费预算 ${decimalText(is, table.unit)} 大于上年的 ${decimalText(was, table.unit)}；请核对，确有增加的在说明中写明原因`,
      en: `${placeName(context, subject.at)}: this year's budget ${decimalText(is, table.unit)} is more than last year's ${decimalText(was, table.unit)}; check, or give the reason`,
    },
    cells: [subject, other],
  });
}

function compareRunning(context: CheckContext, list: Checklist, table: BoundTable): void {
  const { recognition, grids } = context;
  const found = runningCosts(grids[table.sheet], table);
  const [block] = recognition.tables.find((t) => t.id === 'F06')?.blocks ?? [];
  const column = block?.columns.findIndex((c) => c.id === '公用经费') ?? -1;
  const row = block?.rows.findIndex((r) => r.kind === 'total') ?? -1;
  const operating = block && column >= 0 && row >= 0 ? fenOf(recognition, block, row, column) : null;
  if (!found || operating === null || operating === 0) return;
  const fen = Math.round(found.value * fenPerUnit(table.unit));
  // Either figure may be rounded to the last digit that its table prints.
  if (fen <= operating + fenPerUnit(table.unit) / 100 + fenPerUnit(block.table.unit) / 100) return list.pass();
  const subject: DraftCell = { at: found.at, role: 'subject', label: '机关运行经费' };
  const other: DraftCell = { at: amountCell(recognition, block.amounts[row * block.columns.length + column]), role: 'term', label: '公用经费' };
  list.add({
    rule: 'M14', severity: 'hint', table, key: 'running',
    message: {
      zh: `${placeName(context, subject.at)} 机关运行经费 ${decimalText(fen, table.unit)} 大于 ${placeName(context, other.at)} 公用经费 ${decimalText(operating, block.table.unit)}；口径不同的请在说明中写明`,
      en: `${placeName(context, subject.at)}: running costs of organs ${decimalText(fen, table.unit)} exceed operating costs ${decimalText(operating, block.table.unit)} at ${placeName(context, other.at)}`,
    },
    cells: [subject, other],
  });
}

/** The figure beside the words, or below them where they head a column; words that stand there twice name none. */
function runningCosts(grid: SheetGrid, { range }: BoundTable): { value: number; at: DraftCell['at'] } | null {
  const found = [...grid.rowsBetween(range.top, range.bottom)].flatMap((row) => {
    const [from, to] = grid.cellsOf(row);
    return Array.from({ length: to - from }, (_, i) => from + i).filter((cell) => grid.isText(cell) && CHECK_WORDS.frugality.running.test(grid.normOf(cell))).map((cell) => ({ row, column: grid.sheet.columns[cell], cell, to }));
  });
  if (found.length !== 1) return null;
  const [{ row, column, cell, to }] = found;
  for (let next = cell + 1; next < to; next++) if (grid.isNumber(next)) return { value: grid.sheet.numbers[next], at: { sheet: grid.index, row, column: grid.sheet.columns[next] } };
  for (const below of grid.rowsBetween(row + 1, row + DEEP_HEADER)) {
    const at = grid.at(below, column);
    if (grid.isNumber(at)) return { value: grid.sheet.numbers[at], at: { sheet: grid.index, row: below, column } };
  }
  return null;
}
