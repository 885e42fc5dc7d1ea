/** The parts of an .xlsx as texts that can be changed: single cells, formats, hidden lines, whole parts. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseCellAddress } from '../../src/audit/workbook';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const attribute = (element: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '';

export class Parts {
  private readonly files: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes);
  }

  text(name: string): string {
    return strFromU8(this.files[name]);
  }

  /** Replaces a part; complains where the change changes nothing. */
  change(name: string, make: (text: string) => string): this {
    const before = this.text(name);
    const after = make(before);
    if (after === before) throw new Error(`${name} stayed as it was`);
    this.files[name] = strToU8(after);
    return this;
  }

  /** The part of a sheet by its name. */
  sheet(name: string): string {
    const listed = [...this.text('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)].find(([element]) => attribute(element, 'name') === escape(name));
    const id = listed && attribute(listed[0], 'r:id');
    const relation = [...this.text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].find(([element]) => attribute(element, 'Id') === id);
    const part = relation && attribute(relation[0], 'Target');
    if (!part) throw new Error(`no sheet ${name}`);
    return part.startsWith('/') ? part.slice(1) : `xl/${part}`;
  }

  /** Changes a cell's attributes and content; a cell that is not in the file is put in. */
  private put(sheet: string, address: string, make: (attributes: string, inside: string) => string): this {
    const element = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>(.*?)</c>)`, 's');
    const name = this.sheet(sheet);
    const xml = this.text(name);
    // A cell may hold already what it is given.
    this.files[name] = strToU8(element.test(xml) ? xml.replace(element, (_, attributes: string, inside: string | undefined) => make(attributes, inside ?? '')) : insertCell(xml, address, make('', '')));
    return this;
  }

  /** Gives a cell another type and content; the style stays. */
  cell(sheet: string, address: string, type: string, inside: string): this {
    return this.put(sheet, address, (attributes) => `<c r="${address}"${attributes.replace(/ t="[^"]*"/, '')}${type === '' ? '' : ` t="${type}"`}>${inside}</c>`);
  }

  words(sheet: string, address: string, words: string): this {
    return this.cell(sheet, address, 'inlineStr', `<is><t xml:space="preserve">${escape(words)}</t></is>`);
  }

  number(sheet: string, address: string, value: number): this {
    return this.cell(sheet, address, '', `<v>${value}</v>`);
  }

  blank(sheet: string, address: string): this {
    return this.cell(sheet, address, '', '');
  }

  /** A formula with what is stored for it; null = nothing. */
  formula(sheet: string, address: string, formula: string, stored: number | null): this {
    return this.cell(sheet, address, '', `<f>${escape(formula)}</f>${stored === null ? '' : `<v>${stored}</v>`}`);
  }

  /** A number format on some cells; they keep what they hold. */
  format(sheet: string, addresses: readonly string[], code: string): this {
    const style = this.addFormat(code);
    for (const address of addresses) {
      this.put(sheet, address, (attributes, inside) => `<c r="${address}"${attributes.replace(/ s="\d+"/, '')} s="${style}">${inside}</c>`);
    }
    return this;
  }

  private addFormat(code: string): number {
    const known = this.text('xl/styles.xml');
    const id = 200 + (known.match(/<numFmt /g)?.length ?? 0);
    const numFmt = `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`;
    this.change('xl/styles.xml', (xml) => {
      const bare = xml.replace(/<numFmts[^>]*\/>/, '');
      const formats = bare.includes('<numFmts') ? bare.replace('</numFmts>', () => `${numFmt}</numFmts>`) : bare.replace(/<styleSheet[^>]*>/, (head) => `${head}<numFmts count="1">${numFmt}</numFmts>`);
      return formats.replace('</cellXfs>', `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>`);
    });
    return (/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(this.text('xl/styles.xml'))?.[1].match(/<xf /g)?.length ?? 1) - 1;
  }

  /** Attributes put on a row's element. */
  row(sheet: string, row: number, attributes: string): this {
    return this.change(this.sheet(sheet), (xml) => xml.replace(new RegExp(`<row ([^>]*?)r="${row}"([^>]*?)(/?)>`), (_, before: string, after: string, end: string) =>
      `<row ${before}r="${row}"${after.replace(/ (ht|customHeight|hidden)="[^"]*"/g, '')} ${attributes}${end}>`));
  }

  merge(sheet: string, ref: string): this {
    return this.change(this.sheet(sheet), (xml) => {
      const element = `<mergeCell ref="${ref}"/>`;
      if (xml.includes('</mergeCells>')) return xml.replace('</mergeCells>', `${element}</mergeCells>`);
      return xml.replace('</sheetData>', `</sheetData><mergeCells>${element}</mergeCells>`);
    });
  }

  zip(): Uint8Array {
    return zipSync(this.files, { level: 1 });
  }
}

function insertCell(xml: string, address: string, cell: string): string {
  const at = parseCellAddress(address);
  if (!at) throw new Error(address);
  const number = at.row + 1;
  const own = new RegExp(`<row ([^>]*?)r="${number}"([^>]*?)(?:/>|>(.*?)</row>)`, 's');
  if (own.test(xml)) {
    return xml.replace(own, (_, before: string, after: string, inside = '') => {
      const cells = [...(inside as string).matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)];
      const next = cells.find(([, other]) => (parseCellAddress(other)?.column ?? 0) > at.column);
      const offset = next?.index ?? (inside as string).length;
      return `<row ${before}r="${number}"${after}>${(inside as string).slice(0, offset)}${cell}${(inside as string).slice(offset)}</row>`;
    });
  }
  const rows = [...xml.matchAll(/<row [^>]*?r="(\d+)"/g)];
  const next = rows.find(([, other]) => Number(other) > number);
  const offset = next?.index ?? xml.indexOf('</sheetData>');
  if (offset < 0) throw new Error('no rows');
  return `${xml.slice(0, offset)}<row r="${number}">${cell}</row>${xml.slice(offset)}`;
}
