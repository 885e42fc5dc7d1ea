/** Formulas of ascending cells, as they come in a message. */
export interface FormulaRun {
  readonly formulaCells: Uint32Array;
  readonly formulas: readonly string[];
}

/**
 * The formulas of a sheet in the runs that they came in. One table of a million entries grows by moving them all, which takes a
 * page's thread a quarter of a second; here nothing is moved, and a formula is found by searching twice.
 */
export class RunsOfFormulas implements ReadonlyMap<number, string> {
  private readonly runs: FormulaRun[] = [];
  size = 0;

  add(run: FormulaRun): void {
    if (run.formulas.length === 0) return;
    this.runs.push(run);
    this.size += run.formulas.length;
  }

  get(cell: number): string | undefined {
    const run = this.runs[lastUpTo(this.runs.length, (i) => this.runs[i].formulaCells[0], cell)];
    if (!run) return undefined;
    const at = lastUpTo(run.formulas.length, (i) => run.formulaCells[i], cell);
    return run.formulaCells[at] === cell ? run.formulas[at] : undefined;
  }

  has(cell: number): boolean {
    return this.get(cell) !== undefined;
  }

  forEach(look: (formula: string, cell: number, all: ReadonlyMap<number, string>) => void): void {
    for (const [cell, formula] of this) look(formula, cell, this);
  }

  *entries(): MapIterator<[number, string]> {
    for (const { formulaCells, formulas } of this.runs) for (let i = 0; i < formulas.length; i++) yield [formulaCells[i], formulas[i]];
  }

  *keys(): MapIterator<number> {
    for (const [cell] of this) yield cell;
  }

  *values(): MapIterator<string> {
    for (const [, formula] of this) yield formula;
  }

  [Symbol.iterator](): MapIterator<[number, string]> {
    return this.entries();
  }
}

/** The last of `count` ascending numbers that is not above `value`; -1 where all are. */
function lastUpTo(count: number, at: (i: number) => number, value: number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
