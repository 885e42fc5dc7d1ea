/** What is stored and what the reader sees: number formats, units, rows and cells that are not shown. */
import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { formatEffect, type SheetSnapshot } from '../../src/audit/workbook';
import { example } from '../audit/support/fixtures';
import { auditFile, beyond, Parts } from './alter';

describe('the effect of a number format', () => {
  it.each([
    ['#,##0.00', 0], ['#,##0.00,', 3], ['#,##0,,', 6], ['#,##0,.00', 3], ['0!.0000', 4], ['0"."0', 1], ['0\\.0,', 4], ['#!.0000"万元"', 4], ['0.00%', -2], ['0%', -2], ['0"%"', 0], ['General', 0],
    ['yyyy"年"m"月"', 0], ['0.00E+00', 0], ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0], ['[Red]#,##0.00,', 3], ['"约"0.00', 0], ['@', 0],
  ])('%s divides by ten %i times', (format, scale) => expect(formatEffect(format, 1234.5)).toMatchObject({ scale, isInvisible: false }));

  it('the unit that a format prints', () => {
    expect(['0!.0,"万元"', '0!.0,万', '#,##0.00"千元"', '0,,"百万元"', '0"亿"', '0.00"元"', '0.00', '0"万分之"0'].map((f) => formatEffect(f, 1).unit)).toEqual([4, 4, 3, 6, 8, null, null, null]);
  });

  it('nothing is seen of ;;; and of the sections left empty', () => {
    expect([1, -1, 0].map((v) => formatEffect(';;;', v).isInvisible)).toEqual([true, true, true]);
    expect([1, -1, 0].map((v) => formatEffect('0.00;;0', v).isInvisible)).toEqual([false, true, false]);
    expect(['""', '" "', '_ ', '"—"', '* ', '[Red]"见附注"'].filter((format) => !formatEffect(format, 1).isInvisible)).toEqual([]);
    expect(['General', '@', 'yyyy', '"共"0', '#', '?', '[h]:mm', 'G/通用格式'].filter((format) => formatEffect(format, 1).isInvisible)).toEqual([]);
    expect([1, 0].map((v) => formatEffect('0;-0;;@', v).isInvisible)).toEqual([false, true]);
  });
});

/** The example with a format of its own on all figures of some rows of a sheet. */
function formatted(sheet: string, rows: RegExp, code: string): Parts {
  const parts = new Parts('000');
  parts.change('xl/styles.xml', (xml) => {
    const numFmt = `<numFmt numFmtId="199" formatCode="${code.replaceAll('"', '&quot;')}"/>`;
    const bare = xml.replace(/<numFmts[^>]*\/>/, '');
    const styles = bare.includes('<numFmts') ? bare.replace('</numFmts>', `${numFmt}</numFmts>`) : bare.replace(/(<styleSheet[^>]*>)/, `$1<numFmts count="1">${numFmt}</numFmts>`);
    return styles.replace('</cellXfs>', '<xf numFmtId="199" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>');
  });
  const style = (/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(parts.text('xl/styles.xml'))?.[1].match(/<xf /g)?.length ?? 0) - 1;
  return parts.change(parts.sheet(sheet), (xml) =>
    xml.replace(/<c r="([A-Z]+)(\d+)"([^>]*)>(<v>[^<]*<\/v>)/g, (cell, column: string, row: string, attributes: string, value: string) =>
      rows.test(row) && !attributes.includes('t="s"') && column > 'B' ? `<c r="${column}${row}"${attributes.replace(/ s="\d+"/, '')} s="${style}">${value}` : cell));
}

const unit = (parts: Parts, sheet: string, address: string, words: string): Parts => parts.cell(sheet, address, 'inlineStr', `<is><t>${words}</t></is>`);

describe('units and what formats make of them', () => {
  it.each([
    ['表7', 'F3', '单位：万元', '0!.0000'], ['表8', 'H3', '单位：千元', '#,##0.00,'], ['表7', 'F3', '单位：百万元', '#,##0.000000,,'], ['表8', 'H3', '单位：万元', '0\\.0,'],
  ])('%s: %s %s over 元 shown by %s agrees', async (sheet, address, words, format) => {
    expect(await beyond('000', await auditFile(unit(formatted(sheet, /./, format), sheet, address, words).zip()))).toEqual([]);
  });

  it('a format that makes 元 look like 千元 under 单位：元 is warned of, amounts are as stored', async () => {
    const found = await beyond('000', await auditFile(formatted('表7', /^5$/, '#,##0.00,').zip()));
    expect(found).toEqual(['warning M2 表7!C5 表7!D5 表7!E5']);
  });

  it.each([
    ['0.00%', ['warning M2 表7!C5 表7!D5 表7!E5'], /把数显示成 100 倍/], ['#,##0.00"万元"', ['warning M2 表7!C5 表7!D5 表7!E5'], /把数显示成 10,000 倍/], ['0!.0,"万元"', [], /^/], ['#,##0.00"元"', [], /^/],
  ])('%s over 元 under 单位：元', async (format, expected, message) => {
    const report = await auditFile(formatted('表7', /^5$/, format).zip());
    expect(await beyond('000', report)).toEqual(expected);
    expect(report.findings.filter((f) => f.rule === 'M2' && f.cells.length === 3).map((f) => f.message)).toEqual(expected.map(() => expect.stringMatching(message) as string));
  });

  it('figures in 千元 with all their decimals are right to the 分', async () => {
    const parts = new Parts('000');
    parts.change(parts.sheet('表7'), (xml) => xml.replace(/(<c r="[C-E]\d+"[^>]*>)<v>(\d+(?:\.\d+)?)<\/v>/g, (cell, head: string, value: string) =>
      head.includes('t="s"') ? cell : `${head}<v>${Number((Number(value) / 1000).toFixed(5))}</v>`));
    expect(await beyond('000', await auditFile(unit(parts, '表7', 'F3', '单位：千元').zip()))).toEqual([]);
  });
});

describe('amounts that are not shown', () => {
  it('by their format', async () => {
    expect(await beyond('000', await auditFile(formatted('表3', /^7$/, ';;;').zip()))).toEqual(['warning M3 表3!C7 表3!D7']);
  });
  it('in a row without height', async () => {
    const parts = new Parts('000');
    parts.change(parts.sheet('表6'), (xml) => xml.replace(/<row r="24"[^>]*>/, '<row r="24" ht="0" customHeight="1">'));
    expect(await beyond('000', await auditFile(parts.zip()))).toEqual(['warning M3 表6!E24 表6!H24']);
  });
  it('under a merged area, and the mismatch says so', async () => {
    const parts = new Parts('000').cell('表8', 'F12', '', '<v>4321</v>');
    parts.change(parts.sheet('表8'), (xml) => xml.replace('</mergeCells>', '<mergeCell ref="F11:F12"/></mergeCells>'));
    const report = await auditFile(parts.zip());
    expect(await beyond('000', report)).toContain('warning M3 表8!F12');
    for (const finding of report.findings.filter((f) => f.cells.some((c) => c.sheet === '表8' && c.address === 'F12' && c.side))) expect(finding.message).toMatch(/表8 F12 在页面上看不到/);
  });
});

describe('an old copy on a hidden sheet in front', () => {
  it.each(['表1', '表5', '表6', '表10', '表13', '表14'])('%s: the visible one is checked, the copy is named', async (sheet) => {
    const snapshot = await example('000');
    const found = snapshot.sheets.find((s) => s.name === sheet)!;
    const old: SheetSnapshot = { ...found, name: `${sheet}旧`, visibility: 'hidden', numbers: found.numbers.map((n) => (n > 1000 ? n - 1000 : n)) };
    const { report } = openAudit({ ...snapshot, sheets: [old, ...snapshot.sheets] });
    expect((await beyond('000', report)).map((line) => line.split('!')[0])).toEqual([`warning M3 ${sheet}旧`]);
    expect(report.notes.filter((note) => note.includes(`隐藏的“${sheet}旧”没有核对`))).toHaveLength(1);
  });
});
