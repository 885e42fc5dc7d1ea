import type { CellPosition } from '../audit/workbook';
import { HostError } from '../host/workbookHost';
import { isRefusedAsAWhole } from './errors';
import type { SheetName } from './sheets';

/**
 * Selects the cell in one round trip. Only where that fails, a second one finds out whether the sheet is gone or hidden.
 */
export async function goTo(context: Excel.RequestContext, target: SheetName, { row, column }: CellPosition): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(target.id);
  sheet.load('visibility');
  sheet.activate();
  sheet.getRangeByIndexes(row, column, 1, 1).select();
  try {
    await context.sync();
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw error;
    throw await reason(context, target, error);
  }
  // Some versions ignore what they are asked to do with a hidden sheet.
  if (sheet.visibility !== 'Visible') throw new HostError('hiddenSheet', target.name);
}

async function reason(context: Excel.RequestContext, { id, name }: SheetName, error: unknown): Promise<unknown> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject) return new HostError('sheetGone', name, { cause: error });
  return sheet.visibility === 'Visible' ? error : new HostError('hiddenSheet', name, { cause: error });
}
