import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit, type AuditSession } from '../../src/audit/audit';
import { auditNarrative, withNarrative } from '../../src/audit/narrative';
import type { WorkbookReport } from '../../src/audit/report/model';
import { parseCellAddress } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

const auditor = createAuditor();
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/${name}`));
const prose = (name: string): string[] => readFileSync(`test/fixtures/narrative/${name}.txt`, 'utf8').split('\n');
const open = async (name: string): Promise<AuditSession> => openAudit(await readWorkbook(bytes(name), name), {}, auditor);

function report(session: AuditSession, paragraphs: readonly string[]): WorkbookReport {
  const { recognition, workbook, year } = session.state;
  return withNarrative(session.report, auditNarrative({ file: '', paragraphs }, { chart: auditor.chart, recognition, workbook, year }), workbook, 'zh');
}

function put(session: AuditSession, sheetName: string, address: string, value: number): void {
  const sheet = session.snapshot.sheets.findIndex((s) => s.name === sheetName);
  session.apply([{ cell: { sheet, ...(parseCellAddress(address) ?? { row: -1, column: -1 }) }, content: { kind: 'number', value } }]);
}

const textFindings = ({ findings }: WorkbookReport): string[] => findings.filter((f) => f.text !== undefined && /^N[124]$/.test(f.rule)).map((f) => `${f.text?.quote} ${f.message}`);

describe('a figure of which table and text differ is one finding', () => {
  it('the table’s, where the text has the figure that is due', async () => {
    const found = report(await open('002.xlsx'), prose('002'));
    expect(found.groups.find((g) => g.suspects.some((s) => s.sheet === '表6' && s.address === 'E16'))?.headline).toContain('公开说明第 88 段写的是 42.54 万元，与应为的数一致');
    expect(textFindings(found).filter((f) => f.includes('42.54'))).toEqual([]);
  });

  it('the text’s, where the tables agree about the cell', async () => {
    const wrong = prose('xian-2026-b').map((line) => line.replace('324,638.50万元，其中', '324,368.50万元，其中'));
    const found = textFindings(report(await open('narrative/xian-2026-b.xlsx'), wrong));
    expect(found.filter((f) => f.startsWith('324,368.50万元'))).toHaveLength(3);
    expect(found[0]).toContain('表里这一格在表内、表间核对相符，应改的是文字');
  });

  it('a figure mistyped in a table stays one cause, however often the text gives the right one', async () => {
    const session = await open('narrative/xian-2026-b.xlsx');
    const before = textFindings(report(session, prose('xian-2026-b')));
    const fact = session.state.recognition.blocks.find((b) => b.table.id === 'B05');
    const sheet = session.snapshot.sheets[session.state.recognition.amounts.sheet[fact?.amounts[0] ?? 0]].name;
    put(session, sheet, 'C6', 1);
    const after = report(session, prose('xian-2026-b'));
    expect(textFindings(after)).toEqual(before);
    expect(after.groups.length).toBeGreaterThan(0);
  });
});
