import { normaliseText } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import type { BindContext } from '../bind/context';
import type { BoundColumn, BoundRow } from '../model';
import { Figures } from './figures';

/** A 小计 and the rows without a whole of their own that stand between it and the one before. */
interface Subtotal {
  readonly at: number;
  readonly parts: readonly number[];
}

/**
 * Rows called 小计 below the coded ones that they sum, as the figures show; empty where there are none, or where they stand above them. They are no
 * subjects: until `linkSubtotals` they count as nothing.
 */
export function subtotalsBelow(context: BindContext, rows: BoundRow[], columns: readonly BoundColumn[]): readonly Subtotal[] {
  const at = rows.flatMap((row, i) => (row.kind === 'item' && row.code === '' && CHECK_WORDS.codeLists.subtotal.test(normaliseText(row.label)) ? [i] : []));
  if (at.length === 0) return [];
  const figures = new Figures(context, rows, columns);
  const slack = context.unit === 'wanyuan' ? ROUNDED : 0;
  const holds = (whole: number, parts: readonly number[]): boolean => {
    const filled = Array.from({ length: figures.width }, (_, c) => c).filter((c) => figures.value(whole, c) !== 0 || parts.some((i) => figures.value(i, c) !== 0));
    const held = filled.filter((c) => Math.abs(figures.value(whole, c) - parts.reduce((n, i) => n + figures.value(i, c), 0)) <= slack * parts.length);
    return parts.length > 0 && held.length > 0 && held.length * 2 >= filled.length;
  };
  const parts = [...at, rows.length].map((end, k) => rootsOf(rows, (at[k - 1] ?? -1) + 1, end));
  const above = at.filter((whole, k) => holds(whole, parts[k])).length;
  const below = at.filter((whole, k) => holds(whole, parts[k + 1])).length;
  if (above <= below || above * 2 < at.length) return [];
  for (const i of at) rows[i] = { ...rows[i], kind: 'extra' };
  // The first of a further page sums rows of the page before as well.
  const isWhole = rows[0].kind === 'total' || holds(at[0], parts[0]);
  return at.flatMap((whole, k) => (k > 0 || isWhole ? [{ at: whole, parts: parts[k] }] : []));
}

/** The rows become what they sum, and stand where their parts stood. */
export function linkSubtotals(rows: BoundRow[], subtotals: readonly Subtotal[]): void {
  for (const { at, parts } of subtotals) {
    const above = new Set(parts.map((i) => rows[i].parent));
    rows[at] = { ...rows[at], kind: 'item', parent: above.size === 1 ? [...above][0] : -1 };
    for (const i of parts) rows[i].parent = at;
  }
}

/** What rounding may make of each part, in 分. */
const ROUNDED = 5000;

/** Coded rows of a range above which no part of their code stands in it. */
function rootsOf(rows: readonly BoundRow[], from: number, to: number): number[] {
  const open = new Set<string>();
  const roots: number[] = [];
  for (let i = from; i < to; i++) {
    const { kind, code } = rows[i];
    if (kind !== 'item' || code === '') continue;
    if (!Array.from({ length: code.length - 1 }, (_, n) => code.slice(0, n + 1)).some((prefix) => open.has(prefix))) roots.push(i);
    open.add(code);
  }
  return roots;
}
