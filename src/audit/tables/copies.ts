import type { SheetGrid } from '../workbook';
import type { Candidate } from './candidate';
import type { TableOf } from './titles';

/** Fewer rows may be alike by chance, and a wrong figure may stand in one of them. */
const [FEWEST_ROWS, ALIKE] = [3, 0.8];

/** Tables with a title that stand in a workbook twice, row by row the same: sums over both would count everything twice. */
export class Copies {
  private readonly seen = new Map<string, Candidate[]>();

  /** Whether the same table was there before; from now on it was. */
  wasThere(candidate: Candidate, { definition }: TableOf): boolean {
    const title = candidate.layout.title?.core ?? '';
    if (definition.repeat || title === '') return false;
    const key = `${definition.id}|${title}`;
    const before = this.seen.get(key);
    if (!before) this.seen.set(key, [candidate]);
    else if (before.some((other) => isSame(other, candidate))) return true;
    else before.push(candidate);
    return false;
  }
}

function isSame({ grid: a, layout: left }: Candidate, { grid: b, layout: right }: Candidate): boolean {
  if (left.rows.length !== right.rows.length) return false;
  let [filled, same] = [0, 0];
  left.rows.forEach((row, i) => {
    const text = textOf(a, row);
    if (text === '') return;
    filled++;
    if (text === textOf(b, right.rows[i])) same++;
  });
  return filled >= FEWEST_ROWS && same >= filled * ALIKE;
}

/** The cells of a row; "" where none but zeros are figures. */
function textOf(grid: SheetGrid, row: number): string {
  const [from, to] = grid.cellsOf(row);
  let figures = false;
  const cells: string[] = [];
  for (let i = from; i < to; i++) {
    figures ||= grid.isNumber(i) && grid.sheet.numbers[i] !== 0;
    cells.push(`${grid.sheet.columns[i]} ${grid.rawOf(i)}`);
  }
  return figures ? cells.join('\n') : '';
}
