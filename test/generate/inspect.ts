import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { readTables, squeeze, type TableArea } from './anatomy';
import { thaw, type Sheet } from './grid';

/** Reads generated workbooks back by labels and headers, to check them against the model. */
export class TableView {
  constructor(
    readonly sheet: Sheet,
    readonly area: TableArea,
    /** Units of the stored figure in one 元 or 万元: 100 makes whole 分 or hundredths of 万元. */
    private readonly scale = 100,
  ) {}

  /** The amount in whole hundredths; 0 where the cell is blank. */
  at(row: number, column: number): number {
    const value = this.sheet.get(row, column)?.value;
    if (value === undefined) return 0;
    if (typeof value !== 'number') throw new Error(`no number at ${row},${column}: ${String(value)}`);
    return Math.round(value * this.scale);
  }

  /** The amount right of a label; labels are compared without blanks. `from` is the first column looked at. */
  line(label: string, column: number, offset = 1): number {
    const row = this.rowOf(label, column);
    return this.at(row, column + offset);
  }

  rowOf(label: string, column: number): number {
    for (let row = this.area.top + 1; row <= this.area.bottom; row++) {
      if (squeeze(this.sheet.text(row, column)) === squeeze(label)) return row;
    }
    throw new Error(`no line ${label} in ${this.area.kind}`);
  }

  /** The column under a header text, the `nth` from the left. */
  columnOf(header: string, nth = 0): number {
    const found: number[] = [];
    for (let row = this.area.top; row < this.area.firstData; row++) {
      for (let column = 0; column < (this.sheet.rows[row]?.length ?? 0); column++) {
        if (squeeze(this.sheet.text(row, column)) === squeeze(header)) found.push(column);
      }
    }
    found.sort((a, b) => a - b);
    if (found[nth] === undefined) throw new Error(`no column ${header} in ${this.area.kind}`);
    return found[nth];
  }

  /** Rows of the data part, as texts and numbers. */
  *rows(): Generator<number> {
    for (let row = this.area.firstData; row <= this.area.bottom; row++) yield row;
  }
}

/** All tables of a workbook of one kind. */
export function tablesOf(snapshot: WorkbookSnapshot, kind: string): TableView[] {
  return thaw(snapshot).sheets.flatMap((sheet) => readTables(sheet).filter((t) => t.kind === kind).map((t) => new TableView(sheet, t)));
}

export function tableOf(snapshot: WorkbookSnapshot, kind: string): TableView {
  const found = tablesOf(snapshot, kind);
  if (found.length !== 1) throw new Error(`${found.length} tables ${kind}`);
  return found[0];
}

/** Code (or "code government") → row, for a coded table. */
export function codedRows(view: TableView): Map<string, number> {
  const result = new Map<string, number>();
  for (const cell of view.area.codes) {
    if (cell.classification === 'government') continue;
    const government = view.area.codes.find((c) => c.row === cell.row && c.classification === 'government');
    result.set(government ? `${cell.code} ${government.code}` : cell.code, cell.row);
  }
  return result;
}
