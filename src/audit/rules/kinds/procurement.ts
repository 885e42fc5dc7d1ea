import type { BoundBlock } from '../../tables';
import { amountCell, Checklist, fenOf, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { yuanText } from './money';

/** X15: codes of the 政府采购预算表 occur in 表5 and 表6, and its money is not above theirs. */
export const procurement: Check = (context) => {
  const list = new Checklist();
  const block = context.recognition.tables.find((t) => t.id === 'B11')?.blocks[0];
  if (!block) return list.result();
  const column = block.columns.findIndex((c) => c.id === '预算金额');
  if (column < 0) return list.result();
  const leaves = block.rows.flatMap((row, i) => (row.kind === 'item' && block.children[i].length === 0 ? [i] : []));
  compare(context, list, block, column, leaves, 'B05', (i) => block.rows[i].code, '功能科目', 'functional code');
  compare(context, list, block, column, leaves, 'B06', (i) => block.rows[i].departmentCode, '部门经济科目', 'departmental economic code');
  return list.result();
};

function compare(
  context: CheckContext,
  list: Checklist,
  block: BoundBlock,
  column: number,
  leaves: readonly number[],
  table: 'B05' | 'B06',
  codeOf: (row: number) => string,
  zh: string,
  en: string,
): void {
  const { recognition } = context;
  const detail = recognition.tables.find((t) => t.id === table)?.blocks[0];
  const total = detail?.columns.findIndex((c) => c.role === 'total') ?? -1;
  // Fund money is procured too; its codes are not in the general budget's tables.
  const fund = recognition.tables.find((t) => t.id === 'B09')?.blocks.some((b) => b.rows.some((_, r) => (fenOf(recognition, b, r, 0) ?? 0) !== 0)) ?? false;
  if (!detail || total < 0 || fund) return list.skip();
  const groups = new Map<string, number[]>();
  for (const row of leaves) if (codeOf(row) !== '') groups.set(codeOf(row), [...(groups.get(codeOf(row)) ?? []), row]);
  for (const [code, rows] of groups) {
    const bought = rows.reduce((sum, row) => sum + (fenOf(recognition, block, row, column) ?? 0), 0);
    const source = detail.rows.flatMap((r, i) => (r.kind === 'item' && r.code === code ? [i] : []));
    const planned = source.reduce((sum, i) => sum + (fenOf(recognition, detail, i, total) ?? 0), 0);
    if (source.length > 0 && bought <= planned) {
      list.pass();
      continue;
    }
    const cells: DraftCell[] = rows.map((row) => ({ at: amountCell(recognition, block.amounts[row * block.columns.length + column]), role: 'subject', label: block.rows[row].label }));
    for (const row of rows) {
      const at = table === 'B05' ? block.rows[row].codeCell : null;
      if (at) cells.push({ at, role: 'term', label: code });
    }
    for (const i of source) cells.push({ at: amountCell(recognition, detail.amounts[i * detail.columns.length + total]), role: 'term', label: detail.rows[i].label });
    const place = placeName(context, cells[0].at);
    list.add({
      rule: 'X15', severity: 'warning', table: block.table, key: `${table}|${code}`,
      message: source.length === 0
        ? { zh: `${place} 采购用的${zh} ${code} 在${detail.table.title}中没有`, en: `${place}: ${en} ${code} of the procurement does not occur in ${detail.table.title}` }
        : { zh: `${place} ${zh} ${code} 的采购金额 ${yuanText(bought)} 元，大于${detail.table.title}中该科目的 ${yuanText(planned)} 元`, en: `${place}: procurement of ${en} ${code} is ${yuanText(bought)} yuan, above its ${yuanText(planned)} yuan` },
      cells,
    });
  }
}
