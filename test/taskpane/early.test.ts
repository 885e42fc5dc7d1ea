import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../../src/host/memory';
import { HostError } from '../../src/host/workbookHost';
import { defaultSettings, writeSettings } from '../../src/taskpane/state';
import { E16, pane, workbook } from './handPane';

/** A workbook that is opened and read only when the test lets go. */
class Held extends MemoryHost {
  reads = 0;
  letOpen: () => void = () => undefined;
  letRead: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.letOpen = resolve));
  private readonly readable = new Promise<void>((resolve) => (this.letRead = resolve));
  override async capabilities(): ReturnType<MemoryHost['capabilities']> {
    await this.opened;
    return super.capabilities();
  }
  override async snapshot(options: Parameters<MemoryHost['snapshot']>[0] = {}): ReturnType<MemoryHost['snapshot']> {
    this.reads++;
    await this.readable;
    return super.snapshot(options);
  }
}

describe('pressed before the pane is ready', () => {
  it('audits as soon as the workbook is open, reading it once', async () => {
    const host = new Held(workbook());
    const { control, state } = pane(host);
    const opening = control.start();
    const audit = control.audit();
    expect(state()).toMatchObject({ phase: 'reading', asked: true });
    host.letOpen();
    host.letRead();
    await opening;
    expect([await audit, host.reads]).toEqual([true, 1]);
    expect(state()).toMatchObject({ phase: 'ready', audited: true, asked: false });
    expect(host.markAt(E16)?.style).toBe('suspect');
  });

  it('audits what is being recognised, reading it once', async () => {
    const host = new Held(workbook());
    const { control, settled, state } = pane(host);
    const opening = control.start();
    host.letOpen();
    await settled();
    expect(state()).toMatchObject({ phase: 'reading', asked: false });
    const audit = control.audit();
    expect(state()).toMatchObject({ phase: 'reading', asked: true });
    host.letRead();
    await opening;
    expect([await audit, host.reads]).toEqual([true, 1]);
    expect(state()).toMatchObject({ phase: 'ready', audited: true });
  });

  it('is taken back by 取消', async () => {
    const host = new Held(workbook());
    const { control, state } = pane(host);
    const opening = control.start();
    const audit = control.audit();
    control.cancel();
    host.letOpen();
    host.letRead();
    await opening;
    expect(await audit).toBe(false);
    expect(state()).toMatchObject({ phase: 'idle', audited: false, asked: false, notice: { code: 'cancelled' } });
  });

  it('says in words why it cannot', async () => {
    class Old extends MemoryHost {
      override async capabilities(): Promise<never> {
        throw new HostError('oldOffice', '1.7');
      }
    }
    const { control, state } = pane(new Old(workbook()));
    const opening = control.start();
    const audit = control.audit();
    await opening;
    expect(await audit).toBe(false);
    expect(state()).toMatchObject({ phase: 'idle', asked: false, notice: { code: 'oldOffice' } });
  });

  it('keeps a setting without losing what the workbook brought', async () => {
    const host = new Held(workbook());
    await host.writeState(writeSettings({ ...defaultSettings, explained: { f1: { text: '年中追加', by: '张', date: '2026-03-01', figures: '', isTheirs: false } } }, null));
    const { control, state } = pane(host);
    const opening = control.start();
    const change = control.change({ live: false });
    host.letOpen();
    host.letRead();
    await Promise.all([opening, change]);
    expect(state()).toMatchObject({ settings: { live: false }, kept: { explained: { f1: { text: '年中追加' } } } });
    expect(await host.readState()).toContain('年中追加');
  });
});
