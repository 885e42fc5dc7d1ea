import type { Finding, FindingGroup } from '../../audit/report/model';
import { explanationOf, type Explanations } from '../../audit/report/explanations';
import { ledgerOf } from './ledger';
import type { Gone, View } from './model';
import { heaviest } from './problems';
import type { Row, Target } from './rows';

/** A finding with what was said of it and, where it is open, its ledger and source. */
export function findingRows(
  finding: Finding,
  view: View,
  level: number,
  context: { readonly explained: Explanations; readonly gone?: Gone | null; readonly under?: string },
): Row[] {
  const { explained, gone = null, under = '' } = context;
  const explanation = explanationOf(finding, explained);
  const key = `${under}f:${finding.id}`;
  const expanded = gone === null && view.toggled.has(key);
  const rows: Row[] = [{ kind: 'finding', key, level, expanded: gone === null ? expanded : undefined, target: targetOf(finding), finding, gone, explanation }];
  if (!expanded) return rows;
  const ledger = ledgerOf(finding);
  ledger.lines.forEach((line, index) => {
    rows.push({ kind: 'ledger', key: `${key}:${index}`, level: level + 1, target: line.cell, line, ledger });
  });
  rows.push({ kind: 'source', key: `${key}:source`, level: level + 1, target: null, finding, explanation });
  return rows;
}

/** A cause and, where it is open, the identities it explains. */
export function causeRows(group: FindingGroup, findings: readonly Finding[], view: View, context: { readonly explained: Explanations; readonly gone: Gone | null }): Row[] {
  const { explained, gone } = context;
  const key = `g:${group.id}`;
  const expanded = gone === null && view.toggled.has(key);
  const [suspect] = group.suspects;
  const target: Target | null = suspect ?? (findings[0] ? targetOf(findings[0]) : null);
  const row: Row = { kind: 'cause', key, level: 1, expanded: gone === null ? expanded : undefined, target, group, severity: heaviest(findings), gone };
  return expanded ? [row, ...findings.flatMap((finding) => findingRows(finding, view, 2, { explained, under: `${key}/` }))] : [row];
}

/** The cell complained about, else the total, else the first. */
export function targetOf(finding: Finding): Target | null {
  const { cells } = finding;
  return cells.find((cell) => cell.role === 'subject') ?? cells.find((cell) => cell.role === 'total') ?? cells[0] ?? null;
}
