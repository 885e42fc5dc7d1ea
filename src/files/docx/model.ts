/** A Word document as far as an audit needs it. */

export interface DocumentCell {
  readonly text: string;
  /** First grid column, zero-based, and how many it spans. */
  readonly column: number;
  readonly span: number;
  /** Goes on from the cell above. */
  readonly continues: boolean;
}

export interface DocumentTable {
  /** Index of the paragraph it stands before. */
  readonly before: number;
  readonly rows: readonly (readonly DocumentCell[])[];
}

export interface WordDocument {
  /** Paragraphs of the body outside tables, blank ones too, then those of text boxes and footnotes where they stand. */
  readonly paragraphs: readonly string[];
  readonly tables: readonly DocumentTable[];
}
