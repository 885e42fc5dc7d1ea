/**
 * Tables printed in whole 万元, or with one decimal. Nothing on a form says whether such figures are exact or rounded; the table's own
 * sums do. One wrong figure makes sums fail that all contain it; figures rounded one by one make sums fail by the last digit here and there.
 */
import { AmountState, type AmountStore, type EquationStore } from '../equations/model';

/** Sums that fail by little and share no figure: three slips of the last digit in one workbook are no coincidence. */
const APART = 3;

/** Whole units, tenths; a figure's own step is a hundredth. */
const COARSER = [100, 10] as const;

/**
 * Rounding steps in 分 of the sheets whose figures are rounded more coarsely than to two decimals, by sheet.
 * @param sums equations total = part + … inside one sheet
 */
export function coarseSteps(equations: EquationStore, amounts: AmountStore, sums: readonly number[]): ReadonlyMap<number, number> {
  const candidates = lastDigits(amounts);
  const found = new Map<number, number>();
  for (const step of new Set(candidates.values())) {
    const sheets = new Set([...candidates].filter(([, s]) => s === step).map(([sheet]) => sheet));
    if (areRounded(equations, amounts, sums.filter((e) => sheets.has(amounts.sheet[equations.cell[equations.start[e]]])), step)) for (const sheet of sheets) found.set(sheet, step);
  }
  return found;
}

/** Sheets all of whose figures end before the second decimal, with the value of their last digit in 分. */
function lastDigits({ count, sheet, fen, state, step }: AmountStore): Map<number, number> {
  const ends = new Map<number, { multiple: number; step: number }>();
  for (let a = 0; a < count; a++) {
    if (state[a] !== AmountState.number || fen[a] === 0) continue;
    const known = ends.get(sheet[a]) ?? { multiple: COARSER[0], step: step[a] };
    ends.set(sheet[a], known);
    if (step[a] === 0 || step[a] !== known.step) known.multiple = 1;
    while (known.multiple > 1 && fen[a] % (known.step * known.multiple) !== 0) known.multiple /= 10;
  }
  return new Map([...ends].filter(([, e]) => e.multiple > 1).map(([s, e]) => [s, e.step * e.multiple]));
}

/**
 * Whether sums fail by no more than their figures' last digits allow: at places that have nothing to do with one another, or, where the last
 * digits are spread as those of rounded figures are, in a good part of the sums. Sums that are only inferred may fail by more, so that
 * these need not be the fewer.
 */
function areRounded({ start, cell, coefficient }: EquationStore, { fen }: AmountStore, sums: readonly number[], step: number): boolean {
  const taken = new Set<number>();
  const figures = new Set<number>();
  const count = { all: 0, little: 0, more: 0, apart: 0 };
  for (const e of sums) {
    let sum = 0;
    const filled: number[] = [];
    for (let t = start[e]; t < start[e + 1]; t++) {
      sum += coefficient[t] * fen[cell[t]];
      if (fen[cell[t]] !== 0) filled.push(cell[t]);
    }
    filled.forEach((a) => figures.add(a));
    // A total of one part tells nothing.
    if (filled.length > 2) count.all++;
    if (sum === 0) continue;
    if (Math.abs(sum) > (filled.length * step) / 2) {
      count.more++;
      continue;
    }
    count.little++;
    if (filled.some((a) => taken.has(a))) continue;
    filled.forEach((a) => taken.add(a));
    count.apart++;
  }
  if (count.apart >= APART && count.little * 2 >= count.more) return true;
  return count.little > 0 && count.little * SHARE >= count.all && areSpread([...figures].map((a) => Math.abs(fen[a]) / step % 10));
}

/** Of exact sums none fail by little, of rounded ones with few parts one in ten to twenty. */
const SHARE = 25;

/** Figures, and different last digits of theirs, of which that can be said. */
const FIGURES = 20;
const DIGITS = 8;

const areSpread = (digits: readonly number[]): boolean => digits.length >= FIGURES && new Set(digits).size >= DIGITS;
