import { OUTLINE_LEVEL, outlineLabel } from '../../workbook';
import type { BindContext } from '../bind/context';
import type { BoundRow } from '../model';

/** The level of a name without a number: it stands below the last that has one. */
export const UNNUMBERED = 6;

/** The level that the number in front of a row's name gives it, 1 (一、) to 5 (1.1.1); 6 without one. */
export function outlineLevel({ grid }: BindContext, { row, labelCell }: BoundRow): number {
  return (labelCell && OUTLINE_LEVEL[outlineLabel(grid.norm(row, labelCell.column)).style]) || UNNUMBERED;
}

/** true where a numbered row would stand below one whose number is of its own level or a lower one: 二、会议费 is no part of 2.公务用车运行维护费. */
export function contradictsOutline(context: BindContext, rows: readonly BoundRow[], members: readonly number[], parents: readonly number[]): boolean {
  return members.some((row, k) => {
    const own = outlineLevel(context, rows[row]);
    return own < UNNUMBERED && parents[k] >= 0 && outlineLevel(context, rows[parents[k]]) >= own && outlineLevel(context, rows[parents[k]]) < UNNUMBERED;
  });
}

/** The place in the list of what stands above each, the nearest before it of a lower level; -1 at the top. */
export function parentsByLevels(levels: readonly number[]): number[] {
  const open: number[] = [];
  return levels.map((level, k) => {
    while (open.length > 0 && levels[open[open.length - 1]] >= level) open.pop();
    const parent = open[open.length - 1] ?? -1;
    open.push(k);
    return parent;
  });
}

/** Of the sums that the numbers show so many may not fit: a wrong figure is no other tree. */
const MOST_BROKEN = 1;

/**
 * The row above each item (-1: the total) by the numbers in front of the names: 一、基本支出 > 工资福利支出. null where the names bear no
 * numbers, or more than one sum of the first column does not fit.
 */
export function parentsByOutline(context: BindContext, rows: readonly BoundRow[], items: readonly number[], value: (row: number) => number, total: number, slack: number): number[] | null {
  const levels = items.map((i) => outlineLevel(context, rows[i]));
  if (levels[0] !== Math.min(...levels) || new Set(levels).size < 2) return null;
  const parents = parentsByLevels(levels);
  let [held, broken] = [0, 0];
  // 会议费 after 3.公务接待费 may be none of its parts: names without numbers are, where those below some line add up to it.
  let [plainHeld, plainBroken] = [0, 0];
  for (let k = -1; k < items.length; k++) {
    const below = items.filter((_, j) => parents[j] === k);
    const whole = k < 0 ? total : value(items[k]);
    const sum = below.reduce((n, i) => n + value(i), 0);
    if (below.length === 0 || (whole === 0 && sum === 0)) continue;
    const isPlain = k >= 0 && below.every((i) => outlineLevel(context, rows[i]) === UNNUMBERED);
    if (Math.abs(whole - sum) <= slack * below.length) {
      held++;
      if (isPlain) plainHeld++;
    } else {
      broken++;
      if (isPlain) plainBroken++;
    }
  }
  return broken <= MOST_BROKEN && held > broken && plainHeld >= plainBroken ? parents.map((k) => (k < 0 ? -1 : items[k])) : null;
}
