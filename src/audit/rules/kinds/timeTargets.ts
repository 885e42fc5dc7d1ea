import type { SheetGrid } from '../../workbook';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';

/** A day, month or year by which something is done: 2022年12月底前. Comparisons (较2022年) are no targets. */
const DATE = /(?<![较比同对自从至\d-])(20\d{2})年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:份)?(?:年?底|末)?(?:之?前|以前|内)?(?:全部|按时|按期)?完(?:成|工)|(20\d{2})年\d{1,2}月(?:\d{1,2}日|底|末)?(?:之?前|以前)/;

/** M6b: what a 绩效目标表 of a budget promises in time does not lie before its year. */
export const timeTargets: Check = (context) => {
  const list = new Checklist();
  const { year, recognition } = context;
  if (year === null) return list.result();
  for (const table of recognition.tables) {
    if ((table.definition.shape !== 'form' && table.definition.shape !== 'tasks') || table.family.family === 'national-final-accounts') continue;
    const grid = context.grids[table.sheet];
    for (const row of grid.rowsBetween(table.range.top, table.range.bottom)) check(context, list, grid, row, year);
  }
  return list.result();
};

/** A row of 时效指标: the label stands in the row, or its merged cell reaches it. */
function check(context: CheckContext, list: Checklist, grid: SheetGrid, row: number, year: number): void {
  const [from, to] = grid.cellsOf(row);
  if (!Array.from({ length: to - from }, (_, i) => grid.sheet.columns[from + i]).some((column) => grid.norm(row, column) === '时效指标')) return;
  for (let cell = from; cell < to; cell++) {
    const match = grid.isText(cell) ? DATE.exec(grid.normOf(cell)) : null;
    if (!match) continue;
    const target = Number(match[1] ?? match[2]);
    if (target >= year) {
      list.pass();
      continue;
    }
    const subject: DraftCell = { at: { sheet: grid.index, row, column: grid.sheet.columns[cell] }, role: 'subject', label: '时效指标' };
    list.add({
      rule: 'M6b', severity: 'hint', table: context.recognition.tables.find((t) => t.sheet === grid.index) ?? null, key: `time|${grid.rawOf(cell).trim()}`,
      message: {
        zh: `${placeName(context, subject.at)} 时效指标写的是“${grid.rawOf(cell).trim()}”，早于预算年度 ${year} 年；请核对`,
        en: `${placeName(context, subject.at)}: the time target "${grid.rawOf(cell).trim()}" lies before the budget year ${year}`,
      },
      cells: [subject],
    });
  }
}
