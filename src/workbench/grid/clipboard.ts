import type { CellPosition, Rect } from '../../audit/workbook';
import type { CellEntry, MemoryCell, MemoryHost } from '../../host/memory';
import { typedContent, typedEntry } from '../../host/memory';
import { isCovered } from './ranges';
import type { SheetView } from './sheetView';

/** What other programs put on or take from the clipboard. */
export interface ClipboardTexts {
  readonly text: string;
  readonly html: string;
}

/** A range as Excel and WPS take it: tabs and lines, and a table whose cells say what is a number and what a text. Values in full, not as displayed. */
export function copyTexts(host: MemoryHost, sheet: number, { top, left, bottom, right }: Rect): ClipboardTexts {
  const lines: string[] = [];
  const rows: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: (MemoryCell | null)[] = [];
    for (let column = left; column <= right; column++) cells.push(host.cell({ sheet, row, column }));
    lines.push(cells.map((cell) => quoted(plainText(cell))).join('\t'));
    rows.push(`<tr>${cells.map(tableCell).join('')}</tr>`);
  }
  return { text: lines.join('\r\n'), html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${rows.join('')}</table></body></html>` };
}

/** Entries that put what is on the clipboard into the sheet; one value fills the whole selection. Also the rectangle that they fill. */
export function pasteEntries(host: MemoryHost, view: SheetView, sheet: number, into: Rect, texts: ClipboardTexts): { readonly entries: readonly CellEntry[]; readonly rect: Rect } | null {
  const rows = rowsOfHtml(texts.html) ?? rowsOfText(texts.text);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return null;
  const fills = rows.length === 1 && width === 1;
  const rect = {
    top: into.top,
    left: into.left,
    bottom: fills ? into.bottom : Math.min(1_048_576, into.top + rows.length) - 1,
    right: fills ? into.right : Math.min(16_384, into.left + width) - 1,
  };
  const entries: CellEntry[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      if (isCovered(view, row, column)) continue;
      const piece = fills ? rows[0][0] : (rows[row - rect.top][column - rect.left] ?? { text: '', isText: false });
      entries.push(entryOf({ sheet, row, column }, piece, host));
    }
  }
  return { entries, rect };
}

/** A cell of the clipboard; `isText`: its program says that it is no number. */
interface Piece {
  readonly text: string;
  readonly isText: boolean;
}

function entryOf(cell: CellPosition, { text, isText }: Piece, host: MemoryHost): CellEntry {
  // 0101 is a code, and so is what is longer than a figure can be.
  const isCode = /^0\d+$/.test(text) || /^\d{16,}$/.test(text);
  if (text !== '' && (isText || isCode)) return { cell, content: { kind: 'text', value: text } };
  return typedEntry(cell, text, host.cell(cell));
}

function plainText(cell: MemoryCell | null): string {
  if (cell === null) return '';
  const { content } = cell;
  return content.kind === 'boolean' ? String(content.value).toUpperCase() : String(content.value);
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function tableCell(cell: MemoryCell | null): string {
  const text = escaped(plainText(cell)).replace(/\r?\n/g, '<br>');
  if (cell?.content.kind === 'number') return `<td x:num="${cell.content.value}" style="mso-number-format:'${escaped(cell.format).replace(/'/g, '')}'">${text}</td>`;
  return `<td style="mso-number-format:'\\@'">${text}</td>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Tabs and lines; quotes around what holds some of its own. */
function rowsOfText(text: string): Piece[][] {
  const rows: Piece[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    rows[rows.length - 1].push({ text: match[1]?.replace(/""/g, '"') ?? match[2] ?? '', isText: false });
    if (match[3] === '') break;
    if (match[3] !== '\t') rows.push([]);
  }
  // Programs end the last line as well.
  const last = rows[rows.length - 1];
  if (rows.length > 1 && last.length === 1 && last[0].text === '') rows.pop();
  return text === '' ? [] : rows;
}

/** The first table of a page; null where there is none. Merged cells stand in their first place. */
function rowsOfHtml(html: string): Piece[][] | null {
  if (!/<table/i.test(html)) return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const table = page.querySelector('table');
  if (!table) return null;
  const styles = textClasses([...page.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n'));
  const rows: Piece[][] = [...table.rows].map(() => []);
  [...table.rows].forEach((line, r) => {
    let column = 0;
    for (const cell of line.cells) {
      while (rows[r][column] !== undefined) column++;
      const piece = pieceOf(cell, styles);
      for (let down = 0; down < cell.rowSpan && r + down < rows.length; down++) {
        for (let across = 0; across < cell.colSpan; across++) rows[r + down][column + across] = down + across === 0 ? piece : { text: '', isText: false };
      }
      column += cell.colSpan;
    }
  });
  return rows.map((row) => Array.from(row, (piece) => piece ?? { text: '', isText: false }));
}

function pieceOf(cell: HTMLTableCellElement, textStyles: ReadonlySet<string>): Piece {
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\n');
  const shown = (cell.textContent ?? '').replace(/\u00a0/g, ' ').trim();
  const number = cell.getAttribute('x:num');
  if (number) return { text: number, isText: false };
  const isText = cell.hasAttribute('x:str') || isTextStyle(cell.getAttribute('style') ?? '') || [...cell.classList].some((name) => textStyles.has(name));
  // A number that a text style only covers comes with x:num.
  return { text: shown, isText: isText && typedContent(shown) !== null };
}

const isTextStyle = (style: string): boolean => /mso-number-format:\s*["']?\\@/i.test(style);

/** Classes of a style sheet that make texts: Excel and WPS give their cells such. */
function textClasses(sheet: string): Set<string> {
  return new Set([...sheet.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)].filter(([, , style]) => isTextStyle(style)).map(([, name]) => name));
}
