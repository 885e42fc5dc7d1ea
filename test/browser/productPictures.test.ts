import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createStaticServer, listen } from '../../src/build/serve.mjs';
import { makeSubmissions } from '../bench/makeSubmissions';
import { openBrowser } from './chromium';
import { openExcelStage } from './excelStage';

/** The pictures of the README; written only when asked for: GOUJI_PICTURES=1. */
const folder = 'docs/images';
const small = (name: string): void => expect(statSync(`${folder}/${name}`).size).toBeLessThan(300_000);

describe.runIf(process.env.GOUJI_PICTURES === '1')('pictures of the product', () => {
  it('the workbench', async () => {
    mkdirSync(folder, { recursive: true });
    const browser = await openBrowser();
    const page = await browser.page({ width: 1280, height: 800 });
    await page.goto(pathToFileURL('dist/workbench.html').href);
    await page.getByText('还没有审核').waitFor();
    await page.getByRole('button', { name: '审核', exact: true }).click();
    await page.getByRole('button', { name: '重新审核' }).waitFor();
    await page.getByRole('button', { name: '下一处' }).click();
    await page.locator('[data-cell="E16"][data-mark]').waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/workbench.png` });
    await browser.close();
    small('workbench.png');
  });

  it('the reviewer\'s desk', async () => {
    mkdirSync(folder, { recursive: true });
    const submissions = join(mkdtempSync(join(tmpdir(), 'gouji-pictures-')), '上报');
    await makeSubmissions(60, submissions, 'test/fixtures');
    const server = createStaticServer(`${process.cwd()}/dist`);
    const browser = await openBrowser();
    const page = await browser.page({ width: 1280, height: 800 });
    await page.context().setOffline(false);
    await page.goto(`http://localhost:${await listen(server, 0)}/workbench.html`);
    await page.getByText('还没有审核').waitFor();
    await page.getByTestId('folder').setInputFiles(submissions);
    await page.getByText('已审核 60/60 个文件').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '图', exact: true }).click();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/desk.png` });
    await browser.close();
    server.close();
    rmSync(dirname(submissions), { recursive: true, force: true });
    small('desk.png');
  }, 120_000);

  it('the pane in Excel', async () => {
    mkdirSync(folder, { recursive: true });
    const stage = await openExcelStage();
    const { page, pane } = await stage.open({ width: 450, height: 800 });
    await pane.getByText('还没有审核').waitFor();
    await pane.getByRole('button', { name: '审核', exact: true }).click();
    await pane.getByRole('button', { name: '重新审核' }).waitFor();
    await pane.getByRole('tree').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/pane.png` });
    await stage.close();
    small('pane.png');
  });
});
