import type { BoundTable } from './model';

/** So many kinds, and such a share of all, have to stand there several times one after the other. */
const [FEWEST_KINDS, SHARE] = [4, 0.6];

/**
 * The tables of bodies that print no name and take turns table by table: the first of each kind, the second of each. Only kinds that stand there
 * once for each body tell whose they are. null where the tables do not take turns; no body where too few kinds tell it.
 */
export function byTurns(tables: readonly BoundTable[]): readonly (readonly BoundTable[])[] | null {
  const kinds = new Map<string, BoundTable[]>();
  let runs = 0;
  tables.forEach((table, i) => {
    if (table.id !== tables[i - 1]?.id) runs++;
    kinds.set(table.id, [...(kinds.get(table.id) ?? []), table]);
  });
  const several = [...kinds.values()].filter((own) => own.length > 1);
  if (runs > kinds.size || several.length < FEWEST_KINDS || several.length < kinds.size * SHARE) return null;
  const count = Math.max(...several.map((own) => own.length));
  const whole = several.filter((own) => own.length === count);
  if (whole.length < FEWEST_KINDS || whole.length < kinds.size * SHARE) return [];
  return Array.from({ length: count }, (_, n) => whole.map((own) => own[n]));
}
