import type { SheetGrid } from '../workbook';
import { parseAmountText } from '../workbook';
import type { AmountUnit } from './model';

/** What a table's region says of its unit. */
export interface StatedUnit {
  /** null where nothing is printed, "other" for 千元 and the like. */
  readonly stated: AmountUnit | 'other' | null;
  /** Largest figure of the region, as stored. */
  readonly largest: number;
}

/** Figures of one workbook in the same unit lie within this factor of one another's largest; 元 and 万元 are 10,000 apart. */
const SAME_SIZE = 30;

/** A whole table whose largest amount is below this many 元 is not in 元. */
const FEW_YUAN = 200;

/**
 * A table whose printed unit differs from the others', while its figures have their size, has a wrong unit line:
 * the others' unit is used. A table whose figures differ in size as well really is in another unit.
 */
export function unitDoubts(all: readonly StatedUnit[]): (own: StatedUnit) => AmountUnit | null {
  const sizes = (unit: AmountUnit): number[] => all.filter((o) => o.stated === unit && o.largest > 0).map((o) => o.largest).sort((a, b) => a - b);
  const byUnit = { yuan: sizes('yuan'), wanyuan: sizes('wanyuan') };
  return (own) => {
    if (own.stated === null || own.stated === 'other' || own.largest === 0) return null;
    const unlike = byUnit[own.stated === 'yuan' ? 'wanyuan' : 'yuan'];
    return unlike.length < 2 || unlike.length < byUnit[own.stated].length ? null : otherUnit(own.stated, own.largest, unlike);
  };
}

function otherUnit(stated: AmountUnit, largest: number, unlike: readonly number[]): AmountUnit | null {
  const typical = unlike[unlike.length >> 1];
  const ratio = largest / typical;
  const sameSize = ratio >= 1 / SAME_SIZE && ratio <= SAME_SIZE;
  // A small table (三公经费) can only be judged by what is possible: no part above the whole, no amount of a few 元.
  const impossible = stated === 'wanyuan' ? largest * 10_000 > unlike[unlike.length - 1] : largest < FEW_YUAN;
  if (!sameSize && !impossible) return null;
  return stated === 'yuan' ? 'wanyuan' : 'yuan';
}

/** The largest figure between two rows; codes and years are small beside amounts but do no harm. */
export function largestFigure(grid: SheetGrid, from: number, to: number): number {
  let largest = 0;
  const { sheet } = grid;
  for (const row of grid.rowsBetween(from, to)) {
    const [first, end] = grid.cellsOf(row);
    for (let cell = first; cell < end; cell++) {
      // The first two columns hold codes.
      if (sheet.columns[cell] === 0) continue;
      if (grid.isNumber(cell)) largest = Math.max(largest, Math.abs(sheet.numbers[cell]));
      else if (grid.isText(cell)) {
        const raw = grid.rawOf(cell);
        if (raw.length < 24 && raw.includes('.')) largest = Math.max(largest, Math.abs(Number(parseAmountText(raw)?.decimal ?? 0)));
      }
    }
  }
  return largest;
}
