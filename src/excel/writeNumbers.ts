import { cellAddress, type CellState } from '../audit/workbook';
import { refuseSurprises } from '../host/refusal';
import { type CellContent, HostError, type NumberWrite } from '../host/workbookHost';
import type { OwnWrites, WrittenValue } from './edits/ownWrites';
import type { LookAhead } from './marks/lookAhead';
import type { OfficeApi } from './officeApi';
import { cellInput, formulaOf } from './read/cells';
import type { SheetName } from './sheets';

/** A cell that was written, and what it held before. */
export interface Written extends NumberWrite {
  readonly id: string;
  readonly before: CellState;
}

/** What one write works with. */
interface Run {
  readonly context: Excel.RequestContext;
  readonly api: OfficeApi;
  readonly ahead: LookAhead;
  readonly ownWrites: OwnWrites;
}

/**
 * Looks at the cells, then writes figures and formulas: two round trips. Excel stops at the first refused action and keeps those
 * before it, so the sheets that may refuse come first: a refusal then leaves everything as it was.
 */
export async function writeNumbers(
  run: Run,
  sheets: readonly SheetName[],
  writes: readonly NumberWrite[],
): Promise<readonly Written[]> {
  const { context, ownWrites } = run;
  const missing = writes.find(({ cell }) => !sheets[cell.sheet]);
  if (missing) throw new HostError('sheetGone', `sheet ${missing.cell.sheet} of ${sheets.length}`);
  const seen = await look(run, writes.map((write) => ({ ...write, id: sheets[write.cell.sheet].id })));
  refuseSurprises(writes, seen.map(({ before }) => before));
  const own = [...seen].sort((a, b) => Number(b.isProtected) - Number(a.isProtected));
  for (const { id, cell, value, formula } of own) {
    const range = rangeOf(context, id, cell);
    // An empty text blanks a cell; null would leave it as it is.
    if (formula === undefined) range.values = [[value ?? '']];
    else range.formulas = [[`=${formula}`]];
  }
  await syncOwn(context, ownWrites, own.map(({ id, cell, value, formula }) => ({ id, cell, value: formula === undefined ? (value ?? '') : null })));
  return seen;
}

/** Puts back what a write has covered, formulas included, where the cells still hold what was written. */
export async function takeBack(run: Run, written: readonly Written[]): Promise<readonly CellContent[]> {
  const { context, ownWrites } = run;
  const now = await look(run, written);
  // What a formula of ours yields is Excel's to say.
  const expected = written.map(({ value, formula }, i): CellState => (formula === undefined ? { value, formula: null } : { value: now[i].before.value, formula }));
  refuseSurprises(written.map((write, i) => ({ ...write, expected: expected[i], overFormula: true })), now.map(({ before }) => before));
  for (const { id, cell, before } of written) rangeOf(context, id, cell).formulas = [[before.formula === null ? (before.value ?? '') : `=${before.formula}`]];
  await syncOwn(context, ownWrites, written.map(({ id, cell, before }) => ({ id, cell, value: before.value ?? '' })));
  return written.map(({ cell, before }) => ({ cell, content: cellInput(before.value) }));
}

type Looked<T> = T & { readonly before: CellState; readonly isProtected: boolean };

/** What the cells hold now, and whether their sheets may refuse; one round trip. */
async function look<T extends NumberWrite & { readonly id: string }>({ context, api, ahead }: Run, writes: readonly T[]): Promise<Looked<T>[]> {
  const asked = await ahead.sync(context, api, 'marked', () => writes.map((write) => ({
    write,
    range: rangeOf(context, write.id, write.cell).load('values,formulas'),
    protection: context.workbook.worksheets.getItem(write.id).protection.load('protected'),
  })));
  return asked.map(({ write, range, protection }) => {
    const [[value]] = range.values as unknown[][];
    const [[formula]] = range.formulas as unknown[][];
    return { ...write, before: { value: cellInput(value)?.value ?? null, formula: formulaOf(formula, value) ?? null }, isProtected: protection.protected };
  });
}

function rangeOf(context: Excel.RequestContext, id: string, { row, column }: NumberWrite['cell']): Excel.Range {
  return context.workbook.worksheets.getItem(id).getRangeByIndexes(row, column, 1, 1);
}

/** Sends what was queued; its change events are our own. */
async function syncOwn(
  context: Excel.RequestContext,
  ownWrites: OwnWrites,
  own: readonly { readonly id: string; readonly cell: NumberWrite['cell']; readonly value: WrittenValue }[],
): Promise<void> {
  const addressed = own.map(({ id, cell, value }) => ({ id, address: cellAddress(cell.row, cell.column), value }));
  for (const { id, address, value } of addressed) ownWrites.expect(id, address, value);
  try {
    await context.sync();
  } catch (error) {
    for (const { id, address, value } of addressed) ownWrites.forget(id, address, value);
    throw error;
  }
}
