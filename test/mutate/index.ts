/**
 * Single faults and harmless changes for any workbook, random by seed: `mutations` yields mutated snapshots,
 * `faults` the faults themselves (several can be put into one workbook with `withFaults`).
 * Cells are chosen by header words and code shapes; nothing is shared with the audit.
 */
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { freeze, type Cell } from '../generate/grid';
import { Random } from '../generate/random';
import { blanked, neighbourColumn, neighbourRow, oddText, TYPING_FAULTS, type FaultMaker } from './amountFaults';
import { readBook, type Book } from './book';
import { wrongDigit, wrongGovernmentCode, wrongName } from './codeFaults';
import { emptyFlagFlipped, projectNameOnce, wrongUnitLine, wrongUnitName, wrongYear } from './formFaults';
import { HARMLESS_KINDS } from './harmless';
import { FAULT_KINDS, type Fault, type FaultKind, type Mutation } from './model';
import { duplicatedRow, missingLeafRow, missingParentRow, staleTotal, totalLeavesOutChild } from './rowFaults';

export * from './model';
export { readBook, type Book } from './book';
export { HARMLESS_KINDS } from './harmless';

const MAKERS: ReadonlyMap<FaultKind, FaultMaker> = new Map<FaultKind, FaultMaker>([
  ...TYPING_FAULTS,
  ['number as odd text', oddText],
  ['figure blanked', blanked],
  ['value in neighbour column', neighbourColumn],
  ['value in neighbour row', neighbourRow],
  ['leaf changed, totals stale', staleTotal],
  ['total leaves out a child', totalLeavesOutChild],
  ['missing 款 row', missingParentRow],
  ['missing 项 row', missingLeafRow],
  ['duplicated row', duplicatedRow],
  ['wrong code digit', wrongDigit],
  ['wrong name', wrongName],
  ['wrong 政府 code', wrongGovernmentCode],
  ['空表 flag flipped', emptyFlagFlipped],
  ['wrong unit line', wrongUnitLine],
  ['wrong year', wrongYear],
  ['wrong unit name', wrongUnitName],
  ['project name in one place', projectNameOnce],
]);

/** Up to `perKind` different faults of each kind; fewer where the workbook gives no more occasions. */
export function* faults(book: Book, seed: number | string, perKind: number, kinds: readonly FaultKind[] = FAULT_KINDS): Generator<Fault> {
  for (const kind of kinds) {
    const random = new Random(`${seed} ${kind}`);
    const make = MAKERS.get(kind);
    if (!make) continue;
    const seen = new Set<string>();
    for (let attempt = 0; attempt < perKind * 40 && seen.size < perKind; attempt++) {
      const fault = make(book, random);
      if (!fault) continue;
      const key = JSON.stringify([fault.changed, fault.mutated]);
      if (seen.has(key)) continue;
      seen.add(key);
      yield fault;
    }
  }
}

/** The workbook with faults put in; more than one only if all of them leave the rows where they are. */
export function withFaults(book: Book, list: readonly Fault[]): WorkbookSnapshot {
  if (list.length > 1 && list.some((fault) => !fault.inPlace)) throw new Error('faults that move rows cannot be combined');
  const touched = new Set(list.flatMap((fault) => fault.changed.map((place) => place.sheet)));
  const sheets = book.workbook.sheets.map((sheet, i) => (touched.has(i) ? sheet.clone() : sheet));
  const workbook = { name: book.workbook.name, sheets };
  for (const fault of list) fault.apply(workbook);
  return freeze(workbook);
}

const VALUE_KINDS: readonly FaultKind[] = ['digits swapped', 'digit dropped', 'digit doubled', 'times ten', 'tenth', 'sign', 'figure blanked', '元 for 万元'];

/** Sets of `size` independent faults of single figures in different rows, for finding several faults at once. */
export function* faultSets(book: Book, seed: number | string, count: number, size: number): Generator<readonly Fault[]> {
  const random = new Random(`${seed} sets of ${size}`);
  const pool = [...faults(book, `${seed} pool`, count, VALUE_KINDS)].filter((fault) => fault.visible === true);
  for (let made = 0, attempt = 0; made < count && attempt < count * 20; attempt++) {
    const set = random.sample(pool, size);
    const rows = new Set(set.flatMap((fault) => fault.changed.map((p) => `${p.sheet} ${p.row}`)));
    if (set.length < size || rows.size < size) continue;
    made++;
    yield set;
  }
}

/** What stood at a fault's changed cells before, in order: the values a correction would have to propose. */
export function originalValues(book: Book, fault: Fault): (Cell['value'] | null)[] {
  return fault.changed.map(({ sheet, row, column }) => book.workbook.sheets[sheet].get(row, column)?.value ?? null);
}

/** Faults of every kind, then harmless changes of every kind, each in its own copy of the workbook. */
export function* mutations(snapshot: WorkbookSnapshot, seed: number | string, perKind: number): Generator<Mutation> {
  const book = readBook(snapshot);
  for (const fault of faults(book, seed, perKind)) {
    yield {
      kind: fault.kind, harmless: false, visible: fault.visible, snapshot: withFaults(book, [fault]), description: fault.description, original: fault.original, mutated: fault.mutated,
      changed: fault.changed.map(({ sheet, row, column }) => ({ sheet: book.workbook.sheets[sheet].name, row, column })),
    };
  }
  yield* harmlessChanges(book, seed, perKind);
}

function* harmlessChanges(book: Book, seed: number | string, perKind: number): Generator<Mutation> {
  for (const kind of HARMLESS_KINDS) {
    const random = new Random(`${seed} ${kind.name}`);
    const seen = new Set<string>();
    for (let attempt = 0; attempt < perKind; attempt++) {
      const change = kind.draw(book, random);
      if (!change) continue;
      const workbook = { name: book.workbook.name, sheets: book.workbook.sheets.map((sheet) => sheet.clone()) };
      change.apply(workbook);
      // A change without chance in it comes out the same every time; once is enough.
      const key = `${change.description} ${JSON.stringify(workbook.sheets)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { kind: kind.name, harmless: true, visible: false, snapshot: freeze(workbook), changed: [], description: change.description, original: '', mutated: '' };
    }
  }
}
