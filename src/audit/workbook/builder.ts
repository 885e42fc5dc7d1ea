import type { Calculation, FrozenPanes, Rect, Repair, SheetSnapshot, Span, Visibility, WorkbookSnapshot } from './snapshot';
import { AUTOMATIC, CellKind } from './snapshot';

/** Places that a repair names at most. */
const MOST_PLACES = 5;

/** What a sheet is besides its cells. */
export interface SheetProperties {
  readonly visibility?: Visibility;
  readonly merges?: readonly Rect[] | null;
  readonly hiddenRows?: readonly Span[];
  readonly hiddenColumns?: readonly Span[];
  readonly isProtected?: boolean;
  readonly frozen?: FrozenPanes;
}

/** Collects the cells of one sheet, in any order, and freezes them into a `SheetSnapshot`. */
export class SheetBuilder {
  private rows: Uint32Array = new Uint32Array(256);
  private columns: Uint16Array = new Uint16Array(256);
  private kinds: Uint8Array = new Uint8Array(256);
  private numbers: Float64Array = new Float64Array(256);
  private texts: Int32Array = new Int32Array(256);
  private formats: Uint16Array = new Uint16Array(256);
  private readonly formulas = new Map<number, string>();
  private count = 0;
  private ordered = true;

  constructor(
    private readonly workbook: WorkbookBuilder,
    readonly name: string,
  ) {}

  number(row: number, column: number, value: number, format = 'General', formula?: string): void {
    this.push(row, column, CellKind.number, value, -1, this.workbook.format(format), formula);
  }

  text(row: number, column: number, value: string, format = 'General', formula?: string): void {
    // An empty text is an empty cell, unless a formula yields it.
    if (value === '' && formula === undefined) return;
    this.push(row, column, CellKind.text, NaN, this.workbook.string(value), this.workbook.format(format), formula);
  }

  boolean(row: number, column: number, value: boolean, formula?: string): void {
    this.push(row, column, CellKind.boolean, value ? 1 : 0, -1, this.workbook.format('General'), formula);
  }

  error(row: number, column: number, value: string, formula?: string): void {
    this.push(row, column, CellKind.error, NaN, this.workbook.string(value), this.workbook.format('General'), formula);
  }

  /** A value that the source does not hold: a formula without a result, a lost text. */
  unknown(row: number, column: number, format = 'General', formula?: string): void {
    this.push(row, column, CellKind.unknown, NaN, this.workbook.string(''), this.workbook.format(format), formula);
  }

  /** The fast door for readers that already hold indices of strings and formats. */
  push(
    row: number,
    column: number,
    kind: number,
    number: number,
    text: number,
    format: number,
    formula?: string,
  ): void {
    const i = this.count;
    if (i === this.rows.length) this.grow();
    if (i > 0) {
      const previous = this.rows[i - 1];
      if (row < previous || (row === previous && column <= this.columns[i - 1])) this.ordered = false;
    }
    this.rows[i] = row;
    this.columns[i] = column;
    this.kinds[i] = kind;
    this.numbers[i] = number;
    this.texts[i] = text;
    this.formats[i] = format;
    if (formula !== undefined) this.formulas.set(i, formula);
    this.count = i + 1;
  }

  get size(): number {
    return this.count;
  }

  /** Freezes the sheet. Where a cell was given twice, the later one wins. */
  finish(properties: SheetProperties = {}): SheetSnapshot {
    const order = this.ordered ? null : this.sortedOrder();
    const count = order ? order.length : this.count;
    const pick = <T extends Uint16Array | Uint8Array | Float64Array | Int32Array>(from: T, to: T): T => {
      if (order) for (let i = 0; i < count; i++) to[i] = from[order[i]];
      else to.set(from.subarray(0, count) as never);
      return to;
    };
    const formulas = new Map<number, string>();
    if (order) {
      for (let i = 0; i < count; i++) {
        const formula = this.formulas.get(order[i]);
        if (formula !== undefined) formulas.set(i, formula);
      }
    } else for (const [i, formula] of this.formulas) formulas.set(i, formula);

    const rowNumbers: number[] = [];
    const rowStart: number[] = [];
    let last = -1;
    for (let i = 0; i < count; i++) {
      const row = this.rows[order ? order[i] : i];
      if (row !== last) {
        rowNumbers.push(row);
        rowStart.push(i);
        last = row;
      }
    }
    rowStart.push(count);
    return {
      name: this.name,
      visibility: properties.visibility ?? 'visible',
      rowNumbers: Uint32Array.from(rowNumbers),
      rowStart: Uint32Array.from(rowStart),
      columns: pick(this.columns, new Uint16Array(count)),
      kinds: pick(this.kinds, new Uint8Array(count)),
      numbers: pick(this.numbers, new Float64Array(count)),
      texts: pick(this.texts, new Int32Array(count)),
      formats: pick(this.formats, new Uint16Array(count)),
      formulas,
      merges: properties.merges === undefined ? [] : properties.merges,
      hiddenRows: properties.hiddenRows ?? [],
      hiddenColumns: properties.hiddenColumns ?? [],
      isProtected: properties.isProtected ?? false,
      ...(properties.frozen ? { frozen: properties.frozen } : {}),
    };
  }

  private sortedOrder(): Uint32Array {
    const order = Array.from({ length: this.count }, (_, i) => i);
    order.sort((a, b) => this.rows[a] - this.rows[b] || this.columns[a] - this.columns[b] || a - b);
    const unique: number[] = [];
    for (const i of order) {
      const previous = unique[unique.length - 1];
      if (previous !== undefined && this.rows[previous] === this.rows[i] && this.columns[previous] === this.columns[i]) {
        unique[unique.length - 1] = i;
      } else unique.push(i);
    }
    return Uint32Array.from(unique);
  }

  private grow(): void {
    const size = this.rows.length * 2;
    const larger = <T extends Uint32Array | Uint16Array | Uint8Array | Float64Array | Int32Array>(from: T, to: T): T => {
      to.set(from as never);
      return to;
    };
    this.rows = larger(this.rows, new Uint32Array(size));
    this.columns = larger(this.columns, new Uint16Array(size));
    this.kinds = larger(this.kinds, new Uint8Array(size));
    this.numbers = larger(this.numbers, new Float64Array(size));
    this.texts = larger(this.texts, new Int32Array(size));
    this.formats = larger(this.formats, new Uint16Array(size));
  }
}

/** Collects sheets, and the texts and number formats they share. */
export class WorkbookBuilder {
  private readonly strings: string[] = [];
  private readonly stringIndex = new Map<string, number>();
  private readonly numberFormats: string[] = ['General'];
  private readonly formatIndex = new Map<string, number>([['General', 0]]);
  private readonly sheets: SheetSnapshot[] = [];
  private readonly repairs: Repair[] = [];
  private calculation = AUTOMATIC;
  private settings: string | null = null;

  /** `source`: a document's tables hold figures as texts. */
  constructor(private readonly name = '', private readonly source: 'workbook' | 'document' = 'workbook') {}

  calculate(calculation: Calculation): void {
    this.calculation = calculation;
  }

  /** Keeps what the pane has written into the file. */
  keepSettings(settings: string | null): void {
    this.settings = settings;
  }

  /** Notes a repair; of many of one kind on one sheet the first few keep their places. */
  repair(kind: Repair['kind'], sheet: string, place: string): void {
    const at = this.repairs.findIndex((r) => r.kind === kind && r.sheet === sheet);
    if (at < 0) {
      this.repairs.push({ kind, sheet, places: [place], count: 1 });
      return;
    }
    const { places, count } = this.repairs[at];
    this.repairs[at] = { kind, sheet, places: count < MOST_PLACES ? [...places, place] : places, count: count + 1 };
  }

  /** The index of a text; the same text always has the same index. */
  string(value: string): number {
    for (let key = indexKey(value); ; key += '+') {
      const index = this.stringIndex.get(key);
      if (index === undefined) {
        this.stringIndex.set(key, this.strings.length);
        return this.strings.push(value) - 1;
      }
      // Two long texts may share a key.
      if (this.strings[index] === value) return index;
    }
  }

  /** The index of a number format. */
  format(value: string): number {
    let index = this.formatIndex.get(value);
    if (index === undefined) {
      index = this.numberFormats.push(value) - 1;
      this.formatIndex.set(value, index);
    }
    return index;
  }

  sheet(name: string): SheetBuilder {
    return new SheetBuilder(this, name);
  }

  add(sheet: SheetSnapshot): void {
    this.sheets.push(sheet);
  }

  finish(): WorkbookSnapshot {
    const { name, strings, numberFormats, sheets, calculation, repairs, settings, source } = this;
    return {
      name, strings, numberFormats, sheets, calculation, repairs,
      ...(settings === null ? {} : { paneSettings: settings }),
      ...(source === 'document' ? { isDocument: true } : {}),
    };
  }
}

/** From this length on the runtime tells texts in a map apart by their length alone (V8, String::kMaxHashCalcLength is 16,383). */
const LONG = 10_000;

/** What a text is found again by. */
function indexKey(text: string): string {
  if (text.length < LONG) return text;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.slice(0, 20)}|${text.length}|${hash}`;
}
