import type { BoundBlock } from '../../tables';
import { normaliseText } from '../../workbook';
import { amountCell, Checklist, fenOf, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { wanyuanText, yuanText } from './money';

/** A column of 表5, and the words by which a task for its money is told: surely, or likely. */
interface MoneyClass {
  readonly column: string;
  readonly plain: readonly string[];
  readonly likely: readonly string[];
}

const PERSONNEL: MoneyClass = {
  column: '人员经费支出',
  plain: ['人员经费', '人员支出', '人员工资', '工资福利'],
  likely: ['工资', '人员待遇'],
};
const OPERATING: MoneyClass = {
  column: '公用经费支出',
  plain: ['公用经费', '公用支出'],
  likely: ['正常运转', '正常运行', '正常办公', '日常运转', '日常运行', '日常办公', '机关运行', '机关运转', '单位运转', '机构运转', '运转经费'],
};
const OTHER_MONEY: readonly string[] = ['项目', '专项', '临聘', '聘用', '编外', '补助经费', '劳务'];

/** A task that only sounds like personnel or running cost is compared if it misses the figure by less than this share. */
const TELLING = 0.01;

interface Task {
  readonly row: number;
  readonly isPlain: boolean;
}

/** A figure of 表5's total row. */
interface Figure {
  readonly label: string;
  readonly fen: number;
  readonly cell: DraftCell;
}

/** X13a: the tasks for personnel and running costs in the 整体支出绩效目标表 carry the totals of 表5; one task for both, their sum. */
export const tasks: Check = (context) => {
  const list = new Checklist();
  const performance = context.recognition.tables.find((t) => t.id === 'B14')?.blocks[0];
  const detail = context.recognition.tables.find((t) => t.id === 'B05')?.blocks[0];
  if (!performance || !detail || !detail.rows.some((r) => r.kind === 'total')) return list.result();
  const figures = [PERSONNEL, OPERATING].map((kind) => figureOf(context, detail, kind));
  const texts = performance.rows.map((r) => (r.kind === 'item' ? normaliseText(r.label) : ''));
  const both = onlyRow(texts, (text) => has(text, PERSONNEL.plain) && has(text, [...OPERATING.plain, ...OPERATING.likely]));
  const known = figures.filter((figure) => figure !== null);
  if (both !== null) {
    if (known.length === 0) list.skip();
    else compare(context, list, performance, { row: both, isPlain: true }, known, []);
    return list.result();
  }
  [PERSONNEL, OPERATING].forEach((kind, i) => {
    const figure = figures[i];
    const task = theOneTask(texts, kind);
    if (figure === null || task === null) list.skip();
    else compare(context, list, performance, task, [figure], known.filter((other) => other !== figure));
  });
  return list.result();
};

/** The total of a column; null where it is missing or nothing. */
function figureOf(context: CheckContext, detail: BoundBlock, { column: label }: MoneyClass): Figure | null {
  const column = detail.columns.findIndex((c) => c.id === label);
  const total = detail.rows.findIndex((r) => r.kind === 'total');
  const fen = column < 0 ? null : fenOf(context.recognition, detail, total, column);
  if (fen === null || fen === 0) return null;
  return { label, fen, cell: { at: amountCell(context.recognition, detail.amounts[total * detail.columns.length + column]), role: 'term', label: `合计 ${label}` } };
}

const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word)) && !OTHER_MONEY.some((word) => text.includes(word));

function onlyRow(texts: readonly string[], test: (text: string) => boolean): number | null {
  const rows = texts.flatMap((text, i) => (test(text) ? [i] : []));
  return rows.length === 1 ? rows[0] : null;
}

function theOneTask(texts: readonly string[], { plain, likely }: MoneyClass): Task | null {
  if (texts.some((text) => has(text, plain))) {
    const row = onlyRow(texts, (text) => has(text, plain));
    return row === null ? null : { row, isPlain: true };
  }
  const row = onlyRow(texts, (text) => has(text, likely));
  return row === null ? null : { row, isPlain: false };
}

/** Compares a task with the sum of the figures it is for; `others` are those it may have taken in without saying so. */
function compare(context: CheckContext, list: Checklist, performance: BoundBlock, task: Task, figures: readonly Figure[], others: readonly Figure[]): void {
  const { amounts } = context.recognition;
  const at = performance.columns.findIndex((c) => c.role === 'total');
  const amount = at < 0 ? -1 : performance.amounts[task.row * performance.columns.length + at];
  if (amount < 0 || amounts.state[amount] !== 1) return list.skip();
  const fen = amounts.fen[amount];
  const expected = sum(figures);
  const difference = fen - expected;
  const slack = amounts.step[amount] / 2;
  if (Math.abs(difference) <= slack || Math.abs(difference - sum(others)) <= slack) return list.pass();
  if (!task.isPlain && Math.abs(difference) > expected * TELLING) return list.skip();
  const own = amountCell(context.recognition, amount);
  const { label } = performance.rows[task.row];
  const places = figures.map((figure) => ({ zh: `${placeName(context, figure.cell.at)} ${figure.label}合计`, en: `${placeName(context, figure.cell.at)} ${figure.label}` }));
  list.add({
    rule: 'X13a', severity: 'warning', table: performance.table, key: figures.map((figure) => figure.label).join('+'),
    message: {
      zh: `${placeName(context, own)} “${label}”${wanyuanText(fen)} 万元，与${places.map((p) => p.zh).join('、')}${figures.length > 1 ? '之和' : ''} ${yuanText(expected)} 元（${wanyuanText(expected)} 万元）不符，相差 ${wanyuanText(difference)} 万元`,
      en: `${placeName(context, own)} "${label}" is ${wanyuanText(fen)} ×10,000 yuan; ${places.map((p) => p.en).join(' and ')} total${figures.length > 1 ? '' : 's'} ${yuanText(expected)} yuan`,
    },
    cells: [{ at: own, role: 'subject', label }, ...figures.map((figure) => figure.cell)],
    left: wanyuanText(fen), right: wanyuanText(expected), difference: wanyuanText(difference),
  });
}

const sum = (figures: readonly Figure[]): number => figures.reduce((total, figure) => total + figure.fen, 0);
