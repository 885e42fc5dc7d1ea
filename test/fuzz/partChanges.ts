/** Single changes of the parts of an .xlsx, and which cells each may change. */
import { strFromU8 } from 'fflate';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import type { Random } from '../files/random';

export interface Change {
  readonly part: string;
  readonly what: string;
  readonly make: (xml: string) => string;
  /** The sheet whose cells may differ afterwards; null where the part serves all of them. */
  readonly sheet: string | null;
  readonly addresses: readonly string[] | 'all';
  /** What the changed cell still holds in the file: it must not come out blank without a word. */
  readonly leaves?: string;
}

const VALUES = ['', '-1', '0', '1e400', 'NaN', '1,234.5', '１２', '99999999999999999999', '-0', '0.1', '7 7', '#REF!', 'x'.repeat(400), '&#x202D;12', '1e-9', ' 12 ', '&lt;b&gt;'];
const TYPES = ['s', 'str', 'inlineStr', 'b', 'e', 'n', 'd', 'zz', ''];
const ADDRESSES = ['$A$1', 'a1', 'A0', '', 'XFE9', 'A1048577', '#REF!', 'R1C1'];
const FORMULAS = ['SUM(A1:A9)', '#REF!+1', 'A1', '1/0', 'SUM(', 'INDIRECT("A1")', '"12"', 'SUM(A:A)', "'[1]外'!A1", '-(-(-3))', 'ROUND(2.5,0)'];

/** The part of each sheet by its name, as the workbook lists them. */
function sheetParts(parts: Readonly<Record<string, Uint8Array>>): Map<string, string> {
  const relations = new Map([...text(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([r]) => [attribute(r, 'Id'), attribute(r, 'Target')]));
  const found = new Map<string, string>();
  for (const [sheet] of text(parts, 'xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)) {
    const target = relations.get(attribute(sheet, 'r:id')) ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (part in parts) found.set(attribute(sheet, 'name'), part);
  }
  return found;
}

const text = (parts: Readonly<Record<string, Uint8Array>>, name: string): string => (name in parts ? strFromU8(parts[name]) : '');
const attribute = (element: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '';

/** A cell gets another value, type, formula, style or address. */
export function changeCell(parts: Readonly<Record<string, Uint8Array>>, snapshot: WorkbookSnapshot, random: Random): Change {
  const sheets = [...sheetParts(parts)].filter(([name]) => snapshot.sheets.some((s) => s.name === name));
  if (sheets.length === 0) return changePart(parts, random);
  const [sheet, part] = random.pick(sheets);
  const cells = [...text(parts, part).matchAll(/<c\b[^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([c]) => c);
  if (cells.length === 0) return changePart(parts, random);
  const cell = random.pick(cells);
  const own = attribute(cell, 'r').replaceAll('$', '');
  const type = random.pick(TYPES);
  const bare = cell.replace(/\st="[^"]*"/, '');
  const opened = (inside: string, t = type): string => `${/^<c\b[^>]*?(?=\/?>)/.exec(bare)?.[0] ?? '<c'}${t === '' ? '' : ` t="${t}"`}>${inside}</c>`;
  const value = random.pick(VALUES);
  const only = { part, sheet, addresses: [own] };
  const put = (what: string, by: string, rest: Partial<Change> = {}): Change => ({ ...only, what: `${sheet}!${own} ${what}`, make: (xml) => xml.replace(cell, () => by), ...rest });
  switch (random.below(6)) {
    case 0: return put(`value ${type} ${value}`, opened(`<v>${value}</v>`), type === 'zz' && value.trim() !== '' ? { leaves: value } : {});
    case 1: return put(`inline ${value}`, opened(`<is><t>${value}</t></is>`, 'inlineStr'), value.trim() !== '' && /^[\x21-\x7e]+$/.test(value) ? { leaves: value } : {});
    case 2: return put(`formula ${value}`, opened(`<f>${random.pick(FORMULAS)}</f>${random.chance(0.5) ? `<v>${value}</v>` : ''}`));
    case 3: return put('style', cell.replace(/\ss="[^"]*"|(?=\s|>|\/)/, ` s="${random.pick(['0', '9999', '-1', 'x', ''])}"`));
    case 4: return put('address', cell.replace(/\sr="[^"]*"/, random.chance(0.2) ? '' : ` r="${random.pick(ADDRESSES)}"`), { addresses: [own, 'A1'] });
    default: return put('gone', '');
  }
}

/** A part loses an element or an attribute, breaks off, or has rows and merges in another order. */
export function changePart(parts: Readonly<Record<string, Uint8Array>>, random: Random): Change {
  const names = Object.keys(parts).filter((n) => /\.(xml|rels)$/.test(n) && parts[n].length > 0);
  const part = random.pick(names);
  const xml = text(parts, part);
  const own = [...sheetParts(parts)].find(([, p]) => p === part)?.[0] ?? null;
  const whole = { part, sheet: own, addresses: 'all' } as const;
  const at = random.below(xml.length);
  const elements = [...xml.matchAll(/<[\w:]+\b[^>]*\/>/g)].map(([e]) => e);
  const attributes = [...xml.matchAll(/\s[\w:]+="[^"]*"/g)].map(([a]) => a);
  const rows = [...xml.matchAll(/<row\b[^>]*>.*?<\/row>/gs)].map(([r]) => r);
  switch (random.below(5)) {
    case 0: return { ...whole, what: `${part} cut at ${at}`, make: (x) => x.slice(0, at) };
    case 1: return elements.length === 0 ? { ...whole, what: 'none', make: (x) => x } : { ...whole, what: `${part} without an element`, make: replaced(random.pick(elements), '') };
    case 2: return attributes.length === 0 ? { ...whole, what: 'none', make: (x) => x } : { ...whole, what: `${part} attribute`, make: replaced(random.pick(attributes), random.chance(0.5) ? '' : ' q="1"') };
    case 3: return rows.length < 2 ? { ...whole, what: 'none', make: (x) => x } : { ...whole, what: `${part} row doubled`, make: replaced(rows[0], `${random.pick(rows)}${rows[0]}`) };
    default: return { ...whole, what: `${part} merge`, make: (x) => x.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${random.pick(ADDRESSES)}:${random.pick(ADDRESSES)}"/></mergeCells>`) };
  }
}

const replaced = (from: string, to: string) => (xml: string): string => xml.replace(from, () => to);
