import { statSync } from 'node:fs';
import type { Auditor } from '../../audit/audit';
import { withExplanations } from '../../audit/report/explanations';
import type { ReportError, WorkbookReport } from '../../audit/report/model';
import { decided, decisionIn, digestOf, explanationsIn, submissionOf, unreadableSubmission, withDecision, type FolderFile, type Submission, type SubmissionFile } from '../../desk';
import { unitChecklist } from '../../desk/checklist';
import { contentsOf } from '../../desk/copies';
import { writePrinted } from '../../files/printed';
import type { Invocation } from '../arguments';
import { asError } from '../asError';
import type { CliIo } from '../io';
import { workbookJson } from '../output';
import { readBytes, type InputFile } from '../reading';
import { auditFile, type AuditedFile } from './auditFile';
import { emptyResult } from './emptyResult';

/** What one file has come to. */
export interface FileOutcome {
  /** null where the file could not be audited, and where no output needs it. */
  readonly report: WorkbookReport | null;
  /** Its part of the output in JSON, where that was asked for: in place of the report, which is let go. Gone once it was taken. */
  readonly json: Uint8Array | null;
  /** Both where nothing in the workbook could be checked. */
  readonly error: ReportError | null;
  readonly submission: Submission;
  /** The file of its 检查表, where one was asked for. */
  readonly checklist: Uint8Array | null;
}

/** What checking a file needs besides the file: for this thread and for workers alike. */
export interface CheckSetup {
  readonly auditor: Auditor;
  readonly folderFile: FolderFile;
  readonly invocation: Invocation;
  /** Today as the 检查表 prints it; no report holds it. */
  readonly date: string;
}

/** Reads files that are copies of one another and audits them, once where their names say nothing of their own. Any failure is part of an outcome. */
export async function checkCopies(files: readonly InputFile[], setup: CheckSetup, io: CliIo): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  let last: (AuditedFile & { readonly bytes: Uint8Array }) | null = null;
  const audit = async (file: InputFile, bytes: Uint8Array): Promise<WorkbookReport> => {
    // A file may have been written to since it was grouped.
    if (last === null || last.hangsOnName || !isEqual(last.bytes, bytes)) last = { ...(await auditFile(file, bytes, setup.auditor, setup.invocation, io)), bytes };
    return { ...last.report, file: file.shown };
  };
  for (const file of files) outcomes.push(await checkFile(file, audit, setup, io));
  return outcomes;
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

async function checkFile(file: InputFile, audit: (file: InputFile, bytes: Uint8Array) => Promise<WorkbookReport>, { auditor, folderFile, invocation, date }: CheckSetup, io: CliIo): Promise<FileOutcome> {
  let found: SubmissionFile = { path: file.shown, size: 0, digest: file.shown, changed: '' };
  const decision = decisionIn(folderFile, file.shown);
  try {
    const bytes = readBytes(file);
    found = { path: file.shown, size: bytes.length, digest: wantsDesk(invocation) || decision !== null ? digestOf(bytes) : file.shown, changed: changedAt(file), ...(wantsDesk(invocation) ? contentsOf(bytes) : {}) };
    const report = withExplanations(await audit(file, bytes), explanationsIn(folderFile, file.shown));
    const empty = emptyResult(report, auditor);
    const { lang, checklist, reviewer } = invocation;
    return {
      report: keepsReports(invocation) ? withDecision(report, decision, found.digest) : null,
      json: invocation.format === 'json' ? workbookJson(withDecision(report, decision, found.digest)) : null,
      error: empty && asError(empty, file.shown, invocation, io),
      submission: decided(submissionOf(report, found), decision),
      checklist: checklist === null ? null : writePrinted(unitChecklist(report, { lang, reviewer: reviewer ?? '', date })),
    };
  } catch (error) {
    return failedOutcome(asError(error, file.shown, invocation, io), found, folderFile);
  }
}

export function failedOutcome(error: ReportError, file: SubmissionFile, folderFile: FolderFile): FileOutcome {
  return { report: null, json: null, error, submission: decided(unreadableSubmission(file, error.message), decisionIn(folderFile, file.path)), checklist: null };
}

/** Whether anything looks at the files together. */
export const wantsDesk = ({ checklist, roster, format }: Invocation): boolean => checklist !== null || roster !== null || format === 'html';

/** Where only 检查表 or JSON go out, a report is let go once its own is written. */
const keepsReports = ({ checklist, format, out }: Invocation): boolean => format !== 'json' && (checklist === null || format !== null || out !== null);

function changedAt({ path }: InputFile): string {
  return statSync(path).mtime.toISOString();
}
