/** Causes that are no wrong figure go before wrong figures where they settle more, or as much with less assumed. */
import type { CauseGroup, LocaliseInput, StructuralCause, SuspectCell } from './model';

export function rankStructural(
  groups: readonly CauseGroup[], input: LocaliseInput, failed: ReadonlySet<number>,
): CauseGroup[] {
  let left = [...groups];
  const first: CauseGroup[] = [];
  const causes = (input.structural ?? [])
    .map((cause) => ({ cause, equations: cause.equations.filter((e) => failed.has(e)).sort((a, b) => a - b) }))
    .filter(({ equations }) => equations.length > 0)
    .sort((a, b) => b.equations.length - a.equations.length || a.equations[0]! - b.equations[0]!);
  for (const { cause, equations } of causes) {
    const covered = new Set(equations);
    const inside = left.filter((group) => group.equations.every((e) => covered.has(e)));
    if (inside.length === 0) continue;
    const settled = Math.max(...inside.map((group) => group.equations.length));
    const assumed = inside.reduce((n, group) => n + (group.ambiguous ? 2 : group.suspects.length), 0);
    if (equations.length <= settled && assumed < 2) continue;
    const taken = new Set(inside.flatMap((group) => group.equations));
    first.push({
      equations: equations.filter((e) => taken.has(e)),
      suspects: cause.cells.map((cell) => suspect(input, cause, cell)),
      alternatives: inside.map((group) => group.suspects.map((s) => ({ ...s, proposedFen: null }))),
      ambiguous: false,
      exact: inside.every((group) => group.exact),
      shape: 'structural',
      structural: cause,
      mass: null,
      parent: -1,
    });
    left = left.filter((group) => !inside.includes(group));
  }
  return [...first, ...left];
}

function suspect(input: LocaliseInput, cause: StructuralCause, cell: number): SuspectCell {
  return {
    cell, currentFen: input.amounts.fen[cell]!, proposedFen: null, nearFen: null, kind: 'other', related: -1,
    closes: cause.equations.length, breaks: 0,
  };
}
