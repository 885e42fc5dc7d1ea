import { CodeReader, isSameCore } from '../layout';
import { isTotalLabel, normaliseText } from '../workbook';
import { CHECK_WORDS, type Words } from '../words';
import type { Candidate } from './candidate';
import type { TableOf } from './titles';
import { wholeText } from './wholeText';

/**
 * Tables that go on from one sheet to another, or further down: printed over pages of which each became a sheet or a part of one. No part is a table by
 * itself: the total stands on one, its rows on all. Answers the candidates that are such parts, table by table, in their order.
 */
export function tornTables(candidates: readonly Candidate[], named: readonly (TableOf | null)[], words: Words): Torn[] {
  const found: { parts: number[]; table: TableOf | null }[] = [];
  for (let i = 1; i < candidates.length; i++) {
    const open = found[found.length - 1]?.parts.includes(i - 1) ? found[found.length - 1] : null;
    const parts = open?.parts ?? [i - 1];
    const [last, next] = [candidates[i - 1], candidates[i]];
    // Where the first sheet lost its title, the second may bear it still.
    const table = open ? open.table : named[i - 1] ?? (isSameTitle(last, next, words) ? named[i] : null);
    if (table && isForm(table)) {
      if (!goesOnAsForm(last, next, table, named[i], words)) continue;
    } else if ((table?.definition.repeat && table.definition.shape !== 'coded') || !goOn(parts.map((k) => candidates[k]), last, next, table, named[i], words)) continue;
    if (open) open.parts.push(i);
    else found.push({ parts: [i - 1, i], table });
  }
  return found;
}

/** 绩效目标表: fields, then indicators in words. */
export const isForm = ({ definition: { shape } }: TableOf): boolean => shape === 'form' || shape === 'tasks';

/** The next sheet has no title or that of a 续表, and nothing but indicators. */
function goesOnAsForm(last: Candidate, next: Candidate, table: TableOf, own: TableOf | null, words: Words): boolean {
  if (last.grid.index === next.grid.index || (own && own.definition !== table.definition)) return false;
  if (next.region.titles.length > 0 && !isMarked(next, words)) return false;
  return !saysField(next, table) && saysIndicators(next);
}

const textsOf = ({ source, region }: Candidate, row: number): string[] => {
  const [from, to] = source.cellsOf(row);
  return row < region.from || row > region.to ? [] : Array.from({ length: to - from }, (_, i) => source.normOf(from + i)).filter((text) => text !== '');
};

/** 项目名称 begins the form of another project. */
function saysField(next: Candidate, { definition }: TableOf): boolean {
  const labels = (definition.fields ?? []).map((field) => wholeText(field.label));
  return [...next.source.rowsBetween(next.region.from, next.region.from + HEAD_ROWS)].some((row) => textsOf(next, row).some((text) => labels.some((label) => label.test(text))));
}

/** Rows at its top in which a form says what it is of, and what its columns are. */
const HEAD_ROWS = 8;

/** 数量指标, 时效指标: levels of indicators in so many rows, or the header that names their columns. */
function saysIndicators(next: Candidate): boolean {
  const { value, content } = CHECK_WORDS.indicatorValues;
  const rows = [...next.source.rowsBetween(next.region.from, next.region.to)].map((row) => textsOf(next, row));
  if (rows.slice(0, HEAD_ROWS).some((texts) => texts.includes('二级指标') && texts.some((text) => value.test(text) || content.test(text)))) return true;
  const { output, cost, benefit, satisfaction } = CHECK_WORDS.indicators;
  const isLevel = (text: string): boolean => [output, cost, benefit, satisfaction].some((words) => words.test(text));
  return rows.length > 0 && rows.filter((texts) => texts.some(isLevel)).length * 2 >= rows.length;
}

/** The parts of one table by their numbers, and what it is. */
export interface Torn {
  readonly parts: readonly number[];
  readonly table: TableOf | null;
}

/** Where a part was copied, either copy is as little of a table. */
export function copiesOf(candidates: readonly Candidate[], parts: readonly number[]): number[] {
  return candidates.flatMap((c, i) => (!parts.includes(i) && parts.some((t) => isCopy(c, candidates[t])) ? [i] : []));
}

function goOn(parts: readonly Candidate[], last: Candidate, next: Candidate, table: TableOf | null, own: TableOf | null, words: Words): boolean {
  // A table whose last row is its total is whole.
  const isWhole = endsInTotal(last, words);
  if (last.grid.index === next.grid.index) return !isWhole && table !== null && own?.definition === table.definition && isPrintedAgain(parts, next, table, words);
  const marked = isMarked(next, words);
  // Which of two tables with one title it is, its header would say.
  if (table && own && own.definition !== table.definition && !(marked && (next.layout.header === null || parts.some((part) => isLikeHeader(part, next))))) return false;
  if (marked) return true;
  if (isWhole) return false;
  // A table that no family knows goes on below its own title and header.
  if (table === null) return own === null && last.layout.title !== null && isLikeHeader(parts[0], next) && codesGoOn(parts, last, next, words);
  return (isSameTitle(last, next, words) && goesOn(parts, next, table)) || codesGoOn(parts, last, next, words);
}

/** On one sheet: title and header stand there once more, and the one total is of all. */
const isPrintedAgain = (parts: readonly Candidate[], next: Candidate, { definition }: TableOf, words: Words): boolean =>
  next.layout.title !== null && isSameTitle(parts[0], next, words) && isSameFigures(parts[0], next) && hasOneTotal(parts, next, (c) => hasTotal(c, hasGrand(definition, [...parts, next]) ? isGrand : isTotal));

/** 本年收入合计 may end the shorter list on the first page; of lines the grand total is the one. */
const hasGrand = ({ shape }: TableOf['definition'], all: readonly Candidate[]): boolean => shape === 'blocks' && all.some((c) => hasTotal(c, isGrand));

/** Either those before have the total or the next one has it. */
const hasOneTotal = (parts: readonly Candidate[], next: Candidate, has: (c: Candidate) => boolean): boolean => parts.some(has) !== has(next);

/** 合计 below all others: what it sums stands above it. */
function endsInTotal({ grid, layout }: Candidate, words: Words): boolean {
  const last = layout.rows[layout.rows.length - 1];
  // 本年收入合计, 人员经费合计 may end the shorter of two lists.
  const isPart = (text: string): boolean => words.phrase(text).concepts.some((c) => c.id === '本年' || c.dimension === 'nature');
  return layout.rows.length > 1 && layout.columns.some(({ column, kind }) => (kind === 'code' || kind === 'name') && isTotal(grid.norm(last, column)) && !isPart(grid.norm(last, column)));
}

/** The same words right above the same columns of figures. */
function isSameFigures({ layout: a }: Candidate, { layout: b }: Candidate): boolean {
  const words = ({ columns }: typeof a): string => columns.flatMap(({ column, kind, path }) => (kind === 'amount' ? [`${column} ${path[path.length - 1] ?? ''}`] : [])).join('|');
  return words(a) !== '' && words(a) === words(b);
}

/** The same title, header and labels in every row. */
function isCopy(a: Candidate, b: Candidate): boolean {
  if (a.layout.rows.length !== b.layout.rows.length || a.layout.title?.core !== b.layout.title?.core || !isSameHeader(a, b)) return false;
  const label = ({ grid, layout }: Candidate, i: number): string => layout.columns.map(({ column, kind }) => (kind === 'code' || kind === 'name' ? grid.norm(layout.rows[i], column) : '')).join('|');
  return a.layout.rows.every((_, i) => label(a, i) === label(b, i));
}

const isMarked = ({ layout }: Candidate, words: Words): boolean => layout.title !== null && words.isContinued(normaliseText(layout.title.text));

/** Printed again, or not at all. */
const isSameTitle = ({ layout: { title: a } }: Candidate, { layout: { title: b } }: Candidate, words: Words): boolean => a === null || b === null || isSameCore(a.core, b.core, words);

/** Below a title printed again the codes go on where they ended, whatever became of the header; the total is on one of the sheets. */
function codesGoOn(parts: readonly Candidate[], last: Candidate, next: Candidate, words: Words): boolean {
  const codes = ({ grid, layout }: Candidate): string[] => {
    const [own] = layout.panels[0]?.codes ?? [];
    if (!own) return [];
    const reader = new CodeReader(grid, own);
    return layout.rows.map((row) => reader.read(row)).filter((code) => code !== '');
  };
  if (next.layout.title === null || !isSameTitle(last, next, words)) return false;
  const [upper, lower] = [codes(last), codes(next)];
  return lower.length > 0 && (upper[upper.length - 1] ?? lower[0]) < lower[0] && hasOneTotal(parts, next, (c) => hasTotal(c, isTotal));
}

/** Below the same header codes, or lines of income and expenditure, and the total on one of the sheets only. */
function goesOn(parts: readonly Candidate[], next: Candidate, { definition }: TableOf): boolean {
  const coded = (c: Candidate): boolean => c.layout.panels[0]?.codes.length > 0 || (definition.codes !== undefined && c.layout.panels[0]?.names.length > 0);
  if (!parts.some((part) => isLikeHeader(part, next))) return false;
  if (hasGrand(definition, [...parts, next])) return hasOneTotal(parts, next, (c) => hasTotal(c, isGrand));
  const whole = (c: Candidate): boolean => hasTotal(c, isTotal) || beginsUncoded(c);
  return ((parts.every(coded) && coded(next)) || definition.shape === 'blocks' || (definition.shape === 'coded' && isSameHeader(parts[0], next))) && hasOneTotal(parts, next, whole);
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

/** So large a share of the words in two headers is the same where one of them lost a word or two. */
const ALIKE = 0.6;

/** The lowest words of the columns from left to right are those of the other, but for a few; a column may have been moved. */
function isLikeHeader({ layout: a }: Candidate, { layout: b }: Candidate): boolean {
  const words = ({ header }: typeof a): string[] => [...new Set([...(header?.paths ?? [])].sort((x, y) => x[0] - y[0]).map(([, path]) => path[path.length - 1]))];
  const [upper, lower] = [words(a), words(b)];
  const same = upper.filter((word) => lower.includes(word)).length;
  return same >= 2 && same >= Math.max(upper.length, lower.length) * ALIKE;
}

function hasTotal({ grid, layout }: Candidate, isOne: (text: string) => boolean): boolean {
  return layout.rows.some((row) => layout.columns.some(({ column, kind }) => (kind === 'code' || kind === 'name') && isOne(grid.norm(row, column))));
}

/** 合计; 收入总计, 本年支出合计 and 人员经费合计 in lists of lines. */
const isTotal = (text: string): boolean => isTotalLabel(text) || text.endsWith('总计') || text.endsWith('合计');

const isGrand = (text: string): boolean => text.endsWith('总计');
