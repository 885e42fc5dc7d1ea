/** Places at which kinds of trouble are planted, read off what the audit understood of the workbook. */
import { AmountState } from '../../src/audit/equations/model';
import { OutcomeCode } from '../../src/audit/outcome/evaluate';
import type { BoundBlock, BoundTable } from '../../src/audit/tables';
import { cellAddress, CellKind } from '../../src/audit/workbook';
import type { Random } from '../generate/random';
import type { Base } from './model';

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** 表6!E16 */
  readonly name: string;
}

export function placeOf({ state }: Base, at: { readonly sheet: number; readonly row: number; readonly column: number }): Place {
  const sheet = state.workbook.sheets[at.sheet].name;
  const address = cellAddress(at.row, at.column);
  return { sheet, row: at.row, column: at.column, address, name: `${sheet}!${address}` };
}

/** Tables of a known family that are checked and hold figures. */
export function tablesOf({ state }: Base): BoundTable[] {
  return state.recognition.tables.filter((t) => t.family.family !== 'generic' && !t.isCopy && t.blocks.some((b) => b.amounts.some((a) => a >= 0 && state.recognition.amounts.fen[a] !== 0)));
}

/** Amounts of a table, by whether they hold a figure. */
export function amountsOf({ state: { recognition: { amounts } } }: Base, table: BoundTable, state: number = AmountState.number): number[] {
  return table.blocks.flatMap((block) => [...block.amounts].filter((a) => a >= 0 && amounts.state[a] === state && (state !== AmountState.number || amounts.fen[a] !== 0)));
}

export function placeOfAmount(base: Base, amount: number): Place {
  const { amounts } = base.state.recognition;
  return placeOf(base, { sheet: amounts.sheet[amount], row: amounts.row[amount], column: amounts.column[amount] });
}

/** What is stored at an amount; null where it is no plain number. */
export function storedAt(base: Base, amount: number): number | null {
  const { amounts } = base.state.recognition;
  const grid = base.state.grids[amounts.sheet[amount]];
  const cell = grid.at(amounts.row[amount], amounts.column[amount]);
  return cell >= 0 && grid.sheet.kinds[cell] === CellKind.number && !grid.sheet.formulas.has(cell) ? grid.sheet.numbers[cell] : null;
}

export function drawTable(base: Base, random: Random, fits: (table: BoundTable) => boolean = () => true): BoundTable | null {
  const list = tablesOf(base).filter(fits);
  return list.length === 0 ? null : random.pick(list);
}

/** A figure of some table, not on a form of words. */
export function drawFigure(base: Base, random: Random): { amount: number; place: Place; value: number; table: BoundTable } | null {
  const table = drawTable(base, random, (t) => t.definition.shape !== 'form' && t.definition.shape !== 'tasks');
  if (!table) return null;
  const list = amountsOf(base, table).filter((a) => storedAt(base, a) !== null);
  if (list.length === 0) return null;
  const amount = random.pick(list);
  return { amount, place: placeOfAmount(base, amount), value: storedAt(base, amount) ?? 0, table };
}

/** A relation on one sheet that holds exactly: a total and what is added to it (coefficient 1 or −1). */
export interface Sum {
  readonly total: number;
  readonly parts: readonly { readonly amount: number; readonly sign: 1 | -1 }[];
}

export function sumsOf({ state }: Base): Sum[] {
  const { compiled: { equations }, recognition: { amounts, owners, blocks }, evaluation, rules } = state;
  const found: Sum[] = [];
  for (let e = 0; e < equations.count; e++) {
    if (equations.relation[e] !== 0 || evaluation.outcome[e] !== OutcomeCode.consistent || rules[equations.rule[e]].severity !== 'error') continue;
    const terms = Array.from({ length: equations.start[e + 1] - equations.start[e] }, (_, i) => ({ amount: equations.cell[equations.start[e] + i], coefficient: equations.coefficient[equations.start[e] + i] }));
    const [total, ...parts] = terms;
    if (!total || total.coefficient !== 1 || parts.length < 2 || terms.some((t) => amounts.sheet[t.amount] !== amounts.sheet[total.amount] || Math.abs(t.coefficient) !== 1 || blocks[owners.block[t.amount]].table.isCopy)) continue;
    if (amounts.fen[total.amount] === 0 || terms.some((t) => amounts.state[t.amount] === AmountState.unreadable || amounts.fractions.has(t.amount))) continue;
    // A formula gives what is stored, so the relation must hold to the last digit.
    const exact = terms.reduce((n, t) => n + t.coefficient * amounts.fen[t.amount], 0) === 0;
    if (exact) found.push({ total: total.amount, parts: parts.map((p) => ({ amount: p.amount, sign: p.coefficient < 0 ? 1 : -1 })) });
  }
  return found;
}

/** A block with a code in each of its rows of a classification. */
export function codedBlocksOf(base: Base, digits: number): { block: BoundBlock; rows: number[] }[] {
  return tablesOf(base).flatMap((t) => t.blocks).flatMap((block) => {
    const rows = block.rows.flatMap((row, i) => (row.kind === 'item' && row.code.length === digits && row.codeCell ? [i] : []));
    return rows.length === 0 ? [] : [{ block, rows }];
  });
}
