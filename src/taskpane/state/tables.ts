import type { Finding, TableReport, WorkbookReport } from '../../audit/report/model';

type Named = Pick<TableReport, 'sheet' | 'title'>;

/** "表6 支出明细表": sheet and title; where one says what the other says, it stands alone. */
export function tableName({ sheet, title }: Named, between = ' '): string {
  if (title.startsWith(sheet) && !/^\d/.test(title.slice(sheet.length))) return title;
  return sheet.startsWith(title) ? sheet : `${sheet}${between}${title}`;
}

/** A table among those of the workbook: a department's has the same one from every unit. */
export const tableKey = ({ id, sheet }: Pick<TableReport, 'id' | 'sheet'>): string => `${id} ${sheet}`;

/** Which table a finding belongs to, by `tableKey`: of several of its kind the one with its first cell there. "" is the workbook as a whole. */
export function tableOfFinding({ tables }: Pick<WorkbookReport, 'tables'>): (finding: Finding) => string {
  const sheets = new Map<string, Set<string>>();
  for (const { id, sheet } of tables) sheets.set(id, (sheets.get(id) ?? new Set()).add(sheet));
  return ({ table, cells }) => {
    if (table === null) return '';
    const own = sheets.get(table) ?? new Set();
    const sheet = own.size === 1 ? [...own][0] : (cells.find((cell) => own.has(cell.sheet))?.sheet ?? [...own][0] ?? '');
    return tableKey({ id: table, sheet });
  };
}
