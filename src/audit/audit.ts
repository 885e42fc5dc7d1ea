import { createAuditor, type AuditOptions, type Auditor } from './auditor';
import { allSteps, type Steps } from './diagnosis';
import { reportInSteps, reportMeanwhile, type Told } from './report/build';
import { settleFormulas } from './formulas';
import { holdsNow } from './report/holds';
import type { Finding, ReadingReport, WorkbookReport } from './report/model';
import { provedCells, relationsThatHold, type RelationsOf } from './report/relations';
import { readingReport } from './report/reading';
import type { AuditState } from './state';
import type { NarrativeText, ProseReading, Rereading } from './narrative';
import { applyToState, auditSnapshot, type CellEdit } from './session';
import { recognise } from './tables';
import { cellAt, fingerprintOf, gridsOf, type CellPosition, type CellState, type WorkbookSnapshot } from './workbook';

export type { AuditOptions, Auditor } from './auditor';
export { createAuditor, familyList } from './auditor';
export type { CellEdit } from './session';

/** A re-checkable audit of one workbook. */
export interface AuditSession {
  readonly report: WorkbookReport;
  readonly snapshot: WorkbookSnapshot;
  /** Tables, equations and outcomes, for diagnosis and for tests. */
  readonly state: AuditState;
  /** Re-audits after edits: only what depends on the edited cells where possible. The answer is the new `report`. */
  apply(edits: readonly CellEdit[]): WorkbookReport;
  /**
   * The first half of `apply`, for who must not wait: everything but the causes is true of the edited workbook at once; causes found
   * before stand as far as they still can (`report/carried.ts`). Where an edit changes what the tables are, there is no half.
   */
  recheck(edits: readonly CellEdit[]): WorkbookReport;
  /** The other half, in steps; it may be left off at any, and is begun anew after the next edit. */
  diagnose(): Steps<WorkbookReport>;
  /** Whether a finding of an earlier report was looked at again and is right now. */
  holds(finding: Finding): boolean;
  /** Relations that hold, with their cells. */
  relations(of: RelationsOf): Finding[];
  /** Cells that are proved right. */
  proved(): ReturnType<typeof provedCells>;
  /** What a cell held when it was audited last. */
  cellAt(cell: CellPosition): CellState;
  /** `fingerprintOf` the workbook as it was audited last. */
  fingerprint(): string;
  /** Checks the 公开说明 that goes with the workbook as it stands; the part that does it is loaded with the first text. */
  readProse(text: NarrativeText, lang: 'zh' | 'en'): Promise<ProseReading>;
}

/** Audits a workbook. A pure function of snapshot, chart, families and options; never throws for odd content. */
export function openAudit(snapshot: WorkbookSnapshot, options: AuditOptions = {}, auditor: Auditor = createAuditor(options)): AuditSession {
  let state = auditSnapshot(snapshot, auditor);
  let diagnosed = allSteps(reportInSteps(state));
  let { report } = diagnosed;
  let told: Told = diagnosed;
  const recheck = (edits: readonly CellEdit[]): WorkbookReport => {
    state = applyToState(state, edits, auditor);
    if (state !== told.state) told = reportMeanwhile(state, diagnosed, told) ?? (diagnosed = allSteps(reportInSteps(state)));
    return ({ report } = told).report;
  };
  const diagnose = function* (): Steps<WorkbookReport> {
    const own = state;
    const found = diagnosed.state === own ? diagnosed : yield* reportInSteps(own);
    // An edit that came between two steps makes the answer an old one.
    if (own === state) ({ report } = told = diagnosed = found);
    return found.report;
  };
  let rereading: Rereading | null = null;
  return {
    get report() {
      return report;
    },
    get snapshot() {
      return state.workbook;
    },
    get state() {
      return state;
    },
    apply(edits) {
      state = applyToState(state, edits, auditor);
      return allSteps(diagnose());
    },
    recheck,
    diagnose,
    holds: (finding) => holdsNow(state, finding),
    relations: (of) => relationsThatHold(state, of),
    proved: () => provedCells(state),
    cellAt: (cell) => cellAt(state.workbook, cell),
    fingerprint: () => fingerprintOf(state.workbook),
    async readProse(text, lang) {
      const { auditNarrative, otherDocument, proseReading, Rereading: Reading } = await import(/* webpackChunkName: "prose" */ './narrative');
      const { recognition, workbook, year } = state;
      const other = otherDocument(text, { unit: recognition.unitName, year, texts: workbook.strings });
      rereading ??= new Reading();
      return proseReading(auditNarrative(text, { chart: auditor.chart, recognition, workbook, year, rereading }), report, workbook, lang, other);
    },
  };
}

/** What is understood of each sheet, without auditing it. */
export function readTables(workbook: WorkbookSnapshot, auditor: Auditor): ReadingReport {
  const settled = settleFormulas(workbook);
  const grids = gridsOf(settled.workbook);
  return readingReport({ workbook, grids, recognition: recognise(settled.workbook, auditor, grids), auditor });
}
