/** The same workbook in other wrappings: under the published password, and as reporting systems export it under the name .xls. */
import { read, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetSnapshot, Span, WorkbookSnapshot } from '../../src/audit/workbook';
import { oleStream } from '../../src/files/legacy';
import { agile, encryptedXls, HASHES, PUBLISHED_PASSWORD, standard } from '../files/encrypt';
import { htmlPage, xmlSpreadsheet } from '../files/exportedWriters';
import type { Random } from '../generate/random';
import { isOfWriting, type Base, type Kind, type Planted } from './model';
import { amountsOf, drawFigure, placeOfAmount, tablesOf, type Place } from './places';

const WRITERS = { 'XML Spreadsheet 2003': xmlSpreadsheet, 'HTML tables': htmlPage } as const;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What .xls of these kinds cannot keep: formulas and their results. */
const isOfFormat = (base: Base) => (f: Parameters<typeof isOfWriting>[1]): boolean => isOfWriting(base, f) || f.rule.startsWith('M4');

function exported(base: Base, write: (workbook: WorkbookSnapshot) => string, workbook: WorkbookSnapshot): Pick<Planted, 'file' | 'name' | 'mayToo' | 'mayGo'> {
  return { file: encode(write(workbook)), name: '导出.xls', mayToo: isOfFormat(base), mayGo: true };
}

/** The workbook with the row or the column of a figure hidden, and the figures that are hidden with it. */
function hide(base: Base, random: Random, isRow: boolean): { workbook: WorkbookSnapshot; at: Place[]; what: string } | null {
  const place = drawFigure(base, random)?.place;
  if (!place) return null;
  const line = isRow ? place.row : place.column;
  const hidden: readonly Span[] = [{ from: line, to: line }];
  const { workbook } = base.state;
  const sheets = workbook.sheets.map((sheet): SheetSnapshot => (sheet.name === place.sheet ? { ...sheet, ...(isRow ? { hiddenRows: hidden } : { hiddenColumns: hidden }) } : sheet));
  const at = tablesOf(base).flatMap((t) => amountsOf(base, t)).map((a) => placeOfAmount(base, a)).filter((p) => p.sheet === place.sheet && (isRow ? p.row : p.column) === line);
  return { workbook: { ...workbook, sheets }, at, what: `${place.sheet} ${isRow ? 'row' : 'column'} ${line + 1}` };
}

/** The workbook as .ods, the row or column of a place with a visibility; null where the writer puts several lines into one element. */
function odsWith(bytes: Uint8Array, { sheet, row, column }: Place, isRow: boolean, visibility: string): Uint8Array | null {
  const parts = unzipSync(new Uint8Array(write(read(bytes, { cellStyles: true, cellNF: true }), { type: 'array', bookType: 'ods' }) as ArrayBuffer));
  const xml = strFromU8(parts['content.xml']);
  const from = xml.indexOf(`<table:table table:name="${sheet}"`);
  const to = xml.indexOf('</table:table>', from);
  let line = isRow ? row : column;
  const table = xml.slice(from, to).replace(isRow ? /<table:table-row(?=[ >])/g : /<table:table-column(?=[ >])/g, (element) => (line-- === 0 ? `${element} table:visibility="${visibility}"` : element));
  if (from < 0 || line >= 0 || /number-(?:rows|columns)-repeated/.test(table.replace(/<table:table-cell[^>]*>/g, ''))) return null;
  parts['content.xml'] = strToU8(xml.slice(0, from) + table + xml.slice(to));
  return zipSync(parts, { level: 1 });
}

const bytesFrom = (random: Random): { below: (limit: number) => number } => ({ below: (limit) => random.int(0, limit - 1) });

export const CONTAINERS: readonly Kind[] = [
  {
    name: 'published password',
    plant: (base, random) => {
      const bits = random.pick([128, 192, 256]);
      const hash = random.pick([...HASHES, null]);
      const file = hash === null ? standard(base.bytes, bytesFrom(random), PUBLISHED_PASSWORD, bits) : agile(base.bytes, bytesFrom(random), PUBLISHED_PASSWORD, hash, bits);
      return { file, what: `${hash ?? 'standard'} ${bits}`, notes: [], decidesAll: true };
    },
  },
  {
    name: 'published password, .xls',
    plant: (base, random) => {
      const stream = oleStream(new Uint8Array(write(read(base.bytes, { cellStyles: true }), { type: 'array', bookType: 'biff8' }) as ArrayBuffer), ['Workbook']);
      const bits = random.pick([0, 40, 128] as const);
      return stream && { file: encryptedXls(stream, bytesFrom(random), PUBLISHED_PASSWORD, bits), name: '试.xls', what: `${bits} bits`, mayToo: isOfFormat(base), mayGo: true };
    },
  },
  ...[true, false].map((isRow): Kind => ({
    name: `.ods: hidden ${isRow ? 'row' : 'column'}`,
    plant: (base, random) => {
      const drawn = hide(base, random, isRow);
      const file = drawn && odsWith(base.bytes, drawn.at[0], isRow, random.pick(isRow ? ['collapse', 'filter'] : ['collapse']));
      return drawn && file && { file, name: '试.ods', what: drawn.what, says: drawn.at.map(({ name: at }) => ({ rule: 'M3', at: [at] })), mayToo: isOfFormat(base), mayGo: true };
    },
  })),
  ...Object.entries(WRITERS).flatMap(([name, write]): Kind[] => [
    { name: `${name} called .xls`, plant: (base) => ({ ...exported(base, write, base.state.workbook), what: name }) },
    ...[true, false].map((isRow): Kind => ({
      name: `${name}: hidden ${isRow ? 'row' : 'column'}`,
      plant: (base, random) => {
        const drawn = hide(base, random, isRow);
        return drawn && { ...exported(base, write, drawn.workbook), what: drawn.what, says: drawn.at.map(({ name: at }) => ({ rule: 'M3', at: [at] })) };
      },
    })),
  ]),
];
