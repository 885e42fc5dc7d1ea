/** The example workbooks with one thing done to them, as their files, and what an audit says beyond the example itself. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAuditor, openAudit, type Auditor } from '../../src/audit/audit';
import type { WorkbookReport } from '../../src/audit/report/model';
import { readWorkbook } from '../../src/files';
import { EXAMPLES, type Example } from '../audit/support/fixtures';
import { Parts as PartsOfFile } from '../kinds/parts';

const auditor: Auditor = createAuditor();
const bytes = new Map(EXAMPLES.map((name) => [name, new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/${name}.xlsx`, import.meta.url))))]));

/** The parts of an example as texts; change them and zip again. */
export class Parts extends PartsOfFile {
  constructor(example: Example) {
    super(bytes.get(example) as Uint8Array);
  }
}

export async function auditFile(file: Uint8Array, name = '试.xlsx'): Promise<WorkbookReport> {
  return openAudit(await readWorkbook(file, name), {}, auditor).report;
}

const bases = new Map<Example, Promise<WorkbookReport>>();

export function baseReport(example: Example): Promise<WorkbookReport> {
  const known = bases.get(example) ?? auditFile(bytes.get(example) as Uint8Array, `${example}.xlsx`);
  bases.set(example, known);
  return known;
}

/** Findings as "severity rule cells", those of the example itself left out (and "gone" where one of them is missing). */
export async function beyond(example: Example, report: WorkbookReport): Promise<string[]> {
  const base = (await baseReport(example)).findings.map(line);
  const own = report.findings.map(line);
  return [...own.filter((f) => !base.includes(f)), ...base.filter((f) => !own.includes(f)).map((f) => `gone: ${f}`)];
}

const line = (finding: WorkbookReport['findings'][number]): string =>
  `${finding.severity} ${finding.rule} ${finding.cells.filter((c) => c.role !== 'same').map((c) => `${c.sheet}!${c.address}`).join(' ')}`;
