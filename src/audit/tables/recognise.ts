import { besideOf, layoutRegion, regionsOf, titleLines, type Region } from '../layout';
import { gridsOf, type Bilingual, type SheetGrid, type WorkbookSnapshot } from '../workbook';
import type { Words } from '../words';
import { addPlaces, AmountCollector } from './amounts';
import { contextOf, type Candidate, type RecogniseOptions } from './candidate';
import { catalogueRun, chooseCatalogue, readCatalogue, realCatalogues, type CatalogueRun } from './catalogue';
import { familiesOf } from './family';
import { Copies } from './copies';
import { finish, InstanceCounts } from './finish';
import { GENERIC_FAMILY, GENERIC_TABLE } from './generic';
import { linesAbove, unitInHeader } from './heads';
import { identify } from './identify';
import type { BoundTable, Recognition } from './model';
import type { ReadingOptions, SheetReading } from './readings';
import { loneTitle, TitleMatcher, titleOfSheet, type TableOf } from './titles';
import { commonUnit, largestFigure, unitDoubts } from './units';
import { joinTorn } from './joinTorn';
import { likeliestTable } from './untitled';

/** A cover is short; a sheet of prose may mention any form. */
const COVER_ROWS = 12;

/** Finds the tables of a workbook and binds every amount cell to a row and a column in the field's words; never throws for odd content. */
export function recognise(workbook: WorkbookSnapshot, options: ReadingOptions, grids: readonly SheetGrid[] = gridsOf(workbook)): Recognition {
  const anyFamily = TitleMatcher.of(options.families);
  const candidates: Candidate[] = [];
  const runs: { readonly grid: SheetGrid; readonly run: CatalogueRun }[] = [];
  const untouched: SheetGrid[] = [];
  for (const grid of visibleFirst(grids)) {
    const reading = options.readings.sheet(grid, () => readSheet(grid, anyFamily, options));
    if (reading.run) runs.push({ grid, run: reading.run });
    if (!reading.hasTitles) untouched.push(grid);
    for (const candidate of reading.candidates) candidates.push(candidate);
  }
  const matcher = TitleMatcher.of(familiesOf(options.families, [...textsOf(candidates), ...coverTexts(untouched)]));
  const { tables, notes } = bindAll(candidates, matcher, options);
  const { store, blocks, owners } = own(tables.list, tables.amounts);
  const catalogues = realCatalogues(runs.map(({ grid, run }) => readCatalogue(grid, run, matcher, options.words)), tables.list.map((t) => t.id));
  return {
    families: [...new Set(tables.list.map((t) => t.family))].filter((f) => f !== GENERIC_FAMILY),
    tables: tables.list,
    blocks,
    catalogue: chooseCatalogue(catalogues),
    catalogues,
    amounts: store,
    owners,
    notes,
    genericSheets: [...new Set(tables.list.filter((t) => t.family === GENERIC_FAMILY).map((t) => t.sheet))],
    ...identify(workbook.name, grids, untouched, tables.list.filter((t) => !t.isCopy), options.words),
  };
}

function readSheet(grid: SheetGrid, anyFamily: TitleMatcher, options: RecogniseOptions): SheetReading {
  const titles = titleLines(grid, options.words);
  const run = catalogueRun(grid, titles, anyFamily);
  const regions = regionsOf(grid, run ? titles.filter((t) => t.row < run.first || t.row > run.last) : titles, options.words);
  if (regions.length === 0 && !run && grid.lastRow >= 0) regions.push({ titles: [], from: 0, to: grid.lastRow });
  const candidates = regions.flatMap((region) => besideOf(grid, region, options.words).map((part) => candidateOf(part.grid, part.region, options)));
  return { hasTitles: titles.length > 0, run, candidates };
}

/** What the reader sees comes first: a hidden old copy of a table must not stand for it. */
function visibleFirst(grids: readonly SheetGrid[]): SheetGrid[] {
  const visible = (grid: SheetGrid): boolean => grid.sheet.visibility === 'visible';
  return [...grids.filter(visible), ...grids.filter((g) => !visible(g))];
}

function candidateOf(grid: SheetGrid, region: Region, { words, book }: RecogniseOptions): Candidate {
  const layout = layoutRegion(grid, region, words, book);
  const lines = linesAbove(grid, region, words);
  const stated = lines.unit === null && layout.header ? { ...lines, ...unitInHeader(layout.grid, layout.header, words) } : lines;
  return { grid: layout.grid, source: grid, region, layout, lines: stated, largest: largestFigure(grid, region, layout) };
}

/** Titles, header words and labels by which a family is told. */
function textsOf(candidates: readonly Candidate[]): string[] {
  const texts: string[] = [];
  for (const { grid, layout, region } of candidates) {
    for (const title of region.titles) texts.push(title.core);
    for (const path of layout.header?.paths.values() ?? []) texts.push(...path);
    for (const panel of layout.panels) for (const row of layout.rows.slice(0, 40)) texts.push(grid.norm(row, panel.names[0] ?? panel.left));
  }
  return texts;
}

/** What a cover says: 2026年单位综合预算公开报表. */
function coverTexts(untouched: readonly SheetGrid[]): string[] {
  const texts: string[] = [];
  for (const grid of untouched) {
    const { sheet } = grid;
    for (let i = 0; i < Math.min(sheet.rowNumbers.length, COVER_ROWS); i++) {
      for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) if (grid.isText(cell)) texts.push(grid.normOf(cell));
    }
  }
  return texts;
}

interface BoundTables {
  readonly list: BoundTable[];
  readonly amounts: AmountCollector;
}

function bindAll(found: readonly Candidate[], matcher: TitleMatcher, options: ReadingOptions): { tables: BoundTables; notes: string[] } {
  const amounts = new AmountCollector();
  const counts = new InstanceCounts();
  const copies = new Copies();
  const list: BoundTable[] = [];
  const notes: string[] = [];
  const { candidates, named, torn } = joinTorn(found, found.map((c) => nameOf(c, matcher, options.words)), options);
  const stated = candidates.map((c, i) => ({ stated: named[i]?.definition.unit ? null : c.lines.unit, largest: c.largest }));
  const doubts = unitDoubts(stated);
  const usual = commonUnit(stated);
  const make = (c: Candidate, i: number, table: TableOf, title: { readonly confidence: number; readonly reason: Bilingual; readonly name?: string }): boolean => {
    const better = doubts(stated[i]);
    const unit = better ?? (c.lines.unit === 'other' ? null : c.lines.unit) ?? table.definition.unit ?? usual(c.largest);
    const bound = options.readings.bound(c, table, unit, options);
    const { binding, places } = bound;
    const own = addPlaces(places, c.grid, amounts);
    if (!binding) return false;
    bound.finished = finish(contextOf(c, table, unit, amounts, options), binding, own, counts, {
      ...title,
      unitCell: c.lines.unitCell,
      unitDoubt: c.lines.unit === 'other' || better !== null ? c.lines.unitText : '',
      unitName: c.lines.unitName,
      unitNameCell: c.lines.unitNameCell,
      isTorn: torn.has(i),
      isCopy: !torn.has(i) && copies.wasThere(c, table),
      confidence: Math.min(1, title.confidence + 0.4 * binding.fit),
      reason: { zh: `${title.reason.zh}；${binding.reason.zh}`, en: `${title.reason.en}; ${binding.reason.en}` },
    }, bound.finished);
    list.push(bound.finished.table);
    return true;
  };
  // What names itself comes before what is only like a table.
  const open = candidates.map((_, i) => i).filter((i) => {
    const c = candidates[i];
    const table = named[i];
    if (!table) return true;
    const bySheet = c.region.titles.length === 0;
    return !make(c, i, table, bySheet ? { confidence: 0.5, reason: { zh: `没有标题，按工作表名“${c.grid.sheet.name}”认定`, en: `no title; taken by the name of its sheet, “${c.grid.sheet.name}”` }, name: c.grid.sheet.name } : { confidence: 0.6, reason: titled(c.layout.title?.text ?? '') });
  });
  // A sheet without a title is of a form that the workbook has.
  const there = matcher.families.filter((f) => list.some((t) => t.family === f));
  for (const i of open) {
    const c = candidates[i];
    const likely = c.region.titles.length === 0 ? likeliestTable(c, there.length > 0 ? there : matcher.families, counts, options) : null;
    if (likely && make(c, i, likely, { confidence: 0.3, reason: { zh: '没有标题，按表头认定', en: 'no title; taken by its header' } })) continue;
    if (c.layout.rows.length >= 2) make(c, i, { family: GENERIC_FAMILY, definition: GENERIC_TABLE }, { confidence: 0, reason: unknown(c.layout.title?.text ?? null), name: c.grid.sheet.name });
  }
  return { tables: { list, amounts }, notes };
}

const titled = (title: string): Bilingual => ({ zh: `标题“${title}”`, en: `title “${title}”` });

const unknown = (title: string | null): Bilingual =>
  title === null ? { zh: '没有标题，不是已知公开表', en: 'no title, no known table' } : { zh: `标题“${title}”不是已知公开表`, en: `title “${title}” is that of no known table` };

/** The table that a candidate's titles name, the nearest first; without any, the one its sheet or a lone text above its header is called after. */
function nameOf(candidate: Candidate, matcher: TitleMatcher, words: Words): TableOf | null {
  const table = titledTable(candidate, matcher, words);
  // One row a project under columns of amounts is no form of one project.
  if (table?.definition.shape === 'form' && isList(candidate, words)) return null;
  const instead = table?.definition.instead;
  if (!table || !instead) return table;
  const paths = [...(candidate.layout.header?.paths.values() ?? [])];
  const means = (id: string): boolean => paths.some((path) => path.some((word) => words.phrase(word).concepts.some((c) => c.id === id)));
  if (instead.without?.some(means) || instead.with?.some(means) === false) return table;
  const definition = table.family.tables.find((t) => t.id === instead.table);
  return definition ? { ...table, definition } : table;
}

function isList({ grid, layout }: Candidate, words: Words): boolean {
  const [panel] = layout.panels;
  const means = (column: number, id: string): boolean => words.phrase((layout.header?.paths.get(column) ?? []).slice(-1)[0] ?? '').concepts.some((c) => c.id === id);
  const name = panel?.names.find((column) => means(column, '项目'));
  if (name === undefined || layout.rows.length < 2 || panel.amounts.some(({ column, kind }) => kind !== 'percent' && means(column, '指标'))) return false;
  const [first, ...others] = panel.amounts.filter(({ kind }) => kind === 'amount');
  const listed = layout.rows.filter((row) => grid.norm(row, name) !== '' && grid.isNumber(grid.at(row, first?.column ?? -1)));
  return others.length > 0 && listed.length >= layout.rows.length * LISTED;
}

/** A row a project: so large a share of the rows has a name and an amount. */
const LISTED = 0.8;

function titledTable({ grid, region, layout }: Candidate, matcher: TitleMatcher, words: Words): TableOf | null {
  for (const title of [...region.titles].reverse()) {
    const found = matcher.match(title.core);
    if (found) return found;
  }
  if (region.titles.length > 0 || region.isBeside) return null;
  return matcher.match(titleOfSheet(grid, words)) ?? matcher.match(loneTitle(grid, region.from, layout.header?.top ?? region.from, words));
}

/** Numbers the blocks and says of each amount cell whose it is. */
function own(tables: readonly BoundTable[], collector: AmountCollector): Pick<Recognition, 'blocks' | 'owners'> & { store: Recognition['amounts'] } {
  const store = collector.finish();
  const blocks = tables.flatMap((t) => t.blocks);
  const block = new Int32Array(store.count).fill(-1);
  const row = new Int32Array(store.count).fill(-1);
  const column = new Int32Array(store.count).fill(-1);
  blocks.forEach((b, index) => {
    const width = b.columns.length;
    for (let i = 0; i < b.amounts.length; i++) {
      const amount = b.amounts[i];
      if (amount < 0) continue;
      block[amount] = index;
      row[amount] = Math.floor(i / width);
      column[amount] = i % width;
    }
  });
  return { store, blocks, owners: { block, row, column } };
}
