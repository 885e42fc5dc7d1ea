import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { MAX_COLUMNS, MAX_ROWS, WorkbookBuilder, type Rect, type SheetBuilder, type Visibility, type WorkbookSnapshot } from '../../audit/workbook';
import { Budget } from '../budget';
import { damaged, FileError } from '../errors';
import type { FileLimits } from '../limits';
import { joinSpans, plainFormula } from '../xlsx';
import type { HiddenLines } from './odsHidden';

/** Texts of the error codes BIFF stores ([MS-XLS] section 2.5.10, BErr). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

const OPTIONS: ParsingOptions = {
  type: 'array',
  dense: true,
  cellFormula: true,
  cellNF: true,
  // Rows and columns come with styles only.
  cellStyles: true,
  cellHTML: false,
  cellText: false,
};

/**
 * Reads .xls, .xlsb and .ods. The library is loaded only when such a file turns up, so that the pane does not carry
 * it. It does not tell whether a sheet is protected. Throws `FileError`.
 */
export async function readLegacy(bytes: Uint8Array, fileName: string, limits: FileLimits, hidden: readonly HiddenLines[] = []): Promise<WorkbookSnapshot> {
  if (bytes.length > limits.legacyBytes) {
    throw new FileError('fileTooLarge', { limit: limits.legacyBytes, actual: bytes.length });
  }
  const { read } = await import('@e965/xlsx');
  let source: WorkBook;
  try {
    source = read(bytes, OPTIONS);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw /password|encrypt/i.test(reason) ? new FileError('encrypted', {}, { cause }) : damaged('', reason, cause);
  }
  return toSnapshot(source, fileName, limits, hidden);
}

/** `lines`: hidden rows and columns that the library does not tell, by sheet. */
function toSnapshot(source: WorkBook, fileName: string, limits: FileLimits, lines: readonly HiddenLines[]): WorkbookSnapshot {
  const names = source.SheetNames;
  if (names.length > limits.sheets) throw new FileError('tooManySheets', { limit: limits.sheets, actual: names.length });
  const workbook = new WorkbookBuilder(fileName);
  const budget = new Budget(limits);
  let worksheets = 0;
  names.forEach((name, i) => {
    // The library leaves out a sheet it cannot read; that must not look like a workbook without it. `Sheets` is a plain
    // object: a name such as "__proto__" must not reach its prototype.
    if (!Object.hasOwn(source.Sheets, name)) throw damaged(name, 'the sheet cannot be read');
    const sheet = source.Sheets[name];
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') return;
    worksheets++;
    const hidden = source.Workbook?.Sheets?.[i]?.Hidden;
    const builder = workbook.sheet(name);
    addCells(sheet, builder, budget);
    workbook.add(
      builder.finish({
        visibility: VISIBILITIES[hidden ?? 0] ?? 'visible',
        merges: merges(sheet, budget, name),
        hiddenRows: joinSpans([...hiddenSpans(sheet['!rows'], MAX_ROWS), ...(lines[i]?.rows ?? [])]),
        hiddenColumns: joinSpans([...hiddenSpans(sheet['!cols'], MAX_COLUMNS), ...(lines[i]?.columns ?? [])]),
        isProtected: sheet['!protect'] !== undefined,
      }),
    );
  });
  if (worksheets === 0) throw new FileError('noWorksheets');
  return workbook.finish();
}

const VISIBILITIES: readonly Visibility[] = ['visible', 'hidden', 'veryHidden'];

function addCells(sheet: WorkSheet, builder: SheetBuilder, budget: Budget): void {
  const rows = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  // forEach passes over the holes of sparse rows.
  rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (!cell || row >= MAX_ROWS || column >= MAX_COLUMNS) return;
      const before = builder.size;
      if (cell.t === 's') budget.text(String(cell.v).length, builder.name);
      addCell(builder, row, column, cell, budget.limits);
      if (builder.size === before) return;
      budget.cell(builder.name);
      if (cell.f !== undefined) budget.formula(cell.f.length, builder.name);
    });
  });
}

function addCell(builder: SheetBuilder, row: number, column: number, cell: CellObject, limits: FileLimits): void {
  const formula = cell.f === undefined || cell.f === '' ? undefined : plainFormula(cell.f);
  const stored = cell.z === undefined ? 'General' : String(cell.z);
  const format = stored.length > limits.formatCharacters ? 'General' : stored;
  const { v } = cell;
  if (cell.t === 'n' && typeof v === 'number' && Number.isFinite(v)) builder.number(row, column, v, format, formula);
  else if (cell.t === 's' && v !== undefined) builder.text(row, column, String(v), format, formula);
  else if (cell.t === 'b') builder.boolean(row, column, v === true, formula);
  else if (cell.t === 'e') builder.error(row, column, ERRORS[Number(v)] ?? cell.w ?? '#N/A', formula);
  else if (formula !== undefined) builder.unknown(row, column, format, formula);
}

function merges(sheet: WorkSheet, budget: Budget, name: string): Rect[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => {
    budget.merge(name);
    return { top: s.r, left: s.c, bottom: Math.min(e.r, MAX_ROWS - 1), right: Math.min(e.c, MAX_COLUMNS - 1) };
  });
}

function hiddenSpans(lines: readonly ({ hidden?: boolean; hpt?: number } | undefined)[] | undefined, size: number): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  lines?.forEach((line, i) => {
    // A height of zero hides a row just as well.
    if (!line || i >= size || !(line.hidden || line.hpt === 0)) return;
    const last = spans[spans.length - 1];
    if (last && last.to + 1 === i) last.to = i;
    else spans.push({ from: i, to: i });
  });
  return spans;
}
