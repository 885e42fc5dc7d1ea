import { readFileSync } from 'node:fs';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative, Rereading } from '../../src/audit/narrative';
import { parseCellAddress } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

export interface ProseRow {
  readonly characters: number;
  readonly sheets: number;
  /** The first time in a process, when nothing is compiled yet. */
  readonly firstMs: number;
  /** Warm: the whole text against the workbook. */
  readonly auditMs: number;
  /** The same after one edited cell: the text is not read again, and only the edited table's facts are made anew. */
  readonly editMs: number;
}

const RUNS = 25;
const WARMING = 25;
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
  const timed = (run: () => void): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const warm = (run: (i: number) => number): number => median(Array.from({ length: WARMING + RUNS }, (_, i) => run(i)).slice(WARMING));
  const firstMs = timed(() => audit());
  const auditMs = warm(() => timed(() => audit()));
  const sheet = session.snapshot.sheets.findIndex((s) => s.name === '表5');
  const { row, column } = parseCellAddress('C8') ?? { row: 0, column: 0 };
  const kept = new Rereading();
  audit(kept);
  const editMs = warm((i) => {
    session.apply([{ cell: { sheet, row, column }, content: { kind: 'number', value: 1000 + i } }]);
    return timed(() => audit(kept));
  });
  return { characters: text.paragraphs.join('').length, sheets: session.snapshot.sheets.length, firstMs, auditMs, editMs };
}
