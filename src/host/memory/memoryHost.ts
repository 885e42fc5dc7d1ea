import { fingerprintOf, type CellInput, type CellPosition, type CellState, type WorkbookSnapshot } from '../../audit/workbook';
import { refuseSurprises } from '../refusal';
import {
  type ClearResult,
  type Edit,
  HostError,
  type HostCapabilities,
  type Mark,
  type MarkResult,
  type NumberWrite,
  type ReadOptions,
  type TakeBack,
  type WorkbookHost,
} from '../workbookHost';
import { stateSizeLimit } from '../stateSizeLimit';
import { throwIfAborted } from '../throwIfAborted';
import type { EditableSheet, MemoryCell } from './editableSheet';
import { EditableWorkbook } from './editableWorkbook';
import { History, type CellChange, type Step } from './history';
import { asText, contentOf, editsOf, withResults, type CellEntry } from './entries';
import { PlacedMarks } from './placedMarks';
import { Recalculation } from './recalculation';

/** What a grid has to redraw. */
export type MemoryChange =
  | { readonly kind: 'cell'; readonly cell: CellPosition }
  | { readonly kind: 'marks' }
  | { readonly kind: 'selection'; readonly cell: CellPosition; readonly by: 'user' | 'goTo' };

/** The selected cell and the other end of the range selected with it: the cell itself where that is all. */
export interface GridSelection {
  readonly cell: CellPosition;
  readonly end: CellPosition;
  /** Brought about by `goTo`, not by hand. */
  readonly isGoneTo: boolean;
}

export interface MemoryHostOptions {
  /** false: the workbook can be read and marked, not edited. */
  readonly writable?: boolean;
  readonly state?: string | null;
}

/** The workbook of the workbench. The first half is the port the pane uses, the second what the grid needs. */
export class MemoryHost implements WorkbookHost {
  private readonly workbook: EditableWorkbook;
  private readonly history = new History();
  private readonly recalculation = new Recalculation();
  private readonly writable: boolean;
  private state: string | null;
  private readonly placed = new PlacedMarks();
  private selected: GridSelection;
  private changes = 0;
  private typed: CellEntry | null = null;
  private readonly editListeners = new Set<(edit: Edit) => void>();
  private readonly gridListeners = new Set<(change: MemoryChange) => void>();

  constructor(snapshot: WorkbookSnapshot, options: MemoryHostOptions = {}) {
    this.workbook = new EditableWorkbook(snapshot);
    this.writable = options.writable ?? true;
    this.state = options.state ?? null;
    const visible = [...snapshot.sheets.keys()].filter((index) => snapshot.sheets[index].visibility === 'visible');
    // A blank cover is nothing to begin with.
    const cell = { sheet: visible.find((index) => snapshot.sheets[index].columns.length > 0) ?? visible[0] ?? 0, row: 0, column: 0 };
    this.selected = { cell, end: cell, isGoneTo: false };
  }

  async capabilities(): Promise<HostCapabilities> {
    return { name: 'memory', apiSet: '', explanations: 'notes', writable: this.writable };
  }

  async snapshot(options: ReadOptions = {}): Promise<WorkbookSnapshot> {
    throwIfAborted(options.signal);
    options.onProgress?.(this.sheets.length, this.sheets.length);
    return this.workbook.snapshot();
  }

  async mark(
    marks: readonly Mark[],
    options: { readonly explanations?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<MarkResult> {
    throwIfAborted(options.signal);
    const result = this.placed.place(marks, options.explanations ?? false, (cell) => this.sheet(cell));
    this.tell({ kind: 'marks' });
    return result;
  }

  async clearMarks(): Promise<ClearResult> {
    const removed = this.placed.clear();
    this.tell({ kind: 'marks' });
    return { removed, left: [] };
  }

  async goTo(cell: CellPosition): Promise<void> {
    if (this.sheet(cell).visibility !== 'visible') throw new HostError('hiddenSheet', this.sheet(cell).name);
    this.selected = { cell, end: cell, isGoneTo: true };
    this.tell({ kind: 'selection', cell, by: 'goTo' });
  }

  writeNumber(cell: CellPosition, value: number): Promise<TakeBack> {
    return this.writeNumbers([{ cell, value }]);
  }

  async writeNumbers(writes: readonly NumberWrite[]): Promise<TakeBack> {
    refuseSurprises(writes, writes.map(({ cell }) => this.stateOf(cell)));
    const step = this.write(writes.map(({ cell, value, formula }) => ({ cell, content: value === null ? null : { kind: 'number', value }, formula })));
    if (step === null) return async () => [];
    // The caller knows of its own writes; what formulas yield after them is news, for after it has dealt with those.
    if (step.length > writes.length) setTimeout(() => this.report(step.slice(writes.length)));
    return async () => {
      if (this.history.last !== step) throw new HostError('stale', 'edited since', { cells: step.map(({ cell }) => ({ cell, now: this.stateOf(cell) })) });
      this.history.undo();
      for (const { cell, before } of step) this.set(cell, before);
      return step.map((change) => contentOf(change, this.cell(change.cell)));
    };
  }

  async onEdit(listener: (edit: Edit) => void): Promise<() => Promise<void>> {
    // A wrapper, so that the same function given twice is two listeners.
    const own = (edit: Edit): void => listener(edit);
    this.editListeners.add(own);
    return async () => void this.editListeners.delete(own);
  }

  async fingerprint(): Promise<string | null> {
    return fingerprintOf(this.workbook.snapshot());
  }

  async readState(): Promise<string | null> {
    return this.state;
  }

  async writeState(state: string): Promise<void> {
    if (state.length > stateSizeLimit) throw new HostError('tooLarge', `state of ${state.length} characters`);
    this.state = state;
  }

  get name(): string {
    return this.workbook.name;
  }
  get sheets(): readonly EditableSheet[] {
    return this.workbook.sheets;
  }
  /** Grows with every change; a cheap answer to "has anything changed?". */
  get version(): number {
    return this.changes;
  }
  get selection(): CellPosition {
    return this.selected.cell;
  }
  /** The selected cell with the range around it. */
  get range(): GridSelection {
    return this.selected;
  }
  get canUndo(): boolean {
    return this.history.canUndo;
  }
  get canRedo(): boolean {
    return this.history.canRedo;
  }
  /** true where the user asked for explanations with the marks. */
  get explanationsShown(): boolean {
    return this.placed.explained;
  }

  /** The cell as it is now, null = blank. */
  cell(cell: CellPosition): MemoryCell | null {
    return this.sheet(cell).cell(cell.row, cell.column);
  }

  /** The user selects a cell in the grid, or the range from there to another cell of the sheet. */
  select(cell: CellPosition, end: CellPosition = cell): void {
    this.selected = { cell, end, isGoneTo: false };
    this.tell({ kind: 'selection', cell, by: 'user' });
  }

  marks(): readonly Mark[] {
    return this.placed.all();
  }

  markAt(cell: CellPosition): Mark | null {
    return this.placed.at(cell);
  }

  /** The user types over a cell; null blanks it. The number format stays. Throws `HostError` where editing is refused. */
  edit(cell: CellPosition, content: CellInput | null): void {
    this.enter([{ cell, content }]);
  }

  /**
   * The user types into cells, pastes or blanks them: one step, one undo. Answers the cells whose formula cannot be computed here; they
   * hold its text. Throws `HostError` where editing is refused; then nothing has changed.
   */
  enter(entries: readonly CellEntry[]): readonly CellPosition[] {
    const step = this.write(entries.map((entry) => (entry.formula === undefined || this.recalculation.isPlain(entry.formula) ? entry : asText(entry))));
    if (step) this.report(step);
    return entries.flatMap(({ cell, formula }) => (formula !== undefined && !this.cell(cell)?.formula ? [cell] : []));
  }

  /** What is being typed into a cell and is not entered yet; null where nothing is. */
  get draft(): CellEntry | null {
    return this.typed;
  }

  /** Notes what is being typed; null once it is entered or given up. What could not be entered anyway is not noted. */
  hold(entry: CellEntry | null): void {
    this.typed = entry && this.writable && !this.sheet(entry.cell).isProtected ? entry : null;
  }

  /** Enters what is being typed, as on leaving its cell. */
  enterDraft(): void {
    const { typed } = this;
    this.typed = null;
    if (typed) this.enter([typed]);
  }

  /** Every cell that differs from the file as it was read, sheet by sheet; `isResult` where its formula is the one that was read. */
  edits(): readonly { readonly cell: CellPosition; readonly content: CellInput | null; readonly formula: string | null; readonly isResult: boolean }[] {
    return this.sheets.flatMap((sheet, index) =>
      [...sheet.edited()].map(({ row, column, cell, formulaRead }) => {
        const formula = cell?.formula ?? null;
        return { cell: { sheet: index, row, column }, content: cell?.content ?? null, formula, isResult: formula !== null && formula === formulaRead };
      }),
    );
  }

  /** Takes the last edit back; answers its first cell, or null where there is nothing to undo. */
  undo(): CellPosition | null {
    const step = this.history.undo();
    return step && this.apply(step, 'before');
  }

  redo(): CellPosition | null {
    const step = this.history.redo();
    return step && this.apply(step, 'after');
  }

  /** Calls back after everything a grid has to redraw; answers the unsubscriber. */
  subscribe(listener: (change: MemoryChange) => void): () => void {
    const own = (change: MemoryChange): void => listener(change);
    this.gridListeners.add(own);
    return () => void this.gridListeners.delete(own);
  }

  /** All or none: every cell is asked for permission before the first is changed. The step begins with the cells given, in their order. */
  private write(edits: readonly CellEntry[]): Step | null {
    const written = edits.map(({ cell, content, formula }) => this.changeOf(cell, content, formula ?? null));
    if (written.length === 0) return null;
    for (const { cell, after } of written) this.set(cell, after);
    const step = this.workbook.hasFormulas ? withResults(written, this.recalculation.after(this.workbook.snapshot(), written.map(({ cell }) => cell)), (cell) => this.cell(cell)) : written;
    // What was written is set already; results follow, and formulas without one become texts.
    if (step !== written) for (const { cell, after } of step) this.set(cell, after);
    this.history.record(step);
    return step;
  }

  private stateOf(cell: CellPosition): CellState {
    const now = this.cell(cell);
    return { value: now?.content.value ?? null, formula: now?.formula ?? null };
  }

  private changeOf(cell: CellPosition, content: CellInput | null, formula: string | null): CellChange {
    const sheet = this.sheet(cell);
    if (!this.writable) throw new HostError('readOnly', this.name);
    if (sheet.isProtected) throw new HostError('protected', sheet.name);
    const before = sheet.cell(cell.row, cell.column);
    const blank = content === null || (content.kind === 'text' && content.value === '');
    return { cell, before, after: blank ? null : { content, format: before?.format ?? 'General', formula } };
  }

  private apply(step: Step, side: 'before' | 'after'): CellPosition {
    for (const change of step) this.set(change.cell, change[side]);
    this.report(step);
    return step[0].cell;
  }

  private set(cell: CellPosition, content: MemoryCell | null): void {
    this.sheet(cell).set(cell.row, cell.column, content);
    this.tell({ kind: 'cell', cell });
  }

  /** One edit for each sheet. */
  private report(step: Step): void {
    for (const edit of editsOf(step, (cell) => this.cell(cell))) for (const listener of [...this.editListeners]) listener(edit);
  }

  private tell(change: MemoryChange): void {
    this.changes++;
    for (const listener of [...this.gridListeners]) listener(change);
  }

  private sheet(cell: CellPosition): EditableSheet {
    const sheet = this.workbook.sheets[cell.sheet];
    if (!sheet) throw new HostError('sheetGone', `sheet ${cell.sheet} of ${this.workbook.sheets.length}`);
    return sheet;
  }
}
