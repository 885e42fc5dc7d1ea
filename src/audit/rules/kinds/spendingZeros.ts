import { AmountState } from '../../equations/model';
import type { BoundBlock } from '../../tables';
import { amountCell, Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { cellAddress } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { idsOfLine } from './vehicles';

/** “三公” tables of the three families. */
const TABLES: ReadonlySet<string> = new Set(['B12', 'F07', 'N09']);

/** What is listed apart, by the last part of a column's name. */
const ITEMS: ReadonlySet<string> = new Set(['出国', '接待', '购置', '运行', '因公出国', '公务接待', '用车购置', '用车运行']);

/** Columns and blocks of another year, and changes: nothing has to stand there. */
const OTHERS: readonly string[] = ['上年', '增减'];

const MOST_SHOWN = 8;

/** M17: nothing spent on travel abroad, reception, or vehicles is printed as 0; a blank may have been forgotten. */
export const spendingZeros: Check = (context) => {
  const list = new Checklist();
  for (const table of context.recognition.tables.filter((t) => TABLES.has(t.id))) {
    const blocks = table.blocks.filter((b) => !OTHERS.includes(b.id));
    const cells = blocks.flatMap((block) => blanksOf(context, block));
    if (!blocks.some((b) => hasFigures(context, b))) list.skip();
    else if (cells.length === 0) list.pass();
    else {
      const shown = cells.slice(0, MOST_SHOWN).map(({ at }) => cellAddress(at.row, at.column));
      const more = cells.length > shown.length;
      list.add({
        rule: 'M17', severity: 'hint', table, key: 'zeros',
        message: {
          zh: `${placeName(context, cells[0].at)} “三公”经费的分项是空白（${shown.join('、')}${more ? ` 等 ${cells.length} 格` : ''}）：没有支出的请写 0，有支出的请补填`,
          en: `${placeName(context, cells[0].at)}: items of the three public expenses are blank (${shown.join(', ')}${more ? ` and others, ${cells.length} in all` : ''}): write 0 where nothing is spent`,
        },
        cells,
      });
    }
  }
  return list.result();
};

/** A table without any figure is an empty table, which is another matter. */
const hasFigures = ({ recognition: { amounts } }: CheckContext, { amounts: cells }: BoundBlock): boolean => cells.some((a) => a >= 0 && amounts.fen[a] !== 0);

/** Blank items of the total, or of the only row; in a form with a line for each, of the lines. */
function blanksOf(context: CheckContext, block: BoundBlock): DraftCell[] {
  const { rows, columns } = block;
  const items = columns.flatMap((c, i) => (ITEMS.has(c.id.split('.').at(-1) ?? '') && !OTHERS.some((other) => c.id.startsWith(other)) ? [i] : []));
  if (items.length > 0) {
    const row = rows.length === 1 ? 0 : rows.findIndex((r) => r.kind === 'total');
    return row < 0 ? [] : items.flatMap((column) => blankAt(context, block, row, column, columns[column].label));
  }
  const column = columns.findIndex((c) => c.id === '合计');
  return column < 0 ? [] : rows.flatMap((row, r) => (isItem(row.label) ? blankAt(context, block, r, column, row.label) : []));
}

function isItem(label: string): boolean {
  return CHECK_WORDS.spendingZeros.item.test(label) || idsOfLine(label).some((id) => ITEMS.has(id));
}

/** Whatever is written there, a dash as well, is no blank. */
function blankAt({ recognition, grids }: CheckContext, block: BoundBlock, row: number, column: number, label: string): DraftCell[] {
  const amount = block.amounts[row * block.columns.length + column];
  if (amount < 0 || recognition.amounts.state[amount] !== AmountState.blank) return [];
  const at = amountCell(recognition, amount);
  return grids[at.sheet].raw(at.row, at.column).trim() === '' ? [{ at, role: 'subject', label }] : [];
}

