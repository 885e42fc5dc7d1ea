/** Signs that no one sees, and spellings of figures: folded in one place, refused where they could mean something else. */
import { describe, expect, it } from 'vitest';
import { foldText, hasDecimalComma, outlineLabel, parseAmountText, normaliseText } from '../../src/audit/workbook';
import { Random } from '../files/random';
import { auditFile, baseReport, beyond, Parts } from './alter';

const INVISIBLE = ['\u200b', '\u200e', '\u200f', '\u202a', '\u202c', '\u202d', '\u2060', '\u2066', '\u2069', '\ufeff', '\u00ad', '\u061c', '\u180e', '\ufe0f', '\u034f', '\u3164'];

/** An inline text with an invisible sign before, after or within it. */
function hide(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return `<is><t>${text.slice(0, at)}${random.pick(INVISIBLE)}${text.slice(at)}${random.pick(['', random.pick(INVISIBLE)])}</t></is>`;
}

describe('invisible signs change nothing', () => {
  const places = [['表7', 'A12', '2210201'], ['表8', 'E4', '合计'], ['表4', 'A33', '收入总计'], ['表6', 'A4', '部门经济科目编码'], ['表7', 'A9', '2101506'], ['表7', 'B12', '住房公积金']] as const;
  it.each(places.map(([sheet, address, text], seed) => ({ sheet, address, text, seed })))('$sheet!$address $text', async ({ sheet, address, text, seed }) => {
    const random = new Random(seed + 11);
    const report = await auditFile(new Parts('000').cell(sheet, address, 'inlineStr', hide(random, text)).zip());
    expect(await beyond('000', report)).toEqual([]);
    expect(report.outcomes).toEqual((await baseReport('000')).outcomes);
  });

  it('an amount among them is a text, which Excel does not add up', async () => {
    const report = await auditFile(new Parts('000').cell('表6', 'E24', 'inlineStr', '<is><t>\u202d110000\u202c</t></is>').zip());
    expect(await beyond('000', report)).toEqual(['warning M3 表6!E24']);
  });
});

describe('figures as texts', () => {
  it.each(['281.897,60', '189542.32②', '1,23', '12,34,567.00', '3.430.026,30', '１２，３', '5½', '100²'])('%s is no figure', async (text) => {
    const report = await auditFile(new Parts('000').cell('表6', 'E10', 'inlineStr', `<is><t>${text}</t></is>`).zip());
    expect(await beyond('000', report)).toEqual(['error M3 表6!E10']);
  });

  it.each([['281,897.60', '281897.6'], ['28,1897.60', '281897.6'], ['２８１８９７．６０', '281897.6'], ['4, 537. 58', '4537.58'], ['(12.30)', '-12.3'], ['—', '']])('%s is %s', (text, decimal) => {
    expect(parseAmountText(text)?.decimal).toBe(decimal);
  });

  it('a decimal comma is told from thousands', () => {
    expect(['281.897,60', '1234,5', '12,34'].map(hasDecimalComma)).toEqual([true, true, true]);
    expect(['1,234', '1,234.5', '12,345,678'].map(hasDecimalComma)).toEqual([false, false, false]);
  });

  it.each(['2101501.0', '2101501.00', '２１０１５０１.0'])('%s is a code', async (text) => {
    const report = await auditFile(new Parts('000').cell('表7', 'A8', 'inlineStr', `<is><t>${text}</t></is>`).zip());
    expect(await beyond('000', report)).toEqual([]);
  });
});

describe('folding', () => {
  it('full width folds, signs of their own stay', () => {
    expect(foldText('（一）ＡＢ　１')).toBe('(一)AB1');
    expect(foldText('①２²③⒈')).toBe('①2²③⒈');
    expect(normaliseText('“三公”—①')).toBe('"三公"-①');
  });
  it('① numbers a line as 1. does', () => expect(outlineLabel(normaliseText('① 基本支出'))).toEqual({ base: '基本支出', style: '1', ofWhich: false }));
});
