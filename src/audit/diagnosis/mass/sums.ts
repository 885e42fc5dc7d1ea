/** Which run of rows stands one place too high or low, told by the sums down its columns. */
import { isViolated, type SearchState } from '../state';
import { violates } from '../system';

/** Single wrong figures make two sums of a column fail, in one column or another. */
const leastFailing = 3;
const leastShare = 0.25;

/** Of tables with a total and no levels each column has one sum: so many of them must fail. */
const leastColumns = 4;

/** Beyond so many rows, and cells, all runs are not tried. */
const mostRows = 200;
const mostCells = 600;

export interface Run {
  readonly by: 1 | -1;
  readonly from: number;
  readonly to: number;
}

/** A sum down the column: places of its cells with their coefficients. */
interface Sum {
  readonly equation: number;
  readonly line: readonly number[];
  readonly places: readonly number[];
  readonly coefficients: readonly number[];
}

/** The run that closes most sums of the column with most failing ones, or of all columns; null where none closes enough. */
export function runBySums(state: SearchState, failing: readonly number[], lines: readonly (readonly number[])[]): Run | null {
  if (lines.length === 0 || lines[0]!.length > mostRows) return null;
  const columnOf = new Map(lines.flatMap((line, c) => line.filter((cell) => cell >= 0).map((cell) => [cell, c] as const)));
  const counts = lines.map(() => 0);
  for (const e of failing) {
    const column = isViolated(state, e) ? soleColumn(state, e, columnOf) : -1;
    if (column >= 0) counts[column]!++;
  }
  const most = Math.max(...counts);
  const sumsBy = (line: readonly number[]): Sum[] => sumsOf(state, line);
  if (most >= leastFailing) {
    const sums = sumsBy(lines[counts.indexOf(most)]!);
    const run = most < sums.length * leastShare ? null : bestRun(state, lines[0]!.length, sums);
    if (run) return run;
  }
  if ((most < leastFailing && counts.filter((n) => n > 0).length < leastColumns) || lines.length * lines[0]!.length > mostCells) return null;
  return bestRun(state, lines[0]!.length, lines.flatMap(sumsBy));
}

function soleColumn({ system: { equations } }: SearchState, e: number, columnOf: ReadonlyMap<number, number>): number {
  const first = columnOf.get(equations.cell[equations.start[e]!]!) ?? -1;
  for (let t = equations.start[e]! + 1; t < equations.start[e + 1]!; t++) if (columnOf.get(equations.cell[t]!) !== first) return -1;
  return first;
}

function sumsOf(state: SearchState, line: readonly number[]): Sum[] {
  const { from, of, equations } = state.system;
  const placeOf = new Map(line.flatMap((cell, place) => (cell < 0 ? [] : [[cell, place] as const])));
  const found = new Set<number>();
  for (const cell of placeOf.keys()) for (let k = from[cell]!; k < from[cell + 1]!; k++) if (state.skipped[of[k]!] === 0) found.add(of[k]!);
  return [...found].sort((a, b) => a - b).flatMap((equation): Sum[] => {
    const [first, last] = [equations.start[equation]!, equations.start[equation + 1]!];
    const places = [...equations.cell.subarray(first, last)].map((cell) => placeOf.get(cell) ?? -1);
    return places.includes(-1) || places.length < 2 ? [] : [{ equation, line, places, coefficients: [...equations.coefficient.subarray(first, last)] }];
  });
}

/** All runs: each grows by one place at a time, and a place only touches the sums it stands in. */
function bestRun(state: SearchState, length: number, sums: readonly Sum[]): Run | null {
  let best: Run | null = null;
  let most = leastFailing - 1;
  const at = termsByPlace(length, sums);
  for (const by of [1, -1] as const) {
    for (let from = 0; from < length; from++) {
      const trial = new Trial(state, sums);
      for (let to = from; to < length; to++) {
        if (!at[to]!.every((term) => trial.put(term, to, by))) break;
        const gain = trial.gainWithout(at[by === 1 ? to + 1 : from - 1] ?? []);
        if (gain <= most) continue;
        most = gain;
        best = { by, from, to };
      }
    }
  }
  return best;
}

/** A place of a sum, by the sum's index. */
interface Term {
  readonly sum: number;
  readonly coefficient: number;
}

function termsByPlace(length: number, sums: readonly Sum[]): Term[][] {
  const at = Array.from({ length }, (): Term[] => []);
  sums.forEach(({ places, coefficients }, sum) => places.forEach((place, i) => at[place]!.push({ sum, coefficient: coefficients[i]! })));
  return at;
}

/** Sums closed less twice those broken with the figures of a run put back. */
class Trial {
  private readonly shift: Float64Array;
  private readonly gains: Int8Array;
  private gain = 0;

  constructor(private readonly state: SearchState, private readonly sums: readonly Sum[]) {
    this.shift = new Float64Array(sums.length);
    this.gains = new Int8Array(sums.length);
  }

  /** The place takes the figure of the next one; false where there is none. */
  put({ sum, coefficient }: Term, place: number, by: 1 | -1): boolean {
    const { equation, line } = this.sums[sum]!;
    const source = line[place + by] ?? -1;
    if (source < 0) return false;
    const { fen, residual, tolerance, system } = this.state;
    this.shift[sum]! += coefficient * (fen[source]! - fen[line[place]!]!);
    const before = isViolated(this.state, equation);
    const after = violates(system.equations.relation[equation]!, residual[equation]! + this.shift[sum]!, tolerance[equation]!);
    const gain = before === after ? 0 : before ? 1 : -2;
    this.gain += gain - this.gains[sum]!;
    this.gains[sum] = gain;
    return true;
  }

  /** Sums with the lost figure say nothing; a sum has a place once. */
  gainWithout(lost: readonly Term[]): number {
    return lost.reduce((gain, { sum }) => gain - this.gains[sum]!, this.gain);
  }
}
