import { MergeIndex } from './mergeIndex';
import { isTotalLabel, normaliseText, outlineLabel, type OutlineLabel } from './text';
import { CellKind, type Rect, type SheetSnapshot, type WorkbookSnapshot } from './snapshot';

/** Normalised texts of a workbook, computed once per distinct text. */
export class TextTable {
  private readonly normalised: (string | undefined)[];
  private readonly labels: (OutlineLabel | undefined)[];

  constructor(readonly strings: readonly string[]) {
    this.normalised = new Array<string | undefined>(strings.length);
    this.labels = new Array<OutlineLabel | undefined>(strings.length);
  }

  /** Half width, without spaces. */
  norm(index: number): string {
    return (this.normalised[index] ??= normaliseText(this.strings[index]));
  }

  label(index: number): OutlineLabel {
    return (this.labels[index] ??= outlineLabel(this.norm(index)));
  }
}

/** Where a row really stands. */
export interface RowPlace {
  readonly sheet: number;
  readonly row: number;
}

/** Rows of a grid in their order, as one part of a grid that joins several. */
export interface GridPart {
  readonly grid: SheetGrid;
  readonly rows: readonly number[];
}

/** Read access to one sheet by row and column. Rows are addressed by their zero-based number. */
export class SheetGrid {
  readonly lastRow: number;
  readonly lastColumn: number;
  private merges: MergeIndex | null = null;

  constructor(
    readonly index: number,
    readonly sheet: SheetSnapshot,
    readonly texts: TextTable,
    readonly numberFormats: readonly string[],
    /** Of rows that stand elsewhere (a table joined from several sheets): where. */
    private readonly places: ReadonlyMap<number, RowPlace> | null = null,
  ) {
    this.lastRow = sheet.rowNumbers.length ? sheet.rowNumbers[sheet.rowNumbers.length - 1] : -1;
    let lastColumn = -1;
    for (const column of sheet.columns) if (column > lastColumn) lastColumn = column;
    this.lastColumn = lastColumn;
  }

  /** The same sheet with other texts in some cells (index → text). */
  withTexts(changed: ReadonlyMap<number, string>): SheetGrid {
    const strings = [...this.texts.strings];
    const [texts, kinds] = [this.sheet.texts.slice(), this.sheet.kinds.slice()];
    for (const [cell, text] of changed) {
      texts[cell] = strings.push(text) - 1;
      kinds[cell] = CellKind.text;
    }
    return new SheetGrid(this.index, { ...this.sheet, texts, kinds }, new TextTable(strings), this.numberFormats, this.places);
  }

  /** The same sheet with a list of its own texts: it stands by itself, and the workbook's list is not kept for it. */
  withOwnTexts(): SheetGrid {
    const strings: string[] = [];
    const own = new Map<number, number>();
    const texts = this.sheet.texts.map((text) => {
      if (text < 0) return text;
      const known = own.get(text) ?? strings.push(this.texts.strings[text]) - 1;
      own.set(text, known);
      return known;
    });
    return new SheetGrid(this.index, { ...this.sheet, texts }, new TextTable(strings), this.numberFormats, this.places);
  }

  /** Some columns of the sheet, both ends inclusive, at their places: a table beside another by itself. */
  columnsBetween(left: number, right: number): SheetGrid {
    const { sheet } = this;
    const kept: number[] = [];
    const rowStart = new Uint32Array(sheet.rowStart.length);
    for (let row = 0; row < sheet.rowNumbers.length; row++) {
      for (let cell = sheet.rowStart[row]; cell < sheet.rowStart[row + 1]; cell++) if (sheet.columns[cell] >= left && sheet.columns[cell] <= right) kept.push(cell);
      rowStart[row + 1] = kept.length;
    }
    const formulas = new Map(kept.flatMap((cell, i): [number, string][] => (sheet.formulas.has(cell) ? [[i, sheet.formulas.get(cell) ?? '']] : [])));
    const merges = sheet.merges && sheet.merges.filter((m) => m.left >= left && m.right <= right);
    const [columns, kinds, numbers, texts, formats] = [Uint16Array.from(kept, (c) => sheet.columns[c]), Uint8Array.from(kept, (c) => sheet.kinds[c]), Float64Array.from(kept, (c) => sheet.numbers[c]), Int32Array.from(kept, (c) => sheet.texts[c]), Uint16Array.from(kept, (c) => sheet.formats[c])];
    return new SheetGrid(this.index, { ...sheet, rowStart, columns, kinds, numbers, texts, formats, formulas, merges }, this.texts, this.numberFormats, this.places);
  }

  /** The sheet and row where a row of this grid stands. */
  placeOf(row: number): RowPlace {
    return this.places?.get(row) ?? { sheet: this.index, row };
  }

  /** true where rows stand on other sheets. */
  get isJoined(): boolean {
    return this.places !== null;
  }

  /**
   * Rows of several grids of one workbook below one another, as if they stood on the sheet of the first. Rows of that sheet keep their numbers where
   * they follow those before; others are numbered on and know their place. Formulas are those of the first part.
   */
  static joined(parts: readonly GridPart[]): SheetGrid {
    const [first] = parts;
    const cells: PlacedCell[] = [];
    const [rowNumbers, rowStart] = [[] as number[], [0]];
    const places = new Map<number, RowPlace>();
    const merges: Rect[] = [];
    let last = -1;
    for (const { grid, rows } of parts) {
      const shift = grid.index === first.grid.index && rows[0] > last ? 0 : last + 1 - rows[0];
      for (const merge of grid.sheet.merges ?? []) if (merge.top >= rows[0] && merge.bottom <= rows[rows.length - 1]) merges.push({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift });
      for (const row of rows) {
        const [from, to] = grid.cellsOf(row);
        if (from === to) continue;
        for (let cell = from; cell < to; cell++) cells.push({ grid, sheet: grid.sheet, cell });
        last = row + shift;
        rowNumbers.push(last);
        rowStart.push(cells.length);
        if (shift !== 0) places.set(last, grid.placeOf(row));
      }
    }
    const { sheet, index } = first.grid;
    const { texts, textOf, formats, formatOf } = inOneTable(parts.map((part) => part.grid));
    const formulas = new Map(cells.flatMap((c, i): [number, string][] => (c.sheet === sheet && sheet.formulas.has(c.cell) ? [[i, sheet.formulas.get(c.cell) ?? '']] : [])));
    return new SheetGrid(index, {
      ...sheet,
      rowNumbers: Uint32Array.from(rowNumbers),
      rowStart: Uint32Array.from(rowStart),
      columns: Uint16Array.from(cells, (c) => c.sheet.columns[c.cell]),
      kinds: Uint8Array.from(cells, (c) => c.sheet.kinds[c.cell]),
      numbers: Float64Array.from(cells, (c) => c.sheet.numbers[c.cell]),
      texts: Int32Array.from(cells, textOf),
      formats: Uint16Array.from(cells, formatOf),
      formulas,
      merges: parts.every(({ grid }) => grid.sheet.merges === null) ? null : merges,
    }, texts, formats, places.size > 0 ? places : null);
  }

  /** Index of a row in `rowNumbers`, -1 for an empty row. Rows mostly follow one another, so a guess comes first. */
  private position(row: number): number {
    const { rowNumbers } = this.sheet;
    if (rowNumbers[row] === row) return row;
    let low = 0;
    let high = Math.min(row, rowNumbers.length - 1);
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = rowNumbers[middle];
      if (found === row) return middle;
      if (found < row) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Cell index at a position, -1 for an empty cell. */
  at(row: number, column: number): number {
    const position = this.position(row);
    if (position < 0) return -1;
    const { rowStart, columns } = this.sheet;
    let low = rowStart[position];
    let high = rowStart[position + 1] - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = columns[middle];
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Numbers of the non-empty rows within two bounds, both inclusive. */
  rowsBetween(from: number, to: number): Uint32Array {
    const { rowNumbers } = this.sheet;
    return rowNumbers.subarray(lowerBound(rowNumbers, from), lowerBound(rowNumbers, to + 1));
  }

  /** First cell index of a row and one past its last; [0, 0] for an empty row. */
  cellsOf(row: number): readonly [number, number] {
    const position = this.position(row);
    if (position < 0) return [0, 0];
    return [this.sheet.rowStart[position], this.sheet.rowStart[position + 1]];
  }

  /** Normalised text of a cell by index; numbers as their shortest digits; "" for blanks and booleans. */
  normOf(cell: number): string {
    if (cell < 0) return '';
    const { kinds, texts, numbers } = this.sheet;
    if (kinds[cell] === CellKind.text) return this.texts.norm(texts[cell]);
    if (kinds[cell] === CellKind.number) return String(numbers[cell]);
    return '';
  }

  norm(row: number, column: number): string {
    return this.normOf(this.at(row, column));
  }

  /** The text as it stands in the cell; numbers as digits. */
  rawOf(cell: number): string {
    if (cell < 0) return '';
    const { kinds, texts, numbers } = this.sheet;
    if (texts[cell] >= 0) return this.texts.strings[texts[cell]];
    return kinds[cell] === CellKind.number ? String(numbers[cell]) : '';
  }

  raw(row: number, column: number): string {
    return this.rawOf(this.at(row, column));
  }

  /** The number format of a cell by index. */
  formatOf(cell: number): string {
    return this.numberFormats[this.sheet.formats[cell]];
  }

  isText(cell: number): boolean {
    return cell >= 0 && this.sheet.kinds[cell] === CellKind.text;
  }

  isNumber(cell: number): boolean {
    return cell >= 0 && this.sheet.kinds[cell] === CellKind.number;
  }

  /** true where any text of the row outside `except` reads 合计 or 总计. */
  hasTotalLabel(row: number, until: number): boolean {
    const [from, to] = this.cellsOf(row);
    for (let i = from; i < to; i++) {
      if (this.sheet.columns[i] < until && this.isText(i) && isTotalLabel(this.normOf(i))) return true;
    }
    return false;
  }

  /** The merged area that covers a position, or null. */
  mergeAt(row: number, column: number): Rect | null {
    this.merges ??= new MergeIndex(this.sheet.merges ?? []);
    return this.merges.at(row, column);
  }
}

/** Index of the first number that is not below `value`. */
function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface PlacedCell {
  readonly grid: SheetGrid;
  readonly sheet: SheetSnapshot;
  readonly cell: number;
}

interface OneTable {
  readonly texts: TextTable;
  readonly textOf: (cell: PlacedCell) => number;
  readonly formats: readonly string[];
  readonly formatOf: (cell: PlacedCell) => number;
}

/** The texts and formats of several grids as one list each: a sheet that stood in another workbook has that one's lists. */
function inOneTable(grids: readonly SheetGrid[]): OneTable {
  const [first, ...others] = grids;
  const textOf = ({ sheet, cell }: PlacedCell): number => sheet.texts[cell];
  const formatOf = ({ sheet, cell }: PlacedCell): number => sheet.formats[cell];
  if (others.every((grid) => grid.texts === first.texts)) return { texts: first.texts, textOf, formats: first.numberFormats, formatOf };
  const [strings, formats] = [[] as string[], [] as string[]];
  const from = new Map<SheetGrid, readonly [number, number]>();
  for (const grid of grids) {
    if (from.has(grid)) continue;
    from.set(grid, [strings.length, formats.length]);
    for (const text of grid.texts.strings) strings.push(text);
    for (const format of grid.numberFormats) formats.push(format);
  }
  const shiftOf = (grid: SheetGrid): readonly [number, number] => from.get(grid) ?? [0, 0];
  return {
    texts: new TextTable(strings),
    textOf: (cell) => (textOf(cell) < 0 ? -1 : textOf(cell) + shiftOf(cell.grid)[0]),
    formats,
    formatOf: (cell) => formatOf(cell) + shiftOf(cell.grid)[1],
  };
}

export function gridsOf(workbook: WorkbookSnapshot): SheetGrid[] {
  const texts = new TextTable(workbook.strings);
  return workbook.sheets.map((sheet, index) => new SheetGrid(index, sheet, texts, workbook.numberFormats));
}
