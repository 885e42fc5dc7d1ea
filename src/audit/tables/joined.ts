import { isFigureText, layoutRegion, type ColumnKind, type LayoutTable } from '../layout';
import { SheetGrid } from '../workbook';
import type { Candidate, RecogniseOptions } from './candidate';
import type { TableOf } from './titles';
import { isForm } from './torn';

/** Columns of so many words that are the same show that two headers are one; fewer words are no header. */
const FEWEST_WORDS = 2;

/**
 * The parts of a torn table as one candidate: the first with its title and header, of the others the rows. Only where it is certain which column of each
 * part goes on with which of the first; null elsewhere, and where a row would be lost.
 */
export function joinParts(parts: readonly Candidate[], table: TableOf | null, { words, book }: RecogniseOptions): Candidate | null {
  const [first, ...others] = parts;
  if (table && isForm(table)) return joinForm(first, others, { words, book });
  if ((table && !mayBeJoined(table)) || first.layout.header === null) return null;
  const further = others.map((part) => rowsOf(first.layout, part));
  if (further.some((rows) => rows.length === 0)) return null;
  const grid = SheetGrid.joined([{ grid: first.source, rows: [...first.source.rowsBetween(0, lastOf(first))] }, ...others.map((part, i) => ({ grid: part.source, rows: further[i] }))]);
  const region = { ...first.region, to: grid.lastRow };
  const layout = layoutRegion(grid, region, words, book);
  const expected = others.reduce((sum, part, i) => sum + further[i].filter((row) => isRead(part, row) && figuresIn(part.source, row).length > 0).length, first.layout.rows.length);
  if (layout.rows.length + MENDED < expected) return null;
  return { ...first, grid: layout.grid, source: grid, region, layout, largest: Math.max(...parts.map((part) => part.largest)) };
}

/** A form goes on with all rows of the further sheets but their titles. */
function joinForm(first: Candidate, others: readonly Candidate[], { words, book }: Pick<RecogniseOptions, 'words' | 'book'>): Candidate {
  const rowsOfAll = ({ source, region }: Candidate): number[] => [...source.rowsBetween(region.from, region.to)].filter((row) => !region.titles.some((title) => title.row === row));
  const grid = SheetGrid.joined([{ grid: first.source, rows: [...first.source.rowsBetween(0, first.region.to)] }, ...others.map((part) => ({ grid: part.source, rows: rowsOfAll(part) }))]);
  const region = { ...first.region, to: grid.lastRow };
  const layout = layoutRegion(grid, region, words, book);
  return { ...first, grid: layout.grid, source: grid, region, layout };
}

/** Below a header rows that were printed again were passed over. */
const isRead = ({ layout }: Candidate, row: number): boolean => layout.header === null || layout.rows.includes(row);

/** Rows by which a joined table may be shorter than its parts: names broken over two pages were mended. */
const MENDED = 1;

/** Lists of codes, of projects, of purchases and of lines; what a form goes on with is not told by its columns. */
const mayBeJoined = ({ definition: { shape } }: TableOf): boolean => shape === 'coded' || shape === 'blocks';

/** The last row of the first part: what stands below its notes is the foot of the page. */
const lastOf = ({ layout, region }: Candidate): number => Math.max(region.from, ...layout.rows, ...layout.notes.filter((row) => row <= region.to));

/** The rows with which a part goes on; none where its columns are not for certain those of the first. */
function rowsOf(first: LayoutTable, part: Candidate): number[] {
  const { layout, source, region } = part;
  const kinds = new Map(first.columns.map(({ column, kind }) => [column, kind] as const));
  const isHeaded = layout.header !== null && sharesWords(first, layout);
  if (layout.header && isHeaded && !isSameHeader(first, layout)) return [];
  const all = [...source.rowsBetween(layout.header && isHeaded ? layout.header.bottom + 1 : region.from, Math.max(region.to, ...layout.rows))];
  // Without a header the table goes on with its first row of figures.
  const from = isHeaded ? 0 : all.findIndex((row) => figuresIn(source, row).length > 0);
  const rows = from < 0 ? [] : all.slice(from);
  return rows.every((row) => figuresIn(source, row).every((column) => FIGURES.has(kinds.get(column) ?? 'empty'))) ? rows : [];
}

const FIGURES: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['amount', 'percent', 'quantity', 'serial', 'code']);

/** Columns of the row that hold numbers. */
function figuresIn(grid: SheetGrid, row: number): number[] {
  const [from, to] = grid.cellsOf(row);
  const columns: number[] = [];
  for (let i = from; i < to; i++) if (grid.isNumber(i) || isFigureText(grid.normOf(i))) columns.push(grid.sheet.columns[i]);
  return columns;
}

/** What was taken for the header of a part that has none (上年结转 | 结转下年) says nothing that the first one says. */
function sharesWords({ header: a }: LayoutTable, { header: b }: LayoutTable): boolean {
  const own = new Set([...(a?.paths.values() ?? [])].flat());
  return [...(b?.paths.values() ?? [])].some((path) => path.some((word) => own.has(word)));
}

/** Each column of the part stands where the first has one of the same word. */
function isSameHeader(first: LayoutTable, part: LayoutTable): boolean {
  const word = ({ header }: LayoutTable, column: number): string => header?.paths.get(column)?.slice(-1)[0] ?? '';
  const both = [...(part.header?.paths.keys() ?? [])].filter((column) => word(first, column) !== '' && word(part, column) !== '');
  const same = both.filter((column) => word(first, column) === word(part, column));
  return same.length >= FEWEST_WORDS && both.length - same.length <= Math.floor(both.length / SPELT_OTHERWISE);
}

/** One word among so many may have been spelt otherwise. */
const SPELT_OTHERWISE = 6;
