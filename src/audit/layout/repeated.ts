type Paths = Map<number, string[]>;

/** Groups of fewer columns are alike by chance. */
const FEWEST = 3;

/**
 * Gives words back that one of two groups of columns lost: 上年 and 本年 above 合计 | 出国 | 用车 { 小计 | 购置 | 运行 } each, where the second has no word 用车.
 * Only where the groups follow one another, are as wide, and each column of the one ends as that of the other does, or lacks its last word.
 */
export function mendRepeated(paths: Paths): void {
  const groups = groupsOf(paths);
  groups.forEach((group, i) => {
    for (const other of [groups[i - 1], groups[i + 1]]) {
      if (other === undefined || other.length !== group.length || group.length < FEWEST) continue;
      const inner = (column: number): readonly string[] => (paths.get(column) ?? []).slice(1);
      const pairs = group.map((column, k) => ({ column, own: inner(column), whole: inner(other[k]) }));
      const short = pairs.filter(({ own, whole }) => own.length < whole.length);
      if (short.length === 0 || short.length === pairs.length || !pairs.every(({ own, whole }) => endsAs(own, whole) || lacksLast(own, whole))) continue;
      for (const { column, whole } of short) paths.set(column, [(paths.get(column) ?? [])[0], ...whole]);
    }
  });
}

/**
 * The first of two groups' columns lost its word: 2025年预算数 above nothing, beside it 基本支出 | 项目支出 without a word above them, and below 2026年预算数
 * 合计 | 基本支出 | 项目支出. They stand below the first word as those do below the second.
 */
export function mendHeadless(paths: Paths): void {
  for (const group of groupsOf(paths)) {
    const inner = group.map((column) => (paths.get(column) ?? []).slice(1));
    if (group.length < FEWEST || inner.some((words) => words.length !== 1)) continue;
    for (const first of [group[0] - group.length, group[0] + group.length]) {
      const own = group.map((_, k) => paths.get(first + k) ?? []);
      const isHeadless = own[0].length === 1 && own[0][0] !== inner[0][0] && own.slice(1).every((path, k) => path.length === 1 && path[0] === inner[k + 1][0]);
      if (isHeadless) group.forEach((_, k) => paths.set(first + k, [own[0][0], ...inner[k]]));
    }
  }
}

/** Stands for the word above a group of columns that was lost, and is shown where the table's reading is; no vocabulary knows it. */
export const LOST = '(缺字)';

/** 合计 | 出国 | 接待, and then below 当年预算数 the same once more: the first ones stood below a word of their own (上年预算数), which says what they are. */
export function markLost(paths: Paths): void {
  for (const group of groupsOf(paths)) {
    const before = group.map((_, k) => group[0] - group.length + k);
    const isAlike = group.length >= FEWEST && group.every((column, k) => (paths.get(before[k]) ?? []).join('|') === (paths.get(column) ?? []).slice(1).join('|'));
    if (isAlike) for (const column of before) paths.set(column, [LOST, ...(paths.get(column) ?? [])]);
  }
}

/** Neighbouring columns below one word of the top row. */
function groupsOf(paths: Paths): number[][] {
  const groups: number[][] = [];
  for (const column of [...paths.keys()].sort((a, b) => a - b)) {
    const path = paths.get(column) ?? [];
    const last = groups[groups.length - 1];
    if (path.length < 2) groups.push([]);
    else if (last !== undefined && last.length > 0 && (paths.get(last[0]) ?? [])[0] === path[0]) last.push(column);
    else groups.push([column]);
  }
  return groups.filter((group) => group.length > 0);
}

/** 用车 of 用车 | 小计. */
const lacksLast = (own: readonly string[], whole: readonly string[]): boolean => own.length > 0 && own.length === whole.length - 1 && own.every((word, i) => word === whole[i]);

const endsAs = (own: readonly string[], whole: readonly string[]): boolean => own.length > 0 && own.length <= whole.length && own.every((word, i) => word === whole[whole.length - own.length + i]);
