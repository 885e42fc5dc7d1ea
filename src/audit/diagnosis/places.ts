/** How cells are called in sentences. */
import type { SuspectCell } from './model';
import { proofTexts, type Language } from './texts';

/** How cells are called; given by whoever knows the workbook. */
export interface Naming {
  readonly language: Language;
  readonly place: (cell: number) => { readonly sheet: string; readonly address: string };
  /** The row in the field's words: "30228 工会经费". */
  readonly label: (cell: number) => string;
  /** The column in the field's words: "合计". */
  readonly column: (cell: number) => string;
  /** The cell's present value in 分. */
  readonly value: (cell: number) => number;
  /** An amount of 分 for people, in the unit of the cell's table: "425,400.00". */
  readonly amount: (cell: number, fen: number) => string;
  /** The unit that amounts of this cell are given in, as a word: 万元. */
  readonly unit: (cell: number) => string;
  /** The same as a decimal string: "425400.00"; "" for a blank cell is the caller's choice. */
  readonly plain: (cell: number, fen: number) => string;
  /** The formula in a cell, without "="; null where it holds none. */
  readonly formula: (cell: number) => string | null;
  /** A formula for a cell that yields its proposed figure once all of its cause are put right; null where none is known. */
  readonly mendedFormula: (suspect: SuspectCell, together: readonly SuspectCell[]) => string | null;
  /** Id of the finding an equation belongs to. */
  readonly finding: (equation: number) => string | null;
}

/** More places than this are counted instead of listed. */
export const longestList = 5;

/** 表6!E16、H16、表1!F13: the sheet once for its cells. */
export function placesOf(cells: readonly number[], naming: Naming): string {
  const shown = cells.slice(0, longestList);
  const parts: string[] = [];
  let sheet = '';
  for (const cell of shown) {
    const place = naming.place(cell);
    parts.push(place.sheet === sheet ? place.address : `${place.sheet}!${place.address}`);
    sheet = place.sheet;
  }
  const text = parts.join(proofTexts.joiner[naming.language]);
  if (cells.length <= longestList) return text;
  return naming.language === 'zh' ? `${text} 等 ${cells.length} 处` : `${text} and ${cells.length - longestList} more`;
}
