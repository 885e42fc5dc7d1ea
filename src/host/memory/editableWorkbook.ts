import type { SheetSnapshot, WorkbookSnapshot } from '../../audit/workbook';
import { CellKind, type SheetBuilder, WorkbookBuilder } from '../../audit/workbook';
import { EditableSheet, type MemoryCell } from './editableSheet';

/**
 * A workbook whose cells can be typed over. Texts and number formats are only ever appended, so the snapshot of a sheet
 * without edits is the very object it was read from, and a new snapshot costs only the edited sheets.
 */
export class EditableWorkbook {
  readonly name: string;
  readonly sheets: readonly EditableSheet[];

  constructor(private readonly base: WorkbookSnapshot) {
    this.name = base.name;
    this.sheets = base.sheets.map((sheet) => new EditableSheet(sheet, base));
  }

  get hasFormulas(): boolean {
    return this.sheets.some((sheet) => sheet.hasFormulas);
  }

  snapshot(): WorkbookSnapshot {
    if (!this.sheets.some((sheet) => sheet.isEdited)) return this.base;
    const builder = new WorkbookBuilder(this.name);
    const strings = new Growing(this.base.strings);
    const formats = new Growing(this.base.numberFormats);
    const sheets = this.sheets.map((sheet) =>
      sheet.isEdited ? rebuild(sheet, builder.sheet(sheet.name), strings, formats) : sheet.base,
    );
    return { ...this.base, strings: strings.all(), numberFormats: formats.all(), sheets };
  }
}

/** Base list plus what edits add; the index over the base is built only when an edit needs it. */
class Growing {
  private readonly added: string[] = [];
  private index: Map<string, number> | null = null;

  constructor(private readonly base: readonly string[]) {}

  at(value: string): number {
    if (!this.index) this.index = new Map(this.base.map((text, i) => [text, i]));
    let i = this.index.get(value);
    if (i === undefined) {
      i = this.base.length + this.added.push(value) - 1;
      this.index.set(value, i);
    }
    return i;
  }

  all(): readonly string[] {
    return this.added.length === 0 ? this.base : [...this.base, ...this.added];
  }
}

function rebuild(sheet: EditableSheet, target: SheetBuilder, strings: Growing, formats: Growing): SheetSnapshot {
  const { base } = sheet;
  const blanked = new Set<number>();
  const changed: { row: number; column: number; cell: MemoryCell }[] = [];
  for (const { row, column, cell } of sheet.edited()) {
    blanked.add(row * 16_384 + column);
    if (cell) changed.push({ row, column, cell });
  }
  for (let r = 0; r < base.rowNumbers.length; r++) {
    const row = base.rowNumbers[r];
    for (let i = base.rowStart[r]; i < base.rowStart[r + 1]; i++) {
      if (blanked.has(row * 16_384 + base.columns[i])) continue;
      target.push(row, base.columns[i], base.kinds[i], base.numbers[i], base.texts[i], base.formats[i], base.formulas.get(i));
    }
  }
  for (const { row, column, cell } of changed) {
    const { kind, value } = cell.content;
    const number = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN;
    const text = typeof value === 'string' ? strings.at(value) : -1;
    target.push(row, column, CellKind[kind], number, text, formats.at(cell.format), cell.formula ?? undefined);
  }
  return target.finish({
    visibility: base.visibility,
    merges: base.merges,
    hiddenRows: base.hiddenRows,
    hiddenColumns: base.hiddenColumns,
    isProtected: base.isProtected,
    frozen: base.frozen,
  });
}
