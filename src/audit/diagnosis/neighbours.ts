/** Which amount cells lie beside a cell, from their places in the sheet. */
import type { AmountStore } from '../equations/model';
import type { Neighbours } from './model';

/** The places are indexed on first use: a workbook without failures pays nothing. */
export function neighboursOf(amounts: AmountStore): (cell: number) => Neighbours {
  let places: Places | null = null;
  return (cell) => {
    const known = (places ??= new Places(amounts));
    const [sheet, row, column] = [amounts.sheet[cell]!, amounts.row[cell]!, amounts.column[cell]!];
    return { left: known.at(sheet, row, column - 1), right: known.at(sheet, row, column + 1), above: known.at(sheet, row - 1, column), below: known.at(sheet, row + 1, column) };
  };
}

/** Amounts by place: a table of slots at most half full, as a Map of a million places takes a quarter of a second to fill. */
class Places {
  /** Amount + 1; 0 = free. */
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(private readonly amounts: AmountStore) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, amounts.count * 2)));
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (let i = 0; i < amounts.count; i++) {
      let slot = this.first(amounts.sheet[i]!, amounts.row[i]!, amounts.column[i]!);
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = i + 1;
    }
  }

  /** −1 where no amount stands. */
  at(sheet: number, row: number, column: number): number {
    const { amounts } = this;
    for (let slot = this.first(sheet, row, column); this.slots[slot] !== 0; slot = (slot + 1) & this.mask) {
      const i = this.slots[slot]! - 1;
      if (amounts.row[i] === row && amounts.column[i] === column && amounts.sheet[i] === sheet) return i;
    }
    return -1;
  }

  private first(sheet: number, row: number, column: number): number {
    const mixed = Math.imul(row, 0x9e3779b1) ^ Math.imul(column, 0x85ebca6b) ^ Math.imul(sheet, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
}
