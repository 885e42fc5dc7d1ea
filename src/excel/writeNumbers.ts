import { cellAddress } from '../audit/workbook';
import { HostError, type NumberWrite } from '../host/workbookHost';
import type { OwnWrites } from './edits/ownWrites';
import type { SheetName } from './sheets';

/**
 * Writes figures in one request. Excel stops at the first refused action and keeps those before it, so the sheets that
 * may refuse come first: a refusal then leaves everything as it was.
 */
export async function writeNumbers(
  context: Excel.RequestContext,
  sheets: readonly SheetName[],
  writes: readonly NumberWrite[],
  ownWrites: OwnWrites,
): Promise<void> {
  const missing = writes.find(({ cell }) => !sheets[cell.sheet]);
  if (missing) throw new HostError('sheetGone', `sheet ${missing.cell.sheet} of ${sheets.length}`);
  // An empty text blanks a cell; null would leave it as it is.
  const own = writes.map(({ cell, value }) => ({ id: sheets[cell.sheet].id, cell, address: cellAddress(cell.row, cell.column), value: value ?? ('' as const) }));
  const isProtected = await protection(context, [...new Set(own.map(({ id }) => id))]);
  own.sort((a, b) => Number(isProtected(b.id)) - Number(isProtected(a.id)));
  for (const { id, cell, address, value } of own) {
    context.workbook.worksheets.getItem(id).getRangeByIndexes(cell.row, cell.column, 1, 1).values = [[value]];
    ownWrites.expect(id, address, value);
  }
  try {
    await context.sync();
  } catch (error) {
    for (const { id, address, value } of own) ownWrites.forget(id, address, value);
    throw error;
  }
}

/** Which of the sheets are protected; asked only where there are several, for one alone cannot be half written. */
async function protection(context: Excel.RequestContext, ids: readonly string[]): Promise<(id: string) => boolean> {
  if (ids.length < 2) return () => false;
  const asked = ids.map((id) => ({ id, protection: context.workbook.worksheets.getItem(id).protection.load('protected') }));
  await context.sync();
  const found = new Set(asked.filter((each) => each.protection.protected).map(({ id }) => id));
  return (id) => found.has(id);
}
