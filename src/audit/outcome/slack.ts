/**
 * How well each figure is known, in 分: half its rounding step, more where the table shows that it is known less well.
 * An equation between figures may be off by the sum of their slacks without being wrong.
 */
import { AmountState, Relation, type AmountStore, type EquationStore } from '../equations/model';
import type { EquationNotes } from '../equations/builder';
import { coarseSteps } from './coarse';

/** Programs that keep ten digits of a number show 480544221.62 as 480544221.6. */
const KEPT_DIGITS = 10;

/** So many different figures that use all ten digits, of more than one length, leave no chance that they end there by themselves. */
const MANY = 4;

/** From here on a figure with 分 has more than ten digits: 100,000,000.00 元 in 分. */
const LONG_FEN = 10 ** KEPT_DIGITS;

/** Levels of totals over totals that are followed. */
const DEEPEST = 5;

/** Sums of a sheet that are exact before the sheet is taken to add its figures as shown, and their share. */
const FEW = 4;
const NEARLY_ALL = 0.8;

export interface Slacks {
  /** As the figure stands. */
  readonly own: Float64Array;
  /** Where totals meet: a sum of rounded parts as shown is off by what its parts are off together. */
  readonly total: Float64Array;
  /** 1 = the figure heads a sum of rounded parts. */
  readonly isTotal: Uint8Array;
}

export function slacksOf(equations: EquationStore, amounts: AmountStore, notes: EquationNotes): Slacks {
  const own = ownSlacks(amounts);
  const isTotal = new Uint8Array(amounts.count);
  if (!amounts.step.some((step) => step > 0)) return { own, total: own, isTotal };
  const sums = sumsOf(equations, amounts, notes);
  const coarse = coarseSteps(equations, amounts, sums);
  // There a zero is a small amount as well.
  if (coarse.size > 0) for (let a = 0; a < amounts.count; a++) if (amounts.state[a] === AmountState.number) own[a] = Math.max(own[a], (coarse.get(amounts.sheet[a]) ?? 0) / 2);
  for (const e of sums) isTotal[equations.cell[equations.start[e]]] = 1;
  return { own, total: totalSlacks(equations, amounts, sums, own), isTotal };
}

/** Half the rounding step; for figures cut to ten digits half of what was cut. A true zero is known exactly. */
function ownSlacks(amounts: AmountStore): Float64Array {
  const slack = new Float64Array(amounts.count);
  const cut = sheetsOfTenDigits(amounts);
  for (let a = 0; a < amounts.count; a++) {
    if (amounts.fen[a] === 0) continue;
    slack[a] = amounts.step[a] / 2;
    if (cut.has(amounts.sheet[a]) && isLong(amounts, a)) slack[a] = Math.max(slack[a], lastDigitKept(amounts.fen[a]) / 2);
  }
  return slack;
}

/**
 * The slack of totals where they meet figures of other sheets. A total that is exactly the sum of its rounded parts as
 * shown is off by what its parts are off together; the other table may show the rounded sum of the exact parts.
 */
function totalSlacks(equations: EquationStore, amounts: AmountStore, sums: readonly number[], own: Float64Array): Float64Array {
  const slack = own.slice();
  const asShown = sheetsAddedAsShown(equations, amounts, sums);
  for (let level = 0; level < DEEPEST; level++) {
    let changed = false;
    for (const e of sums) {
      if (!holdsExactly(equations, amounts, e) && !(asShown.has(amounts.sheet[equations.cell[equations.start[e]]]) && !isAlongRow(equations, amounts, e))) continue;
      let parts = 0;
      for (let t = equations.start[e] + 1; t < equations.start[e + 1]; t++) parts += slack[equations.cell[t]];
      const total = equations.cell[equations.start[e]];
      if (parts <= slack[total]) continue;
      slack[total] = parts;
      changed = true;
    }
    if (!changed) break;
  }
  return slack;
}

/** Equations total = part (+ part …) inside one sheet of rounded figures. */
function sumsOf(equations: EquationStore, amounts: AmountStore, notes: EquationNotes): number[] {
  const { start, cell, coefficient, relation } = equations;
  const found: number[] = [];
  for (let e = 0; e < equations.count; e++) {
    const first = cell[start[e]];
    let plain = relation[e] === Relation.equal && notes.leftCount[e] === 1 && amounts.step[first] > 0 && !notes.constants.has(e);
    for (let t = start[e]; t < start[e + 1] && plain; t++) {
      plain = coefficient[t] === (t === start[e] ? 1 : -1) && amounts.sheet[cell[t]] === amounts.sheet[first];
    }
    if (plain) found.push(e);
  }
  return found;
}

/** A sum along a row is judged with the slacks of totals itself; where it fails it lends none. */
function isAlongRow({ start, cell }: EquationStore, { row }: AmountStore, e: number): boolean {
  return cell.subarray(start[e], start[e + 1]).every((a) => row[a] === row[cell[start[e]]]);
}

/**
 * Sheets nearly all of whose sums are exactly those of the parts as shown. There the sum that is off has a wrong figure in it, and its
 * total still is known no better than its parts: one wrong figure must not make other tables' relations fail.
 */
function sheetsAddedAsShown(equations: EquationStore, amounts: AmountStore, sums: readonly number[]): ReadonlySet<number> {
  const counts = new Map<number, { all: number; exact: number }>();
  for (const e of sums) {
    if (filledParts(equations, amounts, e) < 2) continue;
    const sheet = amounts.sheet[equations.cell[equations.start[e]]];
    const count = counts.get(sheet) ?? { all: 0, exact: 0 };
    counts.set(sheet, count);
    count.all++;
    if (holdsExactly(equations, amounts, e)) count.exact++;
  }
  return new Set([...counts].filter(([, { all, exact }]) => exact >= FEW && exact >= all * NEARLY_ALL).map(([sheet]) => sheet));
}

function filledParts({ start, cell }: EquationStore, { fen }: AmountStore, e: number): number {
  let filled = 0;
  for (let t = start[e] + 1; t < start[e + 1]; t++) if (fen[cell[t]] !== 0) filled++;
  return filled;
}

function holdsExactly({ start, cell, coefficient }: EquationStore, { fen }: AmountStore, e: number): boolean {
  let sum = 0;
  for (let t = start[e]; t < start[e + 1]; t++) sum += coefficient[t] * fen[cell[t]];
  return sum === 0;
}

/**
 * Sheets whose program kept ten digits: none of their long figures has more, long figures of the workbook use all ten, and
 * shorter ones beside them have 分, or several of different lengths all end at their tenth digit. One long figure alone proves
 * nothing; a sheet with a longer figure was not cut.
 */
function sheetsOfTenDigits({ count, sheet, fen, state, fractions }: AmountStore): ReadonlySet<number> {
  const long = new Set<number>();
  const longer = new Set<number>();
  const full = new Map<number, number>();
  const fine = new Set<number>();
  for (let a = 0; a < count; a++) {
    if (state[a] !== AmountState.number || fen[a] === 0) continue;
    const size = Math.abs(fen[a]);
    if (size < LONG_FEN) {
      if (size % 10 !== 0) fine.add(sheet[a]);
      continue;
    }
    long.add(sheet[a]);
    if (size % lastDigitKept(size) !== 0 || fractions.has(a)) longer.add(sheet[a]);
    else if (size % (lastDigitKept(size) * 10) !== 0) full.set(a, size);
  }
  const kept = new Set([...long].filter((s) => !longer.has(s)));
  const sizes = new Set([...full].filter(([a]) => kept.has(sheet[a])).map(([, size]) => size));
  const lengths = new Set([...sizes].map(lastDigitKept));
  const isCut = [...kept].some((s) => fine.has(s)) ? sizes.size >= 2 : sizes.size >= MANY && lengths.size >= 2;
  return isCut ? kept : new Set();
}

const isLong = (amounts: AmountStore, a: number): boolean => Math.abs(amounts.fen[a]) >= LONG_FEN;

/** The value of the tenth digit in 分: 10 for 480544221.6, 100 for 4805442216. */
function lastDigitKept(fen: number): number {
  let unit = 1;
  for (let rest = Math.abs(fen); rest >= LONG_FEN; rest /= 10) unit *= 10;
  return unit;
}
