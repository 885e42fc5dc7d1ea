import type { BoundBlock } from '../../tables';
import { amountCell, Checklist, codedBlocks, fenOf, placeName, rowName, type Check, type CheckContext, type DraftCell } from './context';
import { yuanText } from './money';

const WAGES = '30101';
const PENSION = '30108';

/** The pension scheme of organs and institutions was carried through everywhere by then. */
const SINCE = 2019;

/** X18: who pays wages pays pension contributions. A hint, for they may be paid elsewhere. */
export const staffing: Check = (context) => {
  const list = new Checklist();
  if (context.year === null || context.year < SINCE) {
    list.skip();
    return list.result();
  }
  const blocks = codedBlocks(context.recognition, ['department']).filter((b) => b.table.family.family !== 'generic');
  const paying = blocks.flatMap((block) => paid(context, block, WAGES).slice(0, 1));
  if (paying.length === 0) list.skip();
  else if (blocks.some((block) => mayPay(context, block, PENSION))) list.pass();
  else {
    const [{ cell, fen, block }] = paying;
    list.add({
      rule: 'X18', severity: 'hint', table: block.table, key: 'pension',
      message: {
        zh: `${placeName(context, cell.at)} ${cell.label} 有 ${yuanText(fen)} 元，各表都没有机关事业单位基本养老保险缴费（${PENSION}）；请核对是否漏列`,
        en: `${placeName(context, cell.at)} ${cell.label}: ${yuanText(fen)} yuan of wages, but no table has pension contributions (${PENSION}); check whether they were left out`,
      },
      cells: [cell],
    });
  }
  return list.result();
};

/** A row with the code whose money is not nothing; what cannot be read may be anything. */
function mayPay({ recognition }: CheckContext, block: BoundBlock, code: string): boolean {
  return block.rows.some((row, i) => row.kind === 'item' && row.code === code && fenOf(recognition, block, i, totalOf(block)) !== 0);
}

const totalOf = (block: BoundBlock): number => Math.max(0, block.columns.findIndex((c) => c.role === 'total'));

/** The money in the total column of the rows with a code. */
function paid({ recognition }: CheckContext, block: BoundBlock, code: string): { cell: DraftCell; fen: number; block: BoundBlock }[] {
  const total = totalOf(block);
  return block.rows.flatMap((row, i) => {
    const fen = row.kind === 'item' && row.code === code ? fenOf(recognition, block, i, total) ?? 0 : 0;
    return fen === 0 ? [] : [{ cell: { at: amountCell(recognition, block.amounts[i * block.columns.length + total]), role: 'subject' as const, label: rowName(row) }, fen, block }];
  });
}
