import { CellKind, cellAddress, MAX_COLUMNS, MAX_ROWS, type SheetBuilder } from '../../audit/workbook';
import { decodeEscapes, nameKey, XmlToken, type XmlScanner } from '../xml';
import { parseIndex, parseNumber, parsePosition } from './cellNumbers';
import type { SheetContext } from './context';
import { Formulas, type CellFormula } from './formulas';
import { isoDateToSerial } from './isoDate';
import { readRichText } from './richText';

/** The cell types of `t="…"` (ST_CellType); anything unknown counts as a number, the default. */
const Type = { number: 0, shared: 1, string: 2, inline: 3, boolean: 4, error: 5, date: 6 } as const;

const C = nameKey('c');
const V = nameKey('v');
const F = nameKey('f');
const IS = nameKey('is');
const R = nameKey('r');
const S = nameKey('s');
const T = nameKey('t');

/** Reads the cells of rows into a sheet builder. */
export class Cells {
  private readonly formulas: Formulas;
  /** Cells that share a formula whose first cell comes later in the file; they are given again at the end. */
  private readonly waiting: { row: number; column: number; kind: number; number: number; text: number; format: number; shared: number }[] = [];
  private valueFrom = 0;
  private valueTo = 0;
  /** The value where it is not one plain run of bytes. */
  private valueText: string | null = null;

  constructor(
    private readonly xml: XmlScanner,
    private readonly builder: SheetBuilder,
    private readonly context: SheetContext,
  ) {
    this.formulas = new Formulas(xml, context.budget);
  }

  /** The children of the `<row>` just opened; consumes the row. */
  readRow(row: number): void {
    const { xml } = this;
    const depth = xml.depth;
    let column = -1;
    for (;;) {
      const token = xml.next();
      if (token === XmlToken.close) {
        if (xml.depth < depth) return;
      } else if (token === XmlToken.open) {
        if (xml.key === C) column = this.readCell(row, column + 1);
        else xml.skip();
      }
    }
  }

  /** Completes what had to wait. */
  finish(): void {
    for (const { row, column, kind, number, text, format, shared } of this.waiting) {
      const formula = this.formulas.expand(shared, row, column);
      if (formula !== undefined) this.builder.push(row, column, kind, number, text, format, formula);
    }
  }

  /** Reads one cell and returns its column; where the file omits the address it is the next one in the row. */
  private readCell(defaultRow: number, defaultColumn: number): number {
    const { xml } = this;
    let position = defaultRow * MAX_COLUMNS + defaultColumn;
    if (defaultColumn >= MAX_COLUMNS) position = -1;
    let style = 0;
    let type: number = Type.number;
    while (xml.nextAttribute()) {
      if (xml.isPrefixed) continue;
      if (xml.attribute === R) position = parsePosition(xml.bytes, xml.start, xml.end);
      else if (xml.attribute === S) style = parseIndex(xml.bytes, xml.start, xml.end);
      else if (xml.attribute === T) type = cellType(xml.bytes, xml.start, xml.end);
    }
    if (position < 0 || position >= MAX_ROWS * MAX_COLUMNS) throw xml.broken('a cell lies outside the sheet');
    const row = Math.floor(position / MAX_COLUMNS);
    const column = position % MAX_COLUMNS;

    let hasValue = false;
    let inline: string | null = null;
    let formula: CellFormula | undefined;
    const depth = xml.depth;
    for (;;) {
      const token = xml.next();
      if (token === XmlToken.close) {
        if (xml.depth < depth) break;
      } else if (token === XmlToken.open) {
        if (xml.key === V) {
          this.readValue();
          hasValue = true;
        } else if (xml.key === F) formula = this.formulas.read(row, column);
        else if (xml.key === IS) inline = readRichText(xml);
        else xml.skip();
      }
    }
    if (inline !== null) this.pushText(row, column, inline, style, formula);
    else if (hasValue) this.pushValue(row, column, type, style, formula);
    else if (formula) this.pushUnknown(row, column, style, formula);
    return column;
  }

  private pushValue(row: number, column: number, type: number, style: number, formula: CellFormula | undefined): void {
    const { xml, valueFrom, valueTo } = this;
    if (type === Type.number && this.valueText === null) {
      const number = parseNumber(xml.bytes, valueFrom, valueTo);
      // NaN is never equal to itself.
      if (number === number) return this.push(row, column, CellKind.number, number, -1, style, formula);
    }
    if (type === Type.shared) {
      // No index at all is how some writers spell a blank.
      if (this.valueText === null && isBlank(xml.bytes, valueFrom, valueTo)) return this.pushText(row, column, '', style, formula);
      const index = this.valueText === null ? parseIndex(xml.bytes, valueFrom, valueTo) : -1;
      if (index < 0 || index >= this.context.texts.count) {
        this.context.workbook.repair('lostText', this.builder.name, cellAddress(row, column));
        return this.pushUnknown(row, column, style, formula);
      }
      const text = this.context.texts.indexOf(index);
      if (text >= 0) this.push(row, column, CellKind.text, NaN, text, style, formula);
      else this.pushText(row, column, '', style, formula);
      return;
    }
    const text = this.valueText ?? xml.decode(valueFrom, valueTo);
    if (type === Type.string || type === Type.inline) return this.pushText(row, column, decodeEscapes(text), style, formula);
    const trimmed = text.trim();
    if (trimmed === '') return formula ? this.pushUnknown(row, column, style, formula) : undefined;
    if (type === Type.error) {
      return this.push(row, column, CellKind.error, NaN, this.indexOf(trimmed), style, formula);
    }
    if (type === Type.boolean) {
      return this.push(row, column, CellKind.boolean, trimmed === '1' || trimmed === 'true' ? 1 : 0, -1, style, formula);
    }
    const number = type === Type.date ? isoDateToSerial(trimmed, this.context.is1904) : parseText(trimmed);
    if (Number.isNaN(number)) this.pushText(row, column, decodeEscapes(text), style, formula);
    else this.push(row, column, CellKind.number, number, -1, style, formula);
  }

  /** An empty text is an empty cell, unless a formula yields it. */
  private pushText(row: number, column: number, text: string, style: number, formula: CellFormula | undefined): void {
    if (text === '' && !formula) return;
    this.push(row, column, CellKind.text, NaN, this.indexOf(text), style, formula);
  }

  private indexOf(text: string): number {
    const { workbook, budget } = this.context;
    budget.text(text.length, this.xml.part);
    return workbook.string(text);
  }

  private pushUnknown(row: number, column: number, style: number, formula: CellFormula | undefined): void {
    this.push(row, column, CellKind.unknown, NaN, this.context.workbook.string(''), style, formula);
  }

  private push(
    row: number,
    column: number,
    kind: number,
    number: number,
    text: number,
    style: number,
    formula: CellFormula | undefined,
  ): void {
    this.context.budget.cell(this.xml.part);
    const format = style < 0 ? 0 : this.context.styles.formatOf(style);
    let formulaText: string | undefined;
    if (formula) {
      if ('text' in formula) formulaText = formula.text;
      else {
        formulaText = this.formulas.expand(formula.shared, row, column);
        if (formulaText === undefined) this.waiting.push({ row, column, kind, number, text, format, shared: formula.shared });
      }
    }
    this.builder.push(row, column, kind, number, text, format, formulaText);
  }

  /** The `<v>` just opened. One plain run of text, the rule, is only remembered by its bounds. */
  private readValue(): void {
    const { xml } = this;
    const depth = xml.depth;
    this.valueText = null;
    this.valueFrom = this.valueTo = 0;
    let runs = 0;
    for (;;) {
      const token = xml.next();
      if (token === XmlToken.close && xml.depth < depth) return;
      if (token !== XmlToken.text) continue;
      if (++runs > 1 || xml.isLiteral) {
        const before: string = this.valueText ?? (runs > 1 ? xml.decode(this.valueFrom, this.valueTo) : '');
        this.valueText = xml.bounded(before + xml.text());
      } else {
        this.valueFrom = xml.start;
        this.valueTo = xml.end;
      }
    }
  }
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p] > 0x20) return false;
  return true;
}

function parseText(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return parseNumber(bytes, 0, bytes.length);
}

/** Told by length and first letter: s, b, e, n, d, str, inlineStr. */
function cellType(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 3) return Type.string;
  if (length === 9) return Type.inline;
  const c = bytes[start];
  return c === 0x73 ? Type.shared : c === 0x62 ? Type.boolean : c === 0x65 ? Type.error : c === 0x64 ? Type.date : Type.number;
}
