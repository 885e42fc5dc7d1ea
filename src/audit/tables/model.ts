import type { AmountStore } from '../equations/model';
import type { LayoutColumn } from '../layout';
import type { Bilingual, Rect } from '../workbook';
import type { AmountUnit } from './amountUnits';
import type { CodeSystem, ColumnRole, FamilyDefinition, TableDefinition } from './definitions';

/** A cell on a sheet; zero-based. */
export interface CellRef {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export type { AmountUnit };

/** total = 合计 row; item = takes part in sums; ofWhich = 其中 line; extra = not identified. */
export type RowKind = 'total' | 'item' | 'ofWhich' | 'extra';

export interface BoundRow {
  /** The sheet it stands on: the table's, or one on which the table goes on. */
  readonly sheet: number;
  /** Zero-based row of that sheet. */
  readonly row: number;
  /** The name rules use: a line's key, a code, 合计. */
  readonly key: string;
  /** Key for joining two tables; a code, with the government code behind it where the table has one. */
  readonly join: string;
  /** Digits only; "" without code. */
  readonly code: string;
  readonly codeCell: CellRef | null;
  /** As it stands in the cell, trimmed. */
  readonly label: string;
  readonly labelCell: CellRef | null;
  readonly kind: RowKind;
  /** Index of the parent row in its block, -1 at the top. */
  parent: number;
  /** Key of the parent line ("" at the top): part of selectors such as [专项.302]. */
  readonly group: string;
  /** true for the numbered 类 lines of a 功能 block. */
  readonly isClass: boolean;
  readonly govCode: string;
  readonly govCodeCell: CellRef | null;
  readonly govName: string;
  readonly govNameCell: CellRef | null;
  /** 政府采购: the row's department economic code and unit code. */
  readonly departmentCode: string;
  readonly departmentCodeCell: CellRef | null;
  readonly unitCode: string;
  /** The unit whose row it is, where a column of its own names it in every row; "" elsewhere. */
  readonly owner: string;
  /** The name beside the code is a project's, as the header of its column says, and not that of the account. */
  readonly isProject: boolean;
}

export interface BoundColumn {
  readonly id: string;
  readonly label: string;
  readonly role: ColumnRole;
  /** Zero-based sheet column of the (first) cells. */
  readonly column: number;
  /** Index of the column of the same block that it is a part of (人员经费 → 基本支出小计); -1 or absent where there is none. */
  readonly parent?: number;
  /** No word that is known stands above it, so that what it holds is a guess: only relations that its own figures bear out count. */
  readonly isUnsure?: boolean;
}

export interface BoundBlock {
  readonly table: BoundTable;
  readonly id: string;
  readonly columns: readonly BoundColumn[];
  readonly rows: readonly BoundRow[];
  /** Amount index by row × columns.length + column; -1 where there is no cell. */
  readonly amounts: Int32Array;
  /** Child rows (item rows only) of each row. */
  readonly children: readonly (readonly number[])[];
  /** Why the hierarchy cannot be trusted ("" if it can): 项目 levels that do not add up. */
  readonly doubt: string;
  /** The names of its rows say which is a part of which (“三公”经费 and its items): no inference. */
  readonly isStated: boolean;
  /** Which row is a part of which was told by what their amounts bear out: with other amounts it may be told otherwise. */
  readonly hangsOnAmounts: boolean;
}

export interface FieldValue {
  readonly cell: CellRef;
  readonly text: string;
}

/** How a table's header, columns, parts and rows were understood, whatever the family makes of them. */
export interface TableReading {
  /** Sheet rows of the header; null where none was found. */
  readonly header: { readonly top: number; readonly bottom: number } | null;
  readonly columns: readonly LayoutColumn[];
  /** First and last sheet column of the parts that stand side by side. */
  readonly panels: readonly { readonly left: number; readonly right: number }[];
  /** Rows by kind; `coded` are items by the length of their code; `unread` are rows of data that took no part. */
  readonly rows: Readonly<Record<RowKind | 'notes' | 'unread', number>> & { readonly coded: readonly { readonly digits: number; readonly rows: number }[] };
}

/** A part of a table on another sheet than its first. */
export interface TablePart {
  readonly sheet: number;
  readonly range: Rect;
}

export interface BoundTable {
  readonly definition: TableDefinition;
  readonly family: FamilyDefinition;
  readonly id: string;
  /** 0 for the only or first one of its kind. */
  readonly instance: number;
  /** There before, and on a hidden sheet (an old copy) or row by row the same: takes no part in rules. */
  readonly isCopy: boolean;
  /** Goes on from or to another sheet: its sums need what stands there, and it takes no part in rules. */
  readonly isTorn: boolean;
  readonly sheet: number;
  readonly range: Rect;
  /** Where it goes on: the parts on further sheets that were joined to it. */
  readonly continued: readonly TablePart[];
  readonly title: string;
  readonly titleCell: CellRef | null;
  readonly unit: AmountUnit;
  readonly unitCell: CellRef | null;
  /** The unit as printed differs from the one used; the text as printed. */
  readonly unitDoubt: string;
  readonly unitNameCell: CellRef | null;
  readonly unitName: string;
  readonly headerBottom: number;
  /** Sheet rows of 注：… and signatures below it. */
  readonly noteRows: readonly number[];
  readonly confidence: number;
  readonly reason: Bilingual;
  readonly blocks: readonly BoundBlock[];
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly reading: TableReading;
}

/** A row of the 目录. */
export interface CatalogueEntry {
  readonly tableId: string | null;
  readonly title: string;
  readonly titleCell: CellRef;
  readonly number: string;
  readonly declaredEmpty: boolean | null;
  readonly flagCell: CellRef | null;
  readonly reason: string;
  readonly reasonCell: CellRef | null;
}

export interface Catalogue {
  readonly sheet: number;
  readonly entries: readonly CatalogueEntry[];
  readonly hasFlags: boolean;
}

/** What an amount cell belongs to. */
export interface AmountOwners {
  readonly block: Int32Array;
  readonly row: Int32Array;
  readonly column: Int32Array;
}

export interface Recognition {
  readonly families: readonly FamilyDefinition[];
  readonly tables: readonly BoundTable[];
  readonly blocks: readonly BoundBlock[];
  /** The workbook's list of tables, or the first of several. */
  readonly catalogue: Catalogue | null;
  /** All lists of tables: each of several bodies may print its own. */
  readonly catalogues: readonly Catalogue[];
  readonly amounts: AmountStore;
  readonly owners: AmountOwners;
  readonly year: number | null;
  readonly yearCell: CellRef | null;
  readonly level: 'unit' | 'department' | null;
  readonly unitName: string | null;
  readonly unitNameCell: CellRef | null;
  readonly notes: readonly string[];
  readonly genericSheets: readonly number[];
}

export type { CodeSystem };
