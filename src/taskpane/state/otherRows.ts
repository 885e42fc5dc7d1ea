import type { WorkbookReport } from '../../audit/report/model';
import { rulesByReason } from '../../audit/report/uncheckedCount';
import { findingRows } from './findingRows';
import { isMissing, missingKind, missingTables, type MissingKind } from './missing';
import type { PaneState } from './model';
import { explainedFindings } from './problems';
import type { Row } from './rows';
import { section, type LineContent } from './sections';

export interface OtherNames {
  readonly missing: string;
  readonly declaredEmpty: string;
  readonly uncovered: string;
  readonly notes: string;
  readonly missingKind: Readonly<Record<MissingKind, string>>;
  readonly rule: (rule: string) => string;
}

/** 未查: why, and what would make it checkable; under each reason the rules in words. */
export function uncheckedRows(state: PaneState, names: OtherNames): Row[] {
  const { report } = state;
  if (!report) return [];
  const texts = new Map(report.rules.map(({ rule, text }) => [rule, text]));
  const ruleLine = (rule: string): LineContent => {
    const text = texts.get(rule);
    return text === undefined ? { title: names.rule(rule) } : { title: text, detail: names.rule(rule) };
  };
  const tables = (from: WorkbookReport['missing']): LineContent[] => from.map((table) => ({ title: table.title, detail: names.missingKind[missingKind(report, table)] }));
  const sections: [string, string, LineContent[]][] = [
    ...[...rulesByReason(report)].map(([reason, rules]): [string, string, LineContent[]] => [`reason:${reason}`, reason, [...rules].map(ruleLine)]),
    ['missing', names.missing, tables(missingTables(report))],
    ['uncovered', names.uncovered, uncovered(report)],
    ['empty', names.declaredEmpty, tables(report.missing.filter((table) => !isMissing(table)))],
    ['notes', names.notes, report.notes.map((note) => ({ title: note }))],
  ];
  return sections.flatMap(([id, title, lines]) => section(state, `u:${id}`, title, lines));
}

/** 已说明: findings with the user's words. */
export function explainedRows(state: PaneState): Row[] {
  return explainedFindings(state).flatMap((finding) =>
    findingRows(finding, state.view, 1, { explained: state.settings.explained, under: 'e:' }),
  );
}

function uncovered(report: WorkbookReport): LineContent[] {
  return report.coverage.uncovered.flatMap(({ sheet, ranges }) =>
    ranges.map((range) => ({ title: `${sheet} ${range}`, target: { sheet, address: range } })),
  );
}
