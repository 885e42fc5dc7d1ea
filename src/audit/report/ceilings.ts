/** Many figures of one table that are above what other tables allow: one cause, the table itself, where most of what is compared is above. */
import { fingerprint } from '../diagnosis';
import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import type { Placed } from './context';
import type { FindingGroup } from './model';

/** Fewer are told one by one. */
const leastAbove = 4;

const mostSuspects = 5;

/** `taken`: findings that have a cause already. Nothing is called an error for it: the findings keep their weight. */
export function ceilingGroups(state: AuditState, placed: readonly Placed[], taken: ReadonlySet<string>): FindingGroup[] {
  const above = new Map<string, Placed[]>();
  for (const one of placed) {
    const [first] = one.finding.cells;
    if (!isAbove(state, one) || taken.has(one.finding.id)) continue;
    above.set(first.sheet, [...(above.get(first.sheet) ?? []), one]);
  }
  return [...above].flatMap(([sheet, list]) => {
    const held = heldOf(state, sheet, new Set(list.map(({ rule }) => rule)));
    return list.length < leastAbove || list.length < held ? [] : [groupOf(state, sheet, list, list.length + held)];
  });
}

/** A figure of one table that is more than another table's, told as a warning or hint. */
function isAbove({ rules }: AuditState, { rule, finding }: Placed): boolean {
  const [first, ...others] = finding.cells;
  // A purchase whose code no other table lists has no cell there.
  return finding.severity !== 'error' && finding.outcome === 'inconsistent' && (finding.relation === 'atMost' || rules[rule]?.kind === 'procurement')
    && others.some(({ sheet }) => sheet !== first.sheet);
}

/** How often these rules hold for figures of the sheet. */
function heldOf({ compiled: { equations }, evaluation: { outcome }, recognition: { amounts }, checks, workbook }: AuditState, sheet: string, rules: ReadonlySet<number>): number {
  const at = workbook.sheets.findIndex(({ name }) => name === sheet);
  let held = [...rules].reduce((n, rule) => n + (checks.get(rule)?.consistent ?? 0), 0);
  for (let e = 0; e < equations.count; e++) if (rules.has(equations.rule[e]) && outcome[e] === OutcomeCode.consistent && amounts.sheet[equations.cell[equations.start[e]]] === at) held++;
  return held;
}

function groupOf({ auditor }: AuditState, sheet: string, list: readonly Placed[], compared: number): FindingGroup {
  const lang = auditor.options.lang ?? 'zh';
  const zh = '整张表偏大，不是这个数单独录错';
  const en = 'the whole table is too large; this figure was not mistyped by itself';
  const cells = [...new Map(list.map(({ finding }) => [finding.cells[0].address, finding.cells[0]])).values()];
  return {
    id: fingerprint(list.map(({ finding }) => finding.id)),
    findings: list.map(({ finding }) => finding.id),
    ambiguous: false,
    headline: lang === 'zh'
      ? `${sheet} 与其他表比较的 ${compared} 项中，${list.length} 项大于其他表的相应金额：疑似整张表的单位写错，或取自其他单位、其他年度，请先核对这张表是否放错`
      : `${sheet}: ${list.length} of ${compared} figures exceed those of other tables: the unit of the whole table is probably wrong, or it comes from another unit or year; see whether it is the right one`,
    suspects: cells.slice(0, mostSuspects).map((cell) => ({
      sheet: cell.sheet, address: cell.address, current: cell.value, proposed: null, formula: null, proposedFormula: null, kind: 'foreign', explanation: lang === 'zh' ? zh : en, closes: 1, breaks: 0,
    })),
  };
}
