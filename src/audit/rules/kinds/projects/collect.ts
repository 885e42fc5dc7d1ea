import { AmountState } from '../../../equations/model';
import type { BoundBlock } from '../../../tables';
import { amountCell, type CheckContext } from '../context';
import { baseOf, keyOf, type Performance, type ProjectRow } from './model';

/** The rows of 专项业务经费支出表 that carry money, without total and units. */
export function projectRows(context: CheckContext, block: BoundBlock): ProjectRow[] {
  const { amounts } = context.recognition;
  const column = block.columns.findIndex((c) => c.id === '项目金额');
  const amountOf = (row: number): number => (column < 0 ? -1 : block.amounts[row * block.columns.length + column]);
  const hasMoney = (row: number): boolean => {
    const amount = amountOf(row);
    return amount >= 0 && amounts.state[amount] === AmountState.number && amounts.fen[amount] !== 0;
  };
  const isUnit = (row: number): boolean => /^\d+$/.test(block.rows[row].code);
  const leavesOf = (row: number): number[] => {
    if (block.children[row].length > 0) return block.children[row].flatMap(leavesOf);
    return hasMoney(row) ? [row] : [];
  };
  const unitOf = (row: number): number => {
    let above = block.rows[row].parent;
    while (above >= 0 && !isUnit(above)) above = block.rows[above].parent;
    return above;
  };
  return block.rows.flatMap((row, index): ProjectRow[] => {
    if (row.kind !== 'item' || isUnit(index) || !row.labelCell || !hasMoney(index)) return [];
    return [{
      row: index, name: row.label, key: keyOf(row.label), base: baseOf(row.label), fen: amounts.fen[amountOf(index)],
      unit: unitOf(index), leaves: leavesOf(index),
      cells: [
        { at: row.labelCell, role: 'subject', label: row.label },
        { at: amountCell(context.recognition, amountOf(index)), role: 'term', label: `${row.label} 项目金额` },
      ],
    }];
  });
}

/** The filled performance tables of projects. */
export function performances(context: CheckContext): Performance[] {
  const { amounts, tables } = context.recognition;
  return tables.flatMap((table): Performance[] => {
    const name = table.id === 'B13' ? table.fields.get('项目名称') : undefined;
    if (!name || name.text === '') return [];
    const block = table.blocks[0];
    const row = block?.rows.findIndex((r) => r.key === '实施期资金总额') ?? -1;
    const amount = row >= 0 ? block.amounts[row * block.columns.length] : -1;
    const isReadable = amount >= 0 && amounts.state[amount] === AmountState.number;
    return [{
      table, name: name.text, key: keyOf(name.text), base: baseOf(name.text),
      fen: isReadable ? amounts.fen[amount] : NaN,
      slack: isReadable ? amounts.step[amount] / 2 : 0,
      cells: [
        { at: name.cell, role: 'subject', label: name.text },
        amount >= 0 ? { at: amountCell(context.recognition, amount), role: 'term', label: '实施期资金总额' } : null,
      ],
    }];
  });
}
