import type { NarrativeText, ProseReading } from '../audit/narrative';
import type { Finding, WorkbookReport } from '../audit/report/model';
import type { CellPosition, CellState, WorkbookSnapshot } from '../audit/workbook';
import type { CellContent } from '../host/workbookHost';

/** What the user may choose before an audit. */
export interface AuditChoice {
  readonly year?: number;
  readonly family?: string;
  readonly lang?: 'zh' | 'en';
}

/** An audit that can be brought up to date after edits. */
export interface AuditSession {
  /** The workbook as it is now. */
  readonly snapshot: WorkbookSnapshot;
  readonly report: WorkbookReport;
  apply(edits: readonly CellContent[]): WorkbookReport;
  /** Whether a finding that is gone was looked at again and is right now; else it cannot be checked any more. */
  holds(finding: Finding): boolean;
  /** What a cell held when it was audited last. */
  cellAt(cell: CellPosition): CellState;
  /** The fingerprint of the values that were audited last, as a host tells its own. */
  fingerprint(): string;
  readProse(text: NarrativeText, lang: 'zh' | 'en'): Promise<ProseReading>;
}

/** The audit as the pane sees it; handed in by the page, so that the pane can be tried without one. */
export type OpenAudit = (snapshot: WorkbookSnapshot, choice: AuditChoice) => AuditSession | Promise<AuditSession>;
