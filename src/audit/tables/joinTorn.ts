import type { Candidate, RecogniseOptions } from './candidate';
import { joinParts } from './joined';
import type { TableOf } from './titles';
import { copiesOf, tornTables } from './torn';

export interface Joined {
  readonly candidates: readonly Candidate[];
  readonly named: readonly (TableOf | null)[];
  /** Those of the candidates that are parts of a table which could not be joined, or copies of parts. */
  readonly torn: ReadonlySet<number>;
}

/** Tables torn over pages become one each where that is certain; the parts of others are told. */
export function joinTorn(found: readonly Candidate[], named: readonly (TableOf | null)[], options: RecogniseOptions): Joined {
  const tables = tornTables(found, named, options.words);
  if (tables.length === 0) return { candidates: found, named, torn: new Set() };
  const [whole, gone, torn] = [new Map<number, { readonly candidate: Candidate; readonly table: TableOf | null }>(), new Set<number>(), new Set<number>()];
  for (const { parts, table } of tables) {
    const candidate = joinParts(parts.map((i) => found[i]), table, options);
    if (candidate) {
      whole.set(parts[0], { candidate, table });
      for (const i of parts.slice(1)) gone.add(i);
    } else for (const i of parts) torn.add(i);
    for (const i of copiesOf(found, parts)) torn.add(i);
  }
  const kept = found.flatMap((c, i) => (gone.has(i) ? [] : [{ candidate: whole.get(i)?.candidate ?? c, table: whole.has(i) ? whole.get(i)?.table ?? null : named[i], isTorn: torn.has(i) && !whole.has(i) }]));
  return { candidates: kept.map((k) => k.candidate), named: kept.map((k) => k.table), torn: new Set(kept.flatMap((k, i) => (k.isTorn ? [i] : []))) };
}
