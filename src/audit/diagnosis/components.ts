/** Failing equations that share a cell belong together; the rest can be diagnosed one component at a time. */
import type { SearchState } from './state';

/** Connected components of `failing`, each ascending, ordered by their first equation. */
export function componentsOf({ system, marks }: SearchState, failing: readonly number[]): number[][] {
  if (failing.length < 2) return failing.map((e) => [e]);
  const { start, cell } = system.equations;
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
      const first = marks[cell[t]!]! - 1;
      if (first < 0) marks[cell[t]!] = index + 1;
      else {
        const a = root(first);
        const b = root(index);
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  for (const e of failing) for (let t = start[e]!; t < start[e + 1]!; t++) marks[cell[t]!] = 0;
  const groups = new Map<number, number[]>();
  failing.forEach((e, index) => {
    const key = root(index);
    const group = groups.get(key);
    if (group) group.push(e);
    else groups.set(key, [e]);
  });
  return [...groups.values()].map((group) => group.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}
