import { buildSystem, isSatisfied, localiseInSteps, Verdict, type CauseGroup, type DiagnosticSystem, type Localisation, type Steps, type SuspectCell } from '../diagnosis';
import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import { isTotal, MOST_SEARCHED, placesIn } from './groups';
import { partlyObeyedSums } from './partlyObeyed';

const NOTHING: Localisation = { groups: [], unexplained: [] };

/**
 * Which figures would explain the inferred sums that do not hold, once what is wrong for certain (`causes`) is put right. A suspicion
 * and no more: no value is proposed, and the certain causes stay what they are.
 */
export function* suspicionsInSteps(state: AuditState, causes: Localisation): Steps<Localisation> {
  const suspected = partlyObeyedSums(state.unearned);
  if (suspected.size === 0 || suspected.size > MOST_SEARCHED) return NOTHING;
  const { recognition: { amounts }, compiled: { equations }, evaluation: { tolerance } } = state;
  const system = buildSystem({ ...amounts, fen: corrected(state, causes) }, equations);
  const outcome = outcomesOf(state, suspected, system);
  const { groups } = yield* localiseInSteps({ amounts: system.amounts, equations, outcome, tolerance, isTotal: (cell) => isTotal(state, cell), ...placesIn(state) }, system);
  return { groups: groups.map((group) => withoutValues(group, amounts.fen)), unexplained: [] };
}

/** Figures as they are once the causes are put right, as far as that is known. */
function corrected({ recognition: { amounts } }: AuditState, { groups }: Localisation): Float64Array {
  const fen = amounts.fen.slice();
  for (const { suspects, mass } of groups) {
    for (const { cell, nearFen } of suspects) if (nearFen !== null) fen[cell] = nearFen;
    for (const { cell, delta } of mass?.moves ?? []) fen[cell] = amounts.fen[cell] + delta;
  }
  return fen;
}

/** Identities that hold bear witness; of those that do not, only the suspected ones are to be explained. */
function outcomesOf({ compiled: { equations, notes }, evaluation, rules }: AuditState, suspected: ReadonlySet<number>, system: DiagnosticSystem): Uint8Array {
  return evaluation.outcome.map((code, e) => {
    if (rules[equations.rule[e]].severity !== 'error' || notes.constants.has(e)) return Verdict.skipped;
    const isIdle = code === OutcomeCode.notApplicable && system.equations.cell.subarray(equations.start[e], equations.start[e + 1]).every((cell) => system.amounts.fen[cell] === 0);
    if (code === OutcomeCode.insufficient || (code === OutcomeCode.notApplicable && !isIdle && !suspected.has(e))) return Verdict.skipped;
    if (isSatisfied(system, e, evaluation.tolerance[e])) return Verdict.holds;
    return suspected.has(e) ? Verdict.fails : Verdict.skipped;
  });
}

function withoutValues(group: CauseGroup, fen: Float64Array): CauseGroup {
  const modest = (list: readonly SuspectCell[]): SuspectCell[] => list.map((s) => ({ ...s, currentFen: fen[s.cell], proposedFen: null }));
  return { ...group, suspects: modest(group.suspects), alternatives: group.alternatives.map(modest) };
}
