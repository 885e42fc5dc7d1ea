import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { findBrowser } from '../../src/build/findBrowser.mjs';
import { contentPolicy, officeSource } from '../../src/build/officeSource.mjs';
import { bundleScript } from '../excel/browser/bundleScript';
import { serveHttps } from '../excel/browser/serveHttps';
import { complaints } from './chromium';
import type { StartOptions } from './excelPane.parent';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const dist = file('../../dist');
const officeJs = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');

const excelPage = `<!doctype html><html lang=zh-CN><meta charset=utf-8><title>Excel</title><link rel=icon href=data:,>
<style>html,body{margin:0;height:100%}iframe{border:0;height:100%;width:100%;display:block}</style>
<iframe title=pane></iframe><script src=/excel.js></script></html>`;

export interface Opening extends Partial<StartOptions> {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  /** A file of the pane that comes late. */
  readonly hold?: { readonly path: string; readonly until: Promise<void> };
}

/** A simulated Excel in a page, and in its frame the pane. */
export interface OpenPane {
  readonly page: Page;
  readonly pane: Frame;
  /** What page and pane complained about. */
  readonly problems: string[];
  /** The user types into a cell of the simulated workbook. */
  type(sheet: string, address: string, value: number): Promise<void>;
  visible(): Promise<string>;
  marked(): Promise<string[]>;
  close(): Promise<void>;
}

export interface ExcelStage {
  open(options?: Opening): Promise<OpenPane>;
  close(): Promise<void>;
}

/**
 * The pane of dist/ as it was built, over https, with the office.js of the npm package beside it. Built bundles do not know
 * where office.js is: only the two pages do, so they alone are served as GOUJI_OFFICE_JS=self:/officejs would have made them.
 */
export async function openExcelStage(): Promise<ExcelStage> {
  const server = await serveHttps({
    '/excel.html': excelPage,
    '/excel.js': await bundleScript(file('./excelPane.parent.ts')),
    '/taskpane.html': hostedHere('taskpane.html'),
    '/commands.html': hostedHere('commands.html'),
    '/cdn.html': built('taskpane.html'),
    '/officejs/': { folder: officeJs },
    '/fixtures/': { folder: file('../fixtures') },
    '/': { folder: dist },
  });
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    headless: true,
    // Nothing may be fetched from elsewhere: whatever is not this server does not exist.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  });
  return {
    open: (options) => open(browser, server.url, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function open(browser: Browser, url: string, { width = 450, height = 800, dark = false, forcedColors = false, hold, ...start }: Opening = {}): Promise<OpenPane> {
  const options: StartOptions = { pane: '/taskpane.html', apiSet: '1.14', locale: 'zh-CN', protect: [], readOnly: false, isCellEdited: false, ...start };
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: options.locale,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: forcedColors ? 'active' : 'none',
  });
  const page = await context.newPage();
  // The office.js of the npm package knows no theme in a browser; the one of Excel says what theme the user has.
  if (dark) await page.addInitScript("Object.defineProperty(Object.prototype, 'officeTheme', { value: { isDarkTheme: true } })");
  const problems = complaints(page);
  if (hold) await page.route(hold.path, async (route) => {
    await hold.until;
    await route.continue();
  });
  await page.goto(`${url}/excel.html`);
  await page.evaluate((chosen) => window.start(chosen), options);
  const pane = page.frames()[1];
  return {
    page,
    pane,
    problems,
    type: (sheet, address, value) => page.evaluate(([on, at, typed]) => window.simulation.excel.userTypes(on, at, typed), [sheet, address, value] as const),
    visible: () => page.evaluate(() => window.visible()),
    marked: () => page.evaluate(() => window.marked()),
    close: () => context.close(),
  };
}

function built(name: string): string {
  return readFileSync(join(dist, name), 'utf8');
}

/** A page of dist/ with office.js from this server. */
function hostedHere(name: string): string {
  const [from, to] = [officeSource('cdn'), officeSource('self:/officejs')];
  const page = built(name);
  for (const part of [contentPolicy(from), from.script]) if (!page.includes(part)) throw new Error(`dist/${name} lacks ${part}: was it built with the default office.js?`);
  return page.replace(contentPolicy(from), contentPolicy(to)).replace(from.script, to.script);
}
