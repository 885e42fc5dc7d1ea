import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { BoundColumn, BoundRow } from '../model';

/** Rows from…to−1. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** The amounts of a list's rows in 分, read once, however often sums and trees are tried on them. */
export class Figures {
  /** How many columns of money there are: no quantities, nothing that is only part of a column. */
  readonly width: number;
  /** By column, each row's amount. */
  private readonly values: readonly Float64Array[];
  /** By column, of the items in front of each row: their sum, and how many are not zero. */
  private readonly sums: readonly Float64Array[];
  private readonly filled: readonly Uint32Array[];
  /** How many items stand in front of each row. */
  private readonly items: Uint32Array;

  constructor({ grid, unit }: BindContext, rows: readonly BoundRow[], columns: readonly BoundColumn[]) {
    const money = columns.filter((c) => c.role !== 'quantity' && c.role !== 'of');
    this.width = money.length;
    this.values = money.map(({ column }) => Float64Array.from(rows, (row) => amountOfCell(grid, grid.at(row.row, column), unit).fen));
    const before = <T extends Float64Array | Uint32Array>(list: T, of: (row: number) => number): T => {
      for (let i = 0; i < rows.length; i++) list[i + 1] = list[i] + (rows[i].kind === 'item' ? of(i) : 0);
      return list;
    };
    this.sums = this.values.map((values) => before(new Float64Array(rows.length + 1), (row) => values[row]));
    this.filled = this.values.map((values) => before(new Uint32Array(rows.length + 1), (row) => Number(values[row] !== 0)));
    this.items = before(new Uint32Array(rows.length + 1), () => 1);
  }

  value(row: number, column: number): number {
    return this.values[column][row];
  }

  /** The columns in which items of the range have figures. */
  money({ from, to }: RowRange): readonly number[] {
    return this.filled.flatMap((filled, column) => (filled[to] > filled[from] ? [column] : []));
  }

  count({ from, to }: RowRange): number {
    return this.items[to] - this.items[from];
  }

  /**
   * Whether in more than half of those columns a row is the sum of the range's items, give or take `slack` 分 for each item. A column in which but one item
   * has a figure tells nothing where others tell more.
   */
  isSum(row: number, range: RowRange, columns: readonly number[], slack: number): boolean {
    const most = this.count(range) * slack;
    const several = columns.filter((column) => this.filled[column][range.to] - this.filled[column][range.from] > 1);
    const telling = several.length > 0 ? several : columns;
    const held = telling.filter((column) => Math.abs(this.values[column][row] - (this.sums[column][range.to] - this.sums[column][range.from])) <= most);
    return held.length * 2 > telling.length;
  }
}
