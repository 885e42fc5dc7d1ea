/** A row that one table lists and another lacks: it explains the sums of the other that are short by just its amount. */
import type { StructuralCause } from '../diagnosis';
import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import type { AmountNames } from './labels';

/** From the equations that did not find their row in the other table. */
export function missingRows(state: AuditState, outcome: Uint8Array, names: AmountNames): StructuralCause[] {
  const { recognition: { blocks, owners }, compiled: { equations, notes }, evaluation: { difference } } = state;
  const wanted = [...notes.absent].filter(([e]) => outcome[e] === OutcomeCode.inconsistent);
  if (wanted.length === 0) return [];
  const byAmount = new Map<number, number[]>();
  for (let e = 0; e < equations.count; e++) {
    if (outcome[e] !== OutcomeCode.inconsistent) continue;
    const amount = Math.abs(difference[e]);
    const list = byAmount.get(amount);
    if (list) list.push(e);
    else byAmount.set(amount, [e]);
  }
  const cellsOf = (e: number): number[] => [...equations.cell.subarray(equations.start[e], equations.start[e + 1])];
  return wanted.flatMap(([e, absent]): StructuralCause[] => {
    const [row] = absent.filter((a) => a.block >= 0);
    const [cell] = cellsOf(e);
    if (!row || cell === undefined) return [];
    const { table } = blocks[row.block];
    const short = (byAmount.get(Math.abs(difference[e])) ?? []).filter((other) => other !== e && cellsOf(other).some((c) => blocks[owners.block[c]].table === table));
    if (short.length === 0) return [];
    const sheet = state.workbook.sheets[table.sheet].name;
    const lang = state.auditor.options.lang ?? 'zh';
    const figure = `${names.figure(cell, lang)} ${names.unit(cell) === 'yuan' ? (lang === 'zh' ? '元' : 'yuan') : lang === 'zh' ? '万元' : '×10,000 yuan'}`;
    return [{
      cells: [cell], kind: 'missingRow', equations: [e, ...short].sort((a, b) => a - b),
      explanation: lang === 'zh'
        ? `疑似 ${sheet} 缺少 ${row.key} 一行：${names.place(cell)} 有 ${figure}，${sheet} 的合计恰好少列这笔金额`
        : `${sheet} probably lacks the row ${row.key}: ${names.place(cell)} has ${figure}, and just this amount is missing below the totals of ${sheet}`,
    }];
  });
}
