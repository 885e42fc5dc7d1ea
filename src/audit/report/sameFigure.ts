import { Relation } from '../equations/model';
import { OutcomeCode } from '../outcome/evaluate';
import type { EquationContext } from './context';

/**
 * For the cells of failing equations: cells of other tables that an identity which holds ties to the same figure.
 * If 表4 D11 is complained about and equals 表1 D11 by rule, a person has to look at both.
 */
export function figuresSeenElsewhere(context: EquationContext, failing: readonly number[]): Map<number, number[]> {
  const { equations, evaluation, recognition } = context;
  const wanted = new Set<number>();
  for (const e of failing) {
    const terms = equations.start[e + 1] - equations.start[e];
    // In a long sum only the total is one figure; its parts are named as they are.
    const last = terms <= 4 ? terms : context.notes.leftCount[e] === 1 ? 1 : 0;
    for (let t = 0; t < last; t++) wanted.add(equations.cell[equations.start[e] + t]);
  }
  const found = new Map<number, number[]>();
  if (wanted.size === 0) return found;
  const { fen, sheet } = recognition.amounts;
  for (let e = 0; e < equations.count; e++) {
    const from = equations.start[e];
    if (equations.start[e + 1] - from !== 2 || equations.relation[e] !== Relation.equal || evaluation.outcome[e] !== OutcomeCode.consistent) continue;
    const a = equations.cell[from];
    const b = equations.cell[from + 1];
    if (sheet[a] === sheet[b] || fen[a] === 0 || fen[a] !== fen[b]) continue;
    if (wanted.has(a)) found.set(a, [...(found.get(a) ?? []), b]);
    if (wanted.has(b)) found.set(b, [...(found.get(b) ?? []), a]);
  }
  return found;
}
