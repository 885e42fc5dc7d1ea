import { parseAmountText, WorkbookBuilder, type Rect, type WorkbookSnapshot } from '../../audit/workbook';
import { Budget } from '../budget';
import { DEFAULT_FILE_LIMITS, type FileLimits } from '../limits';
import type { DocumentCell, DocumentTable, WordDocument } from './model';

/** Lines above a table that belong to it: its title, 公开01表, 单位：万元. */
const MOST_TITLE_LINES = 4;
const LONGEST_TITLE = 60;
const CODE = /^\d{3}$|^\d{5}$|^\d{7}$/;

/** The tables of a document as the sheets of a workbook; titles come from the paragraphs above. */
export function tablesAsWorkbook(document: WordDocument, fileName: string, limits: FileLimits = DEFAULT_FILE_LIMITS): WorkbookSnapshot {
  const budget = new Budget(limits);
  const workbook = new WorkbookBuilder(fileName, 'document');
  document.tables.forEach((table, index) => {
    const sheet = workbook.sheet(`第${index + 1}张表`);
    const merges: Rect[] = [];
    let row = 0;
    for (const title of titleLines(document, index)) sheet.text(row++, 0, title);
    const top = row;
    const bottoms = bottomsOf(table);
    table.rows.forEach((cells, r) => {
      for (const cell of cells) {
        const at = top + r;
        if (cell.continues) continue;
        const bottom = (bottoms.get(cell) ?? r) + top;
        if (bottom > at || cell.span > 1) {
          budget.merge(sheet.name);
          merges.push({ top: at, left: cell.column, bottom, right: cell.column + cell.span - 1 });
        }
        const amount = amountOf(cell.text);
        if (amount === null) sheet.text(at, cell.column, cell.text);
        else sheet.number(at, cell.column, Number(amount.decimal), amount.format);
      }
    });
    workbook.add(sheet.finish({ merges }));
  });
  return workbook.finish();
}

function titleLines({ paragraphs, tables }: WordDocument, index: number): string[] {
  const table = tables[index];
  const earliest = Math.max(tables[index - 1]?.before ?? 0, table.before - 2 * MOST_TITLE_LINES);
  const lines: string[] = [];
  for (let i = table.before - 1; i >= earliest && lines.length < MOST_TITLE_LINES; i--) {
    const line = paragraphs[i].trim();
    if (line === '') continue;
    if (line.length > LONGEST_TITLE || /[。；;]$/.test(line)) break;
    lines.unshift(line);
    if (/表$|表[（(]/.test(line)) break;
  }
  return lines;
}

/** The last row of each cell that goes on below its own. */
function bottomsOf(table: DocumentTable): ReadonlyMap<DocumentCell, number> {
  const bottoms = new Map<DocumentCell, number>();
  let open = new Map<number, DocumentCell>();
  table.rows.forEach((cells, row) => {
    const here = new Map<number, DocumentCell>();
    for (const cell of cells) {
      const first = cell.continues ? open.get(cell.column) : cell;
      if (first === undefined) continue;
      here.set(cell.column, first);
      if (cell.continues) bottoms.set(first, row);
    }
    open = here;
  });
  return bottoms;
}

/** Figures are numbers as in a workbook; codes and everything else stay text. */
function amountOf(text: string): { decimal: string; format: string } | null {
  // Full-width digits are digits.
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  if (plain === '' || CODE.test(plain) || !/^-?[\d,，]+(?:\.\d+)?$/.test(plain)) return null;
  const amount = parseAmountText(plain);
  if (amount === null || amount.decimal === '') return null;
  const decimals = /\.(\d+)$/.exec(plain)?.[1].length ?? 0;
  return { decimal: amount.decimal, format: decimals === 0 ? 'General' : `#,##0.${'0'.repeat(decimals)}` };
}
