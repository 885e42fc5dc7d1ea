import { columnName } from '../../audit/workbook';
import { MAIN_NAMESPACE, XML_HEAD } from '../write/package';
import type { SharedTexts } from '../write/sharedTexts';
import { xmlText } from '../write/xmlText';
import { formatOf, isNumber, rowHeight } from './layout';
import type { PrintedCell, PrintedSheet } from './model';
import type { StyleSheet } from './styles';

/** Inches. */
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
const A4 = 9;
/** Beside the characters themselves a column keeps a little room. */
const COLUMN_PADDING = 0.71;

/** One worksheet: A4 landscape, as wide as a page. Elements stand in the order the schema demands (ISO/IEC 29500-1 section 18.3.1.99). */
export function printedSheetXml(sheet: PrintedSheet, isFirst: boolean, texts: SharedTexts, styles: StyleSheet): string {
  const merges: string[] = [];
  const rows = sheet.rows.map((row, r) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      const span = cell?.span ?? 1;
      const from = column;
      column += span;
      if (cell === null) return '';
      if (span > 1) merges.push(`<mergeCell ref="${columnName(from)}${r + 1}:${columnName(column - 1)}${r + 1}"/>`);
      const style = styles.indexOf({ look: cell.look, format: formatOf(cell.value), opens: r === 0 || sheet.rows[r - 1].goesOn !== true, closes: row.goesOn !== true });
      const rest = Array.from({ length: span - 1 }, (_, i) => `<c r="${columnName(from + 1 + i)}${r + 1}" s="${style}"/>`);
      return cellXml(cell, `${columnName(from)}${r + 1}`, style, texts) + rest.join('');
    });
    return `<row r="${r + 1}" ht="${rowHeight(row, sheet)}" customHeight="1">${cells.join('')}</row>`;
  });
  const { head } = sheet;
  const pane = head === null ? '' : `<pane ySplit="${head + 1}" topLeftCell="A${head + 2}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${head + 2}" sqref="A${head + 2}"/>`;
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16.5"/>`,
    `<cols>${sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + COLUMN_PADDING}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    filterRange(sheet) === null ? '' : `<autoFilter ref="${filterRange(sheet)?.replaceAll('$', '')}"/>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    `<printOptions horizontalCentered="1"/>${MARGINS}<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>&amp;L&amp;9${pageText(sheet.header)}</oddHeader><oddFooter>&amp;C&amp;9${pageText(sheet.footer)}</oddFooter></headerFooter></worksheet>`,
  ].join('');
}

/** From the heads to the last row that is no sum: sums are not sorted among the others. null where there is nothing to filter. */
export function filterRange({ head, widths, rows }: PrintedSheet): string | null {
  let end = rows.length;
  while (end > 0 && rows[end - 1].cells[0]?.look === 'total') end--;
  return head === null || head + 1 >= end ? null : `$A$${head + 1}:$${columnName(widths.length - 1)}$${end}`;
}

/** A single & begins a code of its own in headers and footers; a digit after the size would belong to it. */
function pageText(text: string): string {
  const own = text.replaceAll('&', '&&').replace('{page}', '&P').replace('{pages}', '&N');
  return xmlText(/^\d/.test(own) ? ` ${own}` : own);
}

function cellXml({ value }: PrintedCell, address: string, style: number, texts: SharedTexts): string {
  const head = `<c r="${address}" s="${style}"`;
  if (typeof value === 'string') return value === '' ? `${head}/>` : `${head} t="s"><v>${texts.indexOf(value)}</v></c>`;
  if ('count' in value) return `${head}><v>${value.count}</v></c>`;
  return isNumber(value.amount) ? `${head}><v>${value.amount}</v></c>` : `${head} t="s"><v>${texts.indexOf([value.amount, value.unit].join(' ').trim())}</v></c>`;
}
