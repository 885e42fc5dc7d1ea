import { isTotalLabel, type SheetGrid } from '../workbook';
import { codeText } from './codes';
import { isFigureText } from './lines';

/** Below no word: whole numbers that grow from row to row, of one length or beginning with one above them (212, 212001), a name right of each: codes of units. */
export function areNumbersOfNames(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  const texts = besideNames(grid, rows, column);
  const isOne = (text: string, i: number): boolean => text.length === texts[0].length || texts.slice(0, i).some((above) => above.length < text.length && text.startsWith(above));
  return texts.every((text, i) => codeText(text) !== '' && text.length >= SHORTEST && isOne(text, i) && (i === 0 || text > texts[i - 1])) && texts.length > 0;
}

/** 1, 2, 3 … to the last name: they count the names on their right, whose 序号 was lost. */
export function countNames(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  const texts = besideNames(grid, rows, column);
  return texts.length > 0 && texts.every((text, i) => text === String(i + 1));
}

/** What a column holds where each entry, of several, has words right of it; nothing elsewhere. */
function besideNames(grid: SheetGrid, rows: readonly number[], column: number): string[] {
  const filled = rows.filter((row) => grid.norm(row, column) !== '' && !isTotalLabel(grid.norm(row, column)));
  const isBeside = (row: number): boolean => grid.isText(grid.at(row, column + 1)) && !isFigureText(grid.norm(row, column + 1));
  return filled.length >= FEWEST && filled.every(isBeside) ? filled.map((row) => grid.norm(row, column)) : [];
}

const [FEWEST, SHORTEST] = [2, 3];
