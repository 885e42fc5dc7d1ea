/** Where so much is wrong that a value which fits may fit by chance. */
import type { JudgedCause } from './alternatives';
import { isUnspecific } from './kinds';
import type { DiagnosisInput } from './model';
import type { SearchState } from './state';

/** So many figures of one column that only their sums call wrong: its rows are out of place. */
const leastInLine = 3;

/** A column of a block. */
export function lineOf({ system }: SearchState, { blockOf }: DiagnosisInput, cell: number): number {
  return (blockOf?.(cell) ?? system.amounts.sheet[cell]!) * 16_384 + system.amounts.column[cell]!;
}

export function disorderedLines(state: SearchState, input: DiagnosisInput, causes: readonly JudgedCause[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { best } of causes) {
    for (const line of new Set(best.filter((move) => isUnspecific(state.system, input, move, best)).map((move) => lineOf(state, input, move.cell)))) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, n]) => n >= leastInLine).map(([line]) => line));
}

/** Which blocks have wrong figures, and whether a relation applies only because of figures there. */
export class Trouble {
  /** Block → the causes with cells in it; −1 = an equation that nothing explains. */
  private readonly causesIn = new Map<number, Set<number>>();

  constructor(state: SearchState, private readonly input: DiagnosisInput, causes: readonly JudgedCause[], open: readonly number[]) {
    const { start, cell } = state.system.equations;
    causes.forEach(({ best }, index) => best.forEach((move) => this.note(move.cell, index)));
    for (const e of open) for (let t = start[e]!; t < start[e + 1]!; t++) this.note(cell[t]!, -1);
  }

  private note(cell: number, cause: number): void {
    const block = this.input.blockOf?.(cell);
    if (block === undefined) return;
    const known = this.causesIn.get(block);
    if (known) known.add(cause);
    else this.causesIn.set(block, new Set([cause]));
  }

  /** The equation may not apply at all: something else is wrong in the table that decided that it does. */
  rulesOut(equation: number, self: number): boolean {
    const { conditionsOf, blockOf } = this.input;
    if (!conditionsOf || !blockOf) return false;
    for (const cell of conditionsOf(equation)) for (const cause of this.causesIn.get(blockOf(cell)) ?? []) if (cause !== self) return true;
    return false;
  }
}
