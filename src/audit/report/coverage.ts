import type { EquationStore } from '../equations/model';
import { AmountState } from '../equations/model';
import type { Recognition } from '../tables';
import { rectAddress, type WorkbookSnapshot } from '../workbook';
import type { Coverage } from './model';

/** Which filled amount cells stand in at least one equation; the others as ranges a sheet. */
export function coverageOf(recognition: Recognition, equations: EquationStore, workbook: WorkbookSnapshot): Coverage {
  const { amounts } = recognition;
  const covered = new Uint8Array(amounts.count);
  for (const cell of equations.cell) covered[cell] = 1;
  let amountCells = 0;
  let coveredCells = 0;
  const open = new Map<number, { row: number; column: number }[]>();
  for (let a = 0; a < amounts.count; a++) {
    if (amounts.state[a] === AmountState.blank) continue;
    amountCells++;
    if (covered[a]) coveredCells++;
    else {
      const list = open.get(amounts.sheet[a]);
      const at = { row: amounts.row[a], column: amounts.column[a] };
      if (list) list.push(at);
      else open.set(amounts.sheet[a], [at]);
    }
  }
  return {
    amountCells,
    coveredCells,
    uncovered: [...open].sort((a, b) => a[0] - b[0]).map(([sheet, cells]) => ({ sheet: workbook.sheets[sheet].name, ranges: runs(cells) })),
  };
}

/** Vertical runs of cells as ranges. */
function runs(cells: { row: number; column: number }[]): string[] {
  cells.sort((a, b) => a.column - b.column || a.row - b.row);
  const ranges: string[] = [];
  let from = 0;
  for (let i = 1; i <= cells.length; i++) {
    const goesOn = i < cells.length && cells[i].column === cells[i - 1].column && cells[i].row === cells[i - 1].row + 1;
    if (goesOn) continue;
    ranges.push(rectAddress({ top: cells[from].row, left: cells[from].column, bottom: cells[i - 1].row, right: cells[i - 1].column }));
    from = i;
  }
  return ranges;
}
