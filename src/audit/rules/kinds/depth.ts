import type { BoundBlock } from '../../tables';
import { normaliseText } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, codedBlocks, fenOf, placeName, rowName, type Check, type CheckContext, type DraftCell } from './context';

/** Digits of the lowest level: 项 of the functional, 款 of the economic classification. */
const LOWEST = { function: 7, department: 5 } as const;

/** Functional codes begin with 2, departmental economic ones with 3. */
const FIRST_DIGIT: Readonly<Record<number, string>> = { 7: '2', 5: '3' };

/** Cells that a finding lists at most. */
const MOST_CELLS = 20;

/** C7: functional codes go down to 项, the economic codes of basic expenditure down to 款. */
export const depth: Check = (context) => {
  const list = new Checklist();
  for (const block of codedBlocks(context.recognition, ['function', 'department'])) {
    if (block.table.family.family === 'generic') continue;
    const system = block.table.definition.codes === 'department' ? 'department' : 'function';
    if (system === 'department' && !CHECK_WORDS.depth.basic.test(normaliseText(block.table.title))) continue;
    const shallow = shallowRows(context, block, LOWEST[system], list);
    if (shallow.length > 0) report(context, list, block, shallow, system === 'function' ? '项' : '款');
  }
  return list.result();
};

/** Rows with no row below them and a code that stops short, where any of them has money. */
function shallowRows(context: CheckContext, block: BoundBlock, lowest: number, list: Checklist): DraftCell[] {
  let withMoney = false;
  // 款 written with two digits stand between, so a row's own links do not tell.
  const above = new Set<string>();
  for (const { code } of block.rows) for (let length = code.length - 1; length > 0 && !above.has(code.slice(0, length)); length--) above.add(code.slice(0, length));
  const rows = block.rows.flatMap((row, index): DraftCell[] => {
    if (row.kind !== 'item' || !/^\d+$/.test(row.code) || !row.codeCell || above.has(row.code)) return [];
    if (row.code.length >= lowest) {
      list.pass();
      return [];
    }
    if (row.code.length % 2 === 0 || !row.code.startsWith(FIRST_DIGIT[lowest]) || !isDivided(context, lowest, row.code)) return [];
    withMoney ||= block.columns.some((_, c) => (fenOf(context.recognition, block, index, c) ?? 0) !== 0);
    return [{ at: row.codeCell, role: 'subject', label: rowName(row) }];
  });
  return withMoney ? rows : [];
}

/** Whether the chart has anything below a code: 219 援助其他地区支出 ends with its 款. Which codes are divided seldom changes: other years go by the nearest. */
function isDivided({ chart, year: asked }: Pick<CheckContext, 'chart' | 'year'>, lowest: number, code: string): boolean {
  if (asked === null) return false;
  const year = Math.min(Math.max(asked, chart.firstYear), chart.lastYear);
  const classification = lowest === LOWEST.function ? 'function' : 'department';
  const below = Array.from({ length: 99 }, (_, i) => `${code}${String(i + 1).padStart(2, '0')}`).filter((c) => chart.lookup(classification, c, year) !== null);
  return below.length > 0 && (code.length + 2 === lowest || below.some((c) => isDivided({ chart, year }, lowest, c)));
}

function report(context: CheckContext, list: Checklist, block: BoundBlock, rows: readonly DraftCell[], level: '项' | '款'): void {
  const names = rows.slice(0, 6).map((c) => c.label).join('、') + (rows.length > 6 ? ` 等 ${rows.length} 行` : '');
  list.add({
    rule: 'C7', severity: 'warning', table: block.table, key: `depth|${rows.map((c) => c.label).join(',')}`,
    message: {
      zh: `${placeName(context, rows[0].at)} ${names} 下面没有列到“${level}”；${level === '项' ? '按功能分类应公开到项级科目' : '基本支出按经济分类应公开到款级科目'}，请补列`,
      en: `${placeName(context, rows[0].at)}: ${rows.map((c) => c.label).slice(0, 6).join(', ')} are not broken down to ${level === '项' ? 'items (项)' : 'sections (款)'}`,
    },
    cells: rows.slice(0, MOST_CELLS),
  });
}
