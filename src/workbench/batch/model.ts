import type { Explanations } from '../../audit/report/explanations';
import type { Submission, SubmissionFile } from '../../desk';
import type { FileErrorCode, FileErrorDetails } from '../../files/errorCodes';

/** One file of many: read and audited to its report; its cells stay in the thread and are let go. */
export interface AuditTask {
  readonly kind: 'audit';
  readonly bytes: Uint8Array;
  readonly file: Omit<SubmissionFile, 'digest'>;
  readonly lang: 'zh' | 'en';
  readonly explained: Explanations;
}

/** A report that is there already, with other explanations. */
export interface ExplainTask {
  readonly kind: 'explain';
  readonly report: PackedReport;
  readonly file: SubmissionFile;
  readonly explained: Explanations;
}

export type BatchTask = AuditTask | ExplainTask;

/** A `WorkbookReport` as deflated JSON: a thousand of them stay small, and pass between threads without a copy. */
export type PackedReport = Uint8Array;

export interface BatchReport {
  readonly submission: Submission;
  readonly report: PackedReport;
}

/** A file that cannot be read: a `FileError` in parts, which pass between threads. */
export interface BatchRefusal {
  readonly code: FileErrorCode;
  readonly details: FileErrorDetails;
  readonly digest: string;
}

export type BatchAnswer = BatchReport | BatchRefusal;
