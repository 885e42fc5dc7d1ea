import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of WCAG 2.2 A and AA on a page or in a frame as it stands, one line each. Fluent UI's own focus sentinels are left out. */
export async function axeViolations(page: Page | Frame): Promise<string[]> {
  return violations(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
}

/** Only what another theme can change: whether texts stand out. */
export async function faintTexts(page: Page): Promise<string[]> {
  return violations(page, { type: 'rule', values: ['color-contrast'] });
}

async function violations(page: Page | Frame, runOnly: unknown): Promise<string[]> {
  // A colour on its way from one theme to the other is nobody's choice.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)));
  await page.evaluate(source);
  const results = (await page.evaluate(`axe.run({ exclude: ['[data-tabster-dummy]'] }, { runOnly: ${JSON.stringify(runOnly)} })`)) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`);
}
