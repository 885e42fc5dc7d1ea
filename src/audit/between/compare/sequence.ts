/** Tables of more pairs are not searched for the best: time grows with their number. */
const MOST_PAIRS = 250_000;

type Pair = readonly [old: number, new: number];

/** Pairs members of two lists in order so that the sum of `score` is largest; what scores 0 or less stays alone. */
export function alignInOrder(olds: readonly number[], news: readonly number[], score: (old: number, now: number) => number): Pair[] {
  const n = olds.length;
  const m = news.length;
  if (n === 0 || m === 0) return [];
  if (n * m > MOST_PAIRS) return olds.slice(0, m).map((old, i): Pair => [old, news[i]]).filter(([old, now]) => score(old, now) > 0);
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const gains = new Float64Array(n * m);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const gain = score(olds[i], news[j]);
      gains[i * m + j] = gain;
      const both = gain > 0 ? best[(i + 1) * width + j + 1] + gain : -1;
      best[i * width + j] = Math.max(both, best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const here = best[i * width + j];
    const gain = gains[i * m + j];
    if (gain > 0 && here === best[(i + 1) * width + j + 1] + gain) pairs.push([olds[i++], news[j++]]);
    else if (here === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return pairs;
}

/** Pairs members whose key is there once on either side, in whatever order; adds to `pairs`. */
export function pairUnique(olds: readonly number[], news: readonly number[], keyOld: (old: number) => string, keyNew: (now: number) => string, pairs: Map<number, number>): void {
  const taken = new Set(pairs.values());
  const once = (list: readonly number[], key: (i: number) => string): Map<string, number> => {
    const found = new Map<string, number>();
    for (const i of list) {
      const k = key(i);
      if (k !== '') found.set(k, found.has(k) ? -1 : i);
    }
    return found;
  };
  const there = once(news.filter((i) => !taken.has(i)), keyNew);
  for (const [key, old] of once(olds.filter((i) => !pairs.has(i)), keyOld)) {
    const now = there.get(key);
    if (old >= 0 && now !== undefined && now >= 0) pairs.set(old, now);
  }
}

/** Members that have no partner, in runs between partners: [olds, news] that stand at the same place. */
export function openRuns(olds: readonly number[], news: readonly number[], pairs: ReadonlyMap<number, number>): readonly (readonly [number[], number[]])[] {
  const back = new Map([...pairs].map(([old, now]) => [now, old] as const));
  const runs = new Map<number, [number[], number[]]>();
  const run = (after: number): [number[], number[]] => {
    const known = runs.get(after) ?? [[], []];
    runs.set(after, known);
    return known;
  };
  let last = -1;
  for (const old of olds) {
    if (pairs.has(old)) last = old;
    else run(last)[0].push(old);
  }
  last = -1;
  for (const now of news) {
    const partner = back.get(now);
    if (partner !== undefined) last = partner;
    else run(last)[1].push(now);
  }
  return [...runs.values()].filter(([a, b]) => a.length > 0 && b.length > 0);
}
