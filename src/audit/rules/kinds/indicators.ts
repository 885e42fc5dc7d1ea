import type { BoundTable } from '../../tables';
import { normaliseText, type SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { gridOf, ofSheet } from './kept';

/** Second-level indicator → first-level headings it may stand under. */
const HOME: readonly (readonly [RegExp, RegExp])[] = [
  [CHECK_WORDS.indicators.output, CHECK_WORDS.indicators.outputHeading],
  [CHECK_WORDS.indicators.cost, CHECK_WORDS.indicators.costHeading],
  [CHECK_WORDS.indicators.benefit, CHECK_WORDS.indicators.benefitHeading],
  [CHECK_WORDS.indicators.satisfaction, CHECK_WORDS.indicators.satisfactionHeading],
];

/** M6: in 绩效目标表 the second-level indicators stand under their first-level heading. */
export const indicators: Check = (context) => {
  const list = new Checklist();
  const bySheet = new Map<number, BoundTable[]>();
  for (const table of context.recognition.tables) bySheet.set(table.sheet, [...(bySheet.get(table.sheet) ?? []), table]);
  for (const tables of bySheet.values()) {
    const tops = tables.map((t) => t.range.top).sort((a, b) => a - b);
    for (const table of tables) {
      if (table.definition.shape !== 'form' && table.definition.shape !== 'tasks') continue;
      checkTable(context, list, table, table.continued.length > 0 ? Infinity : tops.find((top) => top > table.range.top) ?? Infinity);
    }
  }
  return list.result();
};

function checkTable(context: CheckContext, list: Checklist, table: BoundTable, nextTop: number): void {
  const { inPlace, wrong, heading, isLeftOut } = headingsOf(gridOf(context, table), table.range.top, nextTop);
  list.pass(inPlace);
  if (wrong.length === 0 || !heading) return;
  list.add({
    rule: 'M6', severity: isLeftOut ? 'hint' : 'warning', table, key: `${table.fields.get('项目名称')?.text ?? ''}|${wrong.map((w) => w.label).join(',')}`,
    message: {
      zh: `${placeName(context, wrong[0].at)} ${wrong.map((w) => w.label).join('、')}列在“${heading.label}”（${placeName(context, heading.at)}）之下，应归入对应的一级指标${isLeftOut ? '；表中没有这个一级指标，请补上' : ''}`,
      en: `${placeName(context, wrong[0].at)}: ${wrong.map((w) => w.label).join(', ')} stand under "${heading.label}" (${placeName(context, heading.at)})${isLeftOut ? '; their own heading is missing' : ''}`,
    },
    cells: [...wrong, heading],
  });
}

interface Headings {
  readonly inPlace: number;
  readonly wrong: readonly DraftCell[];
  /** The one above the last of those. */
  readonly heading: DraftCell | null;
  readonly isLeftOut: boolean;
}

/** Second-level indicators under a heading of their own, and under another. */
const headingsOf = ofSheet((grid, top: number, nextTop: number): Headings => {
  const header = findHeader(grid, top);
  if (!header) return { inPlace: 0, wrong: [], heading: null, isLeftOut: false };
  let first: DraftCell | null = null;
  let inPlace = 0;
  const wrong: DraftCell[] = [];
  const homes: RegExp[] = [];
  const headings: string[] = [];
  let heading: DraftCell | null = null;
  const last = Math.min(grid.lastRow, nextTop - 1);
  for (let row = header.row + 1; row <= last; row++) {
    // On the next sheet the heading of the first rows may stand on the one before, or nowhere.
    if (grid.placeOf(row).sheet !== grid.placeOf(row - 1).sheet) first = null;
    const one = grid.raw(row, header.first).trim();
    const two = grid.raw(row, header.second).trim();
    // The header once more on the next page.
    if (one !== '' && [header.row, header.row - 1].some((r) => grid.norm(r, header.first) === grid.norm(row, header.first))) continue;
    if (one !== '') {
      first = { at: { ...grid.placeOf(row), column: header.first }, role: 'declaration', label: one };
      headings.push(normaliseText(one));
    }
    const rule = HOME.find(([second]) => second.test(grid.norm(row, header.second)));
    if (!rule || !first || !CHECK_WORDS.indicators.heading.test(first.label)) continue;
    if (rule[1].test(normaliseText(first.label))) {
      inPlace++;
      continue;
    }
    heading = first;
    homes.push(rule[1]);
    wrong.push({ at: { ...grid.placeOf(row), column: header.second }, role: 'subject', label: two });
  }
  // A heading that stands nowhere has been left out, or lost with a merged cell; the indicators are in their place.
  return { inPlace, wrong, heading, isLeftOut: homes.every((home) => !headings.some((each) => home.test(each))) };
});

function findHeader(grid: SheetGrid, top: number): { row: number; first: number; second: number } | null {
  for (let row = top; row <= Math.min(grid.lastRow, top + 40); row++) {
    const [from, to] = grid.cellsOf(row);
    let first = -1;
    let second = -1;
    for (let i = from; i < to; i++) {
      const text = grid.normOf(i);
      if (text === '一级指标') first = grid.sheet.columns[i];
      if (text === '二级指标') second = grid.sheet.columns[i];
    }
    if (first >= 0 && second >= 0) return { row, first, second };
  }
  return null;
}
