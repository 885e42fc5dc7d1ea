/** What one read of a workbook yields: immutable, columnar, free of any host. */

/**
 * The kind of a stored cell value. Empty cells are not stored. `unknown` = the cell has a value that the file does not
 * hold: a formula without a result, a text that is not in the list of texts; its text is "".
 */
export const CellKind = { number: 1, text: 2, boolean: 3, error: 4, unknown: 5 } as const;
export type CellKindCode = (typeof CellKind)[keyof typeof CellKind];

/** A rectangle of cells; zero-based, both ends inclusive. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A run of row or column numbers; zero-based, both ends inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/**
 * One sheet in compressed-row form. The cells of `rowNumbers[i]` are the indices
 * `rowStart[i]` (inclusive) to `rowStart[i + 1]` (exclusive) of the per-cell arrays, by ascending column.
 * A lone cell at XFD1048576 therefore costs one entry, not a million rows.
 */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  /** Zero-based numbers of the rows that hold at least one non-empty cell, ascending. */
  readonly rowNumbers: Uint32Array;
  /** Length = rowNumbers.length + 1. */
  readonly rowStart: Uint32Array;
  /** Zero-based column of each cell. */
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  /** The stored number (boolean: 0 or 1); NaN for text and errors. */
  readonly numbers: Float64Array;
  /** Index into `WorkbookSnapshot.strings` for text, errors (an error's text is "#REF!" and so on) and `unknown`; -1 otherwise. */
  readonly texts: Int32Array;
  /** Index into `WorkbookSnapshot.numberFormats`. */
  readonly formats: Uint16Array;
  /** Cell index → formula text without the leading "="; only cells that hold one. Shared formulas are expanded. */
  readonly formulas: ReadonlyMap<number, string>;
  /** null where the host cannot tell (Excel's API sets below 1.13). */
  readonly merges: readonly Rect[] | null;
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** true where the sheet is protected against edits. */
  readonly isProtected: boolean;
  /** Panes that stay in view; left out where there are none, or where the host does not tell. */
  readonly frozen?: FrozenPanes;
}

/** Rows at the top and columns at the left of a sheet that stay in view, counted from its first. */
export interface FrozenPanes {
  readonly rows: number;
  readonly columns: number;
}

/** How far the stored results of formulas can be trusted. */
export interface Calculation {
  /** Results are brought up to date only on demand (F9), so they may be old. */
  readonly isManual: boolean;
  /** The writer asks for a calculation at opening: the results it stored itself mean nothing. */
  readonly isDueOnOpening: boolean;
  /** Formulas go on with figures as displayed, so that a result cannot be told from stored figures. */
  readonly usesDisplayed: boolean;
}

export const AUTOMATIC: Calculation = { isManual: false, isDueOnOpening: false, usesDisplayed: false };

/** What had to be left out to read a workbook that a strict reader refuses. */
export interface Repair {
  /** lostText: a cell names a text that is not in the file. merge: a merged area without a valid address. sheet: a sheet without content. */
  readonly kind: 'lostText' | 'merge' | 'sheet';
  readonly sheet: string;
  /** The first addresses (lostText) or the address as written (merge). */
  readonly places: readonly string[];
  /** How many there are in all. */
  readonly count: number;
}

export interface WorkbookSnapshot {
  /** File name as the user knows it, without folder; "" where unknown. */
  readonly name: string;
  /** Distinct texts; index 0 may be anything. */
  readonly strings: readonly string[];
  /** Distinct number formats ("General", "#,##0.00", …). */
  readonly numberFormats: readonly string[];
  readonly sheets: readonly SheetSnapshot[];
  readonly calculation: Calculation;
  readonly repairs: readonly Repair[];
  /** What the pane has kept in the file, as it stands there; whoever supplied the file may have written it. Left out where there is nothing. */
  readonly paneSettings?: string;
  /** The tables of a document, in which every figure is a text: no reader would sum them up with Excel. Left out for workbooks. */
  readonly isDocument?: true;
}

/** A cell by sheet index and zero-based position. */
export interface CellPosition {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** What a host hands over for one cell: a number, a text, a boolean, or an error such as "#REF!". */
export type CellInput =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string };
