import { MemoryHost } from '../../src/host/memory';
import { hostContract } from './contract';
import { plain } from './workbooks';

hostContract('memory', (workbook) => {
  const host = new MemoryHost(workbook);
  let current = workbook;
  const refresh = async (): Promise<void> => void (current = await host.snapshot());
  return {
    host,
    typeNumber: (cell, value) => host.edit(cell, { kind: 'number', value }),
    visible: () => [plain(current), host.marks(), host.explanationsShown],
    selected: () => host.selection,
    settle: refresh,
    exchanged: () => ({ roundTrips: 0, bytes: 0 }),
    // Its marks are those placed last: nothing else can bring one back.
    orphan: null,
  };
});
