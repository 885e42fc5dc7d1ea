import { cellAddress } from '../../audit/workbook';
import { withFunctionPrefixes } from '../write/futureFunctions';
import { spaceAttribute, xmlText } from '../write/xmlText';
import type { CellEdit } from './cellEdit';
import { attributeOf, attributes, type Element } from './outline';
import type { CellPlace, RowPlace } from './sheetCells';

/** What a cell keeps: the attributes of the one that is there, or the style of its row or column. */
type Kept = { readonly bytes: Uint8Array; readonly place: CellPlace } | { readonly style: string };

/** What belongs to a formula (metadata of dynamic arrays) and goes with it; the kind of value is always written anew. */
const OF_A_FORMULA = new Set(['cm', 'vm']);

/** A cell with its new value. A text stands in the cell itself, so that the shared texts stay as they are. */
export function cellXml(p: string, { cell, content, formula, isResult = false }: CellEdit, kept: Kept): string {
  const given = isResult && 'place' in kept ? kept.place.formula : null;
  const own = 'place' in kept ? keptAttributes(kept.bytes, kept.place, given !== null) : ` r="${cellAddress(cell.row, cell.column)}"${kept.style === '' ? '' : ` s="${kept.style}"`}`;
  const stored = formula === null ? '' : withFunctionPrefixes(formula);
  const f = given && 'place' in kept ? new TextDecoder().decode(kept.bytes.subarray(given.from, given.to)) : formula === null ? '' : `<${p}f${spaceAttribute(stored)}>${xmlText(stored)}</${p}f>`;
  const v = (type: string, value: string): string => `<${p}c${own}${type}>${f}<${p}v>${value}</${p}v></${p}c>`;
  if (content === null) return f === '' ? `<${p}c${own}/>` : `<${p}c${own}>${f}</${p}c>`;
  switch (content.kind) {
    case 'number': return v('', String(content.value));
    case 'boolean': return v(' t="b"', content.value ? '1' : '0');
    case 'error': return v(' t="e"', xmlText(content.value));
    case 'text': {
      const text = `${spaceAttribute(content.value)}>${xmlText(content.value)}`;
      return f === '' ? `<${p}c${own} t="inlineStr"><${p}is><${p}t${text}</${p}t></${p}is></${p}c>` : `<${p}c${own} t="str">${f}<${p}v${text}</${p}v></${p}c>`;
    }
  }
}

function keptAttributes(bytes: Uint8Array, place: CellPlace, keepsFormula: boolean): string {
  return [...attributes(bytes, place)].flatMap(({ name, value }) => (name === 't' || (!keepsFormula && OF_A_FORMULA.has(name)) ? [] : [` ${name}="${xmlText(value)}"`])).join('');
}

/** The style a new cell gets in Excel: that of its row, else that of its column; "" for none. */
export function newCellStyle(bytes: Uint8Array, sheet: Element, row: RowPlace | null, column: number): string {
  if (row && /^(1|true)$/.test(attributeOf(bytes, row, 'customFormat')?.value ?? '')) return attributeOf(bytes, row, 's')?.value ?? '';
  const columns = sheet.children.find(({ name }) => name === 'cols')?.children ?? [];
  const number = (element: Element, name: string): number => Number(attributeOf(bytes, element, name)?.value);
  const own = columns.find((each) => number(each, 'min') <= column + 1 && column + 1 <= number(each, 'max'));
  return own ? (attributeOf(bytes, own, 'style')?.value ?? '') : '';
}
