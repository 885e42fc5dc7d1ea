import { ALIKE } from './alike';
import type { Area } from './areas';
import { contentAt } from './content';
import { alignInOrder, openRuns, pairUnique } from './sequence';

/** Rows from which columns without a header are told. */
const SAMPLE = 400;

/** Old column → new column: by the words above, by what rules call them, then by place and content. A moved column is the same column. */
export function alignColumns(old: Area, now: Area): Map<number, number> {
  const pairs = new Map<number, number>();
  pairUnique(old.columns, now.columns, (c) => old.path(c).join('/'), (c) => now.path(c).join('/'), pairs);
  pairUnique(old.columns, now.columns, (c) => old.columnId(c), (c) => now.columnId(c), pairs);
  const [before, after] = [samplesOf(old), samplesOf(now)];
  const alike = (a: number, b: number): number => share(before.get(a) ?? new Map(), after.get(b) ?? new Map());
  const hasHeader = pairs.size > 0;
  for (const [olds, news] of openRuns(old.columns, now.columns, pairs)) {
    const found = alignInOrder(olds, news, (a, b) => {
      const like = alike(a, b);
      return like >= ALIKE ? like : hasHeader && olds.length === news.length && olds.indexOf(a) === news.indexOf(b) ? 0.01 : 0;
    });
    for (const [a, b] of found) pairs.set(a, b);
  }
  // What was moved across others.
  const taken = new Set(pairs.values());
  for (const a of old.columns) {
    if (pairs.has(a)) continue;
    const b = now.columns.filter((c) => !taken.has(c)).sort((x, y) => alike(a, y) - alike(a, x) || x - y)[0];
    if (b === undefined || alike(a, b) < 2 * ALIKE) continue;
    pairs.set(a, b);
    taken.add(b);
  }
  return pairs;
}

/** How often each content stands in a column; header words count like any other. */
function samplesOf({ grid, rows, columns }: Area): Map<number, Map<string, number>> {
  const samples = new Map(columns.map((column) => [column, new Map<string, number>()] as const));
  for (const row of rows.slice(0, SAMPLE)) {
    for (const column of columns) {
      const { text } = contentAt(grid, row, column);
      const sample = samples.get(column);
      if (text !== '' && sample) sample.set(text, (sample.get(text) ?? 0) + 1);
    }
  }
  return samples;
}

function share(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  let all = 0;
  for (const [text, n] of a) {
    common += Math.min(n, b.get(text) ?? 0);
    all += n;
  }
  for (const n of b.values()) all += n;
  return all === 0 ? 0 : (2 * common) / all;
}
