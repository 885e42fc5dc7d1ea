import type { NarrativeText, ProseReading } from '../audit/narrative';
import type { Finding, WorkbookReport } from '../audit/report/model';
import type { RelationsOf } from '../audit/report/relations';
import type { CellPosition, CellState, WorkbookSnapshot } from '../audit/workbook';
import type { CellContent } from '../host/workbookHost';

/** What the user may choose before an audit. */
export interface AuditChoice {
  readonly year?: number;
  readonly family?: string;
  readonly lang?: 'zh' | 'en';
}

export interface ProvedCell {
  readonly sheet: number;
  readonly address: string;
}

/** An audit that can be brought up to date after edits; it may live in another thread. */
export interface AuditSession {
  /** Of the workbook as it was when the last question was answered. */
  readonly report: WorkbookReport;
  /** What depends on the edited cells is checked again; causes found before stand as far as they still can, until `diagnose`. */
  apply(edits: readonly CellContent[]): Promise<WorkbookReport>;
  /** Looks for the causes again; null where an edit came in meanwhile, after which it is to be asked again. */
  diagnose(): Promise<WorkbookReport | null>;
  /** Ids of those findings that were looked at again and are right now; the others cannot be checked any more. */
  holds(findings: readonly Finding[]): Promise<readonly string[]>;
  /** Relations that hold, of a rule or a table, with their cells. */
  relations(of: RelationsOf): Promise<readonly Finding[]>;
  /** Cells that are proved right, by sheet index. */
  proved(): Promise<readonly ProvedCell[]>;
  /** What a cell held when it was audited last. */
  cellAt(cell: CellPosition): Promise<CellState>;
  /** The fingerprint of the values that were audited last, as a host tells its own. */
  fingerprint(): Promise<string>;
  readProse(text: NarrativeText, lang: 'zh' | 'en'): Promise<ProseReading>;
  /** The session is not asked again. */
  close(): void;
}

/** The audit as the pane sees it; handed in by the page, so that the pane can be tried without one. Rejects when `signal` is aborted. */
export type OpenAudit = (snapshot: WorkbookSnapshot, choice: AuditChoice, signal?: AbortSignal) => Promise<AuditSession>;
