import type { CauseGroup, ToldGroups } from '../diagnosis';
import type { MendedFormulas } from './mendedFormulas';
import type { FindingGroup } from './model';
import { cellsOf } from './renumbered';

/**
 * Causes as they were told before an edit, for those of which nothing that is said can be other now: the same cause and findings, no figure changed
 * and no formula in its cells. A workbook may have hundreds. `changed`: amounts that are others now; `remember`: takes every cause as it is told.
 */
export function toldGroups(before: ReadonlyMap<CauseGroup, FindingGroup>, changed: ReadonlySet<number>, formulas: MendedFormulas, remember: Map<CauseGroup, FindingGroup>): ToldGroups {
  return {
    find(group, findings) {
      const told = before.get(group);
      if (!told || told.findings.length !== findings.length || told.findings.some((id, i) => id !== findings[i])) return null;
      if (told.suspects.some(({ formula, proposedFormula }) => formula !== null || proposedFormula !== null)) return null;
      return cellsOf(group).some((cell) => cell >= 0 && (changed.has(cell) || formulas.concerns(cell))) ? null : told;
    },
    remember: (group, told) => void remember.set(group, told),
  };
}
