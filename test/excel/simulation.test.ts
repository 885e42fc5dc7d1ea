import { describe, expect, it } from 'vitest';
import { workbookOf } from '../host/workbooks';
import { connectedExcel } from './node/connect';
import { loadOffice } from './node/loadOffice';
import { addressOf, findArea } from './sim/address';
import { simWorkbook } from './sim/model/fromSnapshot';
import { Events } from './sim/events';
import { rangeObject } from './sim/objects/range';
import { worksheetCollection } from './sim/objects/worksheets';
import { workbookObject } from './sim/objects/workbook';
import { formatCollection } from './sim/objects/conditionalFormats';
import { remarkCollection } from './sim/objects/remarks';
import { settingCollection } from './sim/objects/settings';
import type { WireObject } from './sim/wire/wireObject';

const code = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', (error: { code?: string }) => error.code ?? String(error));

describe('the simulated Excel', () => {
  it('fails loudly on members it does not know', async () => {
    const { library } = connectedExcel(workbookOf({ 表1: [[1]] }));
    const run = (batch: (sheet: Excel.Worksheet) => void) =>
      code(library.Excel.run(async (context) => {
        batch(context.workbook.worksheets.getItem('表1'));
        await context.sync();
      }));
    expect(await run((sheet) => sheet.load('tabColor'))).toBe('ApiNotFound');
    expect(await run((sheet) => sheet.getRange('A1').clear())).toBe('ApiNotFound');
    expect(await run((sheet) => sheet.charts.load('items/name'))).toBe('ApiNotFound');
    expect(await run((sheet) => { sheet.tabColor = '#FF0000'; })).toBe('ApiNotFound');
    expect(await run((sheet) => sheet.getRange('A1').load())).toBe('ApiNotFound');
  });

  it('reads "no fill" as white, like Excel', async () => {
    const { library } = connectedExcel(workbookOf({ 表1: [[1]] }));
    await library.Excel.run(async (context) => {
      const { fill } = context.workbook.worksheets.getItem('表1').getRange('A1').format;
      fill.load('color');
      await context.sync();
      expect(fill.color).toBe('#FFFFFF');
    });
  });

  it('keeps what ran before the failing action: a batch is no transaction', async () => {
    const { library, excel } = connectedExcel(workbookOf({ 表1: [[1]] }));
    const failing = library.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表1').getRange('A1').values = [[9]];
      context.workbook.worksheets.getItem('没有').activate();
      await context.sync();
    });
    expect(await code(failing)).toBe('ItemNotFound');
    expect(excel.book.sheets[0].cells.get(0)?.value).toBe(9);
  });

  it('refuses an address text that Excel would cut', async () => {
    const { library } = connectedExcel(workbookOf({ 表1: [[1]] }));
    const long = Array.from({ length: 1_500 }, (_, i) => `A${i * 2 + 1000}`).join(',');
    const run = library.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表1').getRanges(long).load('areaCount');
      await context.sync();
    });
    expect(await code(run)).toBe('InvalidArgument');
  });

  it('reads and writes addresses as Excel does', () => {
    const book = simWorkbook(workbookOf({ 表1: [], "O'Neil, 表!": [], Plain: [] }));
    const [first, odd, plain] = book.sheets;
    expect(addressOf(odd, { top: 0, left: 0, bottom: 4, right: 1 })).toBe("'O''Neil, 表!'!A1:B5");
    expect(addressOf(plain, { top: 0, left: 1, bottom: 1_048_575, right: 2 })).toBe('Plain!B:C');
    expect(findArea(book, first, "'O''Neil, 表!'!$C$3")).toEqual({ sheet: odd, rect: { top: 2, left: 2, bottom: 2, right: 2 } });
    expect(findArea(book, first, '3:4').rect).toEqual({ top: 2, left: 0, bottom: 3, right: 16_383 });
  });
});

describe('the names in the simulation', () => {
  /** Every object reachable without a further request. */
  function reach(object: WireObject): WireObject[] {
    return [object, ...Object.values(object.children ?? {}).flatMap((child) => {
      const next = child();
      return next ? reach(next) : [];
    })];
  }

  it('are names of the client library', () => {
    const book = simWorkbook(workbookOf({ 表1: [[1]] }));
    const scope = { book, events: new Events(), apiSet: '1.15' };
    const [sheet] = book.sheets;
    sheet.formats.push({ id: 'f', type: 'Custom', areas: [{ top: 0, left: 0, bottom: 0, right: 0 }], settings: {} });
    book.comments.push({ id: 'c', sheet, row: 0, column: 0, content: '', replies: [] });
    book.settings.set('k', 1);
    const cell = { top: 0, left: 0, bottom: 0, right: 0 };
    const formats = formatCollection(scope, sheet, [cell]);
    const sheets = worksheetCollection(scope);
    const comments = remarkCollection(scope, book.comments, 'Comment', sheet);
    const settings = settingCollection(book);
    const objects = [
      workbookObject(scope, new Map()), sheets, ...(sheets.items?.() ?? []), rangeObject(scope, sheet, cell),
      formats, ...(formats.items?.() ?? []), comments, ...(comments.items?.() ?? []), settings, settings.item?.('k') as WireObject,
    ].flatMap(reach);

    const classes = loadOffice('1.15').Excel as unknown as Record<string, { prototype: Record<string, unknown> } | undefined>;
    const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
    const unknown: string[] = [];
    for (const object of objects) {
      const prototype = classes[object.type]?.prototype;
      // Notes came with ExcelApi 1.18; this library ends at 1.15.
      if (object.type.startsWith('Note')) continue;
      const names = [...Object.keys(object.properties ?? {}), ...Object.keys(object.children ?? {}), ...Object.keys(object.methods ?? {})];
      for (const name of names) {
        if (name.startsWith('_') || name === 'Notes') continue;
        if (!prototype || !(lower(name) in prototype)) unknown.push(`${object.type}.${name}`);
      }
    }
    expect(objects.length).toBeGreaterThan(20);
    expect(unknown).toEqual([]);
  });
});
