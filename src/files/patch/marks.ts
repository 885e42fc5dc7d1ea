import type { Rect } from '../../audit/workbook';
import { joinCells, markFormula, markLooks, markStyles, type MarkLook } from '../../host/marks';
import type { Mark } from '../../host/workbookHost';
import { xmlText } from '../write/xmlText';
import { insertion, type Edit } from './edits';
import { attributeOf, descendants, outline, textOf, type Element } from './outline';
import type { PackageEditor } from './packageEditor';
import { placeFor } from './places';
import { areaLists, overlaps, parseAreaList } from './sqref';
import type { StyleAdder } from './styles';

/** Puts marks on one sheet: conditional formats with our fingerprint, the strongest style first. */
export function markSheet(editor: PackageEditor, styles: StyleAdder, part: string, marks: readonly Mark[]): void {
  const bytes = editor.text(part);
  const root = outline(bytes, part, ['conditionalFormatting', 'extLst']);
  const rules = markStyles.flatMap((style) => {
    const rects = joinCells(marks.filter((mark) => mark.style === style).map(({ cell }) => cell));
    return areaLists(rects).map((areas) => ({ style, areas, rects }));
  });
  const existing = ruleElements(root);
  const priorities = existing.flatMap((rule) => attributeOf(bytes, rule, 'priority') ?? []);
  const numbers = priorities.map(({ value }) => Number(value) || 0);
  // A user's own rule on a marked cell would paint over the mark, so it steps back; elsewhere their rules stay as they are.
  const stepBack = lieTogether(bytes, root, rules.flatMap(({ rects }) => rects)) && !existing.some((rule) => attributeOf(bytes, rule, 'pivot'));
  const first = stepBack ? 1 : Math.max(0, ...numbers) + 1;
  if (stepBack) {
    editor.edit(part, ...priorities.map(({ from, to }, i): Edit => ({ at: from, remove: to - from, text: String(numbers[i] + rules.length) })));
  }
  const p = root.prefix;
  const xml = rules.map(({ style, areas }, i) => {
    const formula = xmlText(markFormula(style).slice(1));
    const rule = `<${p}cfRule type="expression" dxfId="${styles.add('dxfs', dxf(markLooks[style]))}" priority="${first + i}"><${p}formula>${formula}</${p}formula></${p}cfRule>`;
    return `<${p}conditionalFormatting sqref="${areas}">${rule}</${p}conditionalFormatting>`;
  });
  editor.edit(part, insertion(placeFor(root, 'worksheet', 'conditionalFormatting'), xml.join('')));
}

/** The rules of conditional formats on a sheet, those of newer Excels in its extensions included. */
function ruleElements(root: Element): Element[] {
  return descendants(root, 'cfRule');
}

function lieTogether(bytes: Uint8Array, root: Element, marked: readonly Rect[]): boolean {
  return descendants(root, 'conditionalFormatting').some((format) => {
    const areas = attributeOf(bytes, format, 'sqref')?.value ?? format.children.filter(({ name }) => name === 'sqref').map((list) => textOf(bytes, list)).join(' ');
    return overlaps(parseAreaList(areas), marked);
  });
}

const argb = (color: string): string => `FF${color.slice(1)}`;

/** Far from the numbers that programs give to formats of their own. */
const FORMAT_ID = 3_900;

function dxf({ fill, text, bold, italic, numberFormat, border }: MarkLook): string {
  const font = [bold ? '<b/>' : '', italic ? '<i/>' : '', text ? `<color rgb="${argb(text)}"/>` : ''].join('');
  const side = (name: string): string => `<${name} style="${border?.line === 'dotted' ? 'dotted' : 'thin'}"><color rgb="${argb(border?.color ?? '')}"/></${name}>`;
  return [
    '<dxf>',
    font === '' ? '' : `<font>${font}</font>`,
    numberFormat ? `<numFmt numFmtId="${FORMAT_ID}" formatCode="${xmlText(numberFormat)}"/>` : '',
    fill ? `<fill><patternFill><bgColor rgb="${argb(fill)}"/></patternFill></fill>` : '',
    border ? `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>` : '',
    '</dxf>',
  ].join('');
}

/** Marks by the index of their sheet. */
export function marksBySheet(marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const found = new Map<number, Mark[]>();
  for (const mark of marks) {
    const list = found.get(mark.cell.sheet);
    if (list) list.push(mark);
    else found.set(mark.cell.sheet, [mark]);
  }
  return found;
}
