import type { SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';

/** M6b: what a 绩效目标表 of a budget promises in time lies within its year; a form for several years may go on behind it. */
export const timeTargets: Check = (context) => {
  const list = new Checklist();
  const { year, recognition } = context;
  if (year === null) return list.result();
  for (const table of recognition.tables) {
    if ((table.definition.shape !== 'form' && table.definition.shape !== 'tasks') || table.family.family === 'national-final-accounts') continue;
    const grid = context.grids[table.sheet];
    // The indicators stand below what was read as the table's amounts.
    const next = recognition.tables.filter((t) => t.sheet === table.sheet && t.range.top > table.range.top).map((t) => t.range.top - 1);
    const rows = [...grid.rowsBetween(table.range.top, Math.min(grid.lastRow, ...next))];
    const last = rows.some((row) => textsOf(grid, row).some((text) => CHECK_WORDS.timeTargets.longTerm.test(text))) ? Infinity : year;
    let isTime = false;
    for (const row of rows) {
      isTime = isTimeRow(grid, row, isTime);
      if (isTime) check(context, list, grid, row, year, last);
    }
  }
  return list.result();
};

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

function check(context: CheckContext, list: Checklist, grid: SheetGrid, row: number, year: number, last: number): void {
  const [from, to] = grid.cellsOf(row);
  for (let cell = from; cell < to; cell++) {
    const match = grid.isText(cell) ? CHECK_WORDS.timeTargets.date.exec(grid.normOf(cell)) : null;
    if (!match) continue;
    const target = Number(match[1] ?? match[2]);
    if (target >= year && target <= last) {
      list.pass();
      continue;
    }
    const subject: DraftCell = { at: { sheet: grid.index, row, column: grid.sheet.columns[cell] }, role: 'subject', label: '时效指标' };
    list.add({
      rule: 'M6b', severity: 'hint', table: context.recognition.tables.find((t) => t.sheet === grid.index) ?? null, key: `time|${grid.rawOf(cell).trim()}`,
      message: {
        zh: `${placeName(context, subject.at)} 时效指标写的是“${grid.rawOf(cell).trim()}”，${target < year ? '早' : '晚'}于预算年度 ${year} 年；请核对`,
        en: `${placeName(context, subject.at)}: the time target "${grid.rawOf(cell).trim()}" lies ${target < year ? 'before' : 'after'} the budget year ${year}`,
      },
      cells: [subject],
    });
  }
}
