import type { CellInput, Rect, SheetSnapshot, Span, Visibility } from '../../audit/workbook';
import { CellKind } from '../../audit/workbook';

/** A non-empty cell. */
export interface MemoryCell {
  readonly content: CellInput;
  /** Number format, "General" by default. */
  readonly format: string;
  /** Without the leading "=". */
  readonly formula: string | null;
}

/** What a sheet needs from its workbook to read the shared texts. */
export interface SharedTexts {
  readonly strings: readonly string[];
  readonly numberFormats: readonly string[];
}

const ROW = 16_384;

/** A sheet as it was read, plus the cells edited since. Reading a cell is two binary searches; an edit costs one entry. */
export class EditableSheet {
  /** row × 16384 + column → the cell as edited, null = blanked. Never holds a cell that equals the one read. */
  private readonly edits = new Map<number, MemoryCell | null>();

  /** The extent of what was read, measured when first asked for. */
  private read: { rows: number; columns: number } | null = null;

  constructor(
    readonly base: SheetSnapshot,
    private readonly texts: SharedTexts,
  ) {}

  get name(): string {
    return this.base.name;
  }
  get visibility(): Visibility {
    return this.base.visibility;
  }
  get isProtected(): boolean {
    return this.base.isProtected;
  }
  get merges(): readonly Rect[] {
    return this.base.merges ?? [];
  }
  get hiddenRows(): readonly Span[] {
    return this.base.hiddenRows;
  }
  get hiddenColumns(): readonly Span[] {
    return this.base.hiddenColumns;
  }
  get hasFormulas(): boolean {
    return this.base.formulas.size > 0 || [...this.edits.values()].some((cell) => cell !== null && cell.formula !== null);
  }
  get isEdited(): boolean {
    return this.edits.size > 0;
  }

  /** One past the last row and column that hold anything; what a grid has to show at least. */
  extent(): { rows: number; columns: number } {
    let { rows, columns } = (this.read ??= this.readExtent());
    for (const [key, cell] of this.edits) {
      if (cell === null) continue;
      rows = Math.max(rows, Math.floor(key / ROW) + 1);
      columns = Math.max(columns, (key % ROW) + 1);
    }
    return { rows, columns };
  }

  /** The cell as it is now, null = blank. */
  cell(row: number, column: number): MemoryCell | null {
    const edited = this.edits.get(row * ROW + column);
    return edited === undefined ? this.readCell(row, column) : edited;
  }

  set(row: number, column: number, cell: MemoryCell | null): void {
    const key = row * ROW + column;
    if (sameCell(cell, this.readCell(row, column))) this.edits.delete(key);
    else this.edits.set(key, cell);
  }

  /** The edited cells, in no particular order, with the formula each was read with. */
  *edited(): Iterable<{ row: number; column: number; cell: MemoryCell | null; formulaRead: string | null }> {
    for (const [key, cell] of this.edits) {
      const [row, column] = [Math.floor(key / ROW), key % ROW];
      yield { row, column, cell, formulaRead: this.readCell(row, column)?.formula ?? null };
    }
  }

  private readExtent(): { rows: number; columns: number } {
    const { rowNumbers, rowStart } = this.base;
    let rows = rowNumbers.length === 0 ? 0 : rowNumbers[rowNumbers.length - 1] + 1;
    let columns = 0;
    // The last cell of a row stands furthest to the right.
    for (let r = 0; r < rowNumbers.length; r++) columns = Math.max(columns, this.base.columns[rowStart[r + 1] - 1] + 1);
    for (const merge of this.merges) {
      rows = Math.max(rows, merge.bottom + 1);
      columns = Math.max(columns, merge.right + 1);
    }
    return { rows, columns };
  }

  private readCell(row: number, column: number): MemoryCell | null {
    const { rowNumbers, rowStart, columns } = this.base;
    const r = find(rowNumbers, row, 0, rowNumbers.length);
    if (r < 0) return null;
    const i = find(columns, column, rowStart[r], rowStart[r + 1]);
    return i < 0 ? null : this.cellAt(i);
  }

  private cellAt(i: number): MemoryCell {
    const { kinds, numbers, texts, formats, formulas } = this.base;
    const text = (): string => this.texts.strings[texts[i]] ?? '';
    const content: CellInput =
      kinds[i] === CellKind.number
        ? { kind: 'number', value: numbers[i] }
        : kinds[i] === CellKind.boolean
          ? { kind: 'boolean', value: numbers[i] !== 0 }
          : kinds[i] === CellKind.error
            ? { kind: 'error', value: text() }
            : { kind: 'text', value: text() };
    return { content, format: this.texts.numberFormats[formats[i]] ?? 'General', formula: formulas.get(i) ?? null };
  }
}

function sameCell(a: MemoryCell | null, b: MemoryCell | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.content.kind === b.content.kind &&
    Object.is(a.content.value, b.content.value) &&
    a.format === b.format &&
    a.formula === b.formula
  );
}

/** Binary search in an ascending part of an array; -1 where the value is not there. */
function find(sorted: Uint32Array | Uint16Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] === value) return middle;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
