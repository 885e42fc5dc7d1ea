/** Counts of good and all by a name. */
export class Tally {
  private readonly counts = new Map<string, { all: number; good: number }>();

  add(key: string, good: boolean): void {
    const count = this.counts.get(key) ?? { all: 0, good: 0 };
    count.all++;
    if (good) count.good++;
    this.counts.set(key, count);
  }

  /** The most frequent first. */
  entries(): { key: string; all: number; good: number }[] {
    return [...this.counts].map(([key, count]) => ({ key, ...count })).sort((a, b) => b.all - a.all);
  }

  get all(): number {
    return this.entries().reduce((n, e) => n + e.all, 0);
  }

  get good(): number {
    return this.entries().reduce((n, e) => n + e.good, 0);
  }

  toJSON(): unknown {
    return this.entries();
  }
}

/** An example worth looking at: the seed makes the workbook again. */
export interface Note {
  readonly seed: string;
  readonly place: string;
  readonly text: string;
}

export const percent = (good: number, all: number): string => (all === 0 ? '-' : `${((100 * good) / all).toFixed(1)} %`);
