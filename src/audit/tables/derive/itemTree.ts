import { outlineLabel } from '../../workbook';
import type { Concept, Words } from '../../words';
import type { BindContext } from '../bind/context';
import type { BoundRow } from '../model';

/**
 * “三公”经费, below it 因公出国, 公务接待, 公务用车 and 购置, 运行, in whatever order and with whatever numbers: the vocabulary says what
 * comprises what. true where the rows were linked so, which needs that each name stands once, that no whole lacks a part and that
 * nothing else is in the total.
 */
export function linkItems(context: BindContext, rows: BoundRow[]): boolean {
  const { words } = context;
  const items = rows.map((row) => itemOf(context, row));
  const at = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    if (item === null) continue;
    if (at.has(item.id)) return false;
    at.set(item.id, i);
  }
  const hasTotal = rows.some((row) => row.kind === 'total');
  if (hasTotal && rows.some((row, i) => row.kind === 'item' && items[i] === null)) return false;
  const wholes = items.filter((item) => item !== null && item.over !== undefined).map((item) => item as Concept).sort((a, b) => (a.over ?? []).length - (b.over ?? []).length);
  const complete = wholes.filter((whole) => isListed(whole, at, words));
  if (complete.length === 0) return false;
  const parents = items.map((item) => (item === null ? undefined : wholes.find((whole) => words.comprises(whole.id, item.id))));
  // 运行费 alone below 公务用车: whether it is all there is, only figures tell.
  if (rows.some((row, i) => row.kind === 'item' && parents[i] !== undefined && !complete.includes(parents[i]))) return false;
  rows.forEach((row, i) => {
    const whole = parents[i];
    if (items[i] !== null && (whole === undefined ? row.kind === 'item' : complete.includes(whole))) rows[i] = { ...row, kind: 'item', parent: whole === undefined ? -1 : at.get(whole.id) ?? -1 };
  });
  const tops = rows.map((_, i) => i).filter((i) => rows[i].kind === 'item' && rows[i].parent < 0);
  if (!hasTotal && tops.length === 1) nameTotal(rows, tops[0]);
  return true;
}

/** The only row that all others are below is the 合计 of the table. */
function nameTotal(rows: BoundRow[], total: number): void {
  rows.forEach((row, i) => {
    if (i === total) rows[i] = { ...row, kind: 'total', key: '合计', join: '合计' };
    else if (row.parent === total) row.parent = -1;
  });
}

/** Each part has a row, or stands in one that comprises it, or is the sum of several that have. */
function isListed(whole: Concept, at: ReadonlyMap<string, number>, words: Words): boolean {
  const parts = whole.over ?? [];
  return parts.every((part) => {
    if (at.has(part) || parts.some((other) => at.has(other) && words.comprises(other, part))) return true;
    const own = parts.filter((other) => words.comprises(part, other));
    return own.length > 0 && own.every((other) => at.has(other));
  });
}

/** The one item of expenditure that a row's name says and nothing else; null for other names. */
function itemOf({ grid, words }: BindContext, { kind, labelCell }: BoundRow): Concept | null {
  if ((kind !== 'item' && kind !== 'ofWhich') || labelCell === null) return null;
  const { concepts, known } = words.phrase(outlineLabel(grid.norm(labelCell.row, labelCell.column)).base);
  const items = concepts.filter((c) => c.dimension === 'item');
  return items.length === 1 && known === 1 ? items[0] : null;
}
