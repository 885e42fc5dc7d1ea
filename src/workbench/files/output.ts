import { TOOL } from '../../audit/version';
import type { AuditReport, WorkbookReport } from '../../audit/report/model';
import { decisionIn, writeFolderFile, type Decision } from '../../desk';
import type { PackedReport } from '../batch';
import { reportText } from '../batch/packing';
import { exportedFiles, type FileEntry, type FilesState } from './model';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const jsonType = 'application/json';

type TextOf = (id: number) => string | PackedReport | null;

/** The page draws and takes keys after so many reports. */
const AT_ONCE = 5;

/** The reports of all files in the order of the list, as JSON texts. */
async function* reportTexts(files: readonly FileEntry[], textOf: TextOf): AsyncGenerator<readonly [FileEntry, string]> {
  for (const [i, entry] of files.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    const text = textOf(entry.id);
    if (text !== null) yield [entry, typeof text === 'string' ? text : reportText(text)];
  }
}

const errorsOf = (files: readonly FileEntry[]): AuditReport['errors'] =>
  files.flatMap(({ submission: { file, failure }, status }) => (status === 'failed' ? [{ file: file.path, code: 'failed', message: failure }] : []));

/** The reports of all files that were audited. */
export async function reportsOf(files: readonly FileEntry[], textOf: TextOf): Promise<readonly WorkbookReport[]> {
  const workbooks: WorkbookReport[] = [];
  for await (const [, text] of reportTexts(files, textOf)) workbooks.push(JSON.parse(text) as WorkbookReport);
  return workbooks;
}

/** The report of the command line as JSON text in UTF-8, a workbook a line: hundreds of reports are never there at once. */
export async function jsonText(state: FilesState, textOf: TextOf): Promise<Uint8Array> {
  const files = exportedFiles(state);
  const parts: string[] = [];
  for await (const [{ submission: { file } }, text] of reportTexts(files, textOf)) parts.push(decidedText(text, decisionIn(state.folder, file.path), file.digest));
  return new TextEncoder().encode(`{"tool":${JSON.stringify(TOOL)},"workbooks":[\n${parts.join(',\n')}\n],"errors":${JSON.stringify(errorsOf(files))}}\n`);
}

/** The text of a report with what was decided of its file (`withDecision`), without reading all of it. */
function decidedText(text: string, decision: Decision | null, digest: string): string {
  if (decision === null || decision.digest !== digest) return text;
  const { state, by, at } = decision;
  return `${text.slice(0, -1)},"decision":${JSON.stringify({ state, by, at })}}`;
}

/** `gouji-情况说明.json`: what was said of the findings of every file, and what was decided. */
export function folderText({ folder }: FilesState): string {
  return writeFolderFile(folder);
}

/** "2024预算.xls" → "2024预算-修改.xlsx"; `keepsKind`: "预算.xlsm" → "预算-修改.xlsm", for its macros are in the copy. */
export function savedName(name: string, suffix: string, keepsKind = false): string {
  const ending = keepsKind ? (/\.[^.]*$/.exec(name)?.[0] ?? '') : '.xlsx';
  return `${name.replace(/\.[^.]*$/, '')}${suffix}${ending}`;
}
