import { outlineLabel } from '../../workbook';
import type { Words } from '../../words';
import type { BindContext } from '../bind/context';
import type { BoundRow } from '../model';
import { meaningOf } from './concepts';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The parents of rows that the vocabulary knows to be the parts of one whole (因公出国, 公务接待, 公务用车 of 三公经费): their words say what adds up to
 * what, whatever the figures do. By row, -1 for the parts of the total; null where a row is something else, or a part is missing.
 */
export function parentsByItems({ grid, words }: BindContext, rows: readonly BoundRow[]): ReadonlyMap<number, number> | null {
  const at = new Map<string, number>();
  for (const [i, { kind, labelCell }] of rows.entries()) {
    if (kind === 'total') continue;
    const id = labelCell ? meaningOf([outlineLabel(grid.norm(labelCell.row, labelCell.column)).base], words, NOTHING, null).id : '';
    if (id === '' || at.has(id)) return null;
    at.set(id, i);
  }
  const whole = WHOLES.find((id) => [...at.keys()].every((part) => words.comprises(id, part)));
  if (whole === undefined) return null;
  const parts = words.concept(whole)?.over ?? [];
  const above = (id: string): string | undefined => parts.find((other) => words.comprises(other, id));
  if (parts.some((id) => above(id) === undefined && !at.has(id))) return null;
  const parents = new Map<number, number>();
  for (const [id, i] of at) {
    const upper = above(id);
    // One of two parts by itself may be all that is printed.
    const isPart = upper === undefined || areAllThere(upper, at, words);
    if (isPart) parents.set(i, upper === undefined ? -1 : at.get(upper) ?? -1);
  }
  return parents;
}

/** Concepts whose parts are the rows of a table. */
const WHOLES: readonly string[] = ['三公经费'];

const areAllThere = (whole: string, at: ReadonlyMap<string, number>, words: Words): boolean => (words.concept(whole)?.over ?? []).every((part) => at.has(part));
