import type { CauseGroup, Localisation, SuspectCell } from '../diagnosis';
import type { AmountStore } from '../equations/model';
import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';

/**
 * Causes found before the last edits, as far as they are still true: what explains nothing any more is gone, and where a
 * figure of its relations was changed no value is proved until the causes have been looked for again.
 * Both states have the same relations.
 */
export function carriedOver({ groups, unexplained }: Localisation, before: AuditState, now: AuditState): Localisation {
  const { compiled: { equations: { start, cell } }, evaluation: { outcome }, recognition: { amounts } } = now;
  const changed = changedAmounts(before.recognition.amounts, amounts);
  const fails = (e: number): boolean => outcome[e] === OutcomeCode.inconsistent;
  const isTouched = (e: number): boolean => cell.subarray(start[e], start[e + 1]).some((a) => changed.has(a));
  return {
    groups: groups.flatMap((group): CauseGroup[] => {
      const equations = group.equations.filter(fails);
      if (equations.length === 0) return [];
      if (equations.length === group.equations.length && !equations.some(isTouched)) return [group];
      return [{ ...group, equations, suspects: unproved(group.suspects, amounts), alternatives: group.alternatives.map((cells) => unproved(cells, amounts)) }];
    }),
    unexplained: unexplained.filter(fails),
  };
}

const unproved = (suspects: readonly SuspectCell[], { fen }: AmountStore): SuspectCell[] =>
  suspects.map((suspect) => ({ ...suspect, currentFen: fen[suspect.cell], proposedFen: null }));

function changedAmounts(before: AmountStore, now: AmountStore): Set<number> {
  const changed = new Set<number>();
  for (let a = 0; a < now.count; a++) {
    if (before.fen[a] !== now.fen[a] || before.state[a] !== now.state[a] || before.step[a] !== now.step[a]) changed.add(a);
  }
  return changed;
}
