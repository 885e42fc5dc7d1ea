import type { Rect } from '../../../../src/audit/workbook';
import { areaText } from '../address';
import { cellAt, cellFor, type SimSheet } from '../model/workbook';
import { minorOf } from '../requirementSets';
import { ApiError, isProtectedSheet } from '../wire/apiError';
import type { Scope } from './scope';

export interface WrittenBy {
  /** Only from ExcelApi 1.14 on an event says so. */
  readonly source: 'ThisLocalAddin' | 'Unknown';
  readonly isRemote: boolean;
}

/** Writes values or formulas as the add-in does (a scalar fills the range, null leaves a cell alone), and tells the listeners. */
export function writeCells(
  scope: Scope,
  sheet: SimSheet,
  rect: Rect,
  values: unknown,
  by: WrittenBy = { source: 'ThisLocalAddin', isRemote: false },
): void {
  if (scope.book.readOnly) throw new ApiError('AccessDenied', 'The workbook is read-only', 403);
  const at = valueAt(rect, values);
  const isSingle = rect.top === rect.bottom && rect.left === rect.right;
  const before = cellAt(sheet, rect.top, rect.left)?.value ?? '';
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      const value = at(row, column);
      if (value === null) continue;
      if (sheet.protection && cellAt(sheet, row, column)?.locked !== false) throw isProtectedSheet(sheet.name);
      const cell = cellFor(sheet, row, column);
      const isFormula = typeof value === 'string' && value.startsWith('=');
      cell.formula = isFormula ? value : null;
      // No formula engine: a formula typed anew is 0 until a test says otherwise.
      cell.value = isFormula ? 0 : (value as string | number | boolean);
    }
  }
  const details = isSingle
    ? { valueBefore: before, valueAfter: cellAt(sheet, rect.top, rect.left)?.value ?? '', valueTypeBefore: 'Unknown', valueTypeAfter: 'Unknown' }
    : {};
  reportChange(scope, sheet, rect, 'RangeEdited', by, details);
}

export function reportChange(scope: Scope, sheet: SimSheet, rect: Rect, changeType: string, by: WrittenBy, details: object): void {
  const message = {
    address: areaText(rect),
    changeType,
    source: by.isRemote ? 'Remote' : 'Local',
    worksheetId: sheet.id,
    referenceId: '',
    shiftDirection: 'None',
    ...(minorOf(scope.apiSet) >= 14 ? { triggerSource: by.source } : {}),
    ...details,
  };
  scope.events.fire('DataChanged', [sheet.id, 'Workbook'], message, by.isRemote);
}

function valueAt(rect: Rect, values: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(values)) return () => values;
  const rows = rect.bottom - rect.top + 1;
  const columns = rect.right - rect.left + 1;
  if (values.length !== rows || values.some((row) => !Array.isArray(row) || row.length !== columns)) {
    throw new ApiError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size of the range.");
  }
  return (row, column) => (values as unknown[][])[row - rect.top][column - rect.left];
}
