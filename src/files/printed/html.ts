import { shownText } from './layout';
import type { PrintedCell, PrintedDocument, PrintedRow, PrintedSheet } from './model';

const STYLE = `
body { font: 10pt "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimSun, sans-serif; margin: 1.5em; color: #000; background: #fff; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 2em; }
td, th { padding: 2px 4px; vertical-align: top; text-align: left; white-space: pre-wrap; overflow-wrap: anywhere; font-weight: normal; }
.title { font-size: 16pt; font-weight: bold; text-align: center; }
h1 { font: inherit; margin: 0; }
.warning { font-weight: bold; color: #c00000; }
.section, .head, .text, .centre, .shrunk, .answer, .amount, .count, .total { border: 1px solid #7f7f7f; }
.section, .head, .total { font-weight: bold; background: #f2f2f2; }
.head, .centre { text-align: center; }
.head { background: #d9e2f3; }
.amount, .count, .figure { text-align: right; }
.figure, .short { white-space: nowrap; }
.short { padding: 2px 1px; text-align: center; }
.goesOn > * { border-bottom-color: transparent; }
tr { break-inside: avoid; }
tr:has(.section) { break-after: avoid; }
nav { column-width: 24em; }
nav li { padding: 4px 0; }
@media screen { section { overflow-x: auto; } table { min-width: 60em; } }
@page { size: A4 landscape; margin: 12mm; }
@media print { nav { display: none; } body { margin: 0; } section { break-after: page; } section:last-of-type { break-after: auto; } }
`;

/** The documents one after the other in a page that needs nothing else; each begins on a page of its own in print. */
export function printedHtml(documents: readonly PrintedDocument[], title: string, lang: 'zh' | 'en'): string {
  const sheets = documents.flatMap((document) => document.sheets);
  const contents = sheets.length < 2 ? '' : `<nav><ol>${sheets.map((sheet, i) => `<li><a href="#s${i}">${htmlText(titleOf(sheet))}</a></li>`).join('')}</ol></nav>\n`;
  return (
    `<!doctype html>\n<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="generator" content="gouji">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${htmlText(title)}</title><style>${STYLE}</style></head>\n` +
    `<body>\n${contents}<main>\n${sheets.map(sheetHtml).join('\n')}\n</main>\n</body>\n</html>\n`
  );
}

function sheetHtml(sheet: PrintedSheet, index: number): string {
  const sum = sheet.widths.reduce((total, width) => total + width, 0);
  const columns = sheet.widths.map((width) => `<col style="width:${((100 * width) / sum).toFixed(2)}%">`).join('');
  const from = sheet.head === null ? 0 : sheet.head;
  const before = sheet.head === null ? '' : `<table><colgroup>${columns}</colgroup><tbody>${sheet.rows.slice(0, from).map((row) => rowHtml(row, 'td')).join('\n')}</tbody></table>`;
  const head = sheet.head === null ? '' : `<thead>${rowHtml(sheet.rows[from], 'th')}</thead>`;
  const body = sheet.rows.slice(sheet.head === null ? 0 : from + 1).map((row) => rowHtml(row, 'td')).join('\n');
  return `<section id="s${index}">${before}<table><colgroup>${columns}</colgroup>${head}<tbody>${body}</tbody></table></section>`;
}

function rowHtml({ cells, goesOn }: PrintedRow, tag: 'td' | 'th'): string {
  return `<tr${goesOn === true ? ' class="goesOn"' : ''}>${cells.map((cell) => cellHtml(cell, tag)).join('')}</tr>`;
}

function cellHtml(cell: PrintedCell | null, tag: 'td' | 'th'): string {
  if (cell === null) return '<td></td>';
  const span = cell.span === undefined ? '' : ` colspan="${cell.span}"`;
  const text = htmlText(shownText(cell.value));
  return `<${tag} class="${cell.look}${typeof cell.value === 'string' ? (SHORT.test(cell.value) ? ' short' : '') : ' figure'}"${span}${tag === 'th' ? ' scope="col"' : ''}>${cell.look === 'title' ? `<h1>${text}</h1>` : text}</${tag}>`;
}

function titleOf({ rows, name }: PrintedSheet): string {
  const title = rows.flatMap(({ cells }) => cells).find((cell) => cell?.look === 'title');
  return title === undefined || title === null ? name : shownText(title.value);
}

/** A year or a number of a list is not broken over two lines. */
const SHORT = /^\d{1,5}$/;

/** Direction marks and controls of a text from elsewhere could make a line read as another. */
function htmlText(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, ' ').replace(/[&<>"]/g, (c) => ENTITIES[c as keyof typeof ENTITIES]);
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;
