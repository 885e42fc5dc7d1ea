import { submissionOf, type Submission, type SubmissionFile } from '../../src/desk';
import type { WorkbookReport } from '../../src/audit/report/model';
import { report } from '../taskpane/reports';

export const file = (path: string, more: Partial<SubmissionFile> = {}): SubmissionFile => ({ path, size: 1, digest: path, changed: '2026-03-01T08:00:00.000Z', ...more });

export const submission = (path: string, more: Partial<WorkbookReport> = {}, of: Partial<SubmissionFile> = {}): Submission =>
  submissionOf(report({ unit: path, ...more }), file(path, of));
