import type { Bilingual, SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';

/** A cover holds a few lines only. */
const MOST_LINES = 60;

const WORDS = CHECK_WORDS.cover;
const YEAR = /20\d\d年/;
/** What stands for the four digits in front of 年: too few or too many of them, letters, marks of a template. */
const BROKEN_YEAR = /(?:^|[^\dX×O*_?])[\dX×O*_?]+年/i;

const NOT_DONE: Bilingual = { zh: '写的是还没有审查、审签；请审查、审签后再公开', en: 'says that it has not been done' };

/** M7: the cover answers the lines of 保密审查 and 负责人审签, and its year is whole. */
export const cover: Check = (context) => {
  const list = new Checklist();
  const used = new Set(context.recognition.tables.map((t) => t.sheet));
  for (const grid of context.grids) {
    if (used.has(grid.index) || context.recognition.catalogues.some(({ sheet }) => sheet === grid.index) || grid.sheet.columns.length > MOST_LINES) continue;
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
    if (WORDS.signOff.test(text)) {
      // An answer may stand in the next cell.
      const answer = Array.from({ length: to - cell - 1 }, (_, i) => grid.normOf(cell + 1 + i)).find((t) => t !== '');
      if (answer === undefined) addSignOff(list, context, subject, { zh: '没有填写；请填写审查、审签情况', en: 'is not filled in' });
      else if (WORDS.notDone.test(`${text.replace(/:?$/, ':')}${answer}`)) addSignOff(list, context, { ...subject, label: `${text}${answer}` }, NOT_DONE);
      else list.pass();
    } else if (WORDS.notDone.test(text)) addSignOff(list, context, subject, NOT_DONE);
    else if (WORDS.signed.test(text)) list.pass();
    else if (WORDS.closing.test(text) && !YEAR.test(text) && (BROKEN_YEAR.test(text) || WORDS.noYear.test(text)) && !hasYearBeside(grid, row)) {
      list.add({
        rule: 'M7', severity: 'warning', table: null, key: 'year',
        message: { zh: `${placeName(context, at)} “${grid.rawOf(cell).trim()}”的年度没有四位的年份；请改正，否则按年度的核对不能进行`, en: `${placeName(context, at)} "${grid.rawOf(cell).trim()}" shows no year of four digits` },
        cells: [subject],
      });
    }
  }
}

function addSignOff(list: Checklist, context: CheckContext, subject: DraftCell, words: Bilingual): void {
  list.add({
    rule: 'M7', severity: 'warning', table: null, key: `sign|${subject.label}`,
    message: { zh: `${placeName(context, subject.at)} “${subject.label}”${words.zh}`, en: `${placeName(context, subject.at)} "${subject.label}" ${words.en}` },
    cells: [subject],
  });
}

/** The digits may stand in a cell of their own, in front of 年部门预算 or above it. */
function hasYearBeside(grid: SheetGrid, row: number): boolean {
  return [...grid.rowsBetween(row - 1, row + 1)].some((near) => {
    const [from, to] = grid.cellsOf(near);
    return Array.from({ length: to - from }, (_, i) => from + i).some((cell) => /^(20\d\d年?度?|[二〇○零一二三四五六七八九十]{4}年?)$/.test(grid.isNumber(cell) ? String(grid.sheet.numbers[cell]) : grid.normOf(cell)));
  });
}
