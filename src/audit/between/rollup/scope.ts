import data from '../../../generated/between';
import type { FactBook, FactTable } from '../facts';
import { sourcesOf } from './sources';
import type { Gap, TableSums } from './sums';
import type { Roster } from './units';

/** Of a unit's figures in a table, the share that must be gaps of the same kind before it is said of the whole unit. */
const WHOLE = 0.7;
const FEW = 3;

/** A table of which more than this share does not add up is of another scope. */
const MOST = 0.5;
const MANY = 6;

/** How many times larger or smaller a unit's figures may have been taken: 千元, 万元 and 元 mixed up. */
const SCALES = [10_000, 1_000, 10] as const;

export type WholeKind = 'leftOut' | 'twice' | 'scale';

/** All of a unit's figures in some tables are in the gaps: the department does not count it, counts it twice, or its amounts stand in another unit. */
export interface WholeUnit {
  readonly book: FactBook;
  readonly kind: WholeKind;
  readonly tables: readonly FactTable[];
  readonly gaps: readonly Gap[];
}

/** Tables that these units' workbooks lack, and what they leave open. */
export interface LackingTables {
  readonly units: readonly FactBook[];
  readonly tables: readonly FactTable[];
  readonly gaps: readonly Gap[];
}

export interface Scope {
  readonly wholes: readonly WholeUnit[];
  /** Gaps that units without a workbook may explain. */
  readonly absent: readonly Gap[];
  /** Gaps of tables that some units' workbooks lack, which those units may explain. */
  readonly lacking: readonly LackingTables[];
  /** Tables most of which do not add up, and how many of their figures. */
  readonly doubted: readonly { readonly table: FactTable; readonly gaps: readonly Gap[]; readonly compared: number }[];
  /** What remains to be accused figure by figure. */
  readonly rest: readonly Gap[];
}

export function scopeOf(tables: readonly TableSums[], units: readonly FactBook[], { missing, unlisted }: Roster): Scope {
  const wholes = wholesOf(tables, units, unlisted);
  const taken = new Set(wholes.flatMap((w) => w.gaps));
  const open = tables.flatMap((t) => t.gaps).filter((gap) => !taken.has(gap));
  const absent = missing.length > 0 ? open.filter(mayBeAbsent) : [];
  const lacking = lackingTables(tables, units, open.filter((gap) => !absent.includes(gap)));
  const left = new Set([...absent, ...lacking.flatMap(({ gaps }) => gaps)]);
  const others = open.filter((gap) => !left.has(gap));
  // Where most figures of the whole book are not the sums of the units', these are another department's units, or other books.
  const compared = tables.reduce((sum, { outcomes, gaps }) => sum + outcomes.consistent + outcomes.rounding + gaps.length, 0);
  const isForeign = areMost(others, compared);
  const doubted = tables.flatMap(({ table, gaps, outcomes }) => {
    const own = gaps.filter((gap) => others.includes(gap));
    const compared = outcomes.consistent + outcomes.rounding + gaps.length;
    return (isForeign && own.length > 0) || areMost(own, compared) ? [{ table, gaps: own, compared }] : [];
  });
  const doubtful = new Set(doubted.flatMap((d) => d.gaps));
  return { wholes, absent, lacking, doubted, rest: others.filter((gap) => !doubtful.has(gap)) };
}

/** Most of what was compared is off, and not by one or two amounts that run through it. */
function areMost(gaps: readonly Gap[], compared: number): boolean {
  return gaps.length >= MANY && gaps.length > MOST * compared && new Set(gaps.map((gap) => Math.abs(gap.difference))).size > 2;
}

/** What a unit that is not there may explain: it can only make the department larger, except where figures may be negative. */
function mayBeAbsent({ difference, department, units, column }: Gap): boolean {
  return difference > 0 || department.fen < 0 || units.some((f) => f.fen < 0) || column.concepts.includes(data.change);
}

/**
 * A table that a unit lacks counts as nothing where all else adds up. Where the department has more, the unit may have it: only
 * what a workbook's own identities prove is still held against that one.
 */
function lackingTables(tables: readonly TableSums[], units: readonly FactBook[], open: readonly Gap[]): LackingTables[] {
  const found = new Map<string, { units: readonly FactBook[]; tables: FactTable[]; gaps: Gap[] }>();
  for (const { table, books, reason } of tables) {
    if (reason !== '' || books === units.length) continue;
    const gaps = open.filter((gap) => gap.table === table && mayBeAbsent(gap) && !isProved(gap));
    if (gaps.length === 0) continue;
    const lacking = unitsWithout(table, units);
    const key = lacking.map(({ file }) => file).join('\n');
    const known = found.get(key) ?? { units: lacking, tables: [], gaps: [] };
    found.set(key, known);
    known.tables.push(table);
    known.gaps.push(...gaps);
  }
  return [...found.values()];
}

const isProved = (gap: Gap): boolean => sourcesOf(gap).some(({ kind }) => kind === 'asked' || kind === 'lacksRow');

/** Units in whose workbooks the table was not recognised. */
export const unitsWithout = ({ id, family }: FactTable, units: readonly FactBook[]): readonly FactBook[] => units.filter(({ tables }) => !tables.some((t) => t.id === id && t.family === family));

function wholesOf(tables: readonly TableSums[], units: readonly FactBook[], unlisted: readonly FactBook[]): WholeUnit[] {
  const found: WholeUnit[] = [];
  const taken = new Set<Gap>();
  for (const kind of ['leftOut', 'twice', 'scale'] as const) {
    for (const book of units) {
      const own = tables.map(({ table, gaps }) => ({ table, gaps: gaps.filter((gap) => !taken.has(gap) && isWhole(gap, book, kind)) }));
      // A unit that the department does not list needs no further proof.
      const isProved = (kind === 'leftOut' && unlisted.includes(book)) || own.some(({ table, gaps }) => gaps.length >= FEW && gaps.length >= WHOLE * filledIn(book.tables.find((t) => t.id === table.id && t.family === table.family)));
      const gaps = isProved ? own.flatMap((o) => o.gaps) : [];
      if (gaps.length === 0) continue;
      for (const gap of gaps) taken.add(gap);
      found.push({ book, kind, tables: own.filter((o) => o.gaps.length > 0).map((o) => o.table), gaps });
    }
  }
  return found;
}

function isWhole({ units, difference, tolerance }: Gap, book: FactBook, kind: WholeKind): boolean {
  const figure = units.find((f) => f.book === book);
  if (!figure || figure.fen === 0) return false;
  const near = (value: number): boolean => Math.abs(difference - value) <= tolerance;
  if (kind === 'leftOut') return near(-figure.fen);
  if (kind === 'twice') return near(figure.fen);
  return SCALES.some((scale) => near(figure.fen * (scale - 1)) || near(figure.fen / scale - figure.fen));
}

function filledIn(table: FactTable | undefined): number {
  let count = 0;
  for (const { rows, columns, fen } of table?.blocks ?? []) {
    rows.forEach(({ kind }, r) => {
      if (kind !== 'extra') for (let c = 0; c < columns.length; c++) if (fen[r * columns.length + c] !== 0) count++;
    });
  }
  return count;
}
