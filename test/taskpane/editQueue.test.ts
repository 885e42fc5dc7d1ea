import { describe, expect, it } from 'vitest';
import { createEditQueue, restBeforeSlow, type CellEdit } from '../../src/taskpane/control/editQueue';

const edit = (row: number): CellEdit => ({ cell: { sheet: 0, row, column: 0 }, content: null });

/** A queue whose clock and waiting are moved by hand; a re-check takes `took` ms. */
function queue(took: number) {
  const applied: number[][] = [];
  const waiting: { run: () => void; ms: number }[] = [];
  let clock = 0;
  const made = createEditQueue({
    apply(edits) {
      applied.push(edits.map(({ cell }) => cell.row));
      clock += took;
    },
    wait(run, ms) {
      const entry = { run, ms };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), waiting.includes(entry) ? 1 : 0);
    },
    now: () => clock,
  });
  return { made, applied, waiting, rest: () => waiting.splice(0).forEach(({ run }) => run()) };
}

describe('edits while the user types', () => {
  it('are re-checked at once while that is quick', () => {
    const { made, applied, waiting } = queue(10);
    for (const row of [1, 2, 3]) made.add([edit(row)]);
    expect([applied, waiting]).toEqual([[[1], [2], [3]], []]);
  });

  it('wait for the hands to rest where a re-check is slow, and are then re-checked together', () => {
    const { made, applied, waiting, rest } = queue(80);
    made.add([edit(1)]);
    for (const row of [2, 3, 4]) made.add([edit(row)]);
    expect(applied).toEqual([[1]]);
    expect(waiting.map(({ ms }) => ms)).toEqual([restBeforeSlow]);
    rest();
    expect(applied).toEqual([[1], [2, 3, 4]]);
  });

  it('wait from the first one on in a workbook whose audit was long', () => {
    const { made, applied, rest } = queue(10);
    made.restart(120);
    made.add([edit(1)]);
    expect(applied).toEqual([]);
    rest();
    made.add([edit(2)]);
    expect(applied).toEqual([[1], [2]]);
  });

  it('are applied before a proposal that is taken over, and dropped by a new reading', () => {
    const { made, applied, waiting } = queue(80);
    made.restart(120);
    made.add([edit(1)]);
    made.addNow([edit(2)]);
    expect(applied).toEqual([[1, 2]]);
    made.add([edit(3)]);
    made.restart(0);
    expect([applied.length, waiting]).toEqual([1, []]);
  });
});
