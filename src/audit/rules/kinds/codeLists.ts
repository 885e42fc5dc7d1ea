import type { BoundBlock } from '../../tables';
import { CHECK_WORDS } from '../../words';
import { fenOf, type CheckContext } from './context';

/** What a coded table is where it is not one tree of accounts. */

/**
 * Units one after the other, each a row with money and no code above its own tree: every code that stands twice stands
 * below two of them, and below one none stands twice.
 */
export function listsUnits(context: CheckContext, block: BoundBlock): boolean {
  const heads = block.rows.flatMap((r, i) => (r.kind === 'extra' && !SUBTOTAL.test(r.label) && hasMoney(context, block, i) ? [i] : []));
  if (heads.length < 2) return false;
  const sections = heads.map((head, i) => block.rows.slice(head + 1, heads[i + 1] ?? block.rows.length).flatMap((r) => (r.kind === 'item' ? [r.join] : [])));
  const all = new Set(sections.flat());
  const once = sections.every((codes) => new Set(codes).size === codes.length);
  return once && all.size < sections.flat().length && !block.rows.slice(0, heads[0]).some((r) => r.kind === 'item');
}

/**
 * A list of projects with the 项 of each: no 类 or 款 above them, codes that repeat. Projects of secret content and rows of a
 * kind of unit (1 全额) have no code there. So has a table whose code column was not found.
 */
export function listsProjects(block: BoundBlock): boolean {
  const coded = block.rows.filter((r) => r.kind === 'item' && /^\d+$/.test(r.code));
  const codes = new Set(coded.map((r) => r.code));
  if (codes.size === 0) return true;
  const isFlat = [...codes].every((code) => code.length === coded[0].code.length);
  return isFlat && (codes.size < coded.length - 1 || block.rows.filter((r) => r.kind === 'extra').length > coded.length);
}

export const SUBTOTAL = CHECK_WORDS.codeLists.subtotal;

export const hasMoney = (context: CheckContext, block: BoundBlock, row: number): boolean => block.columns.some((_, c) => (fenOf(context.recognition, block, row, c) ?? 0) !== 0);
