import type { SheetGrid } from '../../../workbook';
import { CHECK_WORDS } from '../../../words';
import { placeName, type Checklist, type CheckContext } from '../context';
import { cellOf, columnsOf, numberAt, rateAt, textsBefore } from './form';

const WORDS = CHECK_WORDS.selfEvaluation;

const HEADER = [WORDS.budget, WORDS.spent, WORDS.rate];

/** 资金总额 and at most its parts stand below the header. */
const MOST_ROWS = 6;

/** Figures in 万元 with two decimals are off by half of the last. */
const HALF_STEP = 0.005;

/** A row 年度资金总额 of the block 项目资金 with its figures; null where there is none. */
export interface Funds {
  readonly row: number;
  readonly spent: { readonly column: number; readonly value: number };
  /** The unit that the form prints for it, in 分 per unit; null where none. */
  readonly unit: number | null;
}

export function fundsHeader(grid: SheetGrid, row: number): number[] | null {
  return columnsOf(grid, row, HEADER);
}

export function fundsOf(grid: SheetGrid): Funds | null {
  for (const header of grid.sheet.rowNumbers) {
    const columns = fundsHeader(grid, header);
    if (!columns) continue;
    for (const row of grid.rowsBetween(header + 1, header + MOST_ROWS)) {
      const value = numberAt(grid, row, columns[1]);
      if (value === null || !textsBefore(grid, row, columns[0]).some((text) => WORDS.fundsTotal.test(text))) continue;
      const words = textsBefore(grid, header, columns[0]).concat(textsBefore(grid, row, columns[0])).join(' ');
      return { row, spent: { column: columns[1], value }, unit: words.includes('万元') ? 1_000_000 : /[(:]元/.test(words) ? 100 : null };
    }
  }
  return null;
}

/** 执行率 = 全年执行数 ÷ 全年预算数, and 资金总额 = its parts, in the rows below such a header. */
export function checkRates(context: CheckContext, list: Checklist, grid: SheetGrid, header: number): void {
  const columns = fundsHeader(grid, header);
  if (!columns) return;
  for (const row of grid.rowsBetween(header + 1, header + MOST_ROWS)) checkRate(context, list, grid, header, row, columns);
  const [first, last] = [Math.min(columns[0], columns[1]), Math.max(columns[0], columns[1])];
  for (const column of [first, last]) checkParts(context, list, grid, header, column, first);
}

function checkRate(context: CheckContext, list: Checklist, grid: SheetGrid, header: number, row: number, columns: readonly number[]): void {
  const [budget, spent] = columns.slice(0, 2).map((column) => numberAt(grid, row, column));
  if (budget === null || spent === null || budget === 0) return;
  const due = (spent / budget) * 100;
  const rate = rateAt(grid, row, columns[2], header, due);
  if (rate === null) return;
  if (Math.abs(due - rate.percent) <= rate.tolerance) {
    list.pass();
    return;
  }
  const subject = cellOf(grid, row, columns[2], '执行率', 'subject');
  list.add({
    rule: 'M10', severity: 'warning', table: null, key: `rate|${grid.sheet.name}|${row - header}`,
    message: {
      zh: `${placeName(context, subject.at)} 执行率写的是 ${rate.text}，全年执行数 ${spent} ÷ 全年预算数 ${budget} = ${due.toFixed(2)}%；请核对`,
      en: `${placeName(context, subject.at)} says ${rate.text}, but ${spent} / ${budget} = ${due.toFixed(2)}%`,
    },
    cells: [subject, cellOf(grid, row, columns[1], '全年执行数'), cellOf(grid, row, columns[0], '全年预算数')],
  });
}

/** Rows of unknown names between the total and its parts prove nothing. */
function checkParts(context: CheckContext, list: Checklist, grid: SheetGrid, header: number, column: number, labelsBefore: number): void {
  let total: { row: number; value: number } | null = null;
  const parts: { row: number; value: number }[] = [];
  for (const row of grid.rowsBetween(header + 1, header + MOST_ROWS)) {
    const texts = textsBefore(grid, row, labelsBefore);
    const value = numberAt(grid, row, column);
    if (total === null) {
      if (value !== null && texts.some((text) => WORDS.fundsTotal.test(text))) total = { row, value };
    } else if (texts.some((text) => WORDS.fundsPart.test(text))) {
      if (value !== null) parts.push({ row, value });
    } else if (value !== null) return;
    else break;
  }
  if (total === null || parts.length === 0) return;
  const sum = parts.reduce((n, part) => n + part.value, 0);
  if (Math.abs(sum - total.value) <= HALF_STEP * (parts.length + 1) + 1e-9) {
    list.pass();
    return;
  }
  const subject = cellOf(grid, total.row, column, '资金总额', 'subject');
  list.add({
    rule: 'M10', severity: 'warning', table: null, key: `parts|${grid.sheet.name}|${column}`,
    message: {
      zh: `${placeName(context, subject.at)} 资金总额 ${total.value}，财政资金与其他资金之和是 ${Number(sum.toFixed(4))}；请核对`,
      en: `${placeName(context, subject.at)}: total funds ${total.value}, its sources add up to ${Number(sum.toFixed(4))}`,
    },
    cells: [subject, ...parts.map((part) => cellOf(grid, part.row, column, '资金来源'))],
  });
}
