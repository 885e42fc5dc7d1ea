import type { WorkbookReport } from '../../audit/report/model';
import { findingRows } from './findingRows';
import type { PaneState } from './model';
import { explainedFindings } from './problems';
import type { Row, Target } from './rows';

export interface OtherNames {
  readonly missing: string;
  readonly uncovered: string;
  readonly notes: string;
  readonly declaredEmpty: string;
  readonly rule: (rule: string) => string;
  readonly passedTable: (failed: number) => string;
  readonly passedAll: (n: number) => string;
}

/** 未查: why, and what would make it checkable. */
export function uncheckedRows(state: PaneState, names: OtherNames): Row[] {
  const { report } = state;
  if (!report) return [];
  const byReason = new Map<string, string[]>();
  for (const { rule, reason } of report.unchecked) byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  const sections: [string, string, LineContent[]][] = [...byReason].map(([reason, rules]) => [
    `reason:${reason}`,
    reason,
    rules.map((rule) => ({ title: names.rule(rule) })),
  ]);
  sections.push(['missing', names.missing, report.missing.map((table) => ({ title: table.title, detail: table.declaredEmpty ? names.declaredEmpty : '' }))]);
  sections.push(['uncovered', names.uncovered, uncovered(report)]);
  sections.push(['notes', names.notes, report.notes.map((note) => ({ title: note }))]);
  return sections.flatMap(([id, title, lines]) => section(state, `u:${id}`, title, lines));
}

/** 已通过, table by table, with a tick where nothing was found. */
export function passedRows(state: PaneState, names: OtherNames): Row[] {
  const { report } = state;
  if (!report || report.outcomes.consistent === 0) return [];
  const lines = report.tables.map((table): LineContent => {
    const failed = report.findings.filter((finding) => finding.table === table.id && finding.outcome === 'inconsistent').length;
    return {
      title: `${table.sheet} ${table.title}`.trim(),
      detail: names.passedTable(failed),
      tick: failed === 0,
      target: { sheet: table.sheet, address: table.range },
    };
  });
  return section(state, 'p:all', names.passedAll(report.outcomes.consistent), lines);
}

/** 已说明: findings with the user's words. */
export function explainedRows(state: PaneState): Row[] {
  return explainedFindings(state).flatMap((finding) =>
    findingRows(finding, state.view, 1, { explanation: state.settings.explained[finding.id] ?? null, under: 'e:' }),
  );
}

interface LineContent {
  readonly title: string;
  readonly detail?: string;
  readonly tick?: boolean;
  readonly target?: Target | null;
}

function section(state: PaneState, key: string, title: string, lines: readonly LineContent[]): Row[] {
  if (lines.length === 0) return [];
  const expanded = !state.view.toggled.has(key);
  const heading: Row = { kind: 'heading', key, level: 1, expanded, target: null, title, count: lines.length };
  if (!expanded) return [heading];
  return [
    heading,
    ...lines.map((line, index): Row => ({
      kind: 'line',
      key: `${key}:${index}`,
      level: 2,
      target: line.target ?? null,
      title: line.title,
      detail: line.detail ?? '',
      tick: line.tick ?? false,
    })),
  ];
}

function uncovered(report: WorkbookReport): LineContent[] {
  return report.coverage.uncovered.flatMap(({ sheet, ranges }) =>
    ranges.map((range) => ({ title: `${sheet} ${range}`, target: { sheet, address: range } })),
  );
}
