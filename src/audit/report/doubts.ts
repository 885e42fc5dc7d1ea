/** Tables and relations that were probably misread: one finding each instead of their errors. */
import type { Localisation } from '../diagnosis';
import { doubtsOf, type Doubt, type Explanation } from '../outcome/doubt';
import { OutcomeCode, withOutcome } from '../outcome/evaluate';
import { withParts, type AuditState } from '../state';
import { cellAddress } from '../workbook';
import type { Placed } from './context';
import { fingerprint } from './fingerprint';
import type { Unchecked } from './model';

export interface Doubted {
  /** The state with the outcomes of doubted equations as 取数不足. */
  readonly state: AuditState;
  readonly findings: readonly Placed[];
  readonly unchecked: readonly Unchecked[];
  readonly equations: ReadonlySet<number>;
  /** Indices of misread tables. */
  readonly tables: ReadonlySet<number>;
}

/** `causes`: what explains the failures of the state. */
export function doubted(state: AuditState, causes: Localisation): Doubted {
  const { recognition, compiled: { equations, notes }, evaluation, rules } = state;
  const { amounts, owners, blocks, tables } = recognition;
  const index = new Map(tables.map((table, i) => [table, i]));
  const tableOfBlock = blocks.map((block) => index.get(block.table) ?? -1);
  const tableOf = (cell: number): number => tableOfBlock[owners.block[cell]];
  // Only rules that accuse can accuse falsely; a person's own limits are not a reading of the table.
  const outcome = evaluation.outcome.map((code, e) => (rules[equations.rule[e]].severity === 'error' && !notes.constants.has(e) ? code : OutcomeCode.notApplicable));
  const relations = new Map<string, number>();
  const relationOf = (e: number): number => {
    const key = `${equations.rule[e]}|${notes.check[e]}|${tableOfBlock[notes.block[e]]}`;
    const known = relations.get(key) ?? relations.size;
    relations.set(key, known);
    return known;
  };
  const doubts = doubtsOf({ equations, outcome, fen: amounts.fen, tableOf, relationOf }, () => explanationsOf(causes));
  if (doubts.length === 0) return { state, findings: [], unchecked: [], equations: new Set(), tables: new Set() };
  const codes = evaluation.outcome.slice();
  for (const e of doubts.flatMap((doubt) => doubt.equations)) codes[e] = OutcomeCode.insufficient;
  const findings = doubts.map((doubt) => findingOf(state, doubt, tableOfBlock[notes.block[doubt.equations[0]]]));
  return {
    state: withParts(state, { evaluation: withOutcome(evaluation, codes) }),
    findings,
    unchecked: findings.map(({ finding }) => ({ rule: finding.rule, reason: finding.message })),
    equations: new Set(doubts.flatMap((doubt) => doubt.equations)),
    tables: new Set(doubts.map((doubt) => doubt.table).filter((table) => table >= 0)),
  };
}

function explanationsOf({ groups }: Localisation): Explanation[] {
  return groups.filter((group) => group.shape !== 'unknown').map((group) => ({
    equations: group.equations,
    cells: group.suspects.length,
    single: group.shape === 'mass' || group.shape === 'structural' || group.shape === 'missingRow' || group.shape === 'surplusRow',
  }));
}

function findingOf(state: AuditState, doubt: Doubt, fallback: number): Placed {
  const { recognition: { tables }, workbook, compiled: { equations }, rules, auditor, grids } = state;
  const first = doubt.equations[0];
  const table = doubt.table >= 0 ? doubt.table : fallback;
  const bound = tables[table];
  const { row, column } = bound.titleCell ?? { row: bound.range.top, column: bound.range.left };
  const sheet = workbook.sheets[bound.sheet].name;
  const rule = rules[equations.rule[first]].id;
  const zh = doubt.table >= 0
    ? `${sheet} 没有读懂：表内 ${doubt.checks} 项核对有 ${doubt.failing} 项不符，又找不出共同的原因，多半是栏或行认错了；涉及这张表的 ${doubt.equations.length} 项不符不作为差错，请人工核对这张表`
    : `${sheet} 与其他表的一种核对（${rule}）${doubt.checks} 项中有 ${doubt.failing} 项不符，又找不出共同的原因，多半是对应的栏或行认错了；这些不符不作为差错，请人工核对`;
  const en = doubt.table >= 0
    ? `${sheet} was not understood: ${doubt.failing} of its own ${doubt.checks} checks fail without a common cause, so its columns or rows were probably misread; ${doubt.equations.length} failed checks with this table are not counted as errors; check this table by hand`
    : `${sheet}: ${doubt.failing} of ${doubt.checks} checks of ${rule} with other tables fail without a common cause, so columns or rows were probably misread; they are not counted as errors; check them by hand`;
  return {
    equation: -1, rule: equations.rule[first], table, row,
    finding: {
      id: fingerprint(`doubt|${bound.id}|${bound.instance}|${doubt.table >= 0 ? '' : rule}`),
      rule, severity: 'warning', outcome: 'insufficient', table: bound.id, message: auditor.options.lang === 'en' ? en : zh,
      left: null, right: null, difference: null,
      cells: [{ sheet, address: cellAddress(row, column), role: 'subject', value: grids[bound.sheet].raw(row, column), label: bound.title }],
    },
  };
}
