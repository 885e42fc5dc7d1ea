import { AmountState } from '../../equations/model';
import type { BoundBlock } from '../../tables';
import { normaliseText } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { amountCell, Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { ofTable } from './kept';

/** M18: where a table has amounts, its total row is not left without any. A row with one figure at least is the relations' business. */
export const blankTotals: Check = (context) => {
  const list = new Checklist();
  for (const table of context.recognition.tables) {
    for (const { block, blank } of blankTotalsOf(context, table)) {
      if (blank === null) {
        list.skip();
        continue;
      }
      if (blank.length === 0) {
        list.pass();
        continue;
      }
      list.add({
        rule: 'M18', severity: 'hint', table, key: `${block}|${blank[0].label}`,
        message: {
          zh: `${placeName(context, blank[0].at)} ${blank[0].label.trim()}行没有一个数，表中却有金额；请核对是否漏填`,
          en: `${placeName(context, blank[0].at)}: the row ${blank[0].label.trim()} has no figure although the table has amounts; it may have been forgotten`,
        },
        cells: blank,
      });
    }
  }
  return list.result();
};

const blankTotalsOf = ofTable((context, table) =>
  table.blocks.flatMap((block): { readonly block: string; readonly blank: readonly DraftCell[] | null }[] => {
    const totals = totalsOf(block);
    return totals.length === 0 ? [] : [{ block: block.id, blank: blankTotalOf(context, block, totals) }];
  }),
);

const cellsOf = ({ amounts, columns }: BoundBlock, row: number): number[] => [...amounts.subarray(row * columns.length, (row + 1) * columns.length)].filter((a) => a >= 0);

/** Rows that are called the total of the table. */
const totalsOf = (block: BoundBlock): number[] => block.rows.flatMap((row, r) => (CHECK_WORDS.blankTotals.total.test(normaliseText(row.label)) && cellsOf(block, r).length > 0 ? [r] : []));

/** The cells of the first total row, where no total row has a figure; none where one has. null: no other row has money. */
function blankTotalOf(context: CheckContext, block: BoundBlock, totals: readonly number[]): DraftCell[] | null {
  const { amounts } = context.recognition;
  if (!block.rows.some((_, r) => !totals.includes(r) && cellsOf(block, r).some((a) => amounts.fen[a] !== 0))) return null;
  if (totals.some((r) => cellsOf(block, r).some((a) => amounts.state[a] !== AmountState.blank || isWritten(context, a)))) return [];
  const own = cellsOf(block, totals[0]);
  if (hasFigureBeside(context, own)) return [];
  return own.map((a): DraftCell => ({ at: amountCell(context.recognition, a), role: 'subject', label: block.rows[totals[0]].label }));
}

/** A dash, or any sign, is not forgotten. */
function isWritten({ recognition, grids }: CheckContext, amount: number): boolean {
  const { sheet, row, column } = amountCell(recognition, amount);
  return grids[sheet].raw(row, column).trim() !== '';
}

/** A figure further right in the row and before the next words: one total for two lists that stand side by side. */
function hasFigureBeside({ recognition, grids }: CheckContext, cells: readonly number[]): boolean {
  const { sheet, row, column } = amountCell(recognition, cells[cells.length - 1]);
  const grid = grids[sheet];
  const [from, to] = grid.cellsOf(row);
  for (let cell = from; cell < to; cell++) {
    if (grid.sheet.columns[cell] <= column) continue;
    if (grid.isNumber(cell)) return true;
    if (grid.isText(cell)) return false;
  }
  return false;
}
