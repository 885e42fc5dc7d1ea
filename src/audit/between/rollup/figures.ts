import { AmountState } from '../../equations/model';
import { ABSENT, type FactBlock, type FactBook, type FactTable } from '../facts';

/** One or several cells of a workbook that together are a row and column of a table. */
export interface Figure {
  readonly book: FactBook;
  readonly table: FactTable;
  readonly block: FactBlock;
  /** Indices into the block's figures; empty where the workbook lacks the row. */
  readonly cells: readonly number[];
  /** 分. */
  readonly fen: number;
  readonly slack: number;
  readonly isReadable: boolean;
}

/** A block of one workbook by row and column, rows of the same key together. */
export interface Place {
  readonly book: FactBook;
  readonly table: FactTable;
  readonly block: FactBlock;
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly columns: ReadonlyMap<string, number>;
}

export function placeOf(book: FactBook, table: FactTable, block: FactBlock): Place {
  const rows = new Map<string, number[]>();
  block.rows.forEach(({ key, kind }, i) => {
    // A second 合计 row repeats the first; rows that were not identified are nobody's.
    if (kind === 'extra' || (kind === 'total' && rows.has(key))) return;
    const known = rows.get(key);
    if (known) known.push(i);
    else rows.set(key, [i]);
  });
  return { book, table, block, rows, columns: new Map(block.columns.map((c, i) => [c.id, i])) };
}

/** What stands in a row and column; rows that are not there count as nothing. */
export function figureAt({ book, table, block, rows, columns }: Place, row: string, column: string): Figure {
  const c = columns.get(column);
  const cells = c === undefined ? [] : (rows.get(row) ?? []).map((r) => r * block.columns.length + c).filter((i) => block.state[i] !== ABSENT);
  let fen = 0;
  let slack = 0;
  let isReadable = true;
  for (const i of cells) {
    fen += block.fen[i];
    slack += block.slack[i];
    isReadable &&= block.state[i] !== AmountState.unreadable;
  }
  return { book, table, block, cells, fen, slack, isReadable };
}
