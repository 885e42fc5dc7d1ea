import { parseRectAddress, rectAddress, type Rect } from '../../audit/workbook';

/** Areas of one rule. Excel takes more; a list this long is read quickly by everybody. */
const MOST_AREAS = 400;

/** Rectangles as lists of areas ("A1:B2 C7"). */
export function areaLists(rects: readonly Rect[]): string[] {
  const lists: string[] = [];
  for (let i = 0; i < rects.length; i += MOST_AREAS) lists.push(rects.slice(i, i + MOST_AREAS).map(rectAddress).join(' '));
  return lists;
}

/** The areas of a list; what is no address is passed over. */
export function parseAreaList(text: string): Rect[] {
  return text.split(/\s+/).flatMap((area) => parseRectAddress(area) ?? []);
}

export function overlaps(a: readonly Rect[], b: readonly Rect[]): boolean {
  return a.some((p) => b.some((q) => p.top <= q.bottom && q.top <= p.bottom && p.left <= q.right && q.left <= p.right));
}
