import { describe, expect, it } from 'vitest';
import { familyList } from '../../src/audit/audit';
import { defaultSettings, families, longestExplanation, readSettings, writeSettings } from '../../src/taskpane/state';
import { languageOf, textsFor } from '../../src/taskpane/text';
import { bootTexts } from '../../src/taskpane/text/bootTexts';
import { errorTexts } from '../../src/taskpane/text/errorTexts';
import { paneTexts } from '../../src/taskpane/text/paneTexts';
import { table } from './reports';

describe('the catalogue', () => {
  it('has both languages: Chinese in Chinese, English without', () => {
    for (const [key, { zh, en }] of Object.entries({ ...paneTexts, ...errorTexts })) {
      if (typeof zh !== 'string' || typeof en !== 'string') continue;
      expect(zh, key).toMatch(/[\u4e00-\u9fff]/);
      expect(en, key).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('says every failure in whole sentences', () => {
    for (const [code, { zh, en }] of Object.entries(errorTexts)) {
      expect(zh, code).toMatch(/。$/);
      expect(en, code).toMatch(/\.$/);
    }
    expect(bootTexts.notExcel.zh).toMatch(/。$/);
  });

  it('is chosen by the locale of Office or the browser', () => {
    expect(['zh-CN', 'zh-Hant-TW', 'en-US', 'fr', undefined].map(languageOf)).toEqual(['zh', 'zh', 'en', 'en', 'zh']);
    expect(textsFor('en-US').audit).toBe('Audit');
    expect(textsFor('zh-CN').noProblems(372, 12, ['表2', '表3', '表12'])).toBe('没有发现问题。已查 372 项，未查 12 项：表2、表3、表12 不在工作簿中。');
  });
});

it('says how the rows of a table were read', () => {
  const { rows } = table('B06', '支出明细表', '表6');
  expect(textsFor('zh-CN').rowKinds(rows)).toBe('合计 1 行、3 位编码 4 行、5 位编码 20 行、其中 2 行、注 1 行');
  expect(textsFor('en-US').rowKinds(rows)).toBe('total rows 1, 3-digit codes 4, 5-digit codes 20, of which 2, notes 1');
});

it('offers every family that the audit knows', () => {
  expect([...families].sort()).toEqual([...familyList().map(({ id }) => id), 'generic'].sort());
});

it('groups every count by thousands, as the figures are', () => {
  const texts = textsFor('zh-CN');
  expect([texts.tabWithCount('问题', 1800), texts.causes(1800, 12_345), texts.passedAll(1000), texts.marked(1000)]).toEqual(
    ['问题 1,800', '1,800 个原因，共 12,345 项', '共 1,000 项核对一致', '已标记 1,000 个单元格。'],
  );
  expect(textsFor('en-US').causes(1, 1800)).toBe('1 cause, 1,800 findings');
});

describe('settings in the workbook', () => {
  const explained = { f1: { text: '另报', by: '张三', date: '2026-03-01', figures: '1|2', isTheirs: false } };

  it('come back as they were kept, where they were written here', () => {
    const settings = { ...defaultSettings, year: 2023, live: false, explained };
    expect(readSettings(writeSettings(settings), true)).toEqual({ settings, kept: null });
  });

  it.each([null, '', '{', '[]', 'null', '{"version":99,"live":false}'])('fall back to the defaults: %s', (text) => {
    for (const isOwn of [true, false]) expect(readSettings(text, isOwn)).toEqual({ settings: defaultSettings, kept: null });
  });

  it('of somebody else wait, but for what changes no result', () => {
    const text = writeSettings({ ...defaultSettings, year: 2023, family: 'generic', live: false, explained });
    expect(readSettings(text, false)).toEqual({
      settings: { ...defaultSettings, live: false },
      kept: { year: 2023, family: 'generic', explained: { f1: { ...explained.f1, isTheirs: true } }, invalid: 0 },
    });
  });

  it('take each damaged field for itself, and cut what is too long', () => {
    const text = JSON.stringify({ version: 1, year: 'x', live: 0, autoMark: false, explained: { a: 'x'.repeat(9999), b: 3 } });
    const { settings, kept } = readSettings(text, true);
    expect(settings).toEqual({ ...defaultSettings, autoMark: false, explained: { a: { text: 'x'.repeat(longestExplanation), by: '', date: '', figures: '', isTheirs: false } } });
    expect(kept).toEqual({ year: null, family: null, explained: {}, invalid: 2 });
  });
});
