import { MAX_COLUMNS, MAX_ROWS, WorkbookBuilder, type Rect, type SheetBuilder, type Span, type WorkbookSnapshot } from '../../audit/workbook';
import { Budget } from '../budget';
import { FileError } from '../errors';
import type { FileLimits } from '../limits';
import { joinSpans } from '../xlsx';
import { decodeEntities } from './entities';
import { isHiddenLine, isTextCell, withStyle, type HtmlStyles } from './htmlStyles';
import { htmlTags } from './htmlTags';

const PART = 'HTML';
const PLAIN_FIGURE = /^-?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;

/**
 * Reads the tables of an HTML page, each as a sheet, the way Excel does where such a page is called .xls: cells that read as
 * figures are figures. null where the page has no table.
 */
export function readHtmlTables(bytes: Uint8Array, fileName: string, limits: FileLimits): WorkbookSnapshot | null {
  const page = decode(bytes);
  const workbook = new WorkbookBuilder(fileName);
  const budget = new Budget(limits);
  const names = namesIn(page, budget);
  const open: TableReader[] = [];
  let styles: HtmlStyles = { texts: new Set(), hidden: new Set() };
  let count = 0;
  let from = 0;
  let opened = 0;
  for (const { from: start, to, name: tag, isClosing, attributes } of htmlTags(page)) {
    const reader = open[open.length - 1];
    reader?.text(page, from, start);
    // Excel puts the rules of a page into a comment of <style>.
    if (tag === 'style' && isClosing) styles = withStyle(styles, page.slice(opened, start));
    else if (tag === 'style') opened = to;
    from = to;
    if (tag === 'table' && !isClosing) {
      if (++count > limits.sheets) throw new FileError('tooManySheets', { limit: limits.sheets });
      if (open.length >= limits.xmlDepth) throw new FileError('damaged', { part: PART });
      open.push(new TableReader(workbook.sheet(names[count - 1] ?? `Sheet${count}`), budget, () => styles));
    } else if (tag === 'table') {
      const done = open.pop();
      if (done) workbook.add(done.finish());
    } else if (tag !== '') reader?.tag(tag, isClosing, attributes);
  }
  // A page that ends early still closes its tables.
  open[open.length - 1]?.text(page, from, page.length);
  for (const reader of open.reverse()) workbook.add(reader.finish());
  return count === 0 ? null : workbook.finish();
}

/** What the page says its sheets are called, in their order. */
function namesIn(page: string, budget: Budget): string[] {
  const names: string[] = [];
  for (const match of page.matchAll(/<x:Name>([^<]*)<\/x:Name>/gi)) {
    if (names.length >= budget.limits.sheets) break;
    const name = decodeEntities(match[1]);
    budget.text(name.length, PART);
    names.push(name);
  }
  return names;
}

/** "&#0000065;" takes ten characters for one. */
const LONGEST_REFERENCE = 10;

/** How many columns all cells that reach down over several rows may take together, for each cell that a workbook may have. */
const REACH = 8;

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly isText: boolean;
  readonly given: string | null;
}

class TableReader {
  private row = -1;
  private column = 0;
  private cell: OpenCell | null = null;
  private content = '';
  private readonly merges: Rect[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenColumns: Span[] = [];
  /** The columns told of by <col> so far. */
  private told = 0;
  /** Column → last row that a cell above reaches down to. */
  private readonly taken = new Map<number, number>();
  private reach = 0;

  constructor(
    private readonly sheet: SheetBuilder,
    private readonly budget: Budget,
    private readonly styles: () => HtmlStyles,
  ) {}

  text(page: string, from: number, to: number): void {
    if (!this.cell || from >= to) return;
    const { textCharacters } = this.budget.limits;
    if (this.content.length + to - from > textCharacters * LONGEST_REFERENCE) throw new FileError('textTooLong', { limit: textCharacters, part: PART });
    this.content += page.slice(from, to);
  }

  tag(tag: string, isClosing: boolean, attributes: string): void {
    if (tag === 'br' || tag === 'p' || tag === 'div') this.text('\n', 0, 1);
    if (tag === 'col' && !isClosing) this.tellColumns(attributes);
    if (tag !== 'tr' && tag !== 'td' && tag !== 'th') return;
    this.closeCell();
    if (isClosing) return;
    if (tag === 'tr') {
      this.row++;
      this.column = 0;
      if (isHiddenLine(attributes, this.styles())) this.hiddenRows.push({ from: this.row, to: this.row });
    } else this.openCell(attributes);
  }

  finish(): ReturnType<SheetBuilder['finish']> {
    this.closeCell();
    return this.sheet.finish({ merges: this.merges, hiddenRows: this.hiddenRows, hiddenColumns: joinSpans(this.hiddenColumns) });
  }

  private tellColumns(attributes: string): void {
    const from = this.told;
    this.told = Math.min(MAX_COLUMNS, from + span(attributes, 'span', MAX_COLUMNS));
    if (from < this.told && isHiddenLine(attributes, this.styles())) this.hiddenColumns.push({ from, to: this.told - 1 });
  }

  private openCell(attributes: string): void {
    if (this.row < 0) this.row = 0;
    while ((this.taken.get(this.column) ?? -1) >= this.row) this.column++;
    const [across, down] = [span(attributes, 'colspan', MAX_COLUMNS), span(attributes, 'rowspan', MAX_ROWS)];
    if (this.row + down > MAX_ROWS || this.column + across > MAX_COLUMNS) throw new FileError('damaged', { part: PART });
    const rect = { top: this.row, left: this.column, bottom: this.row + down - 1, right: this.column + across - 1 };
    if (across * down > 1) {
      this.budget.merge(PART);
      this.merges.push(rect);
    }
    if (down > 1 && (this.reach += across) > this.budget.limits.cells * REACH) throw new FileError('tooManyMerges', { limit: this.budget.limits.merges, part: PART });
    if (down > 1) for (let c = rect.left; c <= rect.right; c++) this.taken.set(c, rect.bottom);
    const number = /\bx:num\s*=\s*["']?(-?[\d.]+)/i.exec(attributes)?.[1] ?? null;
    this.cell = { row: this.row, column: this.column, given: number, isText: isTextCell(attributes, this.styles()) };
    this.content = '';
    this.column += across;
  }

  private closeCell(): void {
    if (!this.cell) return;
    const { row, column, isText, given } = this.cell;
    this.cell = null;
    const text = decodeEntities(this.content).replace(/[ \t\r\f]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n').trim();
    this.budget.text(text.length, PART);
    const before = this.sheet.size;
    if (given !== null && Number.isFinite(Number(given))) this.sheet.number(row, column, Number(given));
    else if (!isText && PLAIN_FIGURE.test(text)) this.sheet.number(row, column, Number(text.replace(/,/g, '')), text.includes(',') ? '#,##0.00' : 'General');
    else this.sheet.text(row, column, text);
    if (this.sheet.size > before) this.budget.cell(PART);
  }
}

function span(attributes: string, name: string, most: number): number {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,7})`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.max(1, Math.min(value, most));
}
