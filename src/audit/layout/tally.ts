import { isTotalLabel, parseAmountText, type SheetGrid } from '../workbook';
import { codeText, splitCode } from './codes';
import { isFigureText } from './lines';

/** What the cells of a column are, counted; 合计 and dashes count for nothing. */
export interface Tally {
  filled: number;
  texts: number;
  figures: number;
  percents: number;
  codes: number;
  joined: number;
  long: number;
}

/** The tallies of columns over the rows, each row walked once. */
export function talliesOf(grid: SheetGrid, rows: readonly number[], columns: readonly number[]): Map<number, Tally> {
  const tallies = new Map(columns.map((column): [number, Tally] => [column, { filled: 0, texts: 0, figures: 0, percents: 0, codes: 0, joined: 0, long: 0 }]));
  for (const row of rows) {
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      const tally = tallies.get(grid.sheet.columns[cell]);
      if (tally) count(tally, grid, cell);
    }
  }
  return tallies;
}

function count(tally: Tally, grid: SheetGrid, cell: number): void {
  if (grid.isNumber(cell)) {
    tally.filled++;
    tally.figures++;
    if (mayBeCode(grid.sheet.numbers[cell]) && codeText(grid.normOf(cell)) !== '') tally.codes++;
    return;
  }
  const text = grid.normOf(cell);
  // A dash stands for nothing; it is no word.
  if (text === '' || isTotalLabel(text) || (text.length <= 2 && parseAmountText(text)?.decimal === '')) return;
  tally.filled++;
  if (codeText(text) !== '') tally.codes++;
  if (text.endsWith('%')) tally.percents++;
  if (isFigureText(text)) tally.figures++;
  else {
    tally.texts++;
    if (text.length > 30) tally.long++;
    const { code, name } = splitCode(text);
    if (code !== '' && name !== '') tally.joined++;
  }
}

/** Digits with one point among them are no code; of all others the text is asked. */
const mayBeCode = (value: number): boolean => Number.isInteger(value) || Math.abs(value) < 1e-6;

/** A column of figures may hold a few words: “不是数” is then a fault of the cell, not of the column. */
export const isFigures = (tally: Tally): boolean => tally.figures > 0 && tally.figures >= tally.texts * 3;

/** With a header that names an amount so many words are borne. */
export const isMostlyFigures = (tally: Tally): boolean => tally.figures > 0 && tally.figures >= tally.texts;
