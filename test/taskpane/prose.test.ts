import { describe, expect, it } from 'vitest';
import type { NarrativeText, ProseReading } from '../../src/audit/narrative';
import { createProse } from '../../src/taskpane/control/prose';
import { createStore } from '../../src/taskpane/control/store';
import { initialState, reduce } from '../../src/taskpane/state';
import { textsFor } from '../../src/taskpane/text';
import { threeCauses } from './reports';

const reading = (file: string, numbers: number): ProseReading => ({ summary: { file, numbers, proved: numbers, consistent: 0, wrong: 0, unchecked: [] }, other: null, findings: [], supports: [], paragraphs: [] });

function setUp(found: readonly string[] | string | null = ['收入1万元。']) {
  const read: NarrativeText[] = [];
  const answers: ((answer: ProseReading) => void)[] = [];
  const pane = createStore(reduce, initialState);
  const prose = createProse({
    pane,
    read: (text) => {
      read.push(text);
      return new Promise((resolve) => answers.push(resolve));
    },
    readFile: () => Promise.resolve(found),
    texts: textsFor('zh-CN'),
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { pane, prose, read, answers, settle, state: () => prose.store.getState() };
}
const file = { name: '说明.docx', bytes: () => Promise.resolve(new Uint8Array(0)) };

describe('the prose beside a workbook', () => {
  it.each([
    ['too many characters', `${'支'.repeat(30_000)}\n`.repeat(17)],
    ['one paragraph', '支'.repeat(40_000)],
    ['lines without end', '\n'.repeat(60_000)],
  ])('is refused where it is pasted too long: %s', async (_, text) => {
    const { prose, read, state } = setUp();
    await prose.paste(text);
    expect(state().refusal).toBe('粘贴的文字太长：合计至多 500,000 个字，一段至多 32,767 个字。请只粘贴公开说明的正文，各段分行。');
    expect(read).toEqual([]);
  });

  it('is read, checked and shown', async () => {
    const { prose, read, answers, settle, state } = setUp();
    const done = prose.choose(file);
    expect(state()).toMatchObject({ phase: 'reading', file: '说明.docx' });
    await settle();
    expect(read).toEqual([{ file: '说明.docx', paragraphs: ['收入1万元。'] }]);
    answers[0](reading('说明.docx', 1));
    await done;
    expect(state()).toMatchObject({ phase: 'ready', reading: { summary: { numbers: 1 } } });
  });

  it('is checked again after an edit of the workbook; an older answer is let go', async () => {
    const { pane, prose, read, answers, settle, state } = setUp();
    void prose.paste('收入1万元。\n支出1万元。');
    await settle();
    pane.dispatch({ type: 'rechecked', report: threeCauses(), holding: new Set() });
    await settle();
    expect(read.map((t) => t.paragraphs.length)).toEqual([2, 2]);
    answers[1](reading('', 2));
    await settle();
    answers[0](reading('', 1));
    await settle();
    expect(state().reading?.summary.numbers).toBe(2);
  });

  it('that cannot be read is refused with a sentence; a removed one stays away', async () => {
    const { prose, state } = setUp('文件已加密');
    await prose.choose(file);
    expect(state()).toMatchObject({ phase: 'refused', refusal: '文件已加密' });
    prose.forget();
    expect(state().phase).toBe('none');
    await prose.paste('  \n');
    expect(state()).toMatchObject({ phase: 'refused', refusal: null });
  });
});
