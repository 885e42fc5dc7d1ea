import { cellAddress } from '../audit/workbook';
import { isHeld } from '../host/holding';
import { HostError, type Holding, type NumberWrite } from '../host/workbookHost';
import type { OwnWrites } from './edits/ownWrites';
import { cellInput, formulaOf } from './read/cells';
import type { SheetName } from './sheets';

/**
 * Writes figures and formulas in one request, after a look at what the cells hold. Excel stops at the first refused action
 * and keeps those before it, so the sheets that may refuse come first: a refusal then leaves everything as it was.
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
  const own = writes.map(({ cell, value, formula, expected }) => ({
    id: sheets[cell.sheet].id, cell, address: cellAddress(cell.row, cell.column), written: formula === undefined ? value ?? ('' as const) : null, formula, expected,
  }));
  await refuseChanged(context, own);
  const isProtected = await protection(context, [...new Set(own.map(({ id }) => id))]);
  own.sort((a, b) => Number(isProtected(b.id)) - Number(isProtected(a.id)));
  for (const { id, cell, address, written, formula } of own) {
    const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(cell.row, cell.column, 1, 1);
    if (formula === undefined) range.values = [[written]];
    else range.formulas = [[`=${formula}`]];
    ownWrites.expect(id, address, written);
  }
  try {
    await context.sync();
  } catch (error) {
    for (const { id, address, written } of own) ownWrites.forget(id, address, written);
    throw error;
  }
}

/** Cells can change without an event that we see: a filtered fill, another add-in. */
async function refuseChanged(
  context: Excel.RequestContext,
  targets: readonly { readonly id: string; readonly cell: NumberWrite['cell']; readonly address: string; readonly expected?: Holding }[],
): Promise<void> {
  const asked = targets.flatMap(({ id, cell, address, expected }) => {
    if (!expected) return [];
    const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(cell.row, cell.column, 1, 1);
    return [{ range: range.load('values,formulas'), address, expected }];
  });
  if (asked.length === 0) return;
  await context.sync();
  for (const { range, address, expected } of asked) {
    const value: unknown = range.values[0][0];
    if (!isHeld(expected, { content: cellInput(value), formula: formulaOf(range.formulas[0][0], value) ?? null })) throw new HostError('changed', address);
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
