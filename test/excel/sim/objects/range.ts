import type { Rect } from '../../../../src/audit/workbook';
import { addressOf, areaText } from '../address';
import { cellAt, intersection, type SimCell, type SimSheet, usedRect } from '../model/workbook';
import { ApiError } from '../wire/apiError';
import type { WireObject } from '../wire/wireObject';
import { formatCollection } from './conditionalFormats';
import type { Scope } from './scope';
import { writeCells } from './writeCells';

/** Above this a range read fails, in every Excel. */
const MAX_CELLS = 5_000_000;
/** Above this `getMergedAreasOrNullObject` fails (Microsoft's documentation of the method). */
const MAX_MERGES = 512;

export function rangeObject(scope: Scope, sheet: SimSheet, rect: Rect): WireObject {
  const rows = rect.bottom - rect.top + 1;
  const columns = rect.right - rect.left + 1;
  const grid = (read: (cell: SimCell | undefined) => unknown): unknown[][] => {
    if (rows * columns > MAX_CELLS) throw new ApiError('RangeExceedsLimit', `${rows * columns} cells`);
    return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => read(cellAt(sheet, rect.top + r, rect.left + c))));
  };
  const write = (values: unknown): void => writeCells(scope, sheet, rect, values);
  return {
    type: 'Range',
    isKept: true,
    properties: {
      Address: { get: () => addressOf(sheet, rect) },
      RowIndex: { get: () => rect.top },
      ColumnIndex: { get: () => rect.left },
      RowCount: { get: () => rows },
      ColumnCount: { get: () => columns },
      RowHidden: { get: () => share(sheet.hiddenRows, rect.top, rect.bottom) },
      ColumnHidden: { get: () => share(sheet.hiddenColumns, rect.left, rect.right) },
      Values: { get: () => grid((cell) => cell?.value ?? ''), set: write },
      Formulas: { get: () => grid((cell) => cell?.formula ?? cell?.value ?? ''), set: write },
      NumberFormat: { get: () => grid((cell) => cell?.numberFormat ?? 'General') },
    },
    children: {
      ConditionalFormats: () => formatCollection(scope, sheet, [rect]),
      Format: () => ({ type: 'RangeFormat', children: { Fill: () => fillObject(sheet, [rect]) } }),
    },
    methods: {
      GetUsedRangeOrNullObject: ([valuesOnly]) => {
        const used = usedRect(sheet, rect, valuesOnly === true);
        return used && rangeObject(scope, sheet, used);
      },
      GetMergedAreasOrNullObject: () => {
        const merges = sheet.merges.filter((merge) => intersection(merge, rect));
        if (merges.length > MAX_MERGES) throw new ApiError('GeneralException', `${merges.length} merged areas`, 500);
        return merges.length === 0 ? null : rangeAreasObject(scope, sheet, merges);
      },
      GetRowProperties: () => list(rect.top, rect.bottom, (row) => ({ rowHidden: sheet.hiddenRows.has(row) })),
      GetColumnProperties: () => list(rect.left, rect.right, (column) => ({ columnHidden: sheet.hiddenColumns.has(column) })),
      Select: () => {
        if (scope.book.active !== sheet) throw new ApiError('InvalidSelection', `${sheet.name} is not active`);
        scope.book.selection = { sheet, rect };
      },
      _ValidateArraySize: ([height, width]) => {
        if (height !== rows || width !== columns) throw new ApiError('InvalidArgument', `${areaText(rect)} is not ${String(height)} × ${String(width)}`);
      },
    },
  };
}

export function rangeAreasObject(scope: Scope, sheet: SimSheet, areas: readonly Rect[]): WireObject {
  return {
    type: 'RangeAreas',
    isKept: true,
    properties: {
      Address: { get: () => areas.map((area) => addressOf(sheet, area)).join(',') },
      AreaCount: { get: () => areas.length },
    },
    children: { ConditionalFormats: () => formatCollection(scope, sheet, areas) },
  };
}

/** No fill reads back as white, exactly like a white fill (OfficeDev/office-js #6218). */
function fillObject(sheet: SimSheet, [rect]: readonly Rect[]): WireObject {
  return { type: 'RangeFill', properties: { Color: { get: () => cellAt(sheet, rect.top, rect.left)?.fill ?? '#FFFFFF' } } };
}

/** true = all hidden, false = none, null = some. */
function share(hidden: ReadonlySet<number>, from: number, to: number): boolean | null {
  const count = [...hidden].filter((i) => i >= from && i <= to).length;
  return count === 0 ? false : count === to - from + 1 ? true : null;
}

function list<T>(from: number, to: number, make: (i: number) => T): T[] {
  return Array.from({ length: to - from + 1 }, (_, i) => make(from + i));
}
