import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { complaints, openBrowser } from './chromium';
import { suspicionReport } from './suspicion';

/** Pictures of the pane in every state, to be looked at: test/artifacts/pictures. */
const out = 'test/artifacts/pictures';
const only = process.argv[2];
const scenarios = ['first', 'auditing', 'blank', 'partial', 'explaining', 'dense', 'causes', 'opened', 'none', 'manyReal', 'unknown', 'protected', 'oldOffice', 'error', 'reading', 'tables', 'help', 'prose', 'unchecked', 'passed', 'ambiguous', 'suspicion', 'en', 'enPassed', 'enOpened'];
const looks = [
  { name: 'light', options: {} },
  { name: 'dark', options: { dark: true } },
  { name: 'forced', options: { forcedColors: true } },
];
mkdirSync(out, { recursive: true });
const suspicion = await suspicionReport();
const browser = await openBrowser();
try {
  for (const scenario of scenarios.filter((name) => only === undefined || only.split(',').includes(name))) {
    for (const look of looks) {
      for (const width of [320, 450]) {
        const page = await browser.page({ width, height: 720, ...look.options });
        const problems = complaints(page);
        // What an earlier page kept (紧凑显示) does not hold for this one.
        await page.addInitScript(() => localStorage.clear());
        if (scenario === 'suspicion') await page.addInitScript((staged) => Object.assign(window, { stagedReport: staged }), suspicion);
        const query = new URLSearchParams({ scenario: ['first', 'explaining', 'dense', 'opened', 'tables', 'help', 'prose', 'unchecked', 'passed', 'en', 'enPassed', 'enOpened'].includes(scenario) ? 'causes' : scenario });
        if (scenario.startsWith('en')) query.set('lang', 'en');
        if (!['first', 'unknown', 'oldOffice'].includes(scenario)) query.set('audit', '1');
        if (look.name === 'dark') query.set('dark', '1');
        await page.goto(`${pathToFileURL('test/artifacts/stage/stage.html').href}?${query.toString()}`);
        await page.waitForTimeout(500);
        if (scenario === 'opened' || scenario === 'enOpened' || scenario === 'explaining') {
          await page.getByRole('tree').focus();
          for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
          await page.waitForTimeout(200);
        }
        if (scenario === 'explaining') await page.getByRole('button', { name: '写情况说明', exact: true }).last().click();
        if (scenario === 'dense') {
          await page.getByRole('button', { name: '帮助' }).click();
          await page.getByRole('checkbox', { name: '紧凑显示' }).click();
          await page.getByRole('button', { name: '帮助' }).click();
        }
        if (scenario === 'tables') await page.getByRole('button', { name: /表已识别/ }).click();
        if (scenario === 'help') await page.getByRole('button', { name: '帮助' }).click();
        if (scenario === 'prose') {
          await page.getByRole('button', { name: /^公开说明/ }).click();
          await page.getByRole('textbox', { name: '粘贴公开说明的文字' }).fill('2024年收入425.40万元。');
          await page.getByRole('button', { name: '核对文字' }).click();
          await page.waitForTimeout(200);
        }
        if (scenario === 'unchecked') await page.getByRole('tab', { name: /未查/ }).click();
        if (scenario === 'passed' || scenario === 'enPassed') await page.getByRole('tab', { name: /已通过|Passed/ }).click();
        await page.waitForTimeout(150);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        if (wide) problems.push('wider than the window');
        await page.screenshot({ path: `${out}/${scenario}-${look.name}-${width}.png` });
        if (problems.length > 0) console.log(scenario, look.name, width, problems);
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
}
