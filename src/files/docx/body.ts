import { MAX_COLUMNS } from '../../audit/workbook';
import type { Budget } from '../budget';
import { FileError } from '../errors';
import { nameKey, XmlToken, type XmlScanner } from '../xml';
import type { DocumentCell, DocumentTable } from './model';
import type { Numbering } from './numbering';

const P = nameKey('p');
const T = nameKey('t');
const TAB = nameKey('tab');
const BREAK = nameKey('br');
const CARRIAGE_RETURN = nameKey('cr');
const HYPHEN = nameKey('noBreakHyphen');
const TABLE = nameKey('tbl');
const ROW = nameKey('tr');
const CELL = nameKey('tc');
const SPAN = nameKey('gridSpan');
const MERGE = nameKey('vMerge');
const STYLE = nameKey('pStyle');
const ROW_PROPERTIES = nameKey('trPr');
const DELETED = nameKey('del');
const BEFORE = nameKey('gridBefore');
const LEVEL = nameKey('ilvl');
const NUMBER = nameKey('numId');
const VALUE = nameKey('val');
const TEXT_BOX = nameKey('txbxContent');
/** Deleted and moved-away text is as if it were not there; the fallback and the reading aid (rt) repeat what stands beside them; tab stops are no tabs. */
const SKIPPED = new Set(['tabs', 'rt', 'del', 'moveFrom', 'delText', 'instrText', 'Fallback', 'rPr', 'sectPr', 'pPrChange', 'tblPrChange', 'rPrChange'].map(nameKey));

const WIDEST_SPAN = 200;

/** What a document holds, and what it may hold. */
export interface BodyParts {
  readonly paragraphs: string[];
  readonly tables: DocumentTable[];
  readonly budget: Budget;
}

interface OpenTable {
  readonly before: number;
  readonly rows: DocumentCell[][];
  column: number;
  /** A tracked deletion of the row at hand. */
  isDeleted: boolean;
  cell: { texts: string[]; span: number; continues: boolean } | null;
}

interface OpenParagraph {
  text: string;
  level: number;
  number: number;
  /** Id of its style, which may number it. */
  style: string;
}

/** Walks word/document.xml (or footnotes.xml); tracked changes count as accepted. Throws `FileError` beyond the limits. */
export function readBody(xml: XmlScanner, numbering: Numbering, { paragraphs, tables, budget }: BodyParts): void {
  const { limits } = budget;
  const open: OpenTable[] = [];
  const outer: OpenParagraph[] = [];
  let paragraph: OpenParagraph | null = null;
  const parents: number[] = [];
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    const table = open.at(-1);
    if (token === XmlToken.open) {
      const { key } = xml;
      if (key === DELETED && parents.at(-1) === ROW_PROPERTIES && table) table.isDeleted = true;
      if (SKIPPED.has(key)) {
        xml.skip();
        continue;
      }
      parents.push(key);
      if (key === P) {
        if (paragraph !== null) outer.push(paragraph);
        paragraph = { text: '', level: -1, number: -1, style: '' };
      } else if (key === TABLE) open.push({ before: paragraphs.length, rows: [], column: 0, isDeleted: false, cell: null });
      else if (key === ROW && table) {
        table.rows.push([]);
        table.column = 0;
        table.isDeleted = false;
      } else if (key === CELL && table) table.cell = { texts: [], span: 1, continues: false };
      else if (key === SPAN && table?.cell) table.cell.span = Math.min(WIDEST_SPAN, Math.max(1, Math.floor(Number(value(xml))) || 1));
      else if (key === BEFORE && table && !table.cell) table.column = Math.min(WIDEST_SPAN, Math.max(0, Math.floor(Number(value(xml))) || 0));
      else if (key === MERGE && table?.cell) table.cell.continues = value(xml) !== 'restart';
      else if (paragraph !== null) inline(xml, key, paragraph);
    } else if (token === XmlToken.text) {
      if (parents.at(-1) === T && paragraph !== null) paragraph.text += xml.text();
      if (paragraph !== null && paragraph.text.length > limits.textCharacters) throw new FileError('textTooLong', { limit: limits.textCharacters, part: xml.part });
    } else {
      const key = parents.pop();
      if (key === P && paragraph !== null) {
        const text = numbering.label(paragraph) + paragraph.text;
        if (table?.cell) table.cell.texts.push(text);
        else {
          budget.paragraph(text.length);
          paragraphs.push(text);
        }
        paragraph = outer.pop() ?? null;
      } else if (key === CELL && table?.cell) {
        const { texts, span, continues } = table.cell;
        const text = texts.join('\n').trim();
        budget.cell(xml.part);
        budget.text(text.length, xml.part);
        if (table.column + span > MAX_COLUMNS) throw xml.broken('a row of a table is too wide');
        table.rows.at(-1)?.push({ text, column: table.column, span, continues });
        table.column += span;
        table.cell = null;
      } else if (key === ROW && table) {
        if (table.isDeleted) table.rows.pop();
      } else if (key === TABLE && table) {
        open.pop();
        const around = open.at(-1);
        // A table within a cell is part of that cell's text.
        if (around?.cell) for (const cell of table.rows.flat()) around.cell.texts.push(cell.text);
        else if (tables.push({ before: table.before, rows: table.rows }) > limits.sheets) throw new FileError('tooManySheets', { limit: limits.sheets });
      } else if (key === TEXT_BOX) paragraph ??= outer.pop() ?? null;
    }
  }
}

function inline(xml: XmlScanner, key: number, paragraph: OpenParagraph): void {
  if (key === TAB) paragraph.text += '\t';
  else if (key === BREAK || key === CARRIAGE_RETURN) paragraph.text += ' ';
  else if (key === HYPHEN) paragraph.text += '-';
  else if (key === STYLE) paragraph.style = value(xml);
  else if (key === LEVEL) paragraph.level = Number(value(xml)) || 0;
  else if (key === NUMBER) paragraph.number = Number(value(xml));
}

/** The element's w:val; "" without one. */
function value(xml: XmlScanner): string {
  while (xml.nextAttribute()) if (xml.attribute === VALUE) return xml.value();
  return '';
}
