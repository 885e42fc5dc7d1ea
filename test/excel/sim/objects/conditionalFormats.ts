import type { Rect } from '../../../../src/audit/workbook';
import { intersection, newId, type SimFormat, type SimSheet } from '../model/workbook';
import { ApiError, isProtectedSheet, notFound } from '../wire/apiError';
import type { Property, WireObject } from '../wire/wireObject';
import type { Scope } from './scope';

export function formatCollection(scope: Scope, sheet: SimSheet, areas: readonly Rect[]): WireObject {
  const here = (): SimFormat[] => sheet.formats.filter((format) => format.areas.some((a) => areas.some((b) => intersection(a, b))));
  const idOf = (format: SimFormat): string => (scope.book.hasPositionalIds ? String(sheet.formats.indexOf(format)) : format.id);
  const find = (id: unknown): SimFormat => {
    const format = here().find((candidate) => idOf(candidate) === id);
    if (!format) throw notFound(`conditional format ${String(id)}`);
    return format;
  };
  return {
    type: 'ConditionalFormatCollection',
    items: () => here().map((format) => formatObject(sheet, format, idOf)),
    item: (id) => formatObject(sheet, find(id), idOf),
    methods: {
      Add: ([type]) => {
        refuseIfProtected(sheet);
        const format: SimFormat = { id: newId(scope.book), type: String(type), areas: [...areas], settings: {} };
        // Excel puts the newest first.
        sheet.formats.unshift(format);
        return formatObject(sheet, format, idOf);
      },
    },
  };
}

function formatObject(sheet: SimSheet, format: SimFormat, idOf: (format: SimFormat) => string): WireObject {
  return {
    type: 'ConditionalFormat',
    identity: () => ({ Id: idOf(format) }),
    properties: { Id: { get: () => idOf(format) }, Type: { get: () => format.type } },
    children: { Custom: () => customObject(format) },
    methods: {
      Delete: () => {
        refuseIfProtected(sheet);
        const index = sheet.formats.indexOf(format);
        if (index < 0) throw notFound(`conditional format ${format.id}`);
        if (!format.isOrphan) sheet.formats.splice(index, 1);
      },
    },
  };
}

function customObject(format: SimFormat): WireObject {
  if (format.isUnreadable) throw notFound(`conditional format ${format.id}`);
  if (format.type !== 'Custom') throw new ApiError('InvalidOperation', `a format of type ${format.type} has no custom rule`);
  const setting = (path: string): Property => ({
    get: () => format.settings[path] ?? null,
    set: (value) => {
      format.settings[path] = value;
    },
  });
  const part = (type: string, path: string, names: readonly string[]): WireObject => ({
    type,
    properties: Object.fromEntries(names.map((name) => [name, setting(`${path}.${name}`)])),
  });
  const border = (side: string) => () => part('ConditionalRangeBorder', `Borders.${side}`, ['Style', 'Color']);
  return {
    type: 'CustomConditionalFormat',
    children: {
      Rule: () => part('ConditionalFormatRule', 'Rule', ['Formula']),
      Format: () => ({
        type: 'ConditionalRangeFormat',
        properties: { NumberFormat: setting('NumberFormat') },
        children: {
          Fill: () => part('ConditionalRangeFill', 'Fill', ['Color']),
          Font: () => part('ConditionalRangeFont', 'Font', ['Color', 'Bold', 'Italic']),
          Borders: () => ({
            type: 'ConditionalRangeBorderCollection',
            children: { Top: border('Top'), Bottom: border('Bottom'), Left: border('Left'), Right: border('Right') },
          }),
        },
      }),
    },
  };
}

function refuseIfProtected(sheet: SimSheet): void {
  if (sheet.protection && !sheet.protection.allowFormatCells) throw isProtectedSheet(sheet.name);
}
