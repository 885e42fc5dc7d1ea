import { createAuditor, openAudit, type Auditor } from '../../audit/audit';
import { withExplanations } from '../../audit/report/explanations';
import type { WorkbookReport } from '../../audit/report/model';
import { digestOf, submissionOf, type SubmissionFile } from '../../desk';
import { FileError, readWorkbook } from '../../files';
import type { AuditTask, BatchAnswer, BatchReport, BatchTask } from './model';
import { packReport, unpackReport } from './packing';

/** In the thread: one file. Anything but a `FileError` is thrown and ends the thread; its owner is told. */
export async function answerBatch(task: BatchTask): Promise<BatchAnswer> {
  if (task.kind === 'audit') return audited(task);
  const report = withExplanations(unpackReport(task.report), task.explained);
  return batchReport(report, task.file);
}

function batchReport(report: WorkbookReport, file: SubmissionFile): BatchReport {
  const submission = submissionOf(report, file);
  const tables = Object.fromEntries(report.tables.map(({ id, title }) => [id, title.replace(/^\d{4}年度?/, '')]));
  const rules = Object.fromEntries(report.rules.filter(({ rule }) => rule in submission.rules).map(({ rule, text }) => [rule, text]));
  return { submission, report: packReport(report), names: { tables, rules } };
}

/** Made once a thread: it does not depend on the workbook. */
const auditors = new Map<string, Auditor>();

async function audited({ bytes, file, lang, explained }: AuditTask): Promise<BatchAnswer> {
  const digest = digestOf(bytes);
  try {
    const snapshot = await readWorkbook(bytes, file.path.slice(file.path.lastIndexOf('/') + 1));
    const auditor = auditors.get(lang) ?? createAuditor({ lang });
    auditors.set(lang, auditor);
    const report = withExplanations({ ...openAudit(snapshot, auditor.options, auditor).report, file: file.path }, explained);
    return batchReport(report, { ...file, digest });
  } catch (error) {
    if (error instanceof FileError) return { code: error.code, details: error.details, digest };
    throw error;
  }
}
