import { describe, expect, it } from 'vitest';
import { defaultSettings, longestExplanation, readSettings, writeSettings } from '../../src/taskpane/state';
import { languageOf, textsFor } from '../../src/taskpane/text';
import { bootTexts } from '../../src/taskpane/text/bootTexts';
import { errorTexts } from '../../src/taskpane/text/errorTexts';
import { paneTexts } from '../../src/taskpane/text/paneTexts';

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

describe('settings in the workbook', () => {
  it('come back as they were kept', () => {
    const settings = { ...defaultSettings, year: 2023, live: false, explained: { f1: '另报' } };
    expect(readSettings(writeSettings(settings))).toEqual(settings);
  });

  it.each([null, '', '{', '[]', 'null', '{"version":99,"live":false}'])('fall back to the defaults: %s', (text) => {
    expect(readSettings(text)).toEqual(defaultSettings);
  });

  it('take each damaged field for itself, and cut what is too long', () => {
    const text = JSON.stringify({ version: 1, year: 'x', live: 0, autoMark: false, explained: { a: 'x'.repeat(9999), b: 3 } });
    expect(readSettings(text)).toEqual({ ...defaultSettings, autoMark: false, explained: { a: 'x'.repeat(longestExplanation) } });
  });
});
