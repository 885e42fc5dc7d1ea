/** A seeded source of chance: the same seed gives the same workbook, on every machine. */
export class Random {
  private state: number;

  constructor(seed: number | string) {
    // FNV-1a over the seed's text, so that 1 and "1" are the same seed and neighbours are far apart.
    let hash = 0x811c9dc5;
    for (const letter of String(seed)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    this.state = hash >>> 0;
  }

  /** 0 ≤ x < 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer, both ends inclusive. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('pick from an empty list');
    return list[Math.floor(this.next() * list.length)];
  }

  /** `count` different members in a random order; all of them where there are fewer. */
  sample<T>(list: readonly T[], count: number): T[] {
    const copy = [...list];
    const wanted = Math.min(count, copy.length);
    for (let i = 0; i < wanted; i++) {
      const j = this.int(i, copy.length - 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy.slice(0, wanted);
  }

  /** Cuts a whole amount into `parts` positive whole amounts that add up to it again. */
  split(total: number, parts: number): number[] {
    const result: number[] = [];
    let rest = total;
    for (let left = parts; left > 1; left--) {
      const share = Math.max(1, Math.min(rest - (left - 1), Math.round((rest / left) * (0.4 + 1.2 * this.next()))));
      result.push(share);
      rest -= share;
    }
    result.push(rest);
    return result;
  }
}
