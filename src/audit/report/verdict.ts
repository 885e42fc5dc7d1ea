import { carriesSettled, isSettled, type Explanations } from './explanations';
import type { Finding, WorkbookReport } from './model';

/**
 * unknown: no table recognised · unchecked: tables, but nothing in them could be checked · blank: forms, with fewer figures than there are tables ·
 * partial: less than half of the sheets with amounts recognised, whatever was found in them · problems · clean.
 */
export type VerdictState = 'unknown' | 'unchecked' | 'blank' | 'partial' | 'problems' | 'clean';

/** What a workbook has come to. Every list, summary and export takes its numbers from here. */
export interface Verdict {
  readonly state: VerdictState;
  /** 原因: causes, and findings without a known cause; what a person would count. */
  readonly causes: number;
  /** Those of them that hold an error. */
  readonly errorCauses: number;
  /** 项: findings that ask for something, by weight. */
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** 不一致: those of them that were compared and differ; the others only ask to be looked at. */
  readonly inconsistent: number;
  /** Findings about rounding: no problems. */
  readonly rounding: number;
  /** Findings settled by the user's own words: no problems any more. */
  readonly explained: number;
}

/** `explained`: what the user has said of the findings; without it what the report carries counts. */
export function verdictOf(report: WorkbookReport, explained?: Explanations): Verdict {
  const open = report.findings.filter((finding) => isOpen(finding, explained));
  const problems = open.filter(isProblem);
  const count = (severity: Finding['severity']): number => casesOf(problems.filter((finding) => finding.severity === severity));
  return {
    state: stateOf(report, problems.length),
    causes: causesAmong(report, problems),
    errorCauses: causesAmong(report, problems.filter(({ severity }) => severity === 'error')),
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    inconsistent: casesOf(problems.filter(({ outcome }) => outcome === 'inconsistent')),
    rounding: casesOf(open.filter(({ outcome }) => outcome === 'rounding')),
    explained: casesOf(report.findings) - casesOf(open),
  };
}

/** How many cases findings tell of: most stand for themselves. */
export function casesOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { count }) => sum + (count ?? 1), 0);
}

/** A finding that the user's own words have not settled. */
export function isOpen(finding: Finding, explained?: Explanations): boolean {
  return !(explained ? isSettled(finding, explained) : carriesSettled(finding));
}

/** A finding that asks for something; 舍入 does not. */
export function isProblem({ outcome }: Finding): boolean {
  return outcome !== 'rounding' && outcome !== 'consistent';
}

function stateOf({ tables, outcomes, warning }: WorkbookReport, problems: number): VerdictState {
  if (tables.length === 0) return 'unknown';
  if (outcomes.consistent + outcomes.inconsistent + outcomes.rounding === 0) return 'unchecked';
  // Forms bring figures of their own in prose (28万元 of an example); filled in, they have dozens each.
  if (tables.reduce((sum, { figures }) => sum + figures, 0) < tables.length) return 'blank';
  if (warning !== null) return 'partial';
  return problems > 0 ? 'problems' : 'clean';
}

function causesAmong({ groups }: WorkbookReport, problems: readonly Finding[]): number {
  const ids = new Set(problems.map(({ id }) => id));
  const causes = groups.filter((group) => group.findings.some((id) => ids.has(id)));
  const grouped = new Set(causes.flatMap((group) => group.findings));
  return causes.length + casesOf(problems.filter(({ id }) => !grouped.has(id)));
}
