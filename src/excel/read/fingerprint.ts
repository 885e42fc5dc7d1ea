import { ValueFingerprint } from '../../audit/workbook';
import { isTooLarge } from '../errors';
import type { SheetName } from '../sheets';

type Ranges = readonly Excel.Range[];

/** The fingerprint of the values there are now on the sheets of the last reading, in the one round trip of `send`; null where that is too much to ask. */
export async function readFingerprint(context: Excel.RequestContext, sheets: readonly SheetName[], send: (queue: () => Ranges) => Promise<Ranges>): Promise<string | null> {
  const used = await send(() => sheets.map(({ id }) => context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex'))).catch((error: unknown) => {
    if (isTooLarge(error)) return null;
    throw error;
  });
  if (used === null) return null;
  const fingerprint = new ValueFingerprint();
  used.forEach((range, sheet) => {
    if (range.isNullObject) return;
    (range.values as unknown[][]).forEach((values, r) => values.forEach((value, c) => fingerprint.add(sheet, range.rowIndex + r, range.columnIndex + c, value)));
  });
  return fingerprint.text;
}
