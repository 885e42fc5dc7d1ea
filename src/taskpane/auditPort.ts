import type { WorkbookReport } from '../audit/report/model';
import type { CellInput, CellPosition, WorkbookSnapshot } from '../audit/workbook';

/** What the user may choose before an audit. */
export interface AuditChoice {
  readonly year?: number;
  readonly family?: string;
  readonly lang?: 'zh' | 'en';
}

/** An audit that can be brought up to date after edits. */
export interface AuditSession {
  readonly report: WorkbookReport;
  apply(edits: readonly { readonly cell: CellPosition; readonly content: CellInput | null }[]): WorkbookReport;
}

/** The audit as the pane sees it; handed in by the page, so that the pane can be tried without one. */
export type OpenAudit = (snapshot: WorkbookSnapshot, choice: AuditChoice) => AuditSession | Promise<AuditSession>;
