import { MAX_COLUMNS } from '../../audit/workbook';
import { insertion, removal, type Edit } from './edits';

/** Where a note's box is to be drawn. */
interface Box {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const NAMESPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
  '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Ids of shapes come in blocks of so many; the first block is not used. */
const BLOCK = 1024;
/** Columns a box is wide, characters that fit in its line, and rows it is high at most. */
const WIDTH = 4;
const LINE = 22;
const TALLEST = 20;

/** A drawing of notes: each note needs a box, or Excel does not show it ([MS-OI29500] section 2.1.599; VML as Excel writes it). */
export function newDrawing(boxes: readonly Box[]): string {
  const blocks = Array.from({ length: Math.ceil(boxes.length / BLOCK) + 1 }, (_, i) => i + 1).join(',');
  return `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>${SHAPE_TYPE}${shapes(boxes, BLOCK + 1)}</xml>`;
}

/** The boxes behind those that are there, also where every element declares its own namespaces (openpyxl); null where it is no such drawing. */
export function addShapes(bytes: Uint8Array, boxes: readonly Box[]): readonly Edit[] | null {
  const text = byteText(bytes);
  const at = text.lastIndexOf('</xml>');
  const root = /<xml\b[^>]*>/.exec(text)?.[0];
  if (at < 0 || root === undefined) return null;
  const declared = NAMESPACES.split(' ').every((namespace) => root.includes(namespace)) ? '' : ` ${NAMESPACES}`;
  const ids = [...text.matchAll(/_x0000_s(\d{1,9})\b/g)].map(([, id]) => Number(id));
  const first = ids.reduce((highest, id) => Math.max(highest, id), BLOCK) + 1;
  const type = /<[\w.-]+:shapetype\b[^>]*\sid="_x0000_t202"/.test(text) ? '' : SHAPE_TYPE;
  return [insertion(at, (type + shapes(boxes, first)).replace(/<v:shape(type)? /g, (tag) => `${tag.trimEnd()}${declared} `))];
}

/** The boxes of the notes in these cells, to be taken out. */
export function removeShapes(bytes: Uint8Array, cells: readonly { readonly row: number; readonly column: number }[]): readonly Edit[] {
  const text = byteText(bytes);
  const wanted = new Set(cells.map(({ row, column }) => `${row},${column}`));
  const edits: Edit[] = [];
  for (const { 1: prefix, index: from } of text.matchAll(/<([\w.-]+):shape\s/g)) {
    const close = `</${prefix}:shape>`;
    const end = text.indexOf(close, from);
    if (end < 0) break;
    const shape = text.slice(from, end);
    const row = /<[\w.-]+:Row>\s*(\d+)\s*</.exec(shape)?.[1] ?? '';
    const column = /<[\w.-]+:Column>\s*(\d+)\s*</.exec(shape)?.[1] ?? '';
    if (/ObjectType=["']Note["']/.test(shape) && wanted.has(`${row},${column}`)) edits.push(removal(from, end + close.length));
  }
  return edits;
}

/** One character a byte, so that places in the text are places in the part. It need not be well-formed XML: boxes hold HTML. */
const byteText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function shapes(boxes: readonly Box[], firstId: number): string {
  return boxes
    .map(({ row, column, text }, i) => {
      const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 1);
      const left = Math.min(column + 1, MAX_COLUMNS - 1 - WIDTH);
      const top = Math.max(0, row - 1);
      const anchor = [left, 15, top, 2, left + WIDTH, 15, top + Math.min(TALLEST, Math.max(4, lines)), 4].join(', ');
      return (
        `<v:shape id="_x0000_s${firstId + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
        `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
      );
    })
    .join('');
}
