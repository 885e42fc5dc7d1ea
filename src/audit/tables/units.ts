import type { ColumnKind, LayoutTable, Region } from '../layout';
import type { SheetGrid } from '../workbook';
import { formatEffect, parseAmountText } from '../workbook';
import { fenPerUnit, type AmountUnit } from './amountUnits';

/** What a table's region says of its unit. */
export interface StatedUnit {
  /** null where nothing is printed, "other" for a unit that no form has (百元). */
  readonly stated: AmountUnit | 'other' | null;
  /** Largest figure of the region, as the reader sees it. */
  readonly largest: number;
}

/** Figures of one workbook in the same unit lie within this factor of one another's largest; 元 and 万元 are 10,000 apart. */
const SAME_SIZE = 30;

/** A whole may be printed with fewer digits than its part. */
const SLACK = 1.01;

/** A whole table whose largest amount is below this many 元 is not in 元. */
const FEW_YUAN = 200;

/**
 * A table whose printed unit differs from the others', while its figures have their size, has a wrong unit line:
 * the others' unit is used. A table whose figures differ in size as well really is in another unit.
 */
export function unitDoubts(all: readonly StatedUnit[]): (own: StatedUnit) => AmountUnit | null {
  const sizes = sizesOf(all);
  return (own) => {
    const { stated, largest } = own;
    if (stated === null || stated === 'other' || largest === 0) return null;
    const others = [...sizes].filter(([unit]) => unit !== stated).sort((a, b) => b[1].length - a[1].length);
    if (others.length === 0) return null;
    const [unit, unlike] = others[0];
    if (unlike.length < 2 || unlike.length < (sizes.get(stated)?.length ?? 0)) return null;
    return isWrong(stated, largest, unit, unlike) ? unit : null;
  };
}

function sizesOf(all: readonly StatedUnit[]): Map<AmountUnit, number[]> {
  const sizes = new Map<AmountUnit, number[]>();
  for (const { stated, largest } of all) {
    if (stated === null || stated === 'other' || largest === 0) continue;
    sizes.set(stated, [...(sizes.get(stated) ?? []), largest].sort((a, b) => a - b));
  }
  return sizes;
}

/**
 * The unit of a table that prints none: that of most other tables, unless the size of its figures tells that it must be the other of 元 and 万元.
 * null where no table prints a unit.
 */
export function commonUnit(all: readonly StatedUnit[]): (largest: number) => AmountUnit | null {
  const [most] = [...sizesOf(all)].sort((a, b) => b[1].length - a[1].length);
  return (largest) => {
    if (most === undefined) return null;
    const [unit, sizes] = most;
    if (unit === 'yuan' && largest > 0 && largest < FEW_YUAN) return 'wanyuan';
    if (unit === 'wanyuan' && largest > sizes[sizes.length - 1] * SAME_SIZE) return 'yuan';
    return unit;
  };
}

/** Whether a table that says `stated` has figures of the size of those in `unit`. */
function isWrong(stated: AmountUnit, largest: number, unit: AmountUnit, unlike: readonly number[]): boolean {
  const typical = unlike[unlike.length >> 1];
  const apart = fenPerUnit(stated) / fenPerUnit(unit);
  const factor = Math.min(SAME_SIZE, Math.sqrt(Math.max(apart, 1 / apart)));
  const ratio = largest / typical;
  // A small table (三公经费) can only be judged by what is possible: no part above the whole, no amount of a few 元.
  const impossible = apart > 1 ? largest * apart > unlike[unlike.length - 1] * SLACK : stated === 'yuan' && largest < FEW_YUAN;
  return (ratio >= 1 / factor && ratio <= factor) || impossible;
}

/** Columns whose figures are no money. */
const NO_MONEY: readonly ColumnKind[] = ['code', 'serial', 'percent', 'quantity'];

/** The largest amount of a table; years in a title are small beside amounts and do no harm. */
export function largestFigure(grid: SheetGrid, { from, to }: Region, { columns }: LayoutTable): number {
  const left = new Set(columns.filter(({ kind }) => NO_MONEY.includes(kind)).map(({ column }) => column));
  let largest = 0;
  const { sheet } = grid;
  for (const row of grid.rowsBetween(from, to)) {
    const [first, end] = grid.cellsOf(row);
    for (let cell = first; cell < end; cell++) {
      // The first column holds codes or names.
      if (sheet.columns[cell] === 0 || left.has(sheet.columns[cell])) continue;
      if (grid.isNumber(cell)) largest = Math.max(largest, Math.abs(sheet.numbers[cell]) / 10 ** Math.max(0, formatEffect(grid.formatOf(cell), sheet.numbers[cell]).scale));
      else if (grid.isText(cell)) {
        const raw = grid.rawOf(cell);
        if (raw.length < 24 && raw.includes('.')) largest = Math.max(largest, Math.abs(Number(parseAmountText(raw)?.decimal ?? 0)));
      }
    }
  }
  return largest;
}
