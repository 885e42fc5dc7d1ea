import type { WorkbookReport } from '../../audit/report/model';
import { parseRectAddress, type FrozenPanes } from '../../audit/workbook';
import type { EditableSheet } from '../../host/memory';

/** More rows than this above the figures are no heading to keep in view. */
const mostRows = 12;

/** The panes of the file, else the heading of the table on the sheet. */
export function panesOf(sheet: EditableSheet, report: WorkbookReport | null): FrozenPanes {
  if (sheet.base.frozen) return sheet.base.frozen;
  const header = report?.tables.find((table) => table.sheet === sheet.name)?.header ?? null;
  const rows = (header === null ? null : parseRectAddress(header))?.bottom ?? -1;
  return { rows: rows < mostRows ? rows + 1 : 0, columns: 0 };
}
