import { fenPerUnit, type BoundBlock } from '../../tables';
import { foldText, type SheetGrid } from '../../workbook';
import { amountCell, Checklist, fenOf, placeName, rowName, type Check, type CheckContext } from './context';
import { yearPairs, type YearPair } from './years';

/** Rates are compared in millionths of a percent. */
const SCALE = 6;
const ONE = 10n ** BigInt(SCALE);

/** A column of percentages is that of the changes where at least so many rows say so … */
const FEWEST = 4;

/** … and at most one in five does not. */
const TOLERATED = 5;

/** A printed rate counts as rounded to two decimals at most, however many digits its cell holds. */
const MOST_DECIMALS = 2;

interface Rate {
  /** Percent × 10⁶. */
  readonly value: bigint;
  readonly decimals: number;
}

/**
 * M15: a column of percentages that nearly always is (this year − last year) ÷ last year is that in every row. Exact: whole numbers, and
 * the intervals in which rounded amounts and rates lie.
 */
export const changeRates: Check = (context) => {
  const list = new Checklist();
  for (const block of context.recognition.blocks) {
    const pairs = yearPairs(block);
    if (pairs.length === 0) continue;
    for (const { column, kind } of block.table.reading.columns) {
      if (kind !== 'percent') continue;
      const best = pairs.map((pair) => judge(context, block, column, pair)).reduce((a, b) => (b.held > a.held ? b : a));
      if (best.held < FEWEST || best.broken.length * TOLERATED > best.held) continue;
      list.pass(best.held);
      for (const row of best.broken) report(context, list, block, column, best.pair, row);
    }
  }
  return list.result();
};

function judge(context: CheckContext, block: BoundBlock, column: number, pair: YearPair): { pair: YearPair; held: number; broken: number[] } {
  const isShare = block.rows.every((row) => !isWhole(context.grids[row.sheet], row.row, column));
  let held = 0;
  const broken: number[] = [];
  block.rows.forEach((row, r) => {
    const rate = rateOf(context.grids[row.sheet], row.row, column, isShare);
    const [a, b] = [fenOf(context.recognition, block, r, pair.now), fenOf(context.recognition, block, r, pair.before)];
    if (!rate || a === null || b === null || b === 0) return;
    if (isRate(rate, BigInt(Math.round(a)), BigInt(Math.round(b)), halfStep(block))) held++;
    else broken.push(r);
  });
  return { pair, held, broken };
}

/** Half of the last of two decimals that a table prints, in 分; figures in 元 are exact. */
const halfStep = (block: BoundBlock): bigint => (block.table.unit === 'yuan' ? 0n : BigInt(fenPerUnit(block.table.unit) / 200));

/** |rate × last − 100 × (this − last)| within what the rounding of all three explains. */
function isRate({ value, decimals }: Rate, now: bigint, before: bigint, half: bigint): boolean {
  const abs = (n: bigint): bigint => (n < 0n ? -n : n);
  const left = abs(value * before - 100n * ONE * (now - before));
  const ofRate = (10n ** BigInt(SCALE - Math.min(decimals, MOST_DECIMALS)) / 2n + 1n) * (abs(before) + half);
  const ofAmounts = 100n * ONE * 2n * half + abs(value) * half;
  return left <= ofRate + ofAmounts;
}

/** A cell of 1 % or more that is written as such: then the column's numbers are percents and no shares of one. */
function isWhole(grid: SheetGrid, row: number, column: number): boolean {
  const cell = grid.at(row, column);
  if (cell < 0) return false;
  return grid.isText(cell) || Math.abs(grid.sheet.numbers[cell]) > 5;
}

/** null for blanks, words and figures too long to be a rate. */
function rateOf(grid: SheetGrid, row: number, column: number, isShare: boolean): Rate | null {
  const cell = grid.at(row, column);
  if (cell < 0) return null;
  const text = foldText(grid.rawOf(cell)).replaceAll(',', '').replace('%', '').trim();
  const [whole, fraction = '', ...more] = text.replace('-', '').split('.');
  const digits = [...whole, ...fraction];
  if (more.length > 0 || whole === '' || whole.length > 9 || digits.some((d) => d < '0' || d > '9')) return null;
  const shift = isShare && grid.isNumber(cell) ? 2 : 0;
  const scaled = BigInt(whole + fraction.slice(0, SCALE + 2).padEnd(SCALE + 2, '0')) / 10n ** BigInt(2 - shift);
  return { value: text.startsWith('-') ? -scaled : scaled, decimals: Math.max(0, fraction.length - shift) };
}

function report(context: CheckContext, list: Checklist, block: BoundBlock, column: number, { now, before }: YearPair, r: number): void {
  const { recognition } = context;
  const [a, b] = [fenOf(recognition, block, r, now) ?? 0, fenOf(recognition, block, r, before) ?? 0];
  const row = block.rows[r];
  const at = { sheet: row.sheet, row: row.row, column };
  const hundredths = (BigInt(Math.round(a - b)) * 20_000n + (a < b ? -1n : 1n) * BigInt(Math.round(Math.abs(b)))) / (2n * BigInt(Math.round(b)));
  const right = `${hundredths < 0n ? '-' : ''}${String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0').replace(/(\d\d)$/, '.$1')}%`;
  const shown = context.grids[row.sheet].raw(row.row, column).trim();
  const cells = [now, before].map((c) => ({ at: amountCell(recognition, block.amounts[r * block.columns.length + c]), role: 'term' as const, label: block.columns[c].label }));
  list.add({
    rule: 'M15', severity: 'warning', table: block.table, key: `${row.key}/${column}`,
    message: {
      zh: `${placeName(context, at)} ${rowName(row)} 的增减比例是 ${shown}，按本年、上年数计算是 ${right}；请核对`,
      en: `${placeName(context, at)} ${rowName(row)}: the change is given as ${shown}, this year and last year make it ${right}`,
    },
    cells: [{ at, role: 'subject', label: rowName(row) }, ...cells],
    left: shown,
    right,
  });
}
