import type { Row } from './rows';

/** Where a row stands among its siblings, for screen readers (the list draws only what is in view). */
export interface TreePosition {
  readonly position: number;
  readonly size: number;
}

export function treePositions(rows: readonly Row[]): readonly TreePosition[] {
  const positions: { position: number; size: number }[] = [];
  // The open run of siblings at each level, as indices into `rows`.
  const runs: number[][] = [];
  const end = (level: number): void => {
    while (runs.length >= level) {
      const run = runs.pop() ?? [];
      run.forEach((index, i) => (positions[index] = { position: i + 1, size: run.length }));
    }
  };
  rows.forEach((row, index) => {
    end(row.level + 1);
    (runs[row.level - 1] ??= []).push(index);
  });
  end(1);
  return positions;
}
