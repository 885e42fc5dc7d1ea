import { wordedColumns, type LayoutTable } from '../../layout';
import type { Words } from '../../words';
import type { ColumnDefinition } from '../definitions';

/** Columns of amounts whose header says nothing: no word of their own (lost, or a merged cell that does not reach them), or one that the vocabulary does not know. */
export function namelessAmounts({ grid, header, columns }: LayoutTable, words: Words): number[] {
  if (!header) return [];
  const worded = wordedColumns(grid, header);
  const says = (path: readonly string[]): boolean => words.phrase(path[path.length - 1] ?? '').concepts.length > 0;
  return columns.filter(({ column, kind, path }) => kind === 'amount' && (!worded.has(column) || !says(path))).map(({ column }) => column);
}

/**
 * A form prints its columns in the order in which it lists them: one column without a word between two known ones is the one
 * that is missing between these, where only one is.
 */
export function adoptNameless<D extends ColumnDefinition>(definitions: readonly D[], assigned: Map<D, number>, nameless: readonly number[]): void {
  const gapOf = (column: number): readonly D[] => {
    let first = 0;
    let last = definitions.length;
    definitions.forEach((definition, i) => {
      const at = assigned.get(definition);
      if (at === undefined) return;
      if (at < column) first = Math.max(first, i + 1);
      else last = Math.min(last, i);
    });
    return definitions.slice(first, last).filter((d) => !assigned.has(d) && (d.role ?? 'part') === 'part');
  };
  const gaps = nameless.map((column) => ({ column, missing: gapOf(column) }));
  for (const { column, missing } of gaps) {
    if (missing.length === 1 && gaps.filter((g) => g.missing.includes(missing[0])).length === 1) assigned.set(missing[0], column);
  }
}
