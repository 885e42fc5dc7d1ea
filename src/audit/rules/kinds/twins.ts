import type { AmountUnit, BoundBlock } from '../../tables';
import { amountCell, Checklist, codedBlocks, fenOf, placeName, rowName, type Check, type CheckContext } from './context';
import { decimalText } from './money';

/** 100 元 in 分: amounts fixed by rule of thumb are multiples of it, and happen to be equal. */
const ROUND_FEN = 10_000;

/** In 万元 and above every amount is a multiple of that; there those of four digits (12.34) are not fixed by rule of thumb: 100,000 and 1,000 元 in 分. */
const FOUR_DIGITS_FEN = 10_000_000;
const LAST_DIGIT_FEN = 100_000;

const isRound = (fen: number, unit: AmountUnit): boolean =>
  fen % ROUND_FEN === 0 && (unit === 'yuan' || unit === 'qianyuan' || Math.abs(fen) < FOUR_DIGITS_FEN || fen % LAST_DIGIT_FEN === 0);

/** Rows of accounts, of units and of purchases; money of other lists is often fixed by rule of thumb. */
const LISTS = ['function', 'department', 'unit', 'procurement'];

/** M11: a row of codes does not repeat the amounts of the row above it. */
export const twins: Check = (context) => {
  const list = new Checklist();
  for (const block of codedBlocks(context.recognition, LISTS)) {
    if (block.table.family.family === 'generic') continue;
    // Of lists side by side each has its own neighbours.
    const last = new Map<number, number>();
    for (const [row, { codeCell }] of block.rows.entries()) {
      const side = codeCell?.column ?? -1;
      const above = last.get(side);
      last.set(side, row);
      if (above !== undefined && isComparable(block, above, row)) compare(context, list, block, above, row);
    }
  }
  return list.result();
};

/** Rows of one account or unit may follow each other. */
const SEVERAL_ROWS: readonly (string | undefined)[] = ['procurement', 'unit'];

/** Neighbours of one level under one parent, each with a code of its own; purchases of one account each have a row, and so has a unit under its old and new name. */
function isComparable({ rows, table }: BoundBlock, above: number, own: number): boolean {
  const [a, b] = [rows[above], rows[own]];
  return b.kind === 'item' && a.kind === 'item' && b.parent === a.parent && b.code.length === a.code.length && b.code !== '' && (b.join !== a.join || SEVERAL_ROWS.includes(table.definition.codes));
}

function compare(context: CheckContext, list: Checklist, block: BoundBlock, above: number, row: number): void {
  const { recognition } = context;
  const figures = block.columns.map((_, c) => [fenOf(recognition, block, above, c) ?? 0, fenOf(recognition, block, row, c) ?? 0] as const);
  // Of how many pieces nothing can be said.
  const odd = figures.findIndex(([, fen], c) => block.columns[c].role !== 'quantity' && !isRound(fen, block.table.unit));
  if (odd < 0) return;
  if (figures.some(([upper, own]) => upper !== own)) return list.pass();
  const at = (r: number): ReturnType<typeof amountCell> => amountCell(recognition, block.amounts[r * block.columns.length + odd]);
  const [upper, own] = [above, row].map((r) => ({ at: at(r), label: rowName(block.rows[r]) }));
  const amount = decimalText(figures[odd][1], block.table.unit);
  list.add({
    rule: 'M11', severity: 'hint', table: block.table, key: `twin|${block.rows[row].join}`,
    message: {
      zh: `${placeName(context, own.at)} ${own.label} 与上一行 ${upper.label} 各栏金额全部相同（${amount}）；请核对是否重复填列`,
      en: `${placeName(context, own.at)} ${own.label} has the very amounts of the row above, ${upper.label} (${amount}); check whether it was copied`,
    },
    cells: [{ ...own, role: 'subject' }, { ...upper, role: 'term' }],
  });
}
