import type { CauseGroup, Localisation, SuspectCell } from '../diagnosis';
import type { AmountStore } from '../equations/model';
import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import { renumbered, type Numbering } from './renumbered';

/**
 * Causes found before the last edits, as far as they are still true: what explains nothing any more is gone, and where a
 * figure of its relations was changed no value is proved until the causes have been looked for again. `changed`: `changedAmounts` since then;
 * `sums`: inferred sums that fail now, where the causes are of such.
 */
export function carriedOver(found: Localisation, now: AuditState, numbering: Numbering, changed: ReadonlySet<number>, sums?: ReadonlySet<number>): Localisation {
  const { groups, unexplained } = renumbered(found, numbering);
  const { compiled: { equations: { start, cell } }, evaluation: { outcome }, recognition: { amounts } } = now;
  const fails = (e: number): boolean => (sums ? sums.has(e) : outcome[e] === OutcomeCode.inconsistent);
  const isTouched = (e: number): boolean => {
    for (let t = start[e]; t < start[e + 1]; t++) if (changed.has(cell[t])) return true;
    return false;
  };
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

/** In the numbers of now; an amount that was none before counts as changed. */
export function changedAmounts(before: AmountStore, now: AmountStore, { cell }: Numbering): Set<number> {
  const stands = new Uint8Array(now.count);
  for (let old = 0; old < before.count; old++) {
    const a = cell(old);
    if (a !== undefined && before.fen[old] === now.fen[a] && before.state[old] === now.state[a] && before.step[old] === now.step[a]) stands[a] = 1;
  }
  const changed = new Set<number>();
  for (let a = stands.indexOf(0); a >= 0; a = stands.indexOf(0, a + 1)) changed.add(a);
  return changed;
}
