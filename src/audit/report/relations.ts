import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import { cellAddress } from '../workbook';
import { termsOf, type EquationContext } from './context';
import { relationFinding } from './equationFindings';
import { AmountNames } from './labels';
import type { Finding } from './model';

/** Which relations are asked for: those of a rule, or those of a table on its sheet. */
export type RelationsOf = { readonly by: 'rule'; readonly id: string } | { readonly by: 'table'; readonly id: string; readonly sheet: string };

/** A list is read by a person; what is beyond is said to be there. */
const mostRelations = 1000;

/** Relations that hold, with their terms like those that fail; at most `mostRelations`. */
export function relationsThatHold(state: AuditState, of: RelationsOf): Finding[] {
  const { recognition, workbook, compiled, evaluation, rules } = state;
  const { equations, notes } = compiled;
  const names = new AmountNames(workbook, recognition);
  const context: EquationContext = { rules, equations, notes, evaluation, recognition, grids: state.grids, names, lang: state.auditor.options.lang ?? 'zh' };
  const isAsked = (e: number): boolean => {
    if (of.by === 'rule') return rules[equations.rule[e]].id === of.id;
    const { table } = recognition.blocks[notes.block[e]];
    return table.id === of.id && workbook.sheets[table.sheet].name === of.sheet;
  };
  const found: Finding[] = [];
  for (let e = 0; e < equations.count && found.length < mostRelations; e++) {
    if (evaluation.outcome[e] !== OutcomeCode.consistent) continue;
    if (isAsked(e)) found.push(relationFinding(context, e));
  }
  return found;
}

/** The cells that a relation has proved right: its total, or both of two figures that must agree. Blank ones prove nothing. */
export function provedCells(state: AuditState): { readonly sheet: number; readonly address: string }[] {
  const { equations, notes } = state.compiled;
  const { amounts } = state.recognition;
  const proved = new Set<number>();
  const failed = new Set<number>();
  for (let e = 0; e < equations.count; e++) {
    const outcome = state.evaluation.outcome[e];
    if (outcome !== OutcomeCode.consistent && outcome !== OutcomeCode.inconsistent) continue;
    const { left, right } = termsOf(equations, notes, e);
    const cells = [...(left.length === 1 ? left : []), ...(left.length === 1 && right.length === 1 ? right : [])];
    for (const { amount } of cells) (outcome === OutcomeCode.consistent ? proved : failed).add(amount);
  }
  return [...proved]
    .filter((a) => !failed.has(a) && amounts.fen[a] !== 0)
    .sort((a, b) => a - b)
    .map((a) => ({ sheet: amounts.sheet[a], address: cellAddress(amounts.row[a], amounts.column[a]) }));
}
