import { AmountState } from '../../equations/model';
import { amountOfCell, type CellAmount } from '../amounts';
import type { SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import type { BoundBlock, BoundRow } from '../model';
import { repairedForest } from './projectRepair';

/** Above this many rows below one unit the levels are not searched for (time grows with the square). */
const LARGEST_SEARCH = 400;

/** Rows of one tree that are searched for levels at most: the search calls itself once a row. */
const LONGEST_SEARCH = 1_000;

/** A tree that needs more steps than this is taken for inconsistent. */
const MOST_STEPS = 20_000;

/** Levels below a unit that the form prints at most. */
const DEEPEST = 5;

/** Names that the form itself gives to levels, never to a project. */
const CATEGORY = CHECK_WORDS.projects.category;

export const isProjectCategory = (label: string): boolean => CATEGORY.test(label.trim());

/**
 * 专项业务经费支出表 prints a tree without codes below 主管部门 > 单位. Its levels follow from order and amount:
 * each row is the sum of the rows below it down to the next row of its own level. `read`: the amount of each row. Answers why the levels are doubtful, or "".
 */
export function linkProjects(rows: BoundRow[], read: readonly CellAmount[]): string {
  const amounts = read.map(({ fen }) => fen);
  const isUnread = read.map(({ state }) => state === AmountState.unreadable);
  const total = rows.findIndex((row) => row.kind === 'total');
  const stack: number[] = [];
  let doubt = '';
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (row.kind === 'total') continue;
    if (/^\d+$/.test(row.code)) {
      while (stack.length > 0 && !standsBelow(row.code, rows[stack[stack.length - 1]].code)) stack.pop();
      if (stack.length > 0) row.parent = stack[stack.length - 1];
      stack.push(index);
      continue;
    }
    let end = index;
    while (end < rows.length && rows[end].kind !== 'total' && !/^\d+$/.test(rows[end].code)) end++;
    if (!linkForest(rows, amounts, isUnread, index, end, stack.length > 0 ? stack[stack.length - 1] : -1, total)) doubt = '项目的层次与金额对不上';
    index = end - 1;
  }
  return doubt;
}

/** Whether a bound table of projects keeps its levels when its sheets become others: what stands below what follows from the amounts alone. */
export function keepsLevels({ table: { unit }, columns, rows, doubt }: BoundBlock, before: readonly SheetGrid[], now: readonly SheetGrid[]): boolean {
  const column = columns[0]?.column ?? -1;
  const isAsBound = (grids: readonly SheetGrid[]): boolean => {
    const linked = rows.map((row): BoundRow => ({ ...row, parent: -1 }));
    const read = rows.map(({ sheet, row }) => amountOfCell(grids[sheet], grids[sheet].at(row, column), unit));
    return linkProjects(linked, read) === doubt && linked.every(({ parent }, i) => parent === rows[i].parent);
  };
  return isAsBound(before) && isAsBound(now);
}

/** A row “1 全额” names the kind of money of all units below it; a unit stands below the department whose code begins its own. */
const standsBelow = (code: string, above: string): boolean => (above.length <= 2 ? code.length > 2 : code.length > above.length && code.startsWith(above));

/** Rows index…end−1 are one forest below `parent`; false where no tree fits the amounts and one was guessed. */
function linkForest(rows: BoundRow[], amounts: readonly number[], isUnread: readonly boolean[], start: number, end: number, parent: number, total: number): boolean {
  // Without units the top rows make up the 合计 row; where they do not, all rows stand side by side.
  const targets = parent >= 0 ? [amounts[parent]] : [...(total >= 0 ? [amounts[total]] : []), sum(amounts, start, end)];
  let found: number[] | null = null;
  for (const target of targets) found ??= end - start <= LARGEST_SEARCH ? parseForest(amounts, start, end, target) : null;
  // With an amount that cannot be read nothing says what stands below what: side by side it spoils their one sum, and none is wrong.
  const isOpen = !found && isUnread.slice(start, end).includes(true);
  const parents = found ?? (isOpen ? new Array<number>(end - start).fill(-1) : byCategory(rows, amounts, start, end, targets[0]));
  for (let i = start; i < end; i++) rows[i].parent = parents[i - start] < 0 ? parent : parents[i - start];
  return found !== null;
}

const sum = (amounts: readonly number[], start: number, end: number): number => {
  let total = 0;
  for (let i = start; i < end; i++) total += amounts[i];
  return total;
};

/**
 * Parent index of every row so that each inner row equals the sum of its children and the top rows add to `target`;
 * null where no such tree exists. Equal amounts allow several trees: the one whose projects all stand on one level wins
 * (the form prints 项目类别 > 项目 alike for every unit), then the one with most inner rows.
 */
export function parseForest(amounts: readonly number[], start: number, end: number, target: number): number[] | null {
  if (end - start > LONGEST_SEARCH) return null;
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const parents = parseLevels(amounts, start, end, target, depth);
    if (parents) return parents;
  }
  return parseLevels(amounts, start, end, target, null);
}

/** With `depth`, every row on that level is a leaf and every row above it is not. */
function parseLevels(amounts: readonly number[], start: number, end: number, target: number, depth: number | null): number[] | null {
  const parents = new Array<number>(end - start).fill(-1);
  let steps = 0;
  // Rows from i on fill `rest` below `parent`; `then` goes on behind them.
  const forest = (i: number, rest: number, parent: number, level: number, then: (next: number) => boolean): boolean => {
    if (++steps > MOST_STEPS) return false;
    if (rest === 0 && then(i)) return true;
    if (i >= end || amounts[i] > rest || rest < 0 || amounts[i] < 0) return false;
    parents[i - start] = parent;
    const after = (next: number): boolean => forest(next, rest - amounts[i], parent, level, then);
    // Rows without money may stand behind the last that has some.
    if (amounts[i] === 0) return after(i + 1);
    if (rest === 0) return false;
    const mayBeInner = depth === null || level < depth;
    if (mayBeInner && i + 1 < end && amounts[i + 1] <= amounts[i] && forest(i + 1, amounts[i], i, level + 1, after)) return true;
    parents[i - start] = parent;
    return (depth === null || level === depth) && after(i + 1);
  };
  return forest(start, target, -1, 1, (next) => next === end) ? parents : null;
}

/** Without a consistent tree: categories stand above what follows them, and each is judged alone, for a wrong figure is in one of them. */
function byCategory(rows: readonly BoundRow[], amounts: readonly number[], start: number, end: number, target: number): number[] {
  const isCategory = (i: number): boolean => CATEGORY.test(rows[i].label) || rows[i].code === '-';
  const parents: number[] = [];
  const categories = isCategory(start) ? aboveCategories(amounts, start, end, target, isCategory) : null;
  for (let from = start; from < end; ) {
    const head = isCategory(from) ? from : -1;
    const first = head < 0 ? from : from + 1;
    let to = first;
    while (to < end && !isCategory(to)) to++;
    if (head >= 0) parents.push(categories?.get(head) ?? -1);
    const own = head >= 0 ? amounts[head] : to === end && from === start ? target : NaN;
    const found = (Number.isFinite(own) ? parseForest(amounts, first, to, own) : null) ?? repairedForest(amounts, first, to, own);
    parents.push(...found.map((parent) => (parent < 0 ? head : parent)));
    from = to;
  }
  return parents;
}

/**
 * Which category stands above each of the others: 专用项目 directly above 其他履职专项业务费 has no projects of its own. null where the
 * categories do not make such a tree by themselves, or one has both.
 */
function aboveCategories(amounts: readonly number[], start: number, end: number, target: number, isCategory: (row: number) => boolean): Map<number, number> | null {
  const heads = Array.from({ length: end - start }, (_, i) => start + i).filter(isCategory);
  const own = heads.map((head) => amounts[head]);
  const parents = parseForest(own, 0, own.length, target) ?? repairedForest(own, 0, own.length, target);
  const hasProjects = (i: number): boolean => heads[i] + 1 < (heads[i + 1] ?? end);
  return parents.some((parent) => parent >= 0 && hasProjects(parent)) ? null : new Map(parents.map((parent, i) => [heads[i], parent < 0 ? -1 : heads[parent]]));
}
