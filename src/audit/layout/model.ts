import type { Bilingual, Rect, SheetGrid } from '../workbook';

/** A line of text above a table. */
export interface TextLine {
  readonly row: number;
  readonly column: number;
  /** As it stands in the cell. */
  readonly text: string;
  /** Normalised and freed of table number, unit and name that were glued to it. */
  readonly core: string;
}

/** The header of a table: its rows, and for each column the words above it from top to bottom (normalised). */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly paths: ReadonlyMap<number, readonly string[]>;
}

/** What the cells of a column are. text = remarks and the like; serial = 序号, 行次. */
export type ColumnKind = 'code' | 'name' | 'amount' | 'percent' | 'quantity' | 'serial' | 'text' | 'empty';

export interface LayoutColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly kind: ColumnKind;
  /** Why it was taken for that. */
  readonly reason: Bilingual;
}

/** Which classification a code column holds; unit = codes of budget units. */
export type CodeKind = 'function' | 'department' | 'government' | 'unit' | 'other';

/** A code that stands in one column, or in two or three (类 | 款 | 项). */
export interface CodeColumns {
  readonly columns: readonly number[];
  readonly kind: CodeKind;
  /** The name stands behind the code in the same cell: "2010801-行政运行". */
  readonly joined: boolean;
}

/** A run of label and amount columns; 收支总表 has two to four side by side. */
export interface Panel {
  readonly left: number;
  readonly right: number;
  /** Code columns in the order they stand; the first is the row's own. */
  readonly codes: readonly CodeColumns[];
  /** Columns with words that name the row, leftmost first. */
  readonly names: readonly number[];
  readonly amounts: readonly LayoutColumn[];
  readonly others: readonly LayoutColumn[];
}

/**
 * data = a row of the table; header = printed again after a page break; numbers = 1 2 3 or ** below the header;
 * head = title, unit or name line; note = 注：… and signatures.
 */
export type LineKind = 'data' | 'header' | 'numbers' | 'head' | 'note';

/** A table as it stands on a sheet, whatever form it is. */
export interface LayoutTable {
  readonly grid: SheetGrid;
  readonly title: TextLine | null;
  /** First row of the region (below the title) and its last. */
  readonly from: number;
  readonly to: number;
  readonly header: Header | null;
  /** Rows of data below the header, ascending. */
  readonly rows: readonly number[];
  readonly notes: readonly number[];
  readonly columns: readonly LayoutColumn[];
  readonly panels: readonly Panel[];
  readonly range: Rect;
}
