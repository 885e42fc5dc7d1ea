import { isTotalLabel, normaliseText } from '../workbook';
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
    const marked = isMarked(candidates[i], words);
    // Which of two tables with one title it is, its header would say.
    if (table && named[i] && named[i]?.definition !== table.definition && !(marked && candidates[i].layout.header === null)) continue;
    if (!marked && !(table && isSameTitle(candidates[before], candidates[i]) && goesOn(candidates[before], candidates[i], table))) continue;
    torn.add(before).add(i);
    tables[i] = table;
  }
  return torn;
}

const isMarked = ({ layout }: Candidate, words: Words): boolean => layout.title !== null && words.isContinued(normaliseText(layout.title.text));

/** Printed again, or not at all. */
const isSameTitle = (a: Candidate, b: Candidate): boolean => b.layout.title === null || b.layout.title.core === a.layout.title?.core;

/** Below the same header codes, or lines of income and expenditure, and the total on one of the two sheets only. */
function goesOn(a: Candidate, b: Candidate, { definition }: TableOf): boolean {
  const coded = (c: Candidate): boolean => c.layout.panels[0]?.codes.length > 0 || (definition.codes !== undefined && c.layout.panels[0]?.names.length > 0);
  // 本年收入合计 may end the shorter list on the first sheet.
  if (definition.shape === 'blocks' && (hasTotal(a, isGrand) || hasTotal(b, isGrand))) return isSameHeader(a, b) && hasTotal(a, isGrand) !== hasTotal(b, isGrand);
  return isSameHeader(a, b) && ((coded(a) && coded(b)) || definition.shape === 'blocks') && hasTotal(a, isTotal) !== hasTotal(b, isTotal);
}

/** Every column bears the same words; a list that ended on the sheet before has none left. */
function isSameHeader({ layout: a }: Candidate, { layout: b }: Candidate): boolean {
  const words = (c: typeof a): string => JSON.stringify([...(c.header?.paths ?? [])].sort((x, y) => x[0] - y[0]));
  return a.header !== null && b.header !== null && words(a) === words(b);
}

function hasTotal({ grid, layout }: Candidate, isOne: (text: string) => boolean): boolean {
  return layout.rows.some((row) => layout.columns.some(({ column, kind }) => (kind === 'code' || kind === 'name') && isOne(grid.norm(row, column))));
}

/** 合计; 收入总计, 本年支出合计 and 人员经费合计 in lists of lines. */
const isTotal = (text: string): boolean => isTotalLabel(text) || text.endsWith('总计') || text.endsWith('合计');

const isGrand = (text: string): boolean => text.endsWith('总计');
