import type { Finding, FindingGroup, WorkbookReport } from '../../audit/report/model';
import { casesOf, isProblem } from '../../audit/report/verdict';
import { causeRows, findingRows } from './findingRows';
import { matches } from './filter';
import { withMended } from './mended';
import type { PaneState } from './model';
import { openFindings, openGroups, severities } from './problems';
import type { Row } from './rows';
import { tableKey, tableName, tableOfFinding } from './tables';

/** Names the rows need and the state does not know. */
export interface RowNames {
  readonly wholeWorkbook: string;
  readonly severity: Readonly<Record<Finding['severity'], string>>;
  readonly rule: (rule: string) => string;
}

/** The problems tab: filtered, arranged, flattened. */
export function problemRows(state: PaneState, names: RowNames): Row[] {
  const { report, view } = state;
  if (!report) return [];
  const { explained } = state.settings;
  const shown = shownFindings(state, report);
  const gone = new Map(state.mended.findings.map(({ finding, why }) => [finding.id, why]));
  const rows = (findings: readonly Finding[], level: number): Row[] =>
    findings.flatMap((finding) => findingRows(finding, view, level, { explained, gone: gone.get(finding.id) ?? null }));
  // A number of the bar or of a rule counts findings: it leads to them, not to their causes.
  if (view.grouping === 'cause') return view.outcome === null && view.rule === null ? byCause(state, report, shown) : rows(shown, 1);
  return sections(shown, state, report, names).flatMap(({ key, title, findings }): Row[] => {
    // Headings are open unless the user closed them.
    const expanded = !view.toggled.has(key);
    const heading: Row = { kind: 'heading', key, level: 1, expanded, target: null, title, count: casesOf(findings) };
    return expanded ? [heading, ...rows(findings, 2)] : [heading];
  });
}

/** Findings after filters, with those just mended where they stood. */
export function shownFindings(state: PaneState, report: WorkbookReport): readonly Finding[] {
  const open = openFindings(report, state.settings.explained);
  const listed = state.view.outcome === null ? open.filter(isProblem) : open;
  const mended = state.mended.findings.map(({ finding, after }) => ({ item: finding, after }));
  const tableOf = tableOfFinding(report);
  return withMended(listed, mended, (finding) => finding.id).filter((finding) => matches(finding, state.view, tableOf));
}

function byCause(state: PaneState, report: WorkbookReport, shown: readonly Finding[]): Row[] {
  const { explained } = state.settings;
  const byId = new Map(shown.map((finding) => [finding.id, finding]));
  const gone = new Map(state.mended.findings.map(({ finding, why }) => [finding.id, why]));
  const goneGroups = state.mended.groups.map(({ group, after }) => ({ item: group, after }));
  const ended = new Map(state.mended.groups.map(({ group, why }) => [group.id, why]));
  const live = shown.filter((finding) => !gone.has(finding.id));
  const groups = withMended(openGroups(report, live), goneGroups, (group) => group.id);
  const taken = new Set<string>();
  const rows: Row[] = [];
  const add = (group: FindingGroup): void => {
    const findings = group.findings.flatMap((id) => byId.get(id) ?? []);
    if (findings.length === 0) return;
    for (const finding of findings) taken.add(finding.id);
    rows.push(...causeRows(group, findings, state.view, { explained, gone: ended.get(group.id) ?? null }));
  };
  groups.filter((group) => !ended.has(group.id)).forEach((group) => group.findings.forEach((id) => taken.add(id)));
  groups.forEach(add);
  for (const finding of shown) {
    if (!taken.has(finding.id)) rows.push(...findingRows(finding, state.view, 1, { explained, gone: gone.get(finding.id) ?? null }));
  }
  return rows;
}

interface Section {
  readonly key: string;
  readonly title: string;
  readonly findings: Finding[];
}

function sections(shown: readonly Finding[], state: PaneState, report: WorkbookReport, names: RowNames): Section[] {
  const titles = new Map(report.tables.map((table) => [tableKey(table), tableName(table)]));
  const tableOf = tableOfFinding(report);
  const { grouping } = state.view;
  const nameOf = (finding: Finding): [string, string] =>
    grouping === 'rule'
      ? [finding.rule, names.rule(finding.rule)]
      : grouping === 'weight'
        ? [finding.severity, names.severity[finding.severity]]
        : [tableOf(finding), finding.table === null ? names.wholeWorkbook : (titles.get(tableOf(finding)) ?? finding.table)];
  const found = new Map<string, Section>();
  for (const finding of shown) {
    const [id, title] = nameOf(finding);
    const section = found.get(id) ?? { key: `h:${grouping}:${id}`, title, findings: [] };
    section.findings.push(finding);
    found.set(id, section);
  }
  const all = [...found];
  if (grouping === 'weight') all.sort(([a], [b]) => severities.findIndex((s) => s === a) - severities.findIndex((s) => s === b));
  if (grouping === 'table') {
    const order = new Map(report.tables.map((table, index) => [tableKey(table), index]));
    all.sort(([a], [b]) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size));
  }
  return all.map(([, section]) => section);
}
