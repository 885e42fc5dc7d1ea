import type { BoundTable, CellRef } from '../../tables';
import type { SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { gridOf, ofSheet } from './kept';

/** M6b: what a 绩效目标表 of a budget promises in time lies within its year; a form for several years may go on behind it. */
export const timeTargets: Check = (context) => {
  const list = new Checklist();
  const { year, recognition } = context;
  if (year === null) return list.result();
  for (const table of recognition.tables) {
    if ((table.definition.shape !== 'form' && table.definition.shape !== 'tasks') || table.family.family === 'national-final-accounts') continue;
    const grid = gridOf(context, table);
    // The indicators stand below what was read as the table's amounts.
    const next = table.continued.length > 0 ? [] : recognition.tables.filter((t) => t.sheet === table.sheet && t.range.top > table.range.top).map((t) => t.range.top - 1);
    const { targets, isLongTerm } = targetsOf(grid, table.range.top, Math.min(grid.lastRow, ...next));
    for (const target of targets) check(context, list, table, target, year, isLongTerm ? Infinity : year);
  }
  return list.result();
};

interface Target {
  readonly at: CellRef;
  readonly year: number;
  readonly text: string;
}

/** The years that rows of 时效指标 name, and whether the form is one for several years. */
const targetsOf = ofSheet((grid, top: number, bottom: number): { readonly targets: readonly Target[]; readonly isLongTerm: boolean } => {
  const rows = [...grid.rowsBetween(top, bottom)];
  const targets: Target[] = [];
  let isTime = false;
  for (const row of rows) {
    isTime = isTimeRow(grid, row, isTime);
    if (!isTime) continue;
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      const match = grid.isText(cell) ? CHECK_WORDS.timeTargets.date.exec(grid.normOf(cell)) : null;
      if (match) targets.push({ at: { ...grid.placeOf(row), column: grid.sheet.columns[cell] }, year: Number(match[1] ?? match[2]), text: grid.rawOf(cell).trim() });
    }
  }
  return { targets, isLongTerm: rows.some((row) => textsOf(grid, row).some((text) => CHECK_WORDS.timeTargets.longTerm.test(text))) };
});

function textsOf(grid: SheetGrid, row: number): string[] {
  const [from, to] = grid.cellsOf(row);
  return Array.from({ length: to - from }, (_, i) => grid.normOf(from + i));
}

/** A row of 时效指标: the label stands in it, or above it with nothing but blanks between. */
function isTimeRow(grid: SheetGrid, row: number, isAbove: boolean): boolean {
  const texts = textsOf(grid, row);
  if (texts.includes('时效指标')) return true;
  return isAbove && !texts.some((text) => CHECK_WORDS.timeTargets.otherLevel.test(text));
}

function check(context: CheckContext, list: Checklist, table: BoundTable, { at, year: target, text }: Target, year: number, last: number): void {
  if (target >= year && target <= last) {
    list.pass();
    return;
  }
  const subject: DraftCell = { at, role: 'subject', label: '时效指标' };
  list.add({
    rule: 'M6b', severity: 'hint', table, key: `time|${text}`,
    message: {
      zh: `${placeName(context, at)} 时效指标写的是“${text}”，${target < year ? '早' : '晚'}于预算年度 ${year} 年；请核对`,
      en: `${placeName(context, at)}: the time target "${text}" lies ${target < year ? 'before' : 'after'} the budget year ${year}`,
    },
    cells: [subject],
  });
}
