import type { SimWorkbook } from '../model/workbook';
import { notFound } from '../wire/apiError';
import type { WireObject } from '../wire/wireObject';

/** The settings an add-in keeps in the workbook. */
export function settingCollection(book: SimWorkbook): WireObject {
  return {
    type: 'SettingCollection',
    item: (key) => {
      if (!book.settings.has(String(key))) throw notFound(`setting ${String(key)}`);
      return settingObject(book, String(key));
    },
    methods: {
      Add: ([key, value]) => {
        book.settings.set(String(key), value);
        return settingObject(book, String(key));
      },
      GetItemOrNullObject: ([key]) => (book.settings.has(String(key)) ? settingObject(book, String(key)) : null),
    },
  };
}

function settingObject(book: SimWorkbook, key: string): WireObject {
  return {
    type: 'Setting',
    identity: () => ({ _Id: key }),
    properties: { Value: { get: () => book.settings.get(key) ?? null } },
  };
}
