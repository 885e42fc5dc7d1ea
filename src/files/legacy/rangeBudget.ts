import { damaged } from '../errors';

/** 2,000 sheets with all 256 columns of old Excel spelt out, and as much again. */
const MOST_PLACES = 1_000_000;
/** Every cell is compared with every array formula by the reader behind. */
const MOST_ARRAYS = 1_000;

/** Counts the columns and cells that records stand for: the reader behind goes through each of them, record by record. */
export class RangeBudget {
  private places = 0;
  private arrays = 0;

  constructor(private readonly part: string) {}

  /** A range from first to last (each included). Throws `damaged`. */
  range(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): void {
    this.places += Math.max(0, lastRow - firstRow + 1) * Math.max(0, lastColumn - firstColumn + 1);
    if (this.places > MOST_PLACES) throw damaged(this.part, 'its ranges cover more than any workbook');
  }

  /** An array formula. Throws `damaged`. */
  array(): void {
    if (++this.arrays > MOST_ARRAYS) throw damaged(this.part, 'it has more array formulas than any workbook');
  }
}
