import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../src/build/findBrowser.mjs';

const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--allow-file-access-from-files',
];

export interface Browser {
  page(options?: { width?: number; height?: number; dark?: boolean; forcedColors?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

/** Debian's Chromium with a profile of its own; CHROME_PATH names another browser. */
export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'gouji-chromium-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? undefined,
    headless: true,
    args,
    locale: 'zh-CN',
    // Nothing may be fetched from elsewhere.
    offline: true,
  });
  return {
    async page({ width = 450, height = 800, dark = false, forcedColors = false } = {}) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      // Colours are measured as they end up, not on their way there.
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: forcedColors ? 'active' : 'none', reducedMotion: 'reduce' });
      return page;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Collects what a page complains about; a test ends with an empty list. */
export function complaints(page: Page): string[] {
  const list: string[] = [];
  page.on('pageerror', (error) => list.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') list.push(message.text());
  });
  return list;
}
