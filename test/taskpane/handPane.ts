import { WorkbookBuilder, type CellPosition } from '../../src/audit/workbook';
import { MemoryHost } from '../../src/host/memory';
import type { AuditChoice } from '../../src/taskpane/auditPort';
import { createPaneControl } from '../../src/taskpane/control';
import { textsFor } from '../../src/taskpane/text';
import { stageAudit } from '../browser/stage/stageAudit';
import { memoryOwnStates } from './ownStates';
import { threeCauses } from './reports';

export const E16: CellPosition = { sheet: 1, row: 15, column: 4 };
export const H16: CellPosition = { sheet: 1, row: 15, column: 7 };
export const F8: CellPosition = { sheet: 0, row: 7, column: 5 };

/** Four sheets with a figure or two: what the stage's report speaks of. */
export function workbook(isProtected = false) {
  const builder = new WorkbookBuilder('002.xlsx');
  for (const name of ['表4', '表6', '目录', '表1']) {
    const sheet = builder.sheet(name);
    sheet.number(15, 4, 50000);
    sheet.number(7, 5, 65200);
    builder.add(sheet.finish({ isProtected: isProtected && name === '表6' }));
  }
  return builder.finish();
}

/** A pane whose clock and waiting are in the test's hand: `tick()` runs what was waiting. */
export function pane(host = new MemoryHost(workbook())) {
  const waiting: { run: () => void; ms: number }[] = [];
  const choices: AuditChoice[] = [];
  const audit = stageAudit(threeCauses(), {
    f1: { sheet: '表6', address: 'E16', value: 70200 },
    f2: { sheet: '表6', address: 'E16', value: 70200 },
    f3: { sheet: '表4', address: 'F8', value: 55200 },
  });
  const control = createPaneControl({
    host,
    openAudit: (snapshot, choice) => {
      choices.push(choice);
      return audit(snapshot, choice);
    },
    texts: textsFor('zh-CN'),
    ownStates: memoryOwnStates(),
    // A busy machine must not make a re-check look slow: slow ones wait for a rest.
    now: () => 0,
    wait(run, ms) {
      if (ms === 0) {
        queueMicrotask(run);
        return () => undefined;
      }
      const entry = { run, ms };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), waiting.includes(entry) ? 1 : 0);
    },
  });
  /** The audit has answered. */
  const settled = async (): Promise<void> => {
    // Whatever waits for nothing but promises is done before the next turn.
    await new Promise((resolve) => setTimeout(resolve));
  };
  const tick = async (): Promise<void> => {
    for (const { run } of waiting.splice(0)) run();
    await settled();
  };
  return { host, control, waiting, tick, settled, choices, state: () => control.store.getState() };
}
