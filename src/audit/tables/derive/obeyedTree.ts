import { OUTLINE_LEVEL } from '../../workbook';
import { amountOfCell } from '../amounts';
import { parseForest } from '../bind/projectTree';
import type { BindContext } from '../bind/context';
import type { Line } from './lineTotals';
import { parentsByLevels, UNNUMBERED } from './outlineTree';

/** More sums that do not fit in one column are no slip of the pen: that column is made up in another way. */
const MOST_BROKEN = 2;

/** Longer lists are searched for no tree of amounts. */
const LONGEST_SEARCH = 200;

/** Lines of one part of a list, and what they add up to. */
interface Part {
  readonly members: readonly number[];
  /** The total that comprises them. */
  readonly total: number;
  /** An earlier total in it, which has its own; -1 where there is none. */
  readonly without: number;
}

/**
 * Lists of a government's own budget: 一、税收收入 > 增值税, 转移性收入 > 上级补助收入 > 返还性收入, in words that no department's form has. Numbers and the room in
 * front of the names say which line stands below which, else the amounts. A line comprises those below it where the figures of some column bear it
 * out; nothing is said of the others. `columns`: the sheet columns of its money. Answers whether the list has such lines, so that what comprises what hangs
 * on its figures.
 */
export function linkObeyed(context: BindContext, lines: readonly Line[], columns: readonly number[]): boolean {
  const { grid, unit } = context;
  const values = columns.map((column) => lines.map((line) => amountOfCell(grid, grid.at(line.row.row, column), unit).fen));
  let isOpen = false;
  for (const part of partsOf(lines)) {
    const { members } = part;
    if (!members.some((i) => lines[i].row.kind === 'extra' && lines[i].label.base !== '' && values.some((of) => of[i] !== 0))) continue;
    isOpen = true;
    const figures = values.map((of) => ({ own: members.map((i) => of[i]), target: of[part.total] - (part.without < 0 ? 0 : of[part.without]) }));
    const printed = parentsByLevels(members.map((i) => levelOf(context, lines[i])));
    const shown = members.length > LONGEST_SEARCH ? [] : figures.map(({ own, target }) => parseForest(own, 0, own.length, target)).filter((tree) => tree !== null);
    const tree = [printed, ...shown].map((parents) => borneOut(parents, figures, unit === 'wanyuan' ? 5000 : 0)).find((sums) => sums.has(-1));
    if (!tree) continue;
    for (const i of members) lines[i].row = { ...lines[i].row, kind: 'ofWhich', parent: -1 };
    for (const [above, below] of tree) for (const k of below) lines[members[k]].row = { ...lines[members[k]].row, kind: 'item', parent: above < 0 ? part.total : members[above] };
  }
  return isOpen;
}

/** The lines above 本年合计, and those between it and 总计; 其中 lines are parts of nothing but the line above them. */
function partsOf(lines: readonly Line[]): readonly Part[] {
  const totals = lines.flatMap(({ total, row }, i) => (total !== '' || row.key === '本年合计' ? [i] : []));
  if (totals[0] === 0) return [];
  return totals.slice(0, 2).map((total, k): Part => {
    const from = k === 0 ? 0 : totals[0] + 1;
    const members = lines.flatMap((line, i) => (i >= from && i < total && !line.label.ofWhich && line.label.base !== '' ? [i] : []));
    return { members, total, without: k === 0 ? -1 : totals[0] };
  });
}

/** The room in front of a name, then its number. */
function levelOf({ grid }: BindContext, { row: { row, labelCell }, label }: Line): number {
  const raw = labelCell ? grid.raw(row, labelCell.column) : '';
  let room = labelCell ? labelCell.column : 0;
  for (let i = 0; i < raw.length && raw[i].trim() === ''; i++) room += raw[i] === '\u3000' ? 2 : 1;
  return room * (UNNUMBERED + 1) + (OUTLINE_LEVEL[label.style] || UNNUMBERED);
}

interface Figures {
  readonly own: readonly number[];
  readonly target: number;
}

/** The lines below each line (-1: the total) where some column of several bears out that they add up to it. */
function borneOut(parents: readonly number[], figures: readonly Figures[], slack: number): ReadonlyMap<number, readonly number[]> {
  const below = new Map<number, number[]>();
  parents.forEach((parent, k) => below.set(parent, [...(below.get(parent) ?? []), k]));
  const outcomes = new Map([...below].map(([above, list]) => [above, figures.map(({ own, target }) => {
    const [whole, sum] = [above < 0 ? target : own[above], list.reduce((n, k) => n + own[k], 0)];
    return whole === 0 && sum === 0 ? 'nothing' : Math.abs(whole - sum) <= slack * list.length ? 'held' : 'broken';
  })] as const));
  const isStrange = figures.map((_, c) => [...outcomes.values()].filter((of) => of[c] === 'broken').length > MOST_BROKEN);
  return new Map([...below].filter(([above]) => {
    const of = outcomes.get(above) ?? [];
    return of.includes('held') && !of.some((outcome, c) => outcome === 'broken' && isStrange[c]);
  }));
}
