import data from '../../../generated/between';
import type { Outcome } from '../../report/model';
import { isNetted, type FactBook, type FactColumn, type FactRow, type FactTable } from '../facts';
import { figureAt, placeOf, type Figure, type Place } from './figures';

/** A figure of the department that is not the sum of the units' figures beyond what rounding explains. */
export interface Gap {
  readonly table: FactTable;
  readonly row: FactRow;
  readonly column: FactColumn;
  readonly department: Figure;
  /** Of every unit that has the table. */
  readonly units: readonly Figure[];
  readonly sum: number;
  /** Department − Σ units, in 分. */
  readonly difference: number;
  readonly tolerance: number;
  /** The row is missing on one side. */
  readonly lacks: 'department' | 'units' | null;
  readonly isNetted: boolean;
}

/** How one table of the department compares with its units'. */
export interface TableSums {
  readonly table: FactTable;
  /** Units that have the table. */
  readonly books: number;
  readonly gaps: readonly Gap[];
  readonly outcomes: Record<Outcome, number>;
  /** Why nothing of it was compared; "" where it was. */
  readonly reason: '' | 'singular' | 'doubtful' | 'noUnitHasIt';
  /** Columns that no unit has, or only units have. */
  readonly strange: readonly string[];
  /** Cells that cannot be read, by workbook. */
  readonly unreadable: readonly string[];
}

/** Sets every figure of a department's table against the units' tables of the same kind. */
export function tableSums(department: FactBook, table: FactTable, units: readonly FactBook[]): TableSums {
  const outcomes: Record<Outcome, number> = { consistent: 0, inconsistent: 0, rounding: 0, notApplicable: 0, insufficient: 0 };
  const own = units.flatMap((book) => firstOf(book, table));
  const result = { table, books: own.length, gaps: [] as Gap[], outcomes, strange: new Set<string>(), unreadable: new Set<string>() };
  const reason = table.isSingular ? 'singular' : table.isDoubtful ? 'doubtful' : own.length === 0 ? 'noUnitHasIt' : '';
  if (reason === '') {
    for (const block of table.blocks) {
      const places = own.flatMap(({ book, table: t }) => t.blocks.filter((b) => b.id === block.id).map((b) => placeOf(book, t, b)));
      if (places.length > 0) blockSums(placeOf(department, table, block), places, result);
    }
  }
  return { ...result, reason, strange: [...result.strange], unreadable: [...result.unreadable] };
}

function firstOf(book: FactBook, { id, family }: FactTable): { book: FactBook; table: FactTable }[] {
  const table = book.tables.find((t) => t.id === id && t.family === family);
  return table ? [{ book, table }] : [];
}

interface Collected {
  readonly table: FactTable;
  readonly gaps: Gap[];
  readonly outcomes: Record<Outcome, number>;
  readonly strange: Set<string>;
  readonly unreadable: Set<string>;
}

function blockSums(own: Place, places: readonly Place[], into: Collected): void {
  const columns = own.block.columns.filter((column) => !isRatio(column) && places.some((p) => p.columns.has(column.id)));
  noteStrange(own, places, columns, into);
  const rows = rowsOf([own, ...places]);
  const sums = new Float64Array(rows.size * columns.length);
  const slacks = new Float64Array(sums.length);
  const filled = new Uint8Array(sums.length);
  const unread = new Uint8Array(sums.length);
  const add = (place: Place): void => {
    for (const key of place.rows.keys()) {
      const at = (rows.get(key)?.index ?? 0) * columns.length;
      columns.forEach((column, c) => {
        const { fen, slack, isReadable } = figureAt(place, key, column.id);
        sums[at + c] += fen;
        slacks[at + c] += slack;
        if (fen !== 0) filled[at + c] = 1;
        if (!isReadable) {
          unread[at + c] = 1;
          into.unreadable.add(`${place.book.file} ${place.table.sheet}`);
        }
      });
    }
  };
  places.forEach(add);
  for (const [key, { row, index }] of rows) {
    columns.forEach((column, c) => {
      const i = index * columns.length + c;
      const department = figureAt(own, key, column.id);
      if (!department.isReadable) into.unreadable.add(`${own.book.file} ${own.table.sheet}`);
      if (unread[i] === 1 || !department.isReadable) into.outcomes.insufficient++;
      else if (department.fen === 0 && filled[i] === 0) into.outcomes.notApplicable++;
      else compare(own, places, row, column, { department, sum: sums[i], tolerance: slacks[i] + department.slack }, into);
    });
  }
}

/** Every row of any workbook, numbered; the department's own words first. */
function rowsOf(places: readonly Place[]): Map<string, { readonly row: FactRow; readonly index: number }> {
  const rows = new Map<string, { row: FactRow; index: number }>();
  for (const place of places) {
    for (const [key, [first]] of place.rows) if (!rows.has(key)) rows.set(key, { row: place.block.rows[first], index: rows.size });
  }
  return rows;
}

/** Columns that hold money on one side only: they may be called by other words. */
function noteStrange(own: Place, places: readonly Place[], columns: readonly FactColumn[], { strange }: Collected): void {
  const holds = ({ block }: Place, c: number): boolean => block.rows.some((_, r) => block.fen[r * block.columns.length + c] !== 0);
  own.block.columns.forEach((column, c) => {
    if (!isRatio(column) && !columns.includes(column) && holds(own, c)) strange.add(column.label);
  });
  for (const place of places) {
    for (const [id, c] of place.columns) if (!own.columns.has(id) && !isRatio(place.block.columns[c]) && holds(place, c)) strange.add(place.block.columns[c].label);
  }
}

/** Shares and rates do not add up. */
const isRatio = ({ concepts }: FactColumn): boolean => concepts.includes(data.rate);

function compare(own: Place, places: readonly Place[], row: FactRow, column: FactColumn, { department, sum, tolerance }: Pick<Gap, 'department' | 'sum' | 'tolerance'>, into: Collected): void {
  const difference = department.fen - sum;
  if (difference === 0) into.outcomes.consistent++;
  else if (Math.abs(difference) <= tolerance) into.outcomes.rounding++;
  else {
    const lacks = !own.rows.has(row.key) ? 'department' : places.some((p) => p.rows.has(row.key)) ? null : 'units';
    if (lacks !== null && !isDue(lacks === 'department' ? [own] : places, row, into.table)) {
      into.outcomes.notApplicable++;
      return;
    }
    const units = places.map((place) => figureAt(place, row.key, column.id));
    into.gaps.push({ table: into.table, row, column, department, units, sum, difference, tolerance, lacks, isNetted: isNetted(row.concepts) || isNetted(column.concepts) });
  }
}

/** Whether the side that lacks a row would show it: names differ from place to place, and lists go down to different levels. */
function isDue(places: readonly Place[], { code }: FactRow, { listsUnits }: FactTable): boolean {
  if (code === '' || listsUnits) return false;
  const above = code.slice(0, -2);
  return places.some(({ block: { rows } }) => rows.some((r) => r.code.length === code.length && (code.length <= 3 || r.code.startsWith(above))));
}
