/** Draws assets/*.png from assets/icons/*.svg with Chromium. Run by hand after a change: node src/build/renderIcons.mjs */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.mjs';

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));
const icons = [
  { name: 'icon', svg: (size) => (size === 16 ? 'gouji-16' : 'gouji'), sizes: [16, 32, 64, 80] },
  { name: 'mark', svg: () => 'mark', sizes: [16, 32, 80] },
  { name: 'clear', svg: () => 'clear', sizes: [16, 32, 80] },
];

const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  for (const { name, svg, sizes } of icons) {
    for (const size of sizes) {
      const source = readFileSync(`${assets}icons/${svg(size)}.svg`, 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`);
      await page.screenshot({ path: `${assets}${name}-${size}.png`, omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
