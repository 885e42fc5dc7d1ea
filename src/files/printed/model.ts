/** A document to be printed and filled in: rows of looks, not of formats. Written as .xlsx or as HTML. */
export interface PrintedDocument {
  readonly sheets: readonly PrintedSheet[];
}

export interface PrintedSheet {
  /** At most 31 characters, none of []:*?/\. */
  readonly name: string;
  /** Widths in half-width characters. */
  readonly widths: readonly number[];
  readonly rows: readonly PrintedRow[];
  /** Row of the column heads, from 0: frozen, repeated on every page, with the filter; null for none. */
  readonly head: number | null;
  /** Above and below every page; & as it is. */
  readonly header: string;
  /** "第 {page} 页 共 {pages} 页": the two are filled in where the format can. */
  readonly footer: string;
}

export interface PrintedRow {
  /** From the first column; null is a blank cell. */
  readonly cells: readonly (PrintedCell | null)[];
  /** The row goes on in the next one: no line between them. */
  readonly goesOn?: boolean;
}

/**
 * title, remark, section and total speak of the whole; head names a column; text, centre and shrunk (one line, smaller
 * letters where it is long) are cells of the table; answer is to be filled in by the reader.
 */
export type PrintedLook = 'title' | 'remark' | 'warning' | 'section' | 'head' | 'text' | 'centre' | 'shrunk' | 'answer' | 'amount' | 'count' | 'total';

export interface PrintedCell {
  readonly look: PrintedLook;
  readonly value: PrintedValue;
  /** Columns it takes, 1 where absent. */
  readonly span?: number;
}

/** An amount is a plain decimal with the word of its unit; it stays exact, as a text where no number holds it. */
export type PrintedValue = string | { readonly amount: string; readonly unit: string } | { readonly count: number };
