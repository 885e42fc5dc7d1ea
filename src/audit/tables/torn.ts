import { CodeReader } from '../layout';
import { isTotalLabel, normaliseText } from '../workbook';
import type { Words } from '../words';
import type { Candidate } from './candidate';
import type { TableOf } from './titles';

/**
 * Tables that go on from one sheet to another, or further down: printed over pages of which each became a sheet or a part of one. Neither part is a table by
 * itself: the total stands on one, its rows on both. Answers the candidates that are such parts.
 */
export function tornTables(candidates: readonly Candidate[], named: readonly (TableOf | null)[], words: Words): ReadonlySet<number> {
  const torn = new Set<number>();
  const tables = [...named];
  for (let i = 1; i < candidates.length; i++) {
    const before = i - 1;
    // Where the first sheet lost its title, the second may bear it still.
    const table = tables[before] ?? (candidates[before].layout.title === null ? named[i] : null);
    if (table?.definition.repeat) continue;
    if (candidates[before].grid.index === candidates[i].grid.index) {
      if (table && named[i]?.definition === table.definition && isPrintedAgain(candidates[before], candidates[i])) torn.add(before).add(i);
      continue;
    }
    const marked = isMarked(candidates[i], words);
    // Which of two tables with one title it is, its header would say.
    if (table && named[i] && named[i]?.definition !== table.definition && !(marked && candidates[i].layout.header === null)) continue;
    if (!marked && !(table && ((isSameTitle(candidates[before], candidates[i]) && goesOn(candidates[before], candidates[i], table)) || codesGoOn(candidates[before], candidates[i])))) continue;
    torn.add(before).add(i);
    tables[i] = table;
  }
  // Where a part was copied, either copy is as little of a table.
  return torn.size === 0 ? torn : new Set(candidates.flatMap((c, i) => ([...torn].some((t) => t === i || isCopy(c, candidates[t])) ? [i] : [])));
}

/** On one sheet: title and header stand there once more, and the one total is of both. */
const isPrintedAgain = (a: Candidate, b: Candidate): boolean => b.layout.title !== null && isSameTitle(a, b) && isSameFigures(a, b) && hasTotal(a, isTotal) !== hasTotal(b, isTotal);

/** The same words right above the same columns of figures. */
function isSameFigures({ layout: a }: Candidate, { layout: b }: Candidate): boolean {
  const words = ({ columns }: typeof a): string => columns.flatMap(({ column, kind, path }) => (kind === 'amount' ? [`${column} ${path[path.length - 1] ?? ''}`] : [])).join('|');
  return words(a) !== '' && words(a) === words(b);
}

/** The same title, header and labels in every row. */
function isCopy(a: Candidate, b: Candidate): boolean {
  if (a.layout.rows.length !== b.layout.rows.length || !isSameTitle(a, b) || !isSameHeader(a, b)) return false;
  const label = ({ grid, layout }: Candidate, i: number): string => layout.columns.map(({ column, kind }) => (kind === 'code' || kind === 'name' ? grid.norm(layout.rows[i], column) : '')).join('|');
  return a.layout.rows.every((_, i) => label(a, i) === label(b, i));
}

const isMarked = ({ layout }: Candidate, words: Words): boolean => layout.title !== null && words.isContinued(normaliseText(layout.title.text));

/** Printed again, or not at all. */
const isSameTitle = (a: Candidate, b: Candidate): boolean => a.layout.title === null || b.layout.title === null || b.layout.title.core === a.layout.title.core;

/** Below a title printed again the codes go on where they ended, whatever became of the header; the total is on one of the sheets. */
function codesGoOn(a: Candidate, b: Candidate): boolean {
  const codes = ({ grid, layout }: Candidate): string[] => {
    const [own] = layout.panels[0]?.codes ?? [];
    if (!own) return [];
    const reader = new CodeReader(grid, own);
    return layout.rows.map((row) => reader.read(row)).filter((code) => code !== '');
  };
  if (b.layout.title === null || !isSameTitle(a, b)) return false;
  const [upper, lower] = [codes(a), codes(b)];
  return lower.length > 0 && (upper[upper.length - 1] ?? lower[0]) < lower[0] && hasTotal(a, isTotal) !== hasTotal(b, isTotal);
}

/** Below the same header codes, or lines of income and expenditure, and the total on one of the two sheets only. */
function goesOn(a: Candidate, b: Candidate, { definition }: TableOf): boolean {
  const coded = (c: Candidate): boolean => c.layout.panels[0]?.codes.length > 0 || (definition.codes !== undefined && c.layout.panels[0]?.names.length > 0);
  // 本年收入合计 may end the shorter list on the first sheet.
  if (definition.shape === 'blocks' && (hasTotal(a, isGrand) || hasTotal(b, isGrand))) return isSameHeader(a, b) && hasTotal(a, isGrand) !== hasTotal(b, isGrand);
  const whole = (c: Candidate): boolean => hasTotal(c, isTotal) || beginsUncoded(c);
  return isSameHeader(a, b) && ((coded(a) && coded(b)) || definition.shape === 'blocks') && whole(a) !== whole(b);
}

/** The unit's own line stands first where others print 合计: a name without an account's code, where accounts' codes follow. */
function beginsUncoded({ grid, layout }: Candidate): boolean {
  const [panel] = layout.panels;
  const [first] = layout.rows;
  if (first === undefined || !panel.names.some((column) => grid.norm(first, column) !== '')) return false;
  return panel.codes.some(({ columns }) => {
    const isCoded = (row: number): boolean => columns.some((column) => grid.norm(row, column) !== '');
    return !isCoded(first) && layout.rows.some(isCoded);
  });
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
