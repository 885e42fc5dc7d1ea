import { findArea, findAreas, wholeSheet } from '../address';
import { findSheet, type SimSheet, usedRect } from '../model/workbook';
import { ApiError, notFound } from '../wire/apiError';
import type { WireObject } from '../wire/wireObject';
import { rangeAreasObject, rangeObject } from './range';
import { remarkCollection } from './remarks';
import type { Scope } from './scope';

export function worksheetCollection(scope: Scope): WireObject {
  const { book } = scope;
  return {
    type: 'WorksheetCollection',
    items: () => book.sheets.map((sheet) => worksheetObject(scope, sheet)),
    item: (key) => {
      const sheet = findSheet(book, String(key));
      if (!sheet) throw notFound(`sheet ${String(key)}`);
      return worksheetObject(scope, sheet);
    },
    methods: {
      GetItemOrNullObject: ([key]) => {
        const sheet = findSheet(book, String(key));
        return sheet && worksheetObject(scope, sheet);
      },
      ...scope.events.methods('Workbook'),
    },
  };
}

export function worksheetObject(scope: Scope, sheet: SimSheet): WireObject {
  const { book } = scope;
  const visibility = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' };
  return {
    type: 'Worksheet',
    identity: () => ({ Id: sheet.id }),
    properties: {
      Id: { get: () => sheet.id },
      Name: { get: () => sheet.name },
      Visibility: { get: () => visibility[sheet.visibility] },
    },
    children: {
      Protection: () => protectionObject(sheet),
      Comments: () => remarkCollection(scope, book.comments, 'Comment', sheet),
      Notes: () => remarkCollection(scope, book.notes, 'Note', sheet),
    },
    methods: {
      GetRange: ([address]) => {
        if (address === null || address === undefined) return rangeObject(scope, sheet, wholeSheet);
        const area = findArea(book, sheet, String(address));
        return rangeObject(scope, area.sheet, area.rect);
      },
      GetRanges: ([address]) => rangeAreasObject(scope, sheet, findAreas(book, sheet, String(address))),
      GetRangeByIndexes: (args) => {
        const [top, left, rows, columns] = args as number[];
        const rect = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
        if (top < 0 || left < 0 || rows < 1 || columns < 1 || rect.bottom > wholeSheet.bottom || rect.right > wholeSheet.right) {
          throw new ApiError('InvalidArgument', `no such range: ${args.join(', ')}`);
        }
        return rangeObject(scope, sheet, rect);
      },
      GetUsedRangeOrNullObject: ([valuesOnly]) => {
        const used = usedRect(sheet, wholeSheet, valuesOnly === true);
        return used && rangeObject(scope, sheet, used);
      },
      Activate: () => {
        if (sheet.visibility !== 'visible') throw new ApiError('InvalidOperation', `${sheet.name} is hidden`);
        book.active = sheet;
      },
      ...scope.events.methods(sheet.id),
    },
  };
}

function protectionObject(sheet: SimSheet): WireObject {
  return {
    type: 'WorksheetProtection',
    properties: {
      Protected: { get: () => sheet.protection !== null },
      // Structures keep their JavaScript names on the wire.
      Options: { get: () => sheet.protection },
    },
  };
}
