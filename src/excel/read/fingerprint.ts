import { ValueFingerprint } from '../../audit/workbook';
import { asHostError } from '../errors';
import type { SheetName } from '../sheets';

/** The fingerprint of the values there are now on the sheets of the last reading, in one round trip; null where that is too much to ask. */
export async function readFingerprint(context: Excel.RequestContext, sheets: readonly SheetName[]): Promise<string | null> {
  const used = sheets.map(({ id }) => context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex'));
  try {
    await context.sync();
  } catch (error) {
    const { code } = asHostError(error);
    if (code === 'tooLarge') return null;
    throw error;
  }
  const fingerprint = new ValueFingerprint();
  used.forEach((range, sheet) => {
    if (range.isNullObject) return;
    (range.values as unknown[][]).forEach((values, r) => values.forEach((value, c) => fingerprint.add(sheet, range.rowIndex + r, range.columnIndex + c, value)));
  });
  return fingerprint.text;
}
