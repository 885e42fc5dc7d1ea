import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { parseCellAddress } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

const paragraphs = readFileSync('test/fixtures/narrative/xian-2022-b.txt', 'utf8').split('\n');
const session = openAudit(await readWorkbook(new Uint8Array(readFileSync('test/fixtures/narrative/xian-2022-b.xlsx')), 'xian-2022-b.xlsx'));

describe('a text with its numbers marked', () => {
  it('shows every paragraph with numbers as it is written, each number with what became of it', async () => {
    const { paragraphs: shown, summary } = await session.readProse({ file: '说明.txt', paragraphs }, 'zh');
    for (const { number, pieces } of shown) expect(pieces.map((p) => p.text).join('')).toBe(paragraphs[number - 1]);
    const marked = shown.flatMap((p) => p.pieces).filter((p) => p.mark !== null);
    expect(marked.length).toBe(summary.numbers);
    expect(marked.filter((p) => p.mark === 'wrong').length).toBe(summary.wrong);
    expect(marked.filter((p) => p.mark === 'consistent').length).toBe(summary.consistent);
    expect(marked.every((p) => p.why !== '' || p.mark === 'wrong')).toBe(true);
  });

  it('gives the sentence of a finding, and the sentence put right', async () => {
    const { findings } = await session.readProse({ file: '', paragraphs }, 'zh');
    const [before, phrase, after] = findings.find((f) => f.finding.text?.quote.includes('83.33'))?.sentence ?? [];
    const corrected = findings.find((f) => f.finding.text?.quote.includes('83.33'))?.corrected;
    expect(phrase).toBe('增加5.00万元(83.33%)');
    expect(corrected).toBe(`${before}增加5.00万元(500.00%)${after}`);
  });

  it('says which year the text is about where it is not the workbook’s', async () => {
    const other = paragraphs.map((line) => line.replaceAll('2022', '2023'));
    expect((await session.readProse({ file: '', paragraphs: other }, 'zh')).other).toEqual({ unit: null, year: 2023 });
    expect((await session.readProse({ file: '', paragraphs }, 'zh')).other).toBeNull();
  });

  it('says which unit the text is about where it is not the workbook’s', async () => {
    const other = paragraphs.map((line) => line.replaceAll('西安市人民政府国有资产监督管理委员会', '宝鸡市财政局').replaceAll('国资委', '财政局'));
    expect((await session.readProse({ file: '', paragraphs: other }, 'zh')).other).toEqual({ unit: '宝鸡市财政局', year: null });
  });

  it('follows an edit of the workbook', async () => {
    const before = await session.readProse({ file: '', paragraphs }, 'zh');
    // A number proved by one cell: with another value there, it is wrong.
    const proof = before.paragraphs.flatMap((p) => p.pieces).find((p) => p.mark === 'proved' && /^表5![A-Z]+\d+$/.test(p.why))?.why.slice('表5!'.length) ?? '';
    const cell = parseCellAddress(proof);
    const sheet = session.snapshot.sheets.findIndex((s) => s.name === '表5');
    session.apply([{ cell: { sheet, row: cell?.row ?? -1, column: cell?.column ?? -1 }, content: { kind: 'number', value: 1 } }]);
    const after = await session.readProse({ file: '', paragraphs }, 'zh');
    // The tables disagree about it now, and the text speaks for what stood there.
    expect(before.supports).toEqual([]);
    expect(after.supports.map((s) => s.headline).join()).toContain(`表5!${proof}`);
  });
});
