import { MAX_COLUMNS, MAX_ROWS, WorkbookBuilder, type Rect, type SheetBuilder, type Span, type Visibility, type WorkbookSnapshot } from '../../audit/workbook';
import { Budget } from '../budget';
import { FileError } from '../errors';
import type { FileLimits } from '../limits';
import { isoDateToSerial, joinSpans } from '../xlsx';
import { nameKey, toUtf8, XmlScanner, XmlToken } from '../xml';
import { formulaFromR1C1 } from './r1c1';

const PART = 'XML Spreadsheet';
const KEY = {
  style: nameKey('Style'), numberFormat: nameKey('NumberFormat'), worksheet: nameKey('Worksheet'), table: nameKey('Table'), column: nameKey('Column'),
  row: nameKey('Row'), cell: nameKey('Cell'), data: nameKey('Data'), visible: nameKey('Visible'), protect: nameKey('ProtectContents'),
  id: nameKey('ID'), format: nameKey('Format'), name: nameKey('Name'), index: nameKey('Index'), hidden: nameKey('Hidden'), span: nameKey('Span'),
  height: nameKey('Height'), width: nameKey('Width'), across: nameKey('MergeAcross'), down: nameKey('MergeDown'), formula: nameKey('Formula'), styleId: nameKey('StyleID'), type: nameKey('Type'),
} as const;

/** Formats that XML Spreadsheet calls by a name. */
const NAMED: Readonly<Record<string, string>> = { Standard: '#,##0.00', Fixed: '0.00', Percent: '0.00%', Scientific: '0.00E+00', 'General Number': 'General', Currency: '#,##0.00' };

/** The formats of an indexed workbook are counted in 16 bits. */
const MOST_FORMATS = 65_535;

/** Reads an XML Spreadsheet 2003 (urn:schemas-microsoft-com:office:spreadsheet). Throws `FileError`. */
export function readSpreadsheetXml(bytes: Uint8Array, fileName: string, limits: FileLimits): WorkbookSnapshot {
  const xml = new XmlScanner(toUtf8(bytes, PART), PART, limits.xmlDepth);
  const workbook = new WorkbookBuilder(fileName);
  const formats = new Map<string, string>();
  const budget = new Budget(limits);
  let sheets = 0;
  let style = '';
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open) continue;
    if (xml.key === KEY.style) style = attributes(xml).get(KEY.id) ?? '';
    else if (xml.key === KEY.numberFormat) {
      const format = attributes(xml).get(KEY.format) ?? 'General';
      formats.set(style, NAMED[format] ?? (format.length > limits.formatCharacters ? 'General' : format));
      if (formats.size > MOST_FORMATS) throw new FileError('tooManyFormats', { limit: MOST_FORMATS });
    } else if (xml.key === KEY.worksheet) {
      if (++sheets > limits.sheets) throw new FileError('tooManySheets', { limit: limits.sheets });
      new SheetReader(xml, workbook, formats, budget).read();
    }
  }
  if (sheets === 0) throw new FileError('noWorksheets');
  return workbook.finish();
}

/** The attributes of the element just opened, by key. */
function attributes(xml: XmlScanner): Map<number, string> {
  const found = new Map<number, string>();
  while (xml.nextAttribute()) found.set(xml.attribute, xml.value());
  return found;
}

class SheetReader {
  private readonly merges: Rect[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenColumns: Span[] = [];
  private readonly sheet: SheetBuilder;
  private visibility: Visibility = 'visible';
  private isProtected = false;
  private row = -1;
  private column = -1;

  /** The `<Worksheet>` just opened. */
  constructor(
    private readonly xml: XmlScanner,
    workbook: WorkbookBuilder,
    private readonly formats: ReadonlyMap<string, string>,
    private readonly budget: Budget,
  ) {
    const name = attributes(xml).get(KEY.name) ?? '';
    budget.text(name.length, PART);
    this.sheet = workbook.sheet(name);
    this.finish = () => workbook.add(this.sheet.finish({
      visibility: this.visibility, merges: this.merges, hiddenRows: joinSpans(this.hiddenRows), hiddenColumns: joinSpans(this.hiddenColumns), isProtected: this.isProtected,
    }));
  }

  private readonly finish: () => void;

  read(): void {
    const { xml } = this;
    const depth = xml.depth;
    for (;;) {
      const token = xml.next();
      if (token === XmlToken.close && xml.depth < depth) return this.finish();
      if (token === XmlToken.end) throw xml.broken('it ends within a sheet');
      if (token !== XmlToken.open) continue;
      if (xml.key === KEY.column) this.column = this.line(this.column, this.hiddenColumns, MAX_COLUMNS);
      else if (xml.key === KEY.row) {
        this.row = this.line(this.row, this.hiddenRows, MAX_ROWS);
        this.readCells();
      } else if (xml.key === KEY.visible) this.visibility = VISIBILITIES[xml.content().trim()] ?? 'visible';
      else if (xml.key === KEY.protect) this.isProtected = /^(|1|true)$/i.test(xml.content().trim());
      else if (xml.key !== KEY.table && xml.depth > depth + 1) xml.skip();
    }
  }

  /** A `<Row>` or `<Column>`: its number, and whether it and the ones it stands for (Span) are hidden. */
  private line(previous: number, hidden: Span[], most: number): number {
    const found = attributes(this.xml);
    const at = found.has(KEY.index) ? Number(found.get(KEY.index)) - 1 : previous + 1;
    const last = at + Number(found.get(KEY.span) ?? 0);
    if (!Number.isInteger(at) || !Number.isInteger(last) || at < 0 || last < at || last >= most) throw this.xml.broken('a line lies outside the sheet');
    const size = found.get(KEY.height) ?? found.get(KEY.width);
    if (found.get(KEY.hidden) === '1' || (size !== undefined && size !== '' && Number(size) === 0)) hidden.push({ from: at, to: last });
    return last;
  }

  private readCells(): void {
    const { xml } = this;
    const depth = xml.depth;
    let column = -1;
    for (;;) {
      const token = xml.next();
      if (token === XmlToken.close && xml.depth < depth) return;
      if (token === XmlToken.end) throw xml.broken('it ends within a row');
      if (token !== XmlToken.open) continue;
      if (xml.key === KEY.cell) column = this.readCell(column + 1);
      else xml.skip();
    }
  }

  /** Reads a `<Cell>` and answers the last column it takes. */
  private readCell(next: number): number {
    const { xml, row, sheet } = this;
    const found = attributes(xml);
    const column = found.has(KEY.index) ? Number(found.get(KEY.index)) - 1 : next;
    const [across, down] = [Number(found.get(KEY.across) ?? 0), Number(found.get(KEY.down) ?? 0)];
    if (![column, across, down].every((n) => Number.isInteger(n) && n >= 0) || column + across >= MAX_COLUMNS || row + down >= MAX_ROWS) throw xml.broken('a cell lies outside the sheet');
    if (across + down > 0) {
      this.budget.merge(PART);
      this.merges.push({ top: row, left: column, bottom: row + down, right: column + across });
    }
    const given = found.get(KEY.formula);
    if (given !== undefined) this.budget.formula(given.length, PART);
    const formula = given === undefined ? undefined : formulaFromR1C1(given, row, column);
    const format = this.formats.get(found.get(KEY.styleId) ?? '') ?? 'General';
    const before = sheet.size;
    const depth = xml.depth;
    let hasData = false;
    for (;;) {
      const token = xml.next();
      if (token === XmlToken.close && xml.depth < depth) break;
      if (token === XmlToken.end) throw xml.broken('it ends within a cell');
      if (token !== XmlToken.open) continue;
      if (xml.key === KEY.data && !hasData) {
        hasData = true;
        this.put(row, column, attributes(xml).get(KEY.type) ?? 'String', this.textInside(), format, formula);
      } else xml.skip();
    }
    if (!hasData && formula !== undefined) sheet.unknown(row, column, format, formula);
    if (sheet.size > before) this.budget.cell(PART);
    return column + across;
  }

  private put(row: number, column: number, type: string, text: string, format: string, formula: string | undefined): void {
    this.budget.text(text.length, PART);
    const trimmed = text.trim();
    const number = type === 'Number' && trimmed !== '' ? Number(trimmed) : type === 'DateTime' ? isoDateToSerial(trimmed, false) : NaN;
    if (Number.isFinite(number)) this.sheet.number(row, column, number, format, formula);
    else if (type === 'Boolean') this.sheet.boolean(row, column, trimmed === '1', formula);
    else if (type === 'Error') this.sheet.error(row, column, trimmed, formula);
    else this.sheet.text(row, column, text, format, formula);
  }

  /** All text of the element just opened, that of its children (rich text) included. */
  private textInside(): string {
    const { xml } = this;
    const depth = xml.depth;
    let text = '';
    for (;;) {
      const token = xml.next();
      if (token === XmlToken.text) text = xml.bounded(text + xml.text());
      else if (token === XmlToken.end || (token === XmlToken.close && xml.depth < depth)) return text;
    }
  }
}

const VISIBILITIES: Readonly<Record<string, Visibility>> = { SheetHidden: 'hidden', SheetVeryHidden: 'veryHidden' };
