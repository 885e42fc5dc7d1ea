import type { Outcome, RuleOutcome, WorkbookReport } from '../../audit/report/model';
import type { RelationsOf } from '../../audit/report/relations';
import { isProblem } from '../../audit/report/verdict';
import { heldKey, heldRows, type HeldNames } from './held';
import type { PaneState } from './model';
import { openFindings } from './problems';
import type { Row } from './rows';
import { tableKey, tableName, tableOfFinding } from './tables';
import { section, type LineContent } from './sections';

export interface PassedNames extends HeldNames {
  readonly listComma: string;
  readonly listSemicolon: string;
  readonly passedTable: (failed: number) => string;
  readonly blankTable: string;
  readonly passedAll: (n: number) => string;
  readonly rulesPassed: string;
  readonly rulesFailed: string;
  readonly rulesNotApplied: string;
  readonly notApplied: string;
  readonly nothingToCheck: string;
  readonly outcomeCount: (outcome: Outcome, n: number) => string;
}

/** 已通过: by rule what held, what did not, what did not apply and why; or table by table. */
export function passedRows(state: PaneState, names: PassedNames): Row[] {
  const { report } = state;
  if (!report) return [];
  if (state.view.passedBy === 'table' || report.rules.length === 0) return byTable(state, report, names);
  const reasons = new Map<string, Set<string>>();
  for (const { rule, reason } of report.unchecked) reasons.set(rule, (reasons.get(rule) ?? new Set()).add(reason));
  const open = new Map<string, number>();
  for (const finding of openFindings(report, state.settings.explained)) {
    if (isProblem(finding)) open.set(finding.rule, (open.get(finding.rule) ?? 0) + 1);
  }
  const opened = opening(state, names);
  const sheets = new Map(report.tables.map((table) => [table.id, table.sheet]));
  const tablesOf = (rule: RuleOutcome): string => rule.tables.flatMap((id) => sheets.get(id) ?? []).join(names.listComma);
  const counts = ({ outcomes }: RuleOutcome): string =>
    shownOutcomes.filter((outcome) => outcomes[outcome] > 0).map((outcome) => names.outcomeCount(outcome, outcomes[outcome])).join(' · ');
  const applied = (rule: RuleOutcome): LineContent => {
    const count = open.get(rule.rule) ?? 0;
    const detail = [counts(rule), tablesOf(rule)].filter(Boolean).join(' · ');
    const opens = rule.outcomes.consistent > 0 ? opened({ by: 'rule', id: rule.rule }) : {};
    return { title: rule.text, detail, tick: rule.outcomes.inconsistent === 0 && count === 0, ...(count > 0 ? { failed: { rule: rule.rule, count } } : {}), ...opens };
  };
  const why = (rule: RuleOutcome): string =>
    [...(reasons.get(rule.rule) ?? [])].join(names.listSemicolon) || (rule.outcomes.notApplicable > 0 ? names.notApplied : names.nothingToCheck);
  const of = (kind: RuleKind): RuleOutcome[] => report.rules.filter((rule) => kindOf(rule, open.has(rule.rule)) === kind);
  return [
    ...section(state, 'p:passed', names.rulesPassed, of('passed').map(applied)),
    ...section(state, 'p:failed', names.rulesFailed, of('failed').map(applied)),
    ...section(state, 'p:open', names.rulesNotApplied, of('notApplied').map((rule) => ({ title: rule.text, detail: why(rule) }))),
  ];
}

const shownOutcomes: readonly Outcome[] = ['consistent', 'inconsistent', 'rounding', 'insufficient'];

type RuleKind = 'passed' | 'failed' | 'notApplied';

/** `asks`: a finding of it asks to be looked at, though nothing differs for certain. */
function kindOf({ outcomes }: RuleOutcome, asks: boolean): RuleKind {
  if (outcomes.inconsistent > 0 || asks) return 'failed';
  return outcomes.consistent + outcomes.rounding > 0 ? 'passed' : 'notApplied';
}

function byTable(state: PaneState, report: WorkbookReport, names: PassedNames): Row[] {
  if (report.outcomes.consistent === 0) return [];
  const tableOf = tableOfFinding(report);
  const failures = new Map<string, number>();
  for (const finding of openFindings(report, state.settings.explained).filter(isProblem)) failures.set(tableOf(finding), (failures.get(tableOf(finding)) ?? 0) + (finding.count ?? 1));
  const opened = opening(state, names);
  const lines = report.tables.map((table): LineContent => {
    const failed = failures.get(tableKey(table)) ?? 0;
    const isBlank = failed === 0 && table.figures === 0;
    return {
      title: tableName(table),
      detail: isBlank ? names.blankTable : names.passedTable(failed),
      tick: failed === 0 && !isBlank,
      target: { sheet: table.sheet, address: table.range },
      ...(isBlank ? {} : opened({ by: 'table', id: table.id, sheet: table.sheet })),
    };
  });
  return section(state, 'p:all', names.passedAll(report.outcomes.consistent), lines);
}

const opening = (state: PaneState, names: HeldNames) => (of: RelationsOf): Pick<LineContent, 'opens'> => {
  const key = heldKey(of);
  return { opens: { key, rows: () => heldRows(state, key, names) } };
};
