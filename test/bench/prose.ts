import { readFileSync } from 'node:fs';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative, Rereading } from '../../src/audit/narrative';
import { parseCellAddress } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

export interface ProseRow {
  readonly characters: number;
  readonly sheets: number;
  /** Warm: the whole text against the workbook. */
  readonly auditMs: number;
  /** The same after one edited cell: the text is not read again, and only the edited table's facts are made anew. */
  readonly editMs: number;
}

const RUNS = 15;
const CHARACTERS = 30_000;

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1];

/** A 公开说明 of 30,000 characters (a real one, its chapters filled up with its duties and terms) against its workbook of 16 tables. */
export async function benchProse(): Promise<ProseRow> {
  const path = 'test/fixtures/narrative/xian-2026-b';
  const auditor = createAuditor();
  const session = openAudit(await readWorkbook(new Uint8Array(readFileSync(`${path}.xlsx`)), 'xian-2026-b.xlsx'), {}, auditor);
  const paragraphs = readFileSync(`${path}.txt`, 'utf8').split('\n');
  const filler = '负责全市有关工作，指导、监督、检查本系统各单位依法履行职责，完成市委、市政府交办的其他任务。';
  const missing = CHARACTERS - paragraphs.join('').length;
  const text = { file: '', paragraphs: [...paragraphs, ...Array.from({ length: Math.max(0, Math.ceil(missing / filler.length)) }, () => filler)] };
  const audit = (rereading?: Rereading): void => {
    const { recognition, workbook, year } = session.state;
    auditNarrative(text, { chart: auditor.chart, recognition, workbook, year, rereading });
  };
  const kept = new Rereading();
  for (let i = 0; i < 5; i++) audit();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    audit();
    return performance.now() - start;
  });
  const sheet = session.snapshot.sheets.findIndex((s) => s.name === '表5');
  const { row, column } = parseCellAddress('C8') ?? { row: 0, column: 0 };
  audit(kept);
  const edits = Array.from({ length: RUNS }, (_, i) => {
    session.apply([{ cell: { sheet, row, column }, content: { kind: 'number', value: 1000 + i } }]);
    const start = performance.now();
    audit(kept);
    return performance.now() - start;
  });
  return { characters: text.paragraphs.join('').length, sheets: session.snapshot.sheets.length, auditMs: median(times), editMs: median(edits) };
}
