import { describe, expect, it } from 'vitest';
import { createEditQueue, restBeforeSlow, type CellEdit } from '../../src/taskpane/control/editQueue';

const edit = (row: number): CellEdit => ({ cell: { sheet: 0, row, column: 0 }, content: null });

/** A queue whose clock and waiting are moved by hand; a re-check takes `took` ms. */
function queue(took: number) {
  const applied: number[][] = [];
  const waiting: { run: () => void; ms: number }[] = [];
  let clock = 0;
  const made = createEditQueue({
    async apply(edits) {
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
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  const rest = (): Promise<void> => {
    waiting.splice(0).forEach(({ run }) => run());
    return settled();
  };
  return { made, applied, waiting, settled, rest };
}

describe('edits while the user types', () => {
  it('are re-checked at once while that is quick', async () => {
    const { made, applied, waiting, settled } = queue(10);
    for (const row of [1, 2, 3]) {
      made.add([edit(row)]);
      await settled();
    }
    expect([applied, waiting]).toEqual([[[1], [2], [3]], []]);
  });

  it('that come while a re-check runs follow in one, and count as waiting until then', async () => {
    const { made, applied, settled } = queue(10);
    for (const row of [1, 2, 3]) made.add([edit(row)]);
    expect([applied, made.isWaiting()]).toEqual([[[1]], true]);
    await settled();
    await settled();
    expect([applied, made.isWaiting()]).toEqual([[[1], [2, 3]], false]);
  });

  it('wait for the hands to rest where a re-check is slow, and are then re-checked together', async () => {
    const { made, applied, waiting, settled, rest } = queue(80);
    made.add([edit(1)]);
    await settled();
    for (const row of [2, 3, 4]) made.add([edit(row)]);
    expect(applied).toEqual([[1]]);
    expect(waiting.map(({ ms }) => ms)).toEqual([restBeforeSlow]);
    await rest();
    expect(applied).toEqual([[1], [2, 3, 4]]);
  });

  it('wait from the first one on in a workbook whose audit was long', async () => {
    const { made, applied, rest } = queue(10);
    made.restart(120);
    made.add([edit(1)]);
    expect(applied).toEqual([]);
    await rest();
    made.add([edit(2)]);
    expect(applied).toEqual([[1], [2]]);
  });

  it('are applied before a proposal that is taken over, and dropped by a new reading', async () => {
    const { made, applied, waiting, settled } = queue(80);
    made.restart(120);
    made.add([edit(1)]);
    made.addNow([edit(2)]);
    expect(applied).toEqual([[1, 2]]);
    await settled();
    made.add([edit(3)]);
    made.restart(0);
    expect([applied.length, waiting]).toEqual([1, []]);
  });
});
