import { columnName } from '../../workbook';
import { amountOfCell } from '../amounts';
import type { BoundColumn } from '../model';
import type { BindContext } from './context';

/** Of the rows that can tell whether a column is part of the total at least so large a share says the same. */
const AGREED = 0.8;

/** The same for a column with words, which is no part only where the rows say so. */
const MOSTLY = 0.5;

export const lastOf = (path: readonly string[] | undefined): string => path?.[path.length - 1] ?? '';

export const isTotalWord = (word: string): boolean => word === '合计' || word === '小计';

export interface FurtherParts {
  readonly columns: readonly BoundColumn[];
  /** The rows contradict that columns with words unknown to the form are part of the total. */
  readonly isUnclear: boolean;
}

/**
 * Amount columns that the definition does not know: with `extraParts` (a new kind of income) parts of the total, unless 其中. Where a column has no words of
 * its own (its header cell is blank, or 备注 was drawn over it) the rows tell whether it is a part; where they do not, it is left out.
 */
export function furtherParts(context: BindContext, taken: ReadonlySet<number>, known: readonly BoundColumn[], extraParts: boolean): FurtherParts {
  const { layout, words, definition } = context;
  const paths = layout.header?.paths ?? new Map<number, readonly string[]>();
  const further: BoundColumn[] = [];
  const wordless: { readonly column: number; readonly path: readonly string[] }[] = [];
  const first = Math.min(...known.map((k) => k.column));
  for (const { column, kind, path } of layout.columns) {
    if (taken.has(column) || column < first || kind !== 'amount') continue;
    const last = lastOf(path);
    const { concepts } = words.phrase(last);
    const isGroupOnly = [...paths].some(([other, longer]) => other !== column && longer.length > path.length && path.every((word, i) => word === longer[i]));
    if (path.length === 0 || isGroupOnly || concepts.some((c) => c.dimension === 'column')) {
      wordless.push({ column, path });
      continue;
    }
    if (!extraParts) continue;
    // A column below a group whose 小计 is known belongs to that group.
    const group = path.length > 1 ? path[path.length - 2] : '';
    const inGroup = [...paths].some(
      ([other, otherPath]) =>
        other !== column && otherPath.length > 1 && otherPath[otherPath.length - 2] === group && isTotalWord(lastOf(otherPath)) && known.some((k) => k.column === other && k.role === 'part'),
    );
    const ofWhich = concepts.some((c) => c.id === '其中');
    further.push({ id: `${group}/${last}`, label: last, role: ofWhich || inGroup ? 'of' : 'part', column });
  }
  const isUnclear = isContradicted(context, known, further);
  for (const { column, path } of wordless) {
    const role = roleByRows(context, [...known, ...further], column);
    if (role !== 'part' && role !== 'of') continue;
    const label = `${columnName(column)} 栏`;
    // The one part that the form has and no header names is this.
    const missing = (definition.columns ?? []).filter((d) => d.role === 'part' && ![...known, ...further].some((k) => k.id === d.id));
    if (isUnclear && role === 'part') continue;
    further.push({ id: role === 'part' && missing.length === 1 ? missing[0].id : [...path.slice(0, -1), label].join('/'), label, role, column });
  }
  return { columns: further, isUnclear };
}

/** Whether most rows with figures in new columns add up to something else than the total. */
function isContradicted(context: BindContext, known: readonly BoundColumn[], further: readonly BoundColumn[]): boolean {
  const parts = further.filter((c) => c.role === 'part');
  return parts.some(({ column }) => {
    const role = roleByRows(context, [...known, ...parts.filter((p) => p.column !== column)], column, MOSTLY);
    return role !== null && role !== 'part';
  });
}

/**
 * What the rows say of a column that the definition does not know: part where those with a figure in it lack just that figure, of where they lack
 * nothing, unclear where they do not agree; null where none tells.
 */
export function roleByRows({ grid, layout, unit }: BindContext, known: readonly BoundColumn[], column: number, agreed = AGREED): 'part' | 'of' | 'unclear' | null {
  const total = known.find((k) => k.role === 'total');
  const parts = known.filter((k) => k.role === 'part');
  if (!total || parts.length === 0) return null;
  let [missing, complete, neither] = [0, 0, 0];
  for (const row of layout.rows) {
    const value = (at: number): { fen: number; step: number } => amountOfCell(grid, grid.at(row, at), unit);
    const own = value(column);
    if (own.fen === 0) continue;
    const whole = value(total.column);
    const rest = parts.reduce((left, part) => left - value(part.column).fen, whole.fen);
    const slack = (own.step * (parts.length + 2)) / 2;
    if (Math.abs(rest - own.fen) <= slack) missing++;
    else if (Math.abs(rest) <= slack) complete++;
    else neither++;
  }
  const rows = missing + complete + neither;
  if (rows === 0) return null;
  if (missing >= rows * agreed) return 'part';
  return complete >= rows * agreed ? 'of' : 'unclear';
}

/** What is no part for certain is none: the total is then not held against the columns that are known. */
export const withoutParts = (columns: readonly BoundColumn[]): BoundColumn[] => columns.map((c) => (c.role === 'part' ? { ...c, role: 'other' } : c));
