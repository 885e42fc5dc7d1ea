import { describe, expect, it } from 'vitest';
import { createExcelHost } from '../../src/excel';
import { asHostError, officeErrorCodes } from '../../src/excel/errors';
import { HostError, type WorkbookHost } from '../../src/host/workbookHost';
import { workbookOf } from '../host/workbooks';
import { connectedExcel } from './node/connect';

const cell = { sheet: 0, row: 0, column: 0 };
const commands: readonly (readonly [string, (host: WorkbookHost) => Promise<unknown>])[] = [
  ['capabilities', (host) => host.capabilities()],
  ['snapshot', (host) => host.snapshot()],
  ['mark', (host) => host.mark([{ cell, style: 'error', note: '' }])],
  ['clearMarks', (host) => host.clearMarks()],
  ['goTo', (host) => host.goTo(cell)],
  ['writeNumber', (host) => host.writeNumber(cell, 1)],
  ['onEdit', (host) => host.onEdit(() => undefined)],
  ['readState', (host) => host.readState()],
  ['writeState', (host) => host.writeState('{}')],
];

describe.each(commands)('%s', (_, command) => {
  it('says so while a cell is being edited', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [[1]] }));
    excel.faults.isCellEdited = true;
    const error = await command(host).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: 'cellEditMode' });
  });

  it('says so where Office is too old or missing', async () => {
    const { host } = connectedExcel(workbookOf({ 表1: [[1]] }), { apiSet: '1.8' });
    await expect(command(host)).rejects.toMatchObject({ name: 'HostError', code: 'oldOffice' });
    await expect(command(createExcelHost())).rejects.toMatchObject({ name: 'HostError', code: 'officeUnreachable' });
  });
});

describe('the errors of office.js', () => {
  it('are all known', () => {
    const { Excel, OfficeExtension } = connectedExcel(workbookOf({ 表1: [] })).library;
    const codes = [...Object.values(Excel.ErrorCodes), ...Object.values(OfficeExtension.ErrorCodes), ...Object.values(OfficeExtension.CoreErrorCodes)];
    expect(codes.length).toBeGreaterThan(40);
    for (const code of codes.filter((value) => typeof value === 'string')) expect(Object.keys(officeErrorCodes), code).toContain(code);
  });

  it('keep the account of office.js in the detail', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [[1]] }, { 表1: { isProtected: true } }));
    await host.snapshot();
    const error = (await host.writeNumber(cell, 1).catch((thrown: unknown) => thrown)) as HostError;
    expect(error.code).toBe('protected');
    expect(error.detail).toContain('AccessDenied');
    expect(error.detail).toContain('errorLocation');
    expect(error.cause).toBeInstanceOf(Error);
    excel.faults.refuse = (member) => (member === 'Worksheet.GetUsedRangeOrNullObject' ? 'GeneralException' : null);
    await expect(host.snapshot()).rejects.toMatchObject({ code: 'failed', detail: expect.stringContaining('GeneralException') });
  });

  it('tell a read-only workbook from a protected sheet', () => {
    const denied = (debugInfo: object) => Object.assign(new Error('no'), { code: 'AccessDenied', debugInfo });
    expect(asHostError(denied({ errorLocation: 'Range.values' })).code).toBe('protected');
    expect(asHostError(denied({})).code).toBe('readOnly');
  });

  it('are never anything but a HostError, whatever was thrown', () => {
    expect(asHostError('text')).toMatchObject({ code: 'failed', detail: 'text' });
    expect(asHostError(new TypeError('no such function'))).toMatchObject({ code: 'failed' });
    const own = new HostError('tooLarge', 'x');
    expect(asHostError(own)).toBe(own);
  });
});

describe('interrupted work', () => {
  it('goes on after a refusal: the next command is not held up', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [[1]] }));
    excel.faults.isCellEdited = true;
    await expect(host.mark([{ cell, style: 'error', note: '' }])).rejects.toMatchObject({ code: 'cellEditMode' });
    excel.faults.isCellEdited = false;
    expect((await host.mark([{ cell, style: 'error', note: '' }])).markedCells).toBe(1);
  });

  it('keeps the earlier marks where the user begins to edit a cell between two round trips', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [[1]] }));
    await host.mark([{ cell, style: 'error', note: '' }]);
    const [before] = excel.book.sheets[0].formats;
    const done = excel.traffic.length;
    excel.faults.refuse = () => {
      excel.faults.isCellEdited ||= excel.traffic.length === done;
      return null;
    };
    await expect(host.mark([{ cell, style: 'warning', note: '' }])).rejects.toMatchObject({ code: 'cellEditMode' });
    expect(excel.book.sheets[0].formats).toEqual([before]);
  });
});

describe('state in the workbook', () => {
  it('ignores what a later version of ours may have kept', async () => {
    const { host, excel } = connectedExcel(workbookOf({ 表1: [] }));
    excel.book.settings.set('gouji', { version: 2, everything: 'else' });
    expect(await host.readState()).toBeNull();
  });
});
