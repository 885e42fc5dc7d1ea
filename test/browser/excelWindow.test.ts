import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/build/findBrowser.mjs';
import { bundleScript } from '../excel/browser/bundleScript';
import { type HttpsServer, serveHttps } from '../excel/browser/serveHttps';
import { plain } from '../host/workbooks';
import { literalWorkbook } from './excelWindow.workbook';

const browser = findBrowser();
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const officeJs = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');

describe('the Excel host in a browser, with the real office.js', () => {
  let server: HttpsServer;
  let context: BrowserContext;
  let page: Page;
  let pane: Frame;
  const profile = mkdtempSync(join(tmpdir(), 'gouji-chromium-'));

  beforeAll(async () => {
    server = await serveHttps({
      '/': '<!doctype html><meta charset=utf-8><iframe></iframe><script src=/parent.js></script>',
      '/pane.html': '<!doctype html><meta charset=utf-8><script src=/officejs/office.js></script><script src=/pane.js></script>',
      '/parent.js': await bundleScript(file('./excelWindow.parent.ts')),
      '/pane.js': await bundleScript(file('./excelWindow.pane.ts')),
      '/officejs/': { folder: officeJs },
    });
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
    context = await chromium.launchPersistentContext(profile, { executablePath: browser ?? undefined, headless: true, ignoreHTTPSErrors: true, args });
    page = await context.newPage();
    await page.goto(`${server.url}/`);
    pane = page.frames()[1];
    await pane.waitForFunction(() => window.info !== undefined, null, { timeout: 20_000 });
  }, 60_000);

  afterAll(async () => {
    await context?.close();
    await server?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('takes the page for Excel on the web', async () => {
    expect(await pane.evaluate(() => window.info)).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
    expect(await pane.evaluate(() => window.host.capabilities())).toEqual({ name: 'excel', apiSet: '1.14', explanations: 'comments', writable: true });
  });

  it('reads the workbook', async () => {
    const names = await pane.evaluate(async () => (await window.host.snapshot()).sheets.map(({ name, rowNumbers }) => [name, rowNumbers.length]));
    const expected = plain(literalWorkbook()) as { name: string; cells: unknown[] }[];
    expect(names).toEqual(expected.map(({ name, cells }) => [name, cells.length]));
  });

  it('marks, clears and leaves the workbook as it was', async () => {
    const before = await page.evaluate(() => window.visible());
    const cell = { sheet: 0, row: 15, column: 4 };
    const result = await pane.evaluate((at) => window.host.mark([{ cell: at, style: 'suspect', note: '漏计' }], { explanations: true }), cell);
    expect(result).toEqual({ markedCells: 1, refused: [] });
    expect(await page.evaluate(() => window.simulation.excel.book.sheets[0].formats[0].areas)).toEqual([{ top: 15, left: 4, bottom: 15, right: 4 }]);
    expect(await pane.evaluate(() => window.host.clearMarks())).toEqual({ removed: 2, left: [] });
    expect(await page.evaluate(() => window.visible())).toBe(before);
  });

  it('goes to a cell, and says that a sheet is hidden', async () => {
    await pane.evaluate(() => window.host.goTo({ sheet: 0, row: 15, column: 4 }));
    expect(await page.evaluate(() => window.simulation.excel.selectedCell)).toBe('表6!E16');
    const code = await pane.evaluate(() => window.host.goTo({ sheet: 1, row: 0, column: 0 }).catch((error: { code: string }) => error.code));
    expect(code).toBe('hiddenSheet');
  });

  it('hears of an edit, and of a cell under edit', async () => {
    await page.evaluate(() => window.simulation.excel.userTypes('表6', 'E16', 425400));
    await pane.waitForFunction(() => window.edits.length > 0, null, { timeout: 5_000 });
    const cell = { sheet: 0, row: 15, column: 4 };
    expect(await pane.evaluate(() => window.edits)).toMatchObject([{ sheet: 0, cells: [{ cell, content: { kind: 'number', value: 425400 } }] }]);
    await page.evaluate(() => void (window.simulation.excel.faults.isCellEdited = true));
    expect(await pane.evaluate(() => window.host.snapshot().catch((error: { code: string }) => error.code))).toBe('cellEditMode');
  });
});
