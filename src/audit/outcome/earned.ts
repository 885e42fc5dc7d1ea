import type { EquationNotes } from '../equations/builder';
import { AmountState, type AmountStore, type EquationStore } from '../equations/model';
import { OutcomeCode, withOutcome, type Evaluation } from './evaluate';

/** A relation that is only inferred is enforced where at least so large a share of what can show it obeys it … */
const OBEYED = 0.8;

/** … of at least so many equations (Daikon's principle: an invariant counts only if the data bear it out). */
const FEWEST = 3;

/** A sum above fewer parts may be one whose parts are not listed. */
const FEWEST_PARTS = 2;

/** So many columns of which nothing is known add up: one more may be wrong. */
const FEWEST_ALIKE = 2;

/** An inferred relation that a table does not obey. */
export interface Unearned {
  readonly rule: number;
  /** Index of the block whose rows should have shown it. */
  readonly block: number;
  readonly held: number;
  readonly broken: number;
  /** The equations that do not hold, ascending. */
  readonly members: readonly number[];
  /** Rows whose sums are broken; a single row may have parts that are not printed. */
  readonly brokenRows: number;
  /** Figures of the shortest sum that is broken, its total included. */
  readonly shortest: number;
  /** true where several tables lack the same sum below the same account: parts are not printed (secret items). */
  readonly unlisted: boolean;
  /** The sums of one row fall short, and of the rows below it just one has no figure. */
  readonly hasBlankRow: boolean;
  /** The sums of one row are off by amounts of which none is another's or the sum of others: no row that is missing below them explains them. */
  readonly isUnlike: boolean;
}

/** Whether an equation has an amount in a column of which nothing certain is known: within a table, or between two, where its figures prove nothing. */
export type Unsure = 'no' | 'within' | 'between';

export interface EarnedEvaluation {
  readonly evaluation: Evaluation;
  readonly unearned: readonly Unearned[];
}

/** What is known of relations and of what they stand on. */
export interface Trust {
  /** The rule is an inference, which a table has to bear out. */
  readonly earns: (rule: number) => boolean;
  /** The code of an amount's row; "" without one. */
  readonly codeOf: (amount: number) => string;
  /** The names of the block's rows say what adds up to what. */
  readonly isStated: (block: number) => boolean;
  /** Whether the equation has an amount in a column of which nothing certain is known. */
  readonly unsure: (equation: number) => Unsure;
}

/**
 * Takes back what inferred rules found in tables that do not obey them: those equations are 不适用, with the reason.
 * Rules that the form itself states are left as they are.
 */
export function withoutUnearned(
  evaluation: Evaluation,
  equations: EquationStore,
  amounts: AmountStore,
  notes: EquationNotes,
  { earns, codeOf, isStated, unsure }: Trust,
): EarnedEvaluation {
  const unlisted = unlistedParts(evaluation, equations, notes, earns, codeOf);
  const groups = new Map<string, { readonly rule: number; readonly block: number; readonly sort: Unsure; readonly members: number[]; readonly unlisted: number[]; readonly heldRows: Set<string>; readonly heldColumns: Set<number>; readonly summedColumns: Set<number>; readonly brokenRows: Set<string>; held: number; broken: number }>();
  const rowOf = (e: number): string => `${amounts.sheet[equations.cell[equations.start[e]]]}/${amounts.row[equations.cell[equations.start[e]]]}`;
  for (let e = 0; e < equations.count; e++) {
    const rule = equations.rule[e];
    const block = notes.block[e];
    const sort = unsure(e);
    if (sort === 'no' && !earns(rule)) continue;
    const key = `${rule}/${block}/${sort}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { rule, block, sort, members: [], unlisted: [], heldRows: new Set(), heldColumns: new Set(), summedColumns: new Set(), brokenRows: new Set(), held: 0, broken: 0 }));
    const outcome = evaluation.outcome[e];
    if (outcome === OutcomeCode.inconsistent && (unlisted.has(e) || hasNoParts(e, equations, amounts))) group.unlisted.push(e);
    else if (outcome === OutcomeCode.inconsistent) {
      group.broken++;
      group.brokenRows.add(rowOf(e));
      group.members.push(e);
    } else if ((outcome === OutcomeCode.consistent || outcome === OutcomeCode.rounding) && saysSomething(e, equations, amounts)) {
      group.held++;
      group.heldRows.add(rowOf(e));
      group.heldColumns.add(amounts.column[equations.cell[equations.start[e]]]);
      // A rate is that of its only part, too.
      if (hasFigures(e, equations, amounts, 1 + FEWEST_PARTS)) group.summedColumns.add(amounts.column[equations.cell[equations.start[e]]]);
    }
  }
  const unearned: Unearned[] = [];
  let outcome = evaluation.outcome;
  for (const { rule, block, sort, members, unlisted: gaps, heldRows, heldColumns, summedColumns, brokenRows, held, broken } of groups.values()) {
    if (gaps.length > 0) {
      if (outcome === evaluation.outcome) outcome = evaluation.outcome.slice();
      for (const e of gaps) outcome[e] = OutcomeCode.notApplicable;
      unearned.push({ rule, block, held, broken: gaps.length, members: gaps, brokenRows: brokenRows.size, shortest: shortestOf(gaps, equations), unlisted: true, hasBlankRow: false, isUnlike: false });
    }
    // One failure among a few is a fault, and so are two that one figure explains, or those of one row (a row below it is missing, in
    // 合计 as in 公用经费); more are not a relation.
    const stated = sort === 'no' && isStated(block) && members.every((e) => isWithin(e, equations, amounts));
    const isRow = brokenRows.size === 1 && members.every((e) => equations.start[e + 1] - equations.start[e] > FEWEST_PARTS);
    const isFew = broken === 1 || ((held >= 1 || stated) && broken === 2 && shareCell(members, equations)) || (isRow && (heldRows.size >= FEWEST - 1 || ((held >= 1 || stated) && isAlike(members, evaluation))));
    // A column of which nothing is known (an average a head, a score) has to show that it adds up at all, or others like it do.
    const isShown = sort === 'no' || (heldColumns.size >= FEWEST_ALIKE && !members.some((e) => isMean(e, equations, amounts) || lacksTotal(e, equations, amounts))) || members.every((e) => summedColumns.has(amounts.column[equations.cell[equations.start[e]]]));
    if (broken === 0 || (sort !== 'between' && isShown && (held + broken >= FEWEST || stated) && (isFew || held >= (held + broken) * OBEYED))) continue;
    if (outcome === evaluation.outcome) outcome = evaluation.outcome.slice();
    for (const e of members) outcome[e] = OutcomeCode.notApplicable;
    unearned.push({ rule, block, held, broken, members, brokenRows: brokenRows.size, shortest: shortestOf(members, equations), unlisted: false, hasBlankRow: brokenRows.size === 1 && lackBlankRow(members, equations, amounts, evaluation), isUnlike: brokenRows.size === 1 && areUnlike(members, evaluation) });
  }
  return { evaluation: unearned.length === 0 ? evaluation : withOutcome(evaluation, outcome), unearned };
}

/**
 * Sums that fall short by the same amount below the same account in several tables: what is missing was left out of the printing
 * (secret projects), in all of them alike. A slip of the pen stands in one table.
 */
function unlistedParts(evaluation: Evaluation, equations: EquationStore, notes: EquationNotes, earns: (rule: number) => boolean, codeOf: (amount: number) => string): ReadonlySet<number> {
  const gaps = new Map<string, { readonly equations: number[]; readonly blocks: Set<number> }>();
  for (let e = 0; e < equations.count; e++) {
    if (evaluation.outcome[e] !== OutcomeCode.inconsistent || evaluation.difference[e] <= 0 || !earns(equations.rule[e])) continue;
    const code = codeOf(equations.cell[equations.start[e]]);
    if (code === '') continue;
    const key = `${code}/${evaluation.difference[e]}`;
    let gap = gaps.get(key);
    if (!gap) gaps.set(key, (gap = { equations: [], blocks: new Set() }));
    gap.equations.push(e);
    gap.blocks.add(notes.block[e]);
  }
  return new Set([...gaps.values()].filter((gap) => gap.blocks.size >= 2).flatMap((gap) => gap.equations));
}

const shortestOf = (members: readonly number[], { start }: EquationStore): number => members.reduce((least, e) => Math.min(least, start[e + 1] - start[e]), Infinity);

/** true where all sums fall short, and of the rows that are added up just one has no figure in any of them. */
function lackBlankRow(members: readonly number[], { start, cell }: EquationStore, { fen, sheet, row }: AmountStore, { difference }: Evaluation): boolean {
  const filled = new Map<string, number>();
  for (const e of members) {
    if (difference[e] <= 0) return false;
    for (let t = start[e] + 1; t < start[e + 1]; t++) {
      const key = `${sheet[cell[t]]}/${row[cell[t]]}`;
      filled.set(key, (filled.get(key) ?? 0) + (fen[cell[t]] === 0 ? 0 : 1));
    }
  }
  return [...filled.values()].filter((count) => count === 0).length === 1;
}

/** Beyond so many differences one is bound to be the sum of two others. */
const MOST_UNLIKE = 4;

/** true where several sums are off, each by an amount that has nothing to do with the others. */
function areUnlike(members: readonly number[], { difference, tolerance }: Evaluation): boolean {
  if (members.length < 2 || members.length > MOST_UNLIKE) return false;
  const slack = members.reduce((sum, e) => sum + tolerance[e], 0);
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= slack;
  const own = members.map((e) => difference[e]);
  return own.every((d, i) => {
    const others = own.filter((_, j) => j !== i);
    const sums = others.flatMap((a, j) => [a, ...others.slice(j + 1).map((b) => a + b)]);
    return !sums.some((sum) => isNear(d, sum)) && !isNear(d, others.reduce((a, b) => a + b, 0));
  });
}

/** true where an equation is one between figures of one sheet: what a table states of its rows is nothing between tables. */
function isWithin(e: number, { start, cell }: EquationStore, { sheet }: AmountStore): boolean {
  const sheets = new Set([...cell.subarray(start[e], start[e + 1])].map((c) => sheet[c]));
  return sheets.size === 1 && start[e + 1] - start[e] > 1;
}

/** The figure that should be the sum of others lies between them. */
function isMean(e: number, { start, cell }: EquationStore, { fen }: AmountStore): boolean {
  const [total, ...parts] = [...cell.subarray(start[e], start[e + 1])].map((c) => fen[c]);
  return parts.length >= FEWEST_PARTS && parts.every((part) => part > 0) && parts.some((part) => part <= total) && parts.some((part) => part >= total);
}

/** So many blanks below a total are no figure that was forgotten: 年初预算数 is printed for the total alone. */
const FEWEST_BLANK = 4;

const hasNoParts = (e: number, { start, cell }: EquationStore, { state }: AmountStore): boolean => start[e + 1] - start[e] > FEWEST_BLANK && cell.subarray(start[e] + 1, start[e + 1]).every((c) => state[c] === AmountState.blank);

/** Nothing stands where the sum would: perhaps nobody adds such figures up. */
const lacksTotal = (e: number, { start, cell }: EquationStore, { state }: AmountStore): boolean => state[cell[start[e]]] === AmountState.blank;

/** true where all lack the same amount: the row that is missing has it in its 合计 and in one other column. */
const isAlike = (members: readonly number[], { difference }: Evaluation): boolean => members.every((e) => difference[e] === difference[members[0]]);

/** true where one amount stands in all of the equations. */
function shareCell(members: readonly number[], { start, cell }: EquationStore): boolean {
  const cells = (e: number): Set<number> => new Set(cell.subarray(start[e], start[e + 1]));
  const common = members.slice(1).reduce((left, e) => {
    const own = cells(e);
    return new Set([...left].filter((c) => own.has(c)));
  }, cells(members[0]));
  return common.size > 0;
}

/** An equation of zeros and blanks holds in any table. */
const saysSomething = (e: number, equations: EquationStore, amounts: AmountStore): boolean => hasFigures(e, equations, amounts, 2);

function hasFigures(e: number, { start, cell }: EquationStore, { fen }: AmountStore, count: number): boolean {
  let filled = 0;
  for (let t = start[e]; t < start[e + 1]; t++) if (fen[cell[t]] !== 0 && ++filled >= count) return true;
  return false;
}
