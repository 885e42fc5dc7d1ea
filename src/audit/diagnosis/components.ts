/** Failing equations that share a cell belong together; the rest can be diagnosed one component at a time. */
import type { DiagnosticSystem } from './system';

/** Connected components of `failing`, each ascending, ordered by their first equation. */
export function componentsOf(system: DiagnosticSystem, failing: readonly number[]): number[][] {
  const { start, cell } = system.equations;
  const owner = new Map<number, number>();
  const parent = failing.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  failing.forEach((e, index) => {
    for (let t = start[e]!; t < start[e + 1]!; t++) {
      const first = owner.get(cell[t]!);
      if (first === undefined) owner.set(cell[t]!, index);
      else {
        const a = root(first);
        const b = root(index);
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const groups = new Map<number, number[]>();
  failing.forEach((e, index) => {
    const key = root(index);
    const group = groups.get(key);
    if (group) group.push(e);
    else groups.set(key, [e]);
  });
  return [...groups.values()].map((group) => group.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}
