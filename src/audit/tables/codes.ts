import type { SheetGrid } from '../workbook';

/**
 * A code in one column ("2080505", a number 2080505, " 208 05 05"), or in two or three (208 | 05 | 05).
 * Where the upper parts are left blank they are taken from the row above that carries them.
 */
export class CodeReader {
  private upper: string[] = [];

  constructor(
    private readonly grid: SheetGrid,
    readonly columns: readonly number[],
  ) {}

  /** Digits of the code in a row; "" where there is none. The raw text if it is no code but holds digits. */
  read(row: number): string {
    if (this.columns.length === 1) return codeText(this.grid.norm(row, this.columns[0]));
    const parts = this.columns.map((column, i) => padPart(codeText(this.grid.norm(row, column)), i));
    const deepest = lastFilled(parts);
    if (deepest < 0) return '';
    // A whole code in the first of three columns.
    if (deepest === 0 && parts[0].length > 3) return parts[0];
    for (let i = 0; i < deepest; i++) if (parts[i] === '') parts[i] = this.upper[i] ?? '';
    this.upper = parts.slice(0, deepest + 1);
    return this.upper.join('');
  }
}

function lastFilled(parts: readonly string[]): number {
  for (let i = parts.length - 1; i >= 0; i--) if (parts[i] !== '') return i;
  return -1;
}

/** 款 and 项 have two digits; a number 5 in their column means 05. */
function padPart(part: string, index: number): string {
  return index > 0 && /^\d$/.test(part) ? `0${part}` : part;
}

/** Digits of a code cell; "" for words. Letters among digits are kept so that code rules can name them. */
export function codeText(normalised: string): string {
  // A column that once was a number elsewhere: 2080108.0.
  const compact = normalised.replace(/^(\d{3,})\.0+$/, '$1').replace(/[.\-_']/g, '');
  return /^\d[\dA-Za-z]*$/.test(compact) ? compact : '';
}
