import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../../src/host/memory';
import { HostError } from '../../src/host/workbookHost';
import { readSettings } from '../../src/taskpane/state';
import { E16, pane, workbook } from './handPane';

describe('opening', () => {
  it('recognises the workbook and writes nothing', async () => {
    const { control, host, state } = pane();
    const before = host.version;
    await control.start();
    expect(state()).toMatchObject({ phase: 'ready', audited: false });
    expect([host.version, await host.readState()]).toEqual([before, null]);
  });

  it('says in words why an old Excel cannot be used', async () => {
    class Old extends MemoryHost {
      override async capabilities(): Promise<never> {
        throw new HostError('oldOffice', '1.7');
      }
    }
    const { control, state } = pane(new Old(workbook()));
    await control.start();
    expect(state().notice).toEqual({ kind: 'hostError', code: 'oldOffice', detail: '1.7' });
  });
});

describe('auditing', () => {
  it('marks the suspects, unless the user switched that off', async () => {
    const { control, host, state } = pane();
    await control.start();
    await control.audit();
    expect(host.markAt(E16)?.style).toBe('suspect');
    expect(state().notice).toBeNull();
    await control.marking.clear();
    expect(host.marks()).toEqual([]);
    await control.change({ autoMark: false });
    await control.audit();
    expect(host.marks()).toEqual([]);
  });

  it('lists the findings of a protected sheet and says what was refused', async () => {
    const { control, state } = pane(new MemoryHost(workbook(true)));
    await control.start();
    await control.audit();
    expect(state().notice).toMatchObject({ kind: 'marked', refused: [{ sheet: '表6', code: 'protected' }] });
    expect(control.rows(state())).not.toHaveLength(0);
  });

  it('can be cancelled while it reads', async () => {
    class Slow extends MemoryHost {
      override snapshot(options: Parameters<MemoryHost['snapshot']>[0] = {}): ReturnType<MemoryHost['snapshot']> {
        return new Promise((_, reject) => options.signal?.addEventListener('abort', () => reject(new HostError('cancelled', ''))));
      }
    }
    const { control, state } = pane(new Slow(workbook()));
    const opening = control.start();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    control.cancel();
    await opening;
    expect(state()).toMatchObject({ phase: 'idle', notice: { code: 'cancelled' } });
  });

  it('audits again with the year and family the user chose, and keeps them in the workbook', async () => {
    const { control, host, choices } = pane();
    await control.start();
    await control.change({ year: 2023, family: 'generic' });
    expect(choices.at(-1)).toEqual({ lang: 'zh', year: 2023, family: 'generic' });
    expect(readSettings(await host.readState(), true).settings).toMatchObject({ year: 2023, family: 'generic' });
  });
});

describe('going about', () => {
  it('goes from problem to problem and selects their cells, round and round', async () => {
    const { control, host, state } = pane();
    await control.start();
    await control.audit();
    await control.navigation.stop(1);
    expect([state().view.active, host.selection]).toEqual(['g:g1', E16]);
    await control.navigation.stop(1);
    await control.navigation.stop(1);
    expect(state().view.active).toBe('f:f4');
    await control.navigation.stop(1);
    expect(state().view.active).toBe('g:g1');
    await control.navigation.stop(-1);
    expect(state().view.active).toBe('f:f4');
  });

  it('opens with →, steps in, steps out and closes with ←', async () => {
    const { control, state } = pane();
    await control.start();
    await control.audit();
    const { navigation } = control;
    navigation.move(1);
    navigation.open();
    navigation.open();
    expect(state().view.active).toBe('g:g1/f:f1');
    navigation.close();
    expect(state().view.active).toBe('g:g1');
    navigation.close();
    expect(control.rows(state())).toHaveLength(3);
  });

  it('says so when the sheet of a cell is gone', async () => {
    const { control, state } = pane();
    await control.start();
    await control.navigation.goTo({ sheet: '表99', address: 'A1' });
    expect(state().notice).toMatchObject({ code: 'sheetGone' });
  });
});
