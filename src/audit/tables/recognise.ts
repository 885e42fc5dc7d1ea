import { gridsOf, type SheetGrid, type WorkbookSnapshot } from '../workbook';
import { AmountCollector } from './amounts';
import { bindBlocks } from './bindBlocks';
import { bindCoded } from './bindCoded';
import { bindForm, bindTasks } from './bindForms';
import type { BindContext, Binding } from './binding';
import { bindMatrix } from './bindMatrix';
import { bindSegments } from './bindSegments';
import { findCatalogue } from './catalogue';
import { amountUnitIn, coverFacts, unitNameIn, yearIn, type CoverFacts } from './cover';
import type { FamilyDefinition, TableDefinition } from './definitions';
import { bindGeneric, GENERIC_FAMILY } from './generic';
import type { AmountUnit, BoundBlock, BoundTable, Catalogue, CellRef, Recognition } from './model';
import { TitleMatcher, titlesOf, type TitleHit } from './titles';
import { largestFigure, unitDoubts } from './units';

export interface RecogniseOptions {
  readonly families: readonly FamilyDefinition[];
  readonly classByName: (normalisedName: string) => string | null;
}

/** Lines between a title and its header (单位名称, 单位：元) are at most so many. */
const LINES_ABOVE = 6;

/** Finds the statutory tables of a workbook; never throws for odd content. */
export function recognise(workbook: WorkbookSnapshot, options: RecogniseOptions, grids: readonly SheetGrid[] = gridsOf(workbook)): Recognition {
  const matcher = new TitleMatcher(options.families);
  const amounts = new AmountCollector();
  const tables: BoundTable[] = [];
  const notes: string[] = [];
  const genericSheets: number[] = [];
  let catalogue: Catalogue | null = null;
  let cover: CoverFacts | null = null;
  const counts = new InstanceCounts();
  const titled: TitledRegion[] = [];
  const untitled: SheetGrid[] = [];
  for (const grid of grids) {
    const hits = titlesOf(grid, matcher);
    const { catalogue: found, rest } = findCatalogue(grid, hits, matcher);
    catalogue ??= found;
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
  const bare = new Set(tables.map((t) => t.sheet));
  for (const grid of [...new Set([...untitled, ...titled.map((t) => t.grid)])]) {
    if (bare.has(grid.index)) continue;
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
    catalogue,
    amounts: store,
    owners,
    level: levelOf(tables),
    notes,
    genericSheets,
    ...facts,
  };
}

/** Numbers the tables of one kind. */
class InstanceCounts {
  private readonly counts = new Map<string, number>();

  has(id: string): boolean {
    return this.counts.has(id);
  }

  next(id: string): number {
    const count = this.counts.get(id) ?? 0;
    this.counts.set(id, count + 1);
    return count;
  }
}

interface TitledRegion {
  readonly grid: SheetGrid;
  readonly region: Region;
  readonly lines: HeadLines;
  readonly largest: number;
}

interface HeadLines {
  readonly unit: AmountUnit | 'other' | null;
  readonly unitText: string;
  readonly unitCell: CellRef | null;
  readonly unitName: string;
  readonly unitNameCell: CellRef | null;
}

interface Region {
  readonly title: TitleHit | null;
  readonly from: number;
  readonly to: number;
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

interface FinishParts {
  readonly title: TitleHit | null;
  readonly unitCell: CellRef | null;
  readonly unitDoubt: string;
  readonly unitName: string;
  readonly unitNameCell: CellRef | null;
  readonly confidence: number;
  readonly reason: string;
}

function finish(context: BindContext, binding: Binding, counts: InstanceCounts, parts: FinishParts): BoundTable {
  const { grid, definition, family } = context;
  const blocks: BoundBlock[] = [];
  const table: BoundTable = {
    definition,
    family,
    id: definition.id,
    instance: counts.next(definition.id),
    sheet: grid.index,
    range: { top: parts.title ? parts.title.row : binding.headerTop, left: binding.left, bottom: binding.lastRow, right: binding.right },
    title: parts.title ? parts.title.text : definition.name,
    titleCell: parts.title ? { sheet: grid.index, row: parts.title.row, column: parts.title.column } : null,
    unit: context.unit,
    headerBottom: binding.headerBottom,
    fields: binding.fields,
    unitCell: parts.unitCell,
    unitDoubt: parts.unitDoubt,
    unitName: parts.unitName,
    unitNameCell: parts.unitNameCell,
    confidence: Math.round(parts.confidence * 100) / 100,
    reason: parts.reason,
    blocks,
  };
  for (const block of binding.blocks) blocks.push({ ...block, table });
  return table;
}

function bind(context: BindContext): Binding | null {
  switch (context.definition.shape) {
    case 'blocks': return bindBlocks(context);
    case 'coded': return context.definition.segments ? bindSegments(context) : bindCoded(context);
    case 'matrix': return bindMatrix(context);
    case 'form': return bindForm(context);
    case 'tasks': return bindTasks(context);
  }
}

/** 单位：元 and 单位名称：… stand between title and header, sometimes beside or above the title. */
function linesAbove(grid: SheetGrid, region: Region): HeadLines {
  let unit: AmountUnit | 'other' | null = null;
  let unitText = '';
  let unitCell: CellRef | null = null;
  let unitName = '';
  let unitNameCell: CellRef | null = null;
  const top = Math.max(0, (region.title?.row ?? region.from) - 1);
  for (let row = top; row <= Math.min(region.to, region.from + LINES_ABOVE); row++) {
    const [from, to] = grid.cellsOf(row);
    for (let i = from; i < to; i++) {
      if (!grid.isText(i)) continue;
      const text = grid.normOf(i);
      if (text.length > 80) continue;
      const cell = { sheet: grid.index, row, column: grid.sheet.columns[i] };
      const found = amountUnitIn(text);
      if (found && unit === null) {
        unit = found;
        unitText = grid.rawOf(i).trim();
        unitCell = cell;
      }
      const name = unitName === '' && found === null ? unitNameIn(grid.rawOf(i)) : null;
      if (name) {
        unitName = name;
        unitNameCell = cell;
      }
    }
  }
  return { unit, unitText, unitCell, unitName, unitNameCell };
}

/** Without a title: the definition whose header fits best, if it fits well and the family does not have that table yet. */
function bindUntitled(
  grid: SheetGrid,
  options: RecogniseOptions,
  amounts: AmountCollector,
  counts: InstanceCounts,
): BoundTable | null {
  const region: Region = { title: null, from: 0, to: grid.lastRow };
  const lines = linesAbove(grid, region);
  let best: { context: BindContext; definition: TableDefinition; fit: number } | null = null;
  for (const family of options.families) {
    for (const definition of family.tables) {
      if (definition.repeat || definition.shape === 'tasks' || counts.has(definition.id)) continue;
      const unit = (lines.unit === 'other' ? null : lines.unit) ?? definition.unit ?? family.usualUnit;
      // Tried on a scratch collector: only the winner's cells count.
      const context: BindContext = { grid, family, definition, from: 0, to: Math.min(grid.lastRow, 60), unit, amounts: new AmountCollector(), classByName: options.classByName };
      const binding = bind(context);
      if (binding && binding.fit >= 0.95 && (!best || binding.fit > best.fit)) best = { context, definition, fit: binding.fit };
      else if (binding && best && binding.fit === best.fit) best = null;
    }
  }
  if (!best) return null;
  const context: BindContext = { ...best.context, amounts, to: grid.lastRow };
  const binding = bind(context);
  if (!binding) return null;
  return finish(context, binding, counts, {
    title: null,
    unitCell: lines.unitCell,
    unitDoubt: '',
    unitName: lines.unitName,
    unitNameCell: lines.unitNameCell,
    confidence: 0.5 * best.fit,
    reason: `没有标题，按表头认定；${binding.reason}`,
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
  const titles = tables.filter((t) => t.titleCell && t.family.family !== 'generic').map((t) => t.title);
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
