/**
 * Classes of trouble a diagnosis must survive, planted in any workbook that the audit reads: several independent faults,
 * shifted columns and rows, rows missing or doubled, exports of ten digits, whole tables in the wrong unit or of another unit.
 */
import type { AuditState } from '../../src/audit/state';
import { withCells, type CellInput, type WorkbookSnapshot } from '../../src/audit/workbook';
import type { Random } from '../generate/random';
import { doubleDigit, dropDigit, otherSign, swapDigits, tenth, timesTen, type TypingError } from './digits';
import { duplicatedRow, missingLeafRow } from './rowFaults';
import { readBook, withFaults, type Fault } from './index';

/** A cell by sheet, row and column index. */
export interface Spot {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export interface Planted {
  readonly snapshot: WorkbookSnapshot;
  /** Cells that are wrong now; each list is one fault. */
  readonly faults: readonly (readonly Spot[])[];
  /** Where a cell of the spoilt workbook stood before; null = it did not. */
  readonly before: (spot: Spot) => Spot | null;
  /** Its right value in the spoilt workbook's scale, from the original's 分. */
  readonly rescale: (fen: number) => number;
}

export type Planter = (source: Source, random: Random) => Planted | null;

export interface Source {
  readonly state: AuditState;
  /** Amounts that stand in an identity that holds and must hold. */
  readonly tied: readonly number[];
}

export const CLASSES: ReadonlyMap<string, Planter> = new Map<string, Planter>([
  ...[1, 2, 3, 5, 10, 20].map((count) => [count === 1 ? '1 fault' : `${count} faults`, independent(count)] as const),
  ['column shifted', columnShifted],
  ['rows shifted', rowsShifted],
  ['row shifted sideways', sideways],
  ['row missing', rows(missingLeafRow, 1)],
  ['row doubled', rows(duplicatedRow, -1)],
  ['ten digits and a fault', tenDigits],
  ['table × 10,000', scaled(10_000)],
  ['table of another unit', scaled(3)],
  ['table without figures', scaled(0)],
]);

const SLIPS: readonly TypingError[] = [
  swapDigits, swapDigits, dropDigit, doubleDigit, timesTen, tenth, otherSign, () => 0,
  (value, random) => Math.round((value + random.int(1, 5000)) * 100) / 100,
];

/** Rows keep their places. */
export const sameSpot = (spot: Spot): Spot => spot;
const asIs = (fen: number): number => fen;

function independent(count: number): Planter {
  return (source, random) => {
    const edits = slips(source, random, count);
    return edits && { snapshot: write(source.state, edits), faults: edits.map(({ amount }) => [spotOf(source.state, amount)]), before: sameSpot, rescale: asIs };
  };
}

interface Edit {
  readonly amount: number;
  readonly value: number | null;
}

function slips({ state, tied }: Source, random: Random, count: number): Edit[] | null {
  const found: Edit[] = [];
  for (const amount of random.sample(tied, count * 3)) {
    const value = valueOf(state, amount);
    const wrong = value === 0 ? null : random.pick(SLIPS)(value, random);
    if (wrong !== null && Math.round(wrong * 100) !== Math.round(value * 100)) found.push({ amount, value: wrong });
    if (found.length === count) return found;
  }
  return null;
}

/** Figures of one column from a row on stand one row too high or too low. */
function columnShifted({ state }: Source, random: Random): Planted | null {
  const block = drawBlock(state, random, 8, 1);
  if (!block) return null;
  return shifted(state, [line(block.amounts, block.columns.length, random.int(0, block.columns.length - 1))], random);
}

/** The same with all columns of the table: figures no longer stand beside their codes. */
function rowsShifted({ state }: Source, random: Random): Planted | null {
  const block = drawBlock(state, random, 8, 2);
  if (!block) return null;
  return shifted(state, block.columns.map((_, c) => line(block.amounts, block.columns.length, c)), random);
}

/** The figures of one row stand one column too far right. */
function sideways({ state }: Source, random: Random): Planted | null {
  const block = drawBlock(state, random, 3, 3);
  if (!block) return null;
  const r = random.int(0, block.rows.length - 1);
  const cells = [...block.amounts.subarray(r * block.columns.length, (r + 1) * block.columns.length)];
  return moved(state, [cells], 0, cells.length, 1, 3);
}

function shifted(state: AuditState, lines: readonly (readonly number[])[], random: Random): Planted | null {
  const length = lines[0].length;
  const from = random.int(0, Math.max(0, length - 7));
  return moved(state, lines, from, random.int(Math.min(length, from + 6), length), random.chance(0.5) ? 1 : -1, 5);
}

/** Each figure of [from, to) goes `by` places along its line; what falls out at the end is lost. */
function moved(state: AuditState, lines: readonly (readonly number[])[], from: number, to: number, by: 1 | -1, least: number): Planted | null {
  const edits: Edit[] = [];
  for (const cells of lines) {
    if (cells.some((a) => a < 0)) return null;
    for (let i = from; i < to; i++) {
      const source = i - by >= from && i - by < to ? cells[i - by] : -1;
      const value = source < 0 ? null : filled(state, source);
      if (value !== filled(state, cells[i])) edits.push({ amount: cells[i], value });
    }
  }
  if (edits.length < least) return null;
  return { snapshot: write(state, edits), faults: [edits.map((e) => spotOf(state, e.amount))], before: sameSpot, rescale: asIs };
}

function rows(make: typeof missingLeafRow, gap: 1 | -1): Planter {
  return ({ state }, random) => {
    const book = readBook(state.workbook);
    const fault = make(book, random);
    // A row without money is nothing that any relation could miss.
    if (!fault || !holdsMoney(state, fault, gap)) return null;
    const at = gap === 1 ? removedAt(fault.description) : fault.changed[0].row;
    const { sheet } = fault.changed[0];
    const before = (spot: Spot): Spot | null => {
      if (spot.sheet !== sheet) return spot;
      if (gap === 1) return { ...spot, row: spot.row >= at ? spot.row + 1 : spot.row };
      return { ...spot, row: spot.row > at ? spot.row - 1 : spot.row };
    };
    return { snapshot: withFaults(book, [fault]), faults: [fault.changed], before, rescale: asIs };
  };
}

/** Whether the row taken out or doubled holds an amount. */
function holdsMoney({ recognition: { amounts } }: AuditState, { description, changed }: Fault, gap: 1 | -1): boolean {
  const row = gap === 1 ? removedAt(description) : changed[0].row;
  for (let a = 0; a < amounts.count; a++) if (amounts.sheet[a] === changed[0].sheet && amounts.row[a] === row && amounts.fen[a] !== 0) return true;
  return false;
}

const removedAt = (description: string): number => Number(/row (\d+)/.exec(description)?.[1] ?? 1) - 1;

/** Amounts of some 亿元, ten digits of each kept, and one slip. */
function tenDigits(source: Source, random: Random): Planted | null {
  const { state } = source;
  const slip = slips(source, random, 1)?.[0];
  if (!slip || unitOf(state, slip.amount) !== 100) return null;
  const edits: Edit[] = [];
  const { amounts } = state.recognition;
  for (let a = 0; a < amounts.count; a++) {
    if (amounts.fen[a] === 0) continue;
    // Rounded 万元 figures times 1,009 would show tails; those tables stay out.
    if (unitOf(state, a) !== 100) {
      edits.push({ amount: a, value: null });
      continue;
    }
    const value = a === slip.amount ? (slip.value ?? 0) : valueOf(state, a);
    edits.push({ amount: a, value: Number((Math.round(value * 100 * 1009) / 100).toPrecision(10)) });
  }
  return { snapshot: write(state, edits), faults: [[spotOf(state, slip.amount)]], before: sameSpot, rescale: (fen) => Math.round(Number((fen * 10.09).toPrecision(10)) * 100) };
}

/** All figures of one table times a factor. */
function scaled(factor: number): Planter {
  return ({ state, tied }, random) => {
    if (tied.length === 0) return null;
    const { owners, blocks, amounts } = state.recognition;
    const { table } = blocks[owners.block[random.pick(tied)]];
    // A rounded table times 10,000 shows tails that a table in 元 cannot have.
    if (table.unit === 'wanyuan' && factor > 0) return null;
    const edits: Edit[] = [];
    for (let a = 0; a < amounts.count; a++) {
      if (blocks[owners.block[a]].table === table && amounts.fen[a] !== 0) edits.push({ amount: a, value: factor === 0 ? null : Math.round(valueOf(state, a) * factor * 100) / 100 });
    }
    return edits.length < 6 ? null : { snapshot: write(state, edits), faults: [edits.map((e) => spotOf(state, e.amount))], before: sameSpot, rescale: asIs };
  };
}

function drawBlock({ recognition }: AuditState, random: Random, leastRows: number, leastColumns: number): AuditState['recognition']['blocks'][number] | null {
  const fits = recognition.blocks.filter((b) => b.rows.length >= leastRows && b.columns.length >= leastColumns && b.table.id !== 'G');
  return fits.length === 0 ? null : random.pick(fits);
}

const line = (amounts: Int32Array, width: number, column: number): number[] => [...amounts].filter((_, i) => i % width === column);

const unitOf = ({ recognition }: AuditState, a: number): number => {
  const block = recognition.blocks[recognition.owners.block[a]];
  return block.table.unit === 'yuan' || block.columns[recognition.owners.column[a]].role === 'quantity' ? 100 : 1_000_000;
};

const valueOf = (state: AuditState, a: number): number => state.recognition.amounts.fen[a] / unitOf(state, a);

const filled = (state: AuditState, a: number): number | null => (state.recognition.amounts.state[a] === 1 ? valueOf(state, a) : null);

export function spotOf({ recognition: { amounts } }: AuditState, a: number): Spot {
  return { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] };
}

function write(state: AuditState, edits: readonly Edit[]): WorkbookSnapshot {
  return withCells(state.workbook, edits.map(({ amount, value }) => {
    const content: CellInput | null = value === null ? null : { kind: 'number', value };
    return { cell: spotOf(state, amount), content };
  }));
}
