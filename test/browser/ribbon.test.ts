import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorTexts } from '../../src/taskpane/text/errorTexts';
import { type ExcelStage, type OpenPane, type Opening, openExcelStage } from './excelStage';

/** The page behind the ribbon's buttons: the real office.js, a simulated workbook that holds test/fixtures/002.xlsx. */
let stage: ExcelStage;
beforeAll(async () => {
  stage = await openExcelStage();
});
afterAll(() => stage?.close());

const wrong = ['表6 E16', '表6 H16', '表4 F8'];

describe('the ribbon', () => {
  async function ribbon(options: Opening = {}): Promise<OpenPane> {
    const open = await stage.open({ pane: '/commands.html', ...options });
    await expect.poll(() => open.page.evaluate(() => window.simulation.log.includes('appCommandInvoked')), { timeout: 8000 }).toBe(true);
    return open;
  }
  const noticesOf = ({ page }: OpenPane): Promise<(string | null)[]> =>
    page.evaluate(() => window.simulation.dialogs.map((address) => new URL(address).searchParams.get('notice')));
  const press = ({ page }: OpenPane, name: string): Promise<void> => page.evaluate((command) => window.simulation.pressRibbon(command), name);

  it('marks and clears without a pane', async () => {
    const open = await ribbon();
    const before = await open.visible();
    await press(open, 'markCells');
    expect(await open.marked()).toEqual(expect.arrayContaining(wrong));
    await press(open, 'clearMarks');
    expect(await open.visible()).toBe(before);
    // A busy machine takes longer than a moment: then a window says what is done, and closes by itself.
    const notices = await noticesOf(open);
    expect(notices.filter((code) => code !== 'markCells' && code !== 'clearMarks')).toEqual([]);
    expect(open.problems).toEqual([]);
    await open.close();
  });

  it('says in a window why it could not, and is done when the window is closed', async () => {
    const open = await ribbon({ protect: ['表6'] });
    const done = press(open, 'markCells').then(() => 'done');
    await expect.poll(() => noticesOf(open), { timeout: 8000 }).toContain('protected');
    // Excel closes the windows of a command that is done: it may not be done yet.
    expect(await Promise.race([done, new Promise((resolve) => setTimeout(() => resolve('waits'), 300))])).toBe('waits');
    await open.page.evaluate(() => window.simulation.closeDialog());
    expect(await done).toBe('done');
    expect(await open.marked()).toContain('表4 F8');
    await open.close();
  });

  // The ribbon is held up where the parts that read and audit are slow to come.
  it('says in a window what it does, where that takes longer than a moment, and closes it', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const open = await ribbon({ hold: { path: '**/ribbon.js', until: held } });
    const done = press(open, 'clearMarks');
    await expect.poll(() => noticesOf(open), { timeout: 8000 }).toEqual(['clearMarks']);
    go();
    await done;
    expect(await noticesOf(open)).toEqual(['clearMarks']);
    await open.close();
  });

  it('shows the sentence in that window', async () => {
    const open = await stage.open({ pane: '/commands.html?notice=protected' });
    await open.pane.getByText(errorTexts.protected.zh).waitFor();
    await open.close();
  });
});
