import type { Rect, SheetSnapshot, Span, Visibility, WorkbookSnapshot } from '../../src/audit/workbook';
import { CellKind, WorkbookBuilder, cellAddress, parseCellAddress } from '../../src/audit/workbook';

/** An error value such as "#REF!". */
export interface ErrorValue {
  readonly error: string;
}

export interface Cell {
  readonly value: number | string | boolean | ErrorValue;
  readonly format: string;
  /** Without the leading "=". */
  readonly formula?: string;
}

/** A sheet that can be changed: what generators write, variations rearrange and mutations spoil. */
export class Sheet {
  rows: (Cell | undefined)[][] = [];
  merges: Rect[] | null = [];
  visibility: Visibility = 'visible';
  hiddenRows: Span[] = [];
  hiddenColumns: Span[] = [];

  constructor(public name: string) {}

  get(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  /** The text of a cell; "" where it holds anything else. */
  text(row: number, column: number): string {
    const value = this.get(row, column)?.value;
    return typeof value === 'string' ? value : '';
  }

  set(row: number, column: number, value: Cell['value'] | null, format = 'General', formula?: string): void {
    while (this.rows.length <= row) this.rows.push([]);
    if (value === null || (value === '' && formula === undefined)) this.rows[row][column] = undefined;
    else this.rows[row][column] = formula === undefined ? { value, format } : { value, format, formula };
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges?.push({ top, left, bottom, right });
  }

  *cells(): Generator<{ row: number; column: number; cell: Cell }> {
    for (let row = 0; row < this.rows.length; row++) {
      const cells = this.rows[row];
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (cell) yield { row, column, cell };
      }
    }
  }

  get width(): number {
    let width = 0;
    for (const cells of this.rows) width = Math.max(width, cells.length);
    return width;
  }

  /** Inserts blank rows before `at`; merges, hidden rows and the sheet's own formulas follow. */
  insertRows(at: number, count: number): void {
    this.rows.splice(at, 0, ...Array.from({ length: count }, () => []));
    this.follow(at, count, 0, 0);
  }

  /** Inserts blank columns before `at`. */
  insertColumns(at: number, count: number): void {
    for (const cells of this.rows) {
      if (cells.length > at) cells.splice(at, 0, ...Array.from({ length: count }, () => undefined));
    }
    this.follow(0, 0, at, count);
  }

  removeRow(at: number): void {
    this.rows.splice(at, 1);
    if (this.merges) {
      this.merges = this.merges
        .filter((m) => !(m.top === at && m.bottom === at))
        .map((m) => ({ ...m, top: m.top > at ? m.top - 1 : m.top, bottom: m.bottom >= at ? m.bottom - 1 : m.bottom }));
    }
    this.hiddenRows = this.hiddenRows.map((s) => ({ from: s.from > at ? s.from - 1 : s.from, to: s.to >= at ? s.to - 1 : s.to }));
  }

  clone(): Sheet {
    const copy = new Sheet(this.name);
    copy.rows = this.rows.map((cells) => [...cells]);
    copy.merges = this.merges ? [...this.merges] : null;
    copy.visibility = this.visibility;
    copy.hiddenRows = [...this.hiddenRows];
    copy.hiddenColumns = [...this.hiddenColumns];
    return copy;
  }

  private follow(row: number, rows: number, column: number, columns: number): void {
    const down = (r: number): number => (r >= row ? r + rows : r);
    const right = (c: number): number => (c >= column ? c + columns : c);
    if (this.merges) {
      this.merges = this.merges.map((m) => ({ top: down(m.top), bottom: down(m.bottom), left: right(m.left), right: right(m.right) }));
    }
    this.hiddenRows = this.hiddenRows.map((s) => ({ from: down(s.from), to: down(s.to) }));
    this.hiddenColumns = this.hiddenColumns.map((s) => ({ from: right(s.from), to: right(s.to) }));
    for (const { row: r, column: c, cell } of [...this.cells()]) {
      if (cell.formula === undefined || cell.formula.includes('!')) continue;
      const formula = cell.formula.replace(/\b[A-Z]{1,3}[1-9]\d*\b/g, (address) => {
        const at = parseCellAddress(address);
        return at ? cellAddress(down(at.row), right(at.column)) : address;
      });
      this.rows[r][c] = { ...cell, formula };
    }
  }
}

/** A workbook that can be changed. */
export interface Workbook {
  name: string;
  sheets: Sheet[];
}

/** A snapshot as something that can be changed; the snapshot stays as it is. */
export function thaw(snapshot: WorkbookSnapshot): Workbook {
  return { name: snapshot.name, sheets: snapshot.sheets.map((sheet) => thawSheet(snapshot, sheet)) };
}

function thawSheet(snapshot: WorkbookSnapshot, from: SheetSnapshot): Sheet {
  const sheet = new Sheet(from.name);
  sheet.visibility = from.visibility;
  sheet.merges = from.merges ? [...from.merges] : null;
  sheet.hiddenRows = [...from.hiddenRows];
  sheet.hiddenColumns = [...from.hiddenColumns];
  for (let r = 0; r < from.rowNumbers.length; r++) {
    for (let i = from.rowStart[r]; i < from.rowStart[r + 1]; i++) {
      const text = from.texts[i] >= 0 ? snapshot.strings[from.texts[i]] : '';
      const value: Cell['value'] =
        from.kinds[i] === CellKind.number
          ? from.numbers[i]
          : from.kinds[i] === CellKind.boolean
            ? from.numbers[i] !== 0
            : from.kinds[i] === CellKind.error
              ? { error: text }
              : text;
      sheet.set(from.rowNumbers[r], from.columns[i], value, snapshot.numberFormats[from.formats[i]], from.formulas.get(i));
    }
  }
  return sheet;
}

/** The immutable snapshot of a workbook. */
export function freeze(workbook: Workbook): WorkbookSnapshot {
  const builder = new WorkbookBuilder(workbook.name);
  for (const sheet of workbook.sheets) {
    const target = builder.sheet(sheet.name);
    for (const { row, column, cell } of sheet.cells()) {
      const { value, format, formula } = cell;
      if (typeof value === 'number') target.number(row, column, value, format, formula);
      else if (typeof value === 'string') target.text(row, column, value, format, formula);
      else if (typeof value === 'boolean') target.boolean(row, column, value, formula);
      else target.error(row, column, value.error, formula);
    }
    const { visibility, merges, hiddenRows, hiddenColumns } = sheet;
    builder.add(target.finish({ visibility, merges, hiddenRows, hiddenColumns }));
  }
  return builder.finish();
}
