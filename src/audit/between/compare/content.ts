import { CellKind, parseAmountText, type SheetGrid } from '../../workbook';
import type { ChangeKind } from '../model';

/** What stands in a cell, as far as two versions are compared. */
export interface Content {
  /** null where it is no number. */
  readonly number: number | null;
  /** Normalised; a number's digits. */
  readonly text: string;
  /** As it stands in the cell. */
  readonly shown: string;
}

export const NOTHING: Content = { number: null, text: '', shown: '' };

/** A binary number keeps 15 digits; what differs behind them is a trace of calculation. */
const DIGITS = 15;

export function contentAt(grid: SheetGrid, row: number, column: number): Content {
  return contentOf(grid, grid.at(row, column));
}

export function contentOf(grid: SheetGrid, cell: number): Content {
  if (cell < 0) return NOTHING;
  const { kinds, numbers } = grid.sheet;
  if (kinds[cell] === CellKind.number) {
    const text = String(Number(numbers[cell].toPrecision(DIGITS)));
    return { number: numbers[cell], text, shown: text };
  }
  if (kinds[cell] === CellKind.boolean) {
    const text = numbers[cell] !== 0 ? 'TRUE' : 'FALSE';
    return { number: null, text, shown: text };
  }
  const shown = grid.rawOf(cell).trim();
  return shown === '' ? NOTHING : { number: null, text: kinds[cell] === CellKind.text ? grid.normOf(cell) : shown, shown };
}

/** Width, blanks and quotes of texts do not matter. */
export function isSame(a: Content, b: Content): boolean {
  return a.text === b.text && (a.number === null) === (b.number === null);
}

/** How two contents that are not the same differ. */
export function kindOf(a: Content, b: Content): ChangeKind & ('value' | 'text' | 'stored') {
  const [x, y] = [figureOf(a), figureOf(b)];
  if (x !== null && y !== null && (a.number !== null || b.number !== null)) return x === y ? 'stored' : 'value';
  return a.number === null && b.number === null ? 'text' : 'value';
}

/** What is said of a place of kind `stored`: blanks say enough of themselves. */
export const storedAs = (kind: ChangeKind, { number, text }: Content): { readonly isText?: true } => (kind === 'stored' && number === null && text !== '' ? { isText: true } : {});

/** A blank is a figure of nothing: 0 and blank are the same figure. */
function figureOf({ number, text }: Content): number | null {
  if (number !== null) return Number(number.toPrecision(DIGITS));
  if (text === '') return 0;
  const parsed = parseAmountText(text);
  return parsed === null || parsed.unit !== null ? null : Number(parsed.decimal);
}
