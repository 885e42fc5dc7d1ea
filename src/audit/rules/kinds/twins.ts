import type { BoundBlock } from '../../tables';
import { amountCell, Checklist, codedBlocks, fenOf, placeName, rowName, type Check, type CheckContext } from './context';
import { decimalText } from './money';

/** 100 元 in 分: amounts fixed by rule of thumb are multiples of it, and happen to be equal. */
const ROUND_FEN = 10_000;

/** M11: a row of codes does not repeat the amounts of the row above it. */
export const twins: Check = (context) => {
  const list = new Checklist();
  for (const block of codedBlocks(context.recognition, ['function', 'department'])) {
    if (block.table.family.family === 'generic') continue;
    for (let row = 1; row < block.rows.length; row++) if (isComparable(block, row)) compare(context, list, block, row);
  }
  return list.result();
};

/** Neighbours of one level under one parent, each with a code of its own. */
function isComparable({ rows }: BoundBlock, row: number): boolean {
  const [above, own] = [rows[row - 1], rows[row]];
  return own.kind === 'item' && above.kind === 'item' && own.parent === above.parent && own.code.length === above.code.length && own.code !== '' && own.join !== above.join;
}

function compare(context: CheckContext, list: Checklist, block: BoundBlock, row: number): void {
  const { recognition } = context;
  const figures = block.columns.map((_, c) => [fenOf(recognition, block, row - 1, c) ?? 0, fenOf(recognition, block, row, c) ?? 0] as const);
  const odd = figures.findIndex(([, fen]) => fen !== 0 && fen % ROUND_FEN !== 0);
  if (odd < 0) return;
  if (figures.some(([above, own]) => above !== own)) return list.pass();
  const at = (r: number): ReturnType<typeof amountCell> => amountCell(recognition, block.amounts[r * block.columns.length + odd]);
  const [above, own] = [row - 1, row].map((r) => ({ at: at(r), label: rowName(block.rows[r]) }));
  const amount = decimalText(figures[odd][1], block.table.unit);
  list.add({
    rule: 'M11', severity: 'hint', table: block.table, key: `twin|${block.rows[row].join}`,
    message: {
      zh: `${placeName(context, own.at)} ${own.label} 与上一行 ${above.label} 各栏金额全部相同（${amount}）；请核对是否重复填列`,
      en: `${placeName(context, own.at)} ${own.label} has the very amounts of the row above, ${above.label} (${amount}); check whether it was copied`,
    },
    cells: [{ ...own, role: 'subject' }, { ...above, role: 'term' }],
  });
}
