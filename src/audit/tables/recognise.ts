import { gridsOf, type SheetGrid, type WorkbookSnapshot } from '../workbook';
import { AmountCollector } from './amounts';
import type { BindContext } from './binding';
import { bind, finish, InstanceCounts, linesAbove, type HeadLines, type Region } from './bindTable';
import { chooseCatalogue, findCatalogue } from './catalogue';
import { coverFacts, yearIn, type CoverFacts } from './cover';
import type { FamilyDefinition } from './definitions';
import { bindGeneric, GENERIC_FAMILY } from './generic';
import type { AmountUnit, BoundTable, Catalogue, Recognition } from './model';
import { TitleMatcher, titlesOf, type TitleHit } from './titles';
import { largestFigure, unitDoubts } from './units';
import { bindNamed, bindUntitled } from './untitled';

export interface RecogniseOptions {
  readonly families: readonly FamilyDefinition[];
  readonly classByName: (normalisedName: string) => string | null;
}

/** Finds the statutory tables of a workbook; never throws for odd content. */
export function recognise(workbook: WorkbookSnapshot, options: RecogniseOptions, grids: readonly SheetGrid[] = gridsOf(workbook)): Recognition {
  const matcher = new TitleMatcher(options.families);
  const amounts = new AmountCollector();
  const tables: BoundTable[] = [];
  const notes: string[] = [];
  const genericSheets: number[] = [];
  const catalogues: Catalogue[] = [];
  let cover: CoverFacts | null = null;
  const counts = new InstanceCounts();
  const titled: TitledRegion[] = [];
  const untitled: SheetGrid[] = [];
  for (const grid of grids) {
    const hits = titlesOf(grid, matcher);
    const { catalogue: found, rest } = findCatalogue(grid, hits, matcher);
    if (found) catalogues.push(found);
    if (hits.length === 0) cover ??= coverFacts(grid);
    const regions = regionsOf(grid, rest).map((region) => ({ grid, region, lines: linesAbove(grid, region), largest: largestFigure(grid, region.from, region.to) }));
    if (regions.length > 0) titled.push(...regions);
    else if (!found && grid.lastRow >= 0) untitled.push(grid);
  }
  const stated = titled.map((t) => ({ stated: t.region.title?.definition.unit ? null : t.lines.unit, largest: t.largest }));
  const doubts = unitDoubts(stated);
  titled.forEach((t, i) => {
    const table = bindRegion(t.grid, t.region, t.lines, doubts(stated[i]), options, amounts, counts);
    if (table) tables.push(table);
  });
  const bound = new Set(tables.map((t) => t.sheet));
  const open = [...new Set([...untitled, ...titled.map((t) => t.grid)])].filter((grid) => !bound.has(grid.index));
  // What names itself comes before what is only like a table.
  const nameless = open.filter((grid) => {
    const table = bindNamed(grid, matcher, options, amounts, counts);
    if (table) tables.push(table);
    return !table;
  });
  for (const grid of nameless) {
    const table = bindUntitled(grid, options, amounts, counts) ?? bindGeneric(grid, amounts, tables.length);
    if (!table) continue;
    tables.push(table);
    if (table.family === GENERIC_FAMILY) genericSheets.push(grid.index);
  }
  const { store, blocks, owners } = own(tables, amounts);
  const facts = factsOf(grids, tables, cover);
  return {
    families: [...new Set(tables.map((t) => t.family))].filter((f) => f !== GENERIC_FAMILY),
    tables,
    blocks,
    catalogue: chooseCatalogue(catalogues, tables.map((t) => t.id)),
    amounts: store,
    owners,
    level: levelOf(tables),
    notes,
    genericSheets,
    ...facts,
  };
}

interface TitledRegion {
  readonly grid: SheetGrid;
  readonly region: Region;
  readonly lines: HeadLines;
  readonly largest: number;
}

/** Each title opens a region that ends before the next; a repeated title (page break) does not. */
function regionsOf(grid: SheetGrid, titles: readonly TitleHit[]): Region[] {
  const opening = titles.filter((hit, i) => {
    const previous = titles[i - 1];
    return !(previous && previous.definition === hit.definition && !hit.definition.repeat);
  });
  return opening.map((title, i) => ({
    title,
    from: title.row + 1,
    to: i + 1 < opening.length ? lastRowBefore(grid, opening[i + 1].row) : grid.lastRow,
  }));
}

/** A line 表5 directly above a title belongs to that title. */
function lastRowBefore(grid: SheetGrid, titleRow: number): number {
  const above = titleRow - 1;
  const [from, to] = grid.cellsOf(above);
  return to - from === 1 && /^附?表\d/.test(grid.normOf(from)) ? above - 1 : above;
}

function bindRegion(
  grid: SheetGrid,
  region: Region,
  lines: HeadLines,
  better: AmountUnit | null,
  options: RecogniseOptions,
  amounts: AmountCollector,
  counts: InstanceCounts,
): BoundTable | null {
  if (!region.title) return null;
  const { definition, family } = region.title;
  const stated = better ?? (lines.unit === 'other' ? null : lines.unit);
  const unit = stated ?? definition.unit ?? family.usualUnit;
  const context: BindContext = { grid, family, definition, from: region.from, to: region.to, unit, amounts, classByName: options.classByName };
  const binding = bind(context);
  if (!binding) return null;
  return finish(context, binding, counts, {
    title: region.title,
    unitCell: lines.unitCell,
    unitDoubt: lines.unit === 'other' || better !== null ? lines.unitText : '',
    unitName: lines.unitName,
    unitNameCell: lines.unitNameCell,
    confidence: Math.min(1, 0.6 + 0.4 * binding.fit),
    reason: `标题“${region.title.text}”；${binding.reason}`,
  });
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

function levelOf(tables: readonly BoundTable[]): 'unit' | 'department' | null {
  const titles = tables.filter((t) => t.family.family !== 'generic').map((t) => t.title);
  if (titles.length === 0) return null;
  const department = titles.filter((t) => /部门/.test(t)).length;
  const unit = titles.filter((t) => /单位/.test(t)).length;
  if (tables[0].family.family !== 'shaanxi-budget') return 'department';
  return department === unit ? null : department > unit ? 'department' : 'unit';
}

function factsOf(
  grids: readonly SheetGrid[],
  tables: readonly BoundTable[],
  cover: CoverFacts | null,
): Pick<Recognition, 'year' | 'yearCell' | 'unitName' | 'unitNameCell'> {
  let { year, yearCell, unitName, unitNameCell } = cover ?? { year: null, yearCell: null, unitName: null, unitNameCell: null };
  for (const table of tables) {
    if (year === null && table.titleCell) {
      const grid = grids[table.sheet];
      for (let row = Math.max(0, table.range.top - 2); row <= table.headerBottom && year === null; row++) {
        const [from, to] = grid.cellsOf(row);
        for (let i = from; i < to; i++) {
          const found = grid.isText(i) ? yearIn(grid.normOf(i)) : null;
          if (found === null) continue;
          year = found;
          yearCell = { sheet: table.sheet, row, column: grid.sheet.columns[i] };
          break;
        }
      }
    }
    if (unitName === null && table.unitName !== '') {
      unitName = table.unitName;
      unitNameCell = table.unitNameCell;
    }
  }
  return { year, yearCell, unitName, unitNameCell };
}
