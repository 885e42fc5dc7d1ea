import { createAuditor, openAudit, type Auditor } from '../../audit/audit';
import { withExplanations } from '../../audit/report/explanations';
import type { WorkbookReport } from '../../audit/report/model';
import { digestOf, submissionOf, type SubmissionFile } from '../../desk';
import { contentsOf } from '../../desk/copies';
import { FileError, readWorkbook } from '../../files';
import type { AuditTask, BatchAnswer, BatchReport, BatchTask } from './model';
import { packReport, unpackReport } from './packing';
import { RecentReports } from './recentReports';

/** In the thread: one file. Anything but a `FileError` is thrown and ends the thread; its owner is told. */
export async function answerBatch(task: BatchTask, recent: RecentReports = ofThread): Promise<BatchAnswer> {
  if (task.kind === 'audit') return audited(task, recent);
  const report = withExplanations(unpackReport(task.report), task.explained);
  return batchReport(report, task.file);
}

function batchReport(report: WorkbookReport, file: SubmissionFile): BatchReport {
  return { submission: submissionOf(report, file), report: packReport(report) };
}

/** Made once a thread: it does not depend on the workbook. */
const auditors = new Map<string, Auditor>();

const ofThread = new RecentReports();

async function audited({ bytes, file, lang, explained }: AuditTask, recent: RecentReports): Promise<BatchAnswer> {
  const digest = digestOf(bytes);
  const key = `${digest} ${lang}`;
  const found = { ...file, digest, ...contentsOf(bytes) };
  const answer = (report: WorkbookReport): BatchReport => batchReport(withExplanations({ ...report, file: file.path }, explained), found);
  try {
    const known = recent.get(key);
    if (known) return answer(unpackReport(known));
    const snapshot = await readWorkbook(bytes, file.path.slice(file.path.lastIndexOf('/') + 1));
    const auditor = auditors.get(lang) ?? createAuditor({ lang, isForMany: true });
    auditors.set(lang, auditor);
    const { report, state: { recognition } } = openAudit(snapshot, auditor.options, auditor);
    const told = answer(report);
    // Under another name the same cells come to the same report where they say themselves whose they are, and of which year.
    const saysItself = recognition.yearCell !== null && recognition.unitNameCell !== null;
    if (saysItself && Object.keys(explained).length === 0) recent.keep(key, told.report);
    return told;
  } catch (error) {
    if (error instanceof FileError) return { code: error.code, details: error.details, digest };
    throw error;
  }
}
