import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { figuresOf, withExplanations, type Explanations } from '../../src/audit/report/explanations';
import { verdictOf } from '../../src/audit/report/verdict';
import { unitChecklist } from '../../src/desk/checklist';
import { explanationsIn, readFolderFile, writeFolderFile } from '../../src/desk';
import { sarifText } from '../../src/cli/output/sarif';
import { textReport } from '../../src/cli/output/textReport';
import { readWorkbook } from '../../src/files';

const { report } = openAudit(await readWorkbook(new Uint8Array(readFileSync('test/fixtures/002.xlsx')), '002.xlsx'));
const first = report.findings[0];
const said = (figures: string): Explanations => ({ [first.id]: { text: '年中追加', by: '张三', date: '2026-03-01', figures, isTheirs: false } });
const given = said(figuresOf(first));
const batch = (explained: Explanations) => ({ tool: { name: 'gouji', version: '0.1.0' }, workbooks: [withExplanations(report, explained)], errors: [] });
const schema = (name: string) => new Ajv().compile(JSON.parse(readFileSync(`docs/${name}.schema.json`, 'utf8')) as object);

describe('a 情况说明', () => {
  it('survives its file, by the name of the workbook', () => {
    const text = writeFolderFile({ workbooks: { '002.xlsx': given, '空.xlsx': {} }, decisions: {} });
    expect(schema('explanations')(JSON.parse(text))).toBe(true);
    const read = readFolderFile(text);
    expect(read && explanationsIn(read, '上报/002.xlsx')).toEqual(given);
    expect(read && explanationsIn(read, '003.xlsx')).toEqual({});
    expect(['', '[]', '{"version":2,"workbooks":{}}', '{"version":1}'].map(readFolderFile)).toEqual([null, null, null, null]);
  });

  it('is subtracted from every count while its figures stand, and from none once they have changed', () => {
    const counts = (explained: Explanations) => {
      const { errors, warnings, hints, explained: settled } = verdictOf(batch(explained).workbooks[0]);
      return [errors + warnings + hints, settled];
    };
    expect([counts({}), counts(given), counts(said('1|2'))]).toEqual([[report.findings.length, 0], [report.findings.length - 1, 1], [report.findings.length, 0]]);
  });

  it('stands in JSON, SARIF, text and 检查表, lapsed or not', () => {
    for (const [explained, standing, status, word] of [[given, 'own', 'accepted', '情况说明：年中追加'], [said('1|2'), 'lapsed', 'rejected', '说明已失效（金额有变动）：年中追加']] as const) {
      const made = batch(explained);
      expect(schema('report')(made)).toBe(true);
      expect(made.workbooks[0].findings[0].explanation).toEqual({ text: '年中追加', by: '张三', date: '2026-03-01', standing });
      const log = JSON.parse(sarifText(made, [], 'zh')) as { runs: { results: { suppressions?: { status: string; justification: string }[] }[] }[] };
      expect(log.runs[0].results.map(({ suppressions }) => suppressions?.[0].status).filter(Boolean)).toEqual([status]);
      expect(textReport(made, { lang: 'zh', remarks: [], chart: null, hasOfficialChart: false })).toContain(word);
      const rows = unitChecklist(made.workbooks[0], { lang: 'zh', reviewer: '', date: '' }).sheets[0].rows.map(({ cells }) => cells.map((cell) => cell?.value ?? ''));
      const [row] = rows.filter((values) => values.some((value) => typeof value === 'string' && value.includes('年中追加')));
      expect(row[7]).toBe(standing === 'own' ? '年中追加\n张三、2026-03-01' : '');
      expect(typeof row[6] === 'string' && row[6].includes('原说明针对的金额已经变动，不再有效：年中追加')).toBe(standing === 'lapsed');
    }
  });
});
