/** One workbook in several file formats is one workbook: its report is the same. */
import { openAudit, type Auditor } from '../../src/audit/audit';
import { readWorkbook } from '../../src/files';

/** Everything a report says but the file's name. */
export async function saidOf(bytes: Uint8Array, ending: string, auditor: Auditor): Promise<string[]> {
  const { report } = openAudit(await readWorkbook(bytes, `试.${ending}`), {}, auditor);
  return [
    ...report.findings.map((f) => `${f.severity} ${f.rule} ${f.message}`),
    ...report.groups.map((g) => `cause: ${g.headline}`),
    ...report.notes.map((n) => `note: ${n}`),
    `outcomes: ${JSON.stringify(report.outcomes)}`,
  ];
}

/** Lines of one report that the other has not. */
export function unlike(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((line) => !b.includes(line)).map((line) => `- ${line}`), ...b.filter((line) => !a.includes(line)).map((line) => `+ ${line}`)];
}
