import type { BoundBlock } from '../../tables';
import { normaliseText } from '../../workbook';
import { amountCell, Checklist, fenOf, placeName, type Check, type CheckContext } from './context';
import { wanyuanText, yuanText } from './money';

const CLASSES = [
  { column: '人员经费支出', plain: /人员(经费|支出|工资)|工资福利/, likely: /工资|人员待遇/ },
  { column: '公用经费支出', plain: /公用经费|公用支出/, likely: /(正常|日常)(运转|运行|办公)|机关运行/ },
] as const;
const OTHER_MONEY = /项目|专项|临聘|聘用|编外|补助经费|劳务/;

/** A task that only sounds like personnel or running cost is compared if it misses the figure by less than this share. */
const TELLING = 0.01;

/** X13a: the tasks for personnel and running costs in the 整体支出绩效目标表 carry the totals of 表5. */
export const tasks: Check = (context) => {
  const list = new Checklist();
  const { recognition } = context;
  const performance = recognition.tables.find((t) => t.id === 'B14')?.blocks[0];
  const detail = recognition.tables.find((t) => t.id === 'B05')?.blocks[0];
  if (!performance || !detail) return list.result();
  const total = detail.rows.findIndex((r) => r.kind === 'total');
  if (total < 0) return list.result();
  for (const kind of CLASSES) {
    const column = detail.columns.findIndex((c) => c.id === kind.column);
    const expected = column < 0 ? null : fenOf(recognition, detail, total, column);
    const task = theOneTask(performance, kind);
    if (expected === null || expected === 0 || task === null) {
      list.skip();
      continue;
    }
    compare(context, list, performance, task, detail, total, column, expected);
  }
  return list.result();
};

function theOneTask(block: BoundBlock, kind: (typeof CLASSES)[number]): { row: number; plain: boolean } | null {
  const texts = block.rows.map((r) => (r.kind === 'item' ? normaliseText(r.label) : ''));
  const plain = texts.flatMap((t, i) => (kind.plain.test(t) && !OTHER_MONEY.test(t) ? [i] : []));
  if (plain.length === 1) return { row: plain[0], plain: true };
  if (plain.length > 1) return null;
  const likely = texts.flatMap((t, i) => (kind.likely.test(t) && !OTHER_MONEY.test(t) ? [i] : []));
  return likely.length === 1 ? { row: likely[0], plain: false } : null;
}

function compare(
  context: CheckContext,
  list: Checklist,
  performance: BoundBlock,
  task: { row: number; plain: boolean },
  detail: BoundBlock,
  total: number,
  column: number,
  expected: number,
): void {
  const { recognition } = context;
  const at = performance.columns.findIndex((c) => c.role === 'total');
  const amount = at < 0 ? -1 : performance.amounts[task.row * performance.columns.length + at];
  if (amount < 0 || recognition.amounts.state[amount] !== 1) return list.skip();
  const fen = recognition.amounts.fen[amount];
  const difference = fen - expected;
  if (Math.abs(difference) <= recognition.amounts.step[amount] / 2) return list.pass();
  if (!task.plain && Math.abs(difference) > expected * TELLING) return list.skip();
  const source = amountCell(recognition, detail.amounts[total * detail.columns.length + column]);
  const own = amountCell(recognition, amount);
  const label = detail.columns[column].id;
  list.add({
    rule: 'X13a', severity: 'warning', table: performance.table, key: label,
    message: {
      zh: `${placeName(context, own)} “${performance.rows[task.row].label}”${wanyuanText(fen)} 万元，与${placeName(context, source)} ${label}合计 ${yuanText(expected)} 元（${wanyuanText(expected)} 万元）不符，相差 ${wanyuanText(difference)} 万元`,
      en: `${placeName(context, own)} "${performance.rows[task.row].label}" is ${wanyuanText(fen)} ×10,000 yuan; ${placeName(context, source)} ${label} totals ${yuanText(expected)} yuan`,
    },
    cells: [
      { at: own, role: 'subject', label: performance.rows[task.row].label },
      { at: source, role: 'term', label: `合计 ${label}` },
    ],
    left: wanyuanText(fen), right: wanyuanText(expected), difference: wanyuanText(difference),
  });
}
