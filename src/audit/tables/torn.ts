import { isTotalLabel } from '../workbook';
import type { Words } from '../words';
import type { Candidate } from './candidate';
import type { TableOf } from './titles';

/**
 * Tables that go on from one sheet to another: printed over pages of which each became a sheet. Neither part is a table by itself: the total stands on
 * one, its rows on both. Answers the candidates that are such parts.
 */
export function tornTables(candidates: readonly Candidate[], named: readonly (TableOf | null)[], words: Words): ReadonlySet<number> {
  const torn = new Set<number>();
  const tables = [...named];
  for (let i = 1; i < candidates.length; i++) {
    const before = i - 1;
    const table = tables[before];
    if (candidates[before].grid.index === candidates[i].grid.index || table?.definition.repeat) continue;
    if (table && named[i] && named[i]?.definition !== table.definition) continue;
    if (!isMarked(candidates[i], words) && !(table && isSameTitle(candidates[before], candidates[i]) && isSameHeader(candidates[before], candidates[i]) && hasTotal(candidates[before]) !== hasTotal(candidates[i]))) continue;
    torn.add(before).add(i);
    tables[i] = table;
  }
  return torn;
}

const isMarked = ({ layout }: Candidate, words: Words): boolean => layout.title !== null && words.isContinued(layout.title.text.replaceAll('（', '('));

/** Printed again, or not at all. */
const isSameTitle = (a: Candidate, b: Candidate): boolean => b.layout.title === null || b.layout.title.core === a.layout.title?.core;

/** Every column bears the same words, below which codes stand. */
function isSameHeader({ layout: a }: Candidate, { layout: b }: Candidate): boolean {
  const words = (c: typeof a): string => JSON.stringify(c.columns.map(({ column, path }) => [column, path]));
  return a.header !== null && b.header !== null && a.panels[0]?.codes.length > 0 && b.panels[0]?.codes.length > 0 && words(a) === words(b);
}

function hasTotal({ grid, layout }: Candidate): boolean {
  return layout.rows.some((row) => layout.columns.some(({ column, kind }) => (kind === 'code' || kind === 'name') && isTotalLabel(grid.norm(row, column))));
}
