import { wholeSheet } from '../address';
import type { SimRemark } from '../model/workbook';
import type { WireObject } from '../wire/wireObject';
import { remarkCollection } from './remarks';
import { rangeObject } from './range';
import type { Scope } from './scope';
import { settingCollection } from './settings';
import { worksheetCollection } from './worksheets';

/** The root object. */
export function workbookObject(scope: Scope, references: Map<string, WireObject>): WireObject {
  const { book } = scope;
  const remarks = (list: SimRemark[], type: 'Comment' | 'Note') => remarkCollection(scope, list, type, null);
  return {
    type: 'Workbook',
    properties: { Name: { get: () => book.name }, ReadOnly: { get: () => book.readOnly } },
    children: {
      Application: () => ({ type: 'Application', properties: { CalculationMode: { get: () => (book.isManual ? 'Manual' : 'Automatic') } } }),
      Worksheets: () => worksheetCollection(scope),
      Settings: () => settingCollection(book),
      Comments: () => remarks(book.comments, 'Comment'),
      Notes: () => remarks(book.notes, 'Note'),
    },
    methods: {
      GetSelectedRange: () => {
        const sheet = book.selection?.sheet ?? book.sheets[0];
        return rangeObject(scope, sheet, book.selection?.rect ?? { ...wholeSheet, bottom: 0, right: 0 });
      },
      _RemoveReference: ([id]) => void references.delete(String(id)),
    },
  };
}
