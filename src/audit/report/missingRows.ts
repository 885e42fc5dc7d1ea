/** A row that one table lists and another lacks: it explains the sums of the other that are short by just its amount. */
import type { StructuralCause } from '../diagnosis';
import { OutcomeCode } from '../outcome/evaluate';
import type { AuditState } from '../state';
import type { BoundTable } from '../tables';
import type { AmountNames } from './labels';

/** Cells that a sentence names. */
const MOST_NAMED = 5;

/** A row wanted in a table, with the figures that ask for it. */
interface Wanted {
  readonly table: BoundTable;
  readonly key: string;
  readonly cells: number[];
  readonly equations: number[];
  /** Figures that are missing in sums of the table, too. */
  readonly short: number[];
}

/** From the equations that did not find their row in the other table; all columns of a row are one cause. */
export function missingRows(state: AuditState, outcome: Uint8Array, names: AmountNames): StructuralCause[] {
  const { recognition: { amounts, blocks, owners }, compiled: { equations, notes }, evaluation: { difference } } = state;
  const absences = [...notes.absent].filter(([e]) => outcome[e] === OutcomeCode.inconsistent);
  if (absences.length === 0) return [];
  const byAmount = new Map<number, number[]>();
  for (let e = 0; e < equations.count; e++) {
    if (outcome[e] !== OutcomeCode.inconsistent) continue;
    const amount = Math.abs(difference[e]);
    const list = byAmount.get(amount);
    if (list) list.push(e);
    else byAmount.set(amount, [e]);
  }
  const cellsOf = (e: number): number[] => [...equations.cell.subarray(equations.start[e], equations.start[e + 1])];
  const found = new Map<string, Wanted>();
  for (const [e, absent] of absences) {
    const [row] = absent.filter((a) => a.block >= 0);
    const [cell] = cellsOf(e);
    // A row without money is missed by nobody: something else of the equation is wrong.
    if (!row || cell === undefined || amounts.fen[cell] === 0) continue;
    const { table } = blocks[row.block];
    const place = `${table.sheet}|${table.range.top}|${row.key}`;
    const wanted = found.get(place) ?? { table, key: row.key, cells: [], equations: [], short: [] };
    found.set(place, wanted);
    const short = (byAmount.get(Math.abs(difference[e])) ?? []).filter((other) => other !== e && cellsOf(other).some((c) => blocks[owners.block[c]].table === table));
    wanted.cells.push(cell);
    wanted.equations.push(e, ...short);
    if (short.length > 0) wanted.short.push(cell);
  }
  return [...found.values()].map((wanted): StructuralCause => ({
    cells: [...new Set(wanted.cells)], kind: 'missingRow', equations: [...new Set(wanted.equations)].sort((a, b) => a - b),
    explanation: sentenceOf(state, wanted, names),
  }));
}

/** Where no sum is short the rows below may just not be listed, or the code be another there: said as a question. */
function sentenceOf(state: AuditState, { table, key, cells, short }: Wanted, names: AmountNames): string {
  const lang = state.auditor.options.lang ?? 'zh';
  const sheet = state.workbook.sheets[table.sheet].name;
  const told = [...new Set(short.length > 0 ? short : cells)].slice(0, MOST_NAMED).map((cell) => {
    const figure = `${names.figure(cell, lang)} ${names.unitText(cell, lang)}`.trim();
    return lang === 'zh' ? `${names.place(cell)} 有 ${figure}` : `${names.place(cell)} has ${figure}`;
  });
  if (lang === 'zh') {
    return short.length > 0
      ? `疑似 ${sheet} 缺少 ${key} 一行：${told.join('，')}，${sheet} 的合计恰好少列这笔金额`
      : `疑似 ${sheet} 缺少 ${key} 一行：${told.join('，')}，${sheet} 没有这一行；请补列，或核对两表的编码`;
  }
  return short.length > 0
    ? `${sheet} probably lacks the row ${key}: ${told.join(', ')}, and just this amount is missing below the totals of ${sheet}`
    : `${sheet} probably lacks the row ${key}: ${told.join(', ')}; add it there, or check the codes of both tables`;
}
