import type { EquationStore } from './model';

/** The equations of each amount cell: those of cell a are equation[start[a]] … equation[start[a+1]−1], ascending. */
export interface EquationIndex {
  readonly start: Uint32Array;
  readonly equation: Uint32Array;
}

export function transpose(equations: EquationStore, cells: number): EquationIndex {
  const start = new Uint32Array(cells + 1);
  for (const cell of equations.cell) start[cell + 1]++;
  for (let a = 0; a < cells; a++) start[a + 1] += start[a];
  const next = start.slice();
  const equation = new Uint32Array(equations.cell.length);
  for (let e = 0; e < equations.count; e++) {
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) equation[next[equations.cell[t]]++] = e;
  }
  return { start, equation };
}
