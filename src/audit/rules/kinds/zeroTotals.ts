import { AmountState } from '../../equations/model';
import { normaliseText } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { amountCell, Checklist, placeName, type Check, type DraftCell } from './context';

/** The tables of all income and expenditure, by family. */
const SUMMARIES: readonly string[] = ['B01', 'F01', 'N01'];

/** The last line, or where a form has none those above it: 收入合计, 本年支出合计, 当年收入小计. */
const TOTALS = [CHECK_WORDS.zeroTotals.grand, CHECK_WORDS.zeroTotals.sum];

/** M9: a workbook is not disclosed with 收入总计 and 支出总计 of zero. */
export const zeroTotals: Check = (context) => {
  const list = new Checklist();
  const { amounts, tables } = context.recognition;
  for (const table of tables) {
    if (!SUMMARIES.includes(table.id)) continue;
    const found: readonly DraftCell[][] = TOTALS.map(() => []);
    let money = false;
    for (const block of table.blocks) {
      block.rows.forEach((row, r) => block.columns.forEach((_, c) => {
        const amount = block.amounts[r * block.columns.length + c];
        if (amount < 0 || amounts.state[amount] !== AmountState.number) return;
        if (amounts.fen[amount] !== 0) money = true;
        else found[TOTALS.findIndex((total) => total.test(normaliseText(row.label)))]?.push({ at: amountCell(context.recognition, amount), role: 'subject', label: row.label });
      }));
    }
    const zeros = found.find((cells) => cells.length > 0) ?? [];
    if (money || zeros.length === 0) {
      list.pass();
      continue;
    }
    list.add({
      rule: 'M9', severity: 'warning', table, key: 'zero',
      message: {
        zh: `${placeName(context, zeros[0].at)} ${[...new Set(zeros.map((z) => z.label.trim()))].join('、')}都是 0，表中没有不为 0 的金额；请核对是否漏填数据`,
        en: `${placeName(context, zeros[0].at)}: total income and expenditure are 0, and no amount of the table is anything else`,
      },
      cells: zeros,
    });
  }
  return list.result();
};
