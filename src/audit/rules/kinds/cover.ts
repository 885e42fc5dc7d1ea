import type { SheetGrid } from '../../workbook';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';

/** A cover holds a few lines only. */
const MOST_LINES = 60;

const SIGN_OFF = /^[^:]*(保密审查|审签)((情况|意见|结果):?|:)$/;
const SIGNED = /(保密审查|审签)(情况|意见|结果)?:/;
const CLOSING = /(预算|决算)(公开)?(报表|表|说明)?$/;
const YEAR = /20\d\d年/;
const BROKEN_YEAR = /^(\d{1,3}|\d{5,}|[X×]+)年/i;

/** M7: the cover answers the lines of 保密审查 and 负责人审签, and its year is whole. */
export const cover: Check = (context) => {
  const list = new Checklist();
  const used = new Set(context.recognition.tables.map((t) => t.sheet));
  for (const grid of context.grids) {
    if (used.has(grid.index) || context.recognition.catalogue?.sheet === grid.index || grid.sheet.columns.length > MOST_LINES) continue;
    for (const row of grid.sheet.rowNumbers) checkLine(context, list, grid, row);
  }
  return list.result();
};

function checkLine(context: CheckContext, list: Checklist, grid: SheetGrid, row: number): void {
  const [from, to] = grid.cellsOf(row);
  for (let cell = from; cell < to; cell++) {
    if (!grid.isText(cell)) continue;
    const text = grid.normOf(cell);
    const at = { sheet: grid.index, row, column: grid.sheet.columns[cell] };
    const subject: DraftCell = { at, role: 'subject', label: text };
    if (SIGN_OFF.test(text)) {
      // An answer may stand in the next cell.
      const answered = Array.from({ length: to - cell - 1 }, (_, i) => grid.normOf(cell + 1 + i)).some((t) => t !== '');
      if (answered) list.pass();
      else list.add({
        rule: 'M7', severity: 'warning', table: null, key: `sign|${text}`,
        message: { zh: `${placeName(context, at)} “${text}”没有填写；请填写审查、审签情况`, en: `${placeName(context, at)} "${text}" is not filled in` },
        cells: [subject],
      });
    } else if (SIGNED.test(text)) list.pass();
    else if (CLOSING.test(text) && !YEAR.test(text) && BROKEN_YEAR.test(text)) {
      list.add({
        rule: 'M7', severity: 'warning', table: null, key: 'year',
        message: { zh: `${placeName(context, at)} “${grid.rawOf(cell).trim()}”的年度不是四位年份；请改正，否则按年度的核对不能进行`, en: `${placeName(context, at)} "${grid.rawOf(cell).trim()}" does not begin with a year of four digits` },
        cells: [subject],
      });
    }
  }
}
