import { parentCode } from '../../chart';
import type { BoundBlock, Recognition } from '../../tables';
import { amountCell, Checklist, fenOf, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { yuanText } from './money';
import { SECRET } from './words';

/** Money that the detail tables show (表5, 表6) or that is looked for in a table of its own (表9). */
const SHOWN: readonly string[] = ['一般公共预算拨款', '政府性基金拨款', '国有资本经营预算收入'];

/** Which code of a procurement row is looked for in which detail table. */
interface Side {
  readonly table: 'B05' | 'B06';
  readonly codeOf: (row: number) => string;
  readonly zh: string;
  readonly en: string;
}

/** What is bought under one code of a detail table. */
interface Purchase {
  readonly code: string;
  readonly rows: readonly number[];
  readonly source: readonly number[];
  readonly bought: number;
  readonly planned: number;
  /** Every amount of it is a number; what cannot be read is not nothing. */
  readonly isReadable: boolean;
}

/** X15: codes of the 政府采购预算表 occur in 表5 and 表6, and its money is not above theirs. */
export const procurement: Check = (context) => {
  const list = new Checklist();
  const block = context.recognition.tables.find((t) => t.id === 'B11')?.blocks[0];
  if (!block) return list.result();
  const column = block.columns.findIndex((c) => c.id === '预算金额');
  if (column < 0) return list.result();
  const leaves = block.rows.flatMap((row, i) => (row.kind === 'item' && block.children[i].length === 0 && !row.label.includes(SECRET) ? [i] : []));
  compare(context, list, block, column, leaves, { table: 'B05', codeOf: (i) => block.rows[i].code, zh: '功能科目', en: 'functional code' });
  compare(context, list, block, column, leaves, { table: 'B06', codeOf: (i) => block.rows[i].departmentCode, zh: '部门经济科目', en: 'departmental economic code' });
  return list.result();
};

function compare(context: CheckContext, list: Checklist, block: BoundBlock, column: number, leaves: readonly number[], side: Side): void {
  const { recognition } = context;
  const detail = recognition.tables.find((t) => t.id === side.table)?.blocks[0];
  const total = detail?.columns.findIndex((c) => c.role === 'total') ?? -1;
  // Fund money is procured too; its codes are not in the general budget's tables.
  const fund = recognition.tables.find((t) => t.id === 'B09')?.blocks.some((b) => b.rows.some((_, r) => (fenOf(recognition, b, r, 0) ?? 0) !== 0)) ?? false;
  if (!detail || total < 0 || fund) return list.skip();
  const purchases = purchasesOf(recognition, block, column, leaves, side, detail, total);
  const excess = purchases.reduce((sum, { bought, planned }) => sum + Math.max(0, bought - planned), 0);
  // So is money that no detail table shows: 事业收入, 上年结转, 实户资金 …
  const isCovered = excess <= otherMoney(recognition);
  for (const purchase of purchases) {
    if (!purchase.isReadable) list.skip();
    else if (purchase.source.length > 0 && purchase.bought <= purchase.planned) list.pass();
    else if (isCovered) list.skip();
    else report(context, list, block, column, side, detail, total, purchase);
  }
}

function purchasesOf(
  recognition: Recognition,
  block: BoundBlock,
  column: number,
  leaves: readonly number[],
  { codeOf }: Side,
  detail: BoundBlock,
  total: number,
): Purchase[] {
  const rowsOf = (code: string): number[] => detail.rows.flatMap((r, i) => (r.kind === 'item' && r.code === code ? [i] : []));
  /** The code itself, or the 款 or 类 above it that the detail table does not break down. */
  const listedAs = (code: string): string => {
    for (let above: string | null = code; above !== null; above = parentCode(above)) {
      const rows = rowsOf(above);
      if (rows.length > 0) return above === code || rows.every((row) => detail.children[row].length === 0) ? above : code;
    }
    return code;
  };
  const groups = new Map<string, number[]>();
  for (const row of leaves) {
    if (codeOf(row) === '') continue;
    const code = listedAs(codeOf(row));
    groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  return [...groups].map(([code, rows]) => {
    const source = rowsOf(code);
    const bought = rows.map((row) => fenOf(recognition, block, row, column));
    const planned = source.map((row) => fenOf(recognition, detail, row, total));
    return { code, rows, source, bought: sumOf(bought), planned: sumOf(planned), isReadable: ![...bought, ...planned].includes(null) };
  });
}

const sumOf = (fen: readonly (number | null)[]): number => fen.reduce<number>((sum, one) => sum + (one ?? 0), 0);

/** Money of the 支出总表 (or 收入总表) that is in none of the detail tables, in 分; what cannot be read may be any amount. */
function otherMoney(recognition: Recognition): number {
  const block = ['B03', 'B02'].flatMap((id) => recognition.tables.filter((t) => t.id === id))[0]?.blocks[0];
  const total = block?.rows.findIndex((r) => r.kind === 'total') ?? -1;
  if (!block || total < 0) return 0;
  const others = block.columns.flatMap(({ id, role }, c) => (role === 'part' && !SHOWN.includes(id) && block.amounts[total * block.columns.length + c] >= 0 ? [c] : []));
  return others.reduce((sum, c) => sum + (fenOf(recognition, block, total, c) ?? Infinity), 0);
}

function report(
  context: CheckContext,
  list: Checklist,
  block: BoundBlock,
  column: number,
  { table, zh, en }: Side,
  detail: BoundBlock,
  total: number,
  { code, rows, source, bought, planned }: Purchase,
): void {
  const cells: DraftCell[] = rows.map((row) => ({ at: amountCell(context.recognition, block.amounts[row * block.columns.length + column]), role: 'subject', label: block.rows[row].label }));
  for (const row of rows) {
    const at = table === 'B05' ? block.rows[row].codeCell : null;
    if (at) cells.push({ at, role: 'term', label: code });
  }
  for (const i of source) cells.push({ at: amountCell(context.recognition, detail.amounts[i * detail.columns.length + total]), role: 'term', label: detail.rows[i].label });
  const place = placeName(context, cells[0].at);
  list.add({
    rule: 'X15', severity: 'warning', table: block.table, key: `${table}|${code}`,
    message: source.length === 0
      ? { zh: `${place} 采购用的${zh} ${code} 在${detail.table.title}中没有`, en: `${place}: ${en} ${code} of the procurement does not occur in ${detail.table.title}` }
      : { zh: `${place} ${zh} ${code} 的采购金额 ${yuanText(bought)} 元，大于${detail.table.title}中该科目的 ${yuanText(planned)} 元`, en: `${place}: procurement of ${en} ${code} is ${yuanText(bought)} yuan, above its ${yuanText(planned)} yuan` },
    cells,
  });
}
