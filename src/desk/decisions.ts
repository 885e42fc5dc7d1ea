import type { WorkbookReport } from '../audit/report/model';
import type { Decision, Submission, SubmissionState } from './model';

/** A submission with what was decided about these very bytes; what was decided about others says nothing of it. */
export function decided(submission: Submission, decision: Decision | null): Submission {
  const applies = decision !== null && decision.digest === submission.file.digest;
  if (applies) return { ...submission, state: decision.state, decision };
  return { ...submission, state: undecidedState(submission), decision: null };
}

/** A report with what was decided about the file it was made from. */
export function withDecision(report: WorkbookReport, decision: Decision | null, digest: string): WorkbookReport {
  if (decision === null || decision.digest !== digest) return report;
  const { state, by, at } = decision;
  return { ...report, decision: { state, by, at } };
}

function undecidedState({ failure, verdict }: Submission): SubmissionState {
  if (failure !== '') return 'unreadable';
  if (verdict === null) return 'waiting';
  return verdict.state === 'unknown' ? 'unknown' : 'reviewing';
}
