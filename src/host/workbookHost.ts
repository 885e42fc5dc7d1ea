import type { CellInput, CellPosition, CellState, Rect, WorkbookSnapshot } from '../audit/workbook';

/** How a mark looks: 不一致, the suspect cell of a diagnosis, 警告 (warning), 舍入 (hint), 核对无误 (tick). */
export type MarkStyle = 'error' | 'suspect' | 'warning' | 'hint' | 'tick';

/** One cell to highlight; the note is shown where the user switches explanations on. */
export interface Mark {
  readonly cell: CellPosition;
  readonly style: MarkStyle;
  readonly note: string;
}

export interface MarkResult {
  readonly markedCells: number;
  /** Sheets that refused marks (protected …), with the reason in the user's words by code. */
  readonly refused: readonly { readonly sheet: string; readonly code: HostErrorCode }[];
}

export interface ClearResult {
  /** Formats and notes that are gone. */
  readonly removed: number;
  /** Sheets on which marks remain although they were deleted: Excel lists some that an undo has brought back and lets nobody remove them. */
  readonly left: readonly { readonly sheet: string; readonly marks: number }[];
}

/** What a cell holds now; null = blank. `isResult`: its formula is the same and was calculated anew. */
export interface CellContent {
  readonly cell: CellPosition;
  readonly content: CellInput | null;
  readonly isResult?: boolean;
}

/** An edit seen by the host: the changed rectangles of a sheet, with their new content where the host knows it cheaply. */
export interface Edit {
  readonly sheet: number;
  readonly areas: readonly Rect[];
  /** The new contents, row-major per area, null = blank; undefined where the whole workbook has to be read again. */
  readonly cells?: readonly CellContent[];
  /** true where sheets came, went, moved or were renamed: only a new snapshot helps. */
  readonly structural: boolean;
}

export type HostErrorCode =
  | 'protected'
  | 'cellEditMode'
  | 'tooLarge'
  | 'readOnly'
  | 'oldOffice'
  | 'officeUnreachable'
  | 'sheetGone'
  | 'stale'
  | 'formula'
  | 'hiddenSheet'
  | 'marksLeft'
  | 'cancelled'
  | 'failed';

/** A cell that was not written over, and what it holds now. */
export interface RefusedCell {
  readonly cell: CellPosition;
  readonly now: CellState;
}

/** Every refusal of a host; the pane turns the code into a sentence with a next step. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    /** For a copyable diagnostic, never for the user to read first. */
    readonly detail: string,
    options?: { cause?: unknown; cells?: readonly RefusedCell[] },
  ) {
    super(`${code}: ${detail}`, options);
    this.name = 'HostError';
    this.cells = options?.cells ?? [];
  }

  /** Only with stale and formula: the cells that were not written over, and what they hold. */
  readonly cells: readonly RefusedCell[];
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** done and total are sheets. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A figure to write; null blanks the cell, its format stays. */
export interface NumberWrite {
  readonly cell: CellPosition;
  readonly value: number | null;
  /** A formula, without "=", that yields the figure and is written instead of it. */
  readonly formula?: string;
  /** What the cell is believed to hold: refused (stale) where it holds something else. Without it the cell is not looked at. */
  readonly expected?: CellState;
  /** Writes over a formula; else that is refused (formula). */
  readonly overFormula?: boolean;
}

/** Takes a write back; refused (stale) where one of its cells holds something else by now. Answers what the cells hold again. */
export type TakeBack = () => Promise<readonly CellContent[]>;

/** What this host can do here and now; the pane says which way is in use. */
export interface HostCapabilities {
  readonly name: 'excel' | 'memory';
  /** Highest ExcelApi set that is supported ("1.14"); "" in memory. */
  readonly apiSet: string;
  readonly explanations: 'notes' | 'comments' | 'none';
  readonly writable: boolean;
}

/**
 * The only door between the pane and a workbook. Two implementations: Excel through office.js, and memory (workbench).
 * Every method rejects with a `HostError`.
 */
export interface WorkbookHost {
  capabilities(): Promise<HostCapabilities>;
  /** Reads the whole workbook; writes nothing. */
  snapshot(options?: ReadOptions): Promise<WorkbookSnapshot>;
  /** Highlights cells; replaces the marks of an earlier call, and writes only sheets whose marks are others now. Values, formats and the user's own conditional formats stay. */
  mark(marks: readonly Mark[], options?: { readonly explanations?: boolean; readonly signal?: AbortSignal }): Promise<MarkResult>;
  /** Removes every mark of ours, also those of an earlier session. */
  clearMarks(): Promise<ClearResult>;
  /** Selects a cell and brings it into view. */
  goTo(cell: CellPosition): Promise<void>;
  /** Writes one value (采用建议); one undo step. */
  writeNumber(cell: CellPosition, value: number): Promise<TakeBack>;
  /** Looks at the cells, then writes several values that belong together, all or none; one undo step. */
  writeNumbers(writes: readonly NumberWrite[]): Promise<TakeBack>;
  /** Calls back after edits by the user; never for our own writes. Answers the unsubscriber. */
  onEdit(listener: (edit: Edit) => void): Promise<() => Promise<void>>;
  /** The fingerprint (`fingerprintOf`) of the values there are now, in one round trip; null where the workbook is too large to ask. */
  fingerprint(): Promise<string | null>;
  /** Settings kept in the workbook: a small JSON text, or null. */
  readState(): Promise<string | null>;
  writeState(state: string): Promise<void>;
}
