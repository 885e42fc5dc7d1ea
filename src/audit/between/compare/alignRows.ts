import { ALIKE, filledContents, likeness, rowContents, textLikeness } from './alike';
import type { Area } from './areas';
import { contentAt, type Content } from './content';
import { alignInOrder, openRuns, pairUnique } from './sequence';

/** Old row → new row: the same row of the table or the same content first, in whatever order; then what stands between the same neighbours. */
export function alignRows(old: Area, now: Area, columns: ReadonlyMap<number, number>): Map<number, number> {
  const pairs = new Map<number, number>();
  const [olds, news] = [[...columns.keys()], [...columns.values()]];
  const whole = (area: Area, list: readonly number[]) => memo((row) => signature(area, row, list, false));
  const words = (area: Area, list: readonly number[]) => memo((row) => signature(area, row, list, true));
  const own = (area: Area): ((row: number) => string) => (area.isLoose ? () => '' : area.rowKey);
  const stages: readonly (readonly [(row: number) => string, (row: number) => string])[] = [
    [whole(old, olds), whole(now, news)],
    [own(old), own(now)],
    [words(old, olds), words(now, news)],
  ];
  for (const [before, after] of stages) pairUnique(old.rows, now.rows, before, after, pairs);
  const alike = memoPairs((a, b) => (old.isLoose ? textLikeness(looseText(old, a), looseText(now, b)) : likeness(rowContents(old, a, olds), rowContents(now, b, news))));
  // Rows of one key that stand several times keep their order.
  for (const [before, after] of stages.slice(1)) pairRepeated(old, now, before, after, alike, pairs);
  for (const [left, right] of openRuns(old.rows, now.rows, pairs)) {
    const found = alignInOrder(left, right, (a, b) => (alike(a, b) >= ALIKE ? alike(a, b) : left.length === right.length && left.indexOf(a) === right.indexOf(b) && isShapedAlike(old, a, now, b, columns) ? 0.01 : 0));
    for (const [a, b] of found) pairs.set(a, b);
  }
  return pairs;
}

/** The contents of a row as one text; of its words only, where figures may have changed. "" for a row without any. */
function signature(area: Area, row: number, columns: readonly number[], wordsOnly: boolean): string {
  const contents = area.isLoose ? filledContents(area.grid, row) : rowContents(area, row, columns);
  const parts = contents.map((content: Content) => (wordsOnly && content.number !== null ? '' : content.text));
  return parts.every((part) => part === '') ? '' : parts.join('\u0001');
}

function pairRepeated(old: Area, now: Area, before: (row: number) => string, after: (row: number) => string, alike: (a: number, b: number) => number, pairs: Map<number, number>): void {
  const taken = new Set(pairs.values());
  const groups = groupBy(now.rows.filter((row) => !taken.has(row)), after);
  for (const [key, olds] of groupBy(old.rows.filter((row) => !pairs.has(row)), before)) {
    const news = key === '' ? undefined : groups.get(key);
    if (!news) continue;
    const inStep = olds.length === news.length;
    const found = alignInOrder(olds, news, (a, b) => alike(a, b) + (inStep && olds.indexOf(a) === news.indexOf(b) ? 0.1 : 0.001));
    for (const [a, b] of found) pairs.set(a, b);
  }
}

function groupBy(rows: readonly number[], key: (row: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known) known.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

const looseText = ({ grid }: Area, row: number): string => filledContents(grid, row).map((c) => c.text).join('');

/** Filled in the same columns: a line that was rewritten. */
function isShapedAlike(old: Area, a: number, now: Area, b: number, columns: ReadonlyMap<number, number>): boolean {
  if (old.isLoose) return filledContents(old.grid, a).length === filledContents(now.grid, b).length;
  for (const [left, right] of columns) {
    if ((contentAt(old.grid, a, left).text === '') !== (contentAt(now.grid, b, right).text === '')) return false;
  }
  return true;
}

function memo(of: (row: number) => string): (row: number) => string {
  const known = new Map<number, string>();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) known.set(row, (text = of(row)));
    return text;
  };
}

function memoPairs(of: (a: number, b: number) => number): (a: number, b: number) => number {
  const known = new Map<string, number>();
  return (a, b) => {
    const key = `${a}|${b}`;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = of(a, b)));
    return value;
  };
}
