import type { WorkbookSnapshot } from '../../workbook';
import { classificationOf, hasCodeLength, normaliseCode } from '../codes';
import type { Classification } from '../model';
import { nameKey } from '../names';
import type { ChartColumns } from './columns';
import { findColumns } from './columns';
import type { ConflictingRows } from './errors';
import { importErrors } from './errors';
import type { OfficialChart } from './model';
import type { ChartRow, ChartSheet } from './sources';
import { chartSheets } from './sources';

interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
}

/**
 * Reads an official chart: from a workbook (every sheet with a code and a name column) or from the rows of one list.
 * The classification is told by the leading digit: 1 收入, 2 功能, 3 部门经济, 5 政府经济.
 * @param year the fiscal year the chart is for, where the user says so
 * @throws {ChartImportError} where nothing can be read or one code has two names
 */
export function parseOfficialChart(
  source: WorkbookSnapshot | readonly ChartRow[],
  year: number | null = null,
): OfficialChart {
  const sheets = chartSheets(source).filter((sheet) => sheet.rows.some((row) => row.some(isFilled)));
  if (sheets.length === 0) throw importErrors.empty();
  const lines = new Map<string, Line>();
  const conflicts: ConflictingRows[] = [];
  const skippedRows: number[] = [];
  let namelessRow: number | null = null;
  let hasHeader = false;
  for (const sheet of sheets) {
    const columns = findColumns(sheet.rows);
    if (columns === null) continue;
    if ('namelessRow' in columns) namelessRow ??= columns.namelessRow;
    else {
      hasHeader = true;
      readSheet(sheet, columns, lines, conflicts, skippedRows);
    }
  }
  if (!hasHeader) throw namelessRow === null ? importErrors.noHeader() : importErrors.noNameColumn(namelessRow + 1);
  if (conflicts.length > 0) throw importErrors.conflict(conflicts);
  if (lines.size === 0) throw importErrors.noCodes();
  return { year, codes: byClassification(lines), skippedRows };
}

function byClassification(lines: ReadonlyMap<string, Line>): OfficialChart['codes'] {
  const codes: Partial<Record<Classification, Map<string, string>>> = {};
  for (const [code, { name }] of lines) {
    const classification = classificationOf(code);
    if (classification !== null) (codes[classification] ??= new Map()).set(code, name);
  }
  return codes;
}

function readSheet(
  sheet: ChartSheet,
  columns: ChartColumns,
  lines: Map<string, Line>,
  conflicts: ConflictingRows[],
  skippedRows: number[],
): void {
  for (const block of columns.blocks) {
    let above = '';
    for (let r = columns.headerRow + 1; r < sheet.rows.length; r++) {
      const row = sheet.rows[r];
      const name = String(row[block.name] ?? '').trim();
      const code = rowCode(row, block.codes, above);
      if (code === '') continue;
      const classification = code === null ? null : classificationOf(code);
      if (code === null || classification === null || !hasCodeLength(classification, code) || nameKey(name) === '') {
        skippedRows.push(r + 1);
        continue;
      }
      above = code;
      const first = lines.get(code);
      if (first === undefined) lines.set(code, { sheet: sheet.name, row: r + 1, name });
      else if (nameKey(first.name) !== nameKey(name)) {
        conflicts.push({ code, rows: [first.row, r + 1], sheets: [first.sheet, sheet.name], names: [first.name, name] });
      }
    }
  }
}

/**
 * The row's full code from one column, or from 类 | 款 | 项, where upper levels may be left to the row above
 * (208 | | ; | 05 | ; | | 05) and leading zeros be lost. "" for a row without code, null for what is no code.
 */
function rowCode(row: ChartRow, columns: readonly number[], above: string): string | null {
  const cells = columns.map((c) => row[c] ?? null);
  if (!cells.some(isFilled)) return '';
  let code = '';
  for (let level = 0; level < cells.length; level++) {
    const isLast = !cells.slice(level).some(isFilled);
    if (isLast) break;
    const cell = cells[level];
    const end = 3 + 2 * level;
    if (!isFilled(cell)) {
      if (above.length < end) return null;
      code = above.slice(0, end);
      continue;
    }
    const digits = normaliseCode(cell);
    if (digits === null) return null;
    // A column that holds the whole code down to its level, or only its own two digits.
    if (columns.length === 1 || level === 0 || digits.length === end) code = digits;
    else code += digits.padStart(2, '0');
  }
  return code;
}

function isFilled(value: string | number | null | undefined): boolean {
  return value !== null && value !== undefined && String(value).trim() !== '';
}
