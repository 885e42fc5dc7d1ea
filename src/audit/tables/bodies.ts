import { normaliseText, type Bilingual } from '../workbook';
import { GENERIC_FAMILY } from './generic';
import type { BoundTable } from './model';
import { byTurns } from './turns';

/** A public body's tables; the name as it is printed, "" where none is. */
export interface Body {
  readonly name: string;
  readonly tables: readonly BoundTable[];
}

/** What a body's tables are called by their place among the bodies, 0…. */
export const setName = (at: number): Bilingual => ({ zh: `第 ${at + 1} 套表`, en: `set ${at + 1}` });

/** Tables of so many kinds must stand there under either name: one table with a name of its own is a slip of the pen. */
const FEWEST_KINDS = 2;

/** Without names, so many kinds and such a share of them have to come once more. */
const [FEWEST_AGAIN, SHARE_AGAIN] = [4, 0.6];

/**
 * The tables of each public body of a workbook: a department's own and those of its units, each with the whole set or most of it, told
 * apart by the names they print, or where none are printed by the whole set beginning anew, or by its kinds standing there once for each. The
 * first body's come first. A table of which it is not certain whose it is belongs to none; where nothing is certain there is no body.
 */
export function bodiesOf(tables: readonly BoundTable[]): readonly Body[] {
  const found = known.get(tables) ?? sorted(tables);
  known.set(tables, found);
  return found;
}

const known = new WeakMap<readonly BoundTable[], readonly Body[]>();

function sorted(tables: readonly BoundTable[]): readonly Body[] {
  const inOrder = [...tables].sort((a, b) => a.sheet - b.sheet || a.range.top - b.range.top);
  const named = new Map<string, BoundTable[]>();
  for (const table of inOrder) {
    const name = normaliseText(table.unitName);
    if (name === '' || table.family === GENERIC_FAMILY || table.isCopy || table.isTorn) continue;
    named.set(name, [...(named.get(name) ?? []), table]);
  }
  const bodies: { readonly name: string; readonly kinds: ReadonlySet<string> }[] = [];
  for (const [name, own] of [...named].sort((a, b) => b[1].length - a[1].length)) {
    const kinds = new Set(own.flatMap((t) => (t.definition.repeat ? [] : [t.id])));
    if (bodies.every((other) => [...kinds].filter((id) => other.kinds.has(id)).length >= FEWEST_KINDS)) bodies.push({ name, kinds });
  }
  if (bodies.length < 2) {
    const sets = inTurn(inOrder);
    const parts = sets.length > 1 ? sets : byTurns(inOrder.filter(isKind));
    return parts === null ? [withName(tables)] : withoutUncertain(parts, new Set()).map(withName);
  }
  const names = new Set(bodies.map((body) => body.name));
  const bodyOf = assigned(inOrder, names);
  const order = [...new Set(bodyOf.filter((name) => names.has(name)))];
  return withoutUncertain(order.map((name) => inOrder.filter((_, i) => bodyOf[i] === name)), names).map(withName);
}

/** Kinds of tables of which some belong to no body for certain, where there are several. */
export function looseKinds(tables: readonly BoundTable[]): ReadonlySet<string> {
  const bodies = bodiesOf(tables);
  const certain = new Set(bodies.flatMap((body) => body.tables));
  return new Set(tables.flatMap((t) => (isKind(t) && !certain.has(t) ? [t.id] : [])));
}

const isKind = (t: BoundTable): boolean => t.family !== GENERIC_FAMILY && !t.definition.repeat && !t.isCopy && !t.isTorn;

const withName = (tables: readonly BoundTable[]): Body => ({ name: tables.find((t) => t.unitName !== '')?.unitName.trim() ?? '', tables });

/** The name of each table's body; "" where it has none. */
function assigned(tables: readonly BoundTable[], names: ReadonlySet<string>): string[] {
  const own = tables.map((t) => normaliseText(t.unitName));
  const runs = own.filter((name) => names.has(name)).filter((name, i, list) => name !== list[i - 1]);
  const takeTurns = runs.length > new Set(runs).size;
  let last = '';
  return own.map((name) => {
    if (names.has(name)) return (last = name);
    return takeTurns ? '' : last;
  });
}

/** Tables without a name of which one body would have more than another: those of several may stand together at the end. */
function withoutUncertain(parts: readonly (readonly BoundTable[])[], names: ReadonlySet<string>): readonly (readonly BoundTable[])[] {
  const counts = parts.map((tables) => {
    const count = new Map<string, number>();
    for (const table of tables) count.set(table.id, (count.get(table.id) ?? 0) + 1);
    return count;
  });
  const isCertain = (table: BoundTable, at: number): boolean => {
    const own = counts[at].get(table.id) ?? 0;
    return own === 1 || !isKind(table) || names.has(normaliseText(table.unitName)) || counts.every((count) => (count.get(table.id) ?? 0) >= own);
  };
  return parts.map((tables, at) => tables.filter((table) => isCertain(table, at)));
}

/** Cuts the tables where most kinds of those before begin to come once more. */
function inTurn(tables: readonly BoundTable[]): BoundTable[][] {
  const bodies: BoundTable[][] = [[]];
  let kinds = new Set<string>();
  tables.forEach((table, i) => {
    if (isKind(table) && kinds.has(table.id)) {
      const next = new Set(tables.slice(i).filter(isKind).slice(0, kinds.size + 1).map((t) => t.id));
      const again = [...next].filter((id) => kinds.has(id)).length;
      if (again >= FEWEST_AGAIN && again >= kinds.size * SHARE_AGAIN) {
        bodies.push([]);
        kinds = new Set();
      }
    }
    if (isKind(table)) kinds.add(table.id);
    bodies[bodies.length - 1].push(table);
  });
  return bodies;
}
