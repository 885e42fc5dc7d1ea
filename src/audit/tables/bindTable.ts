import type { SheetGrid } from '../workbook';
import { bindBlocks } from './bindBlocks';
import { bindCoded } from './bindCoded';
import { bindForm, bindTasks } from './bindForms';
import type { BindContext, Binding } from './binding';
import { bindMatrix } from './bindMatrix';
import { bindSegments } from './bindSegments';
import { amountUnitIn, unitNameIn } from './cover';
import type { AmountUnit, BoundBlock, BoundTable, CellRef } from './model';
import type { TitleHit } from './titles';

/** Lines between a title and its header (单位名称, 单位：元) are at most so many. */
const LINES_ABOVE = 6;

/** Numbers the tables of one kind. */
export class InstanceCounts {
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

export interface HeadLines {
  readonly unit: AmountUnit | 'other' | null;
  readonly unitText: string;
  readonly unitCell: CellRef | null;
  readonly unitName: string;
  readonly unitNameCell: CellRef | null;
}

export interface Region {
  readonly title: TitleHit | null;
  readonly from: number;
  readonly to: number;
}

export interface FinishParts {
  readonly title: TitleHit | null;
  /** What the table is called where no title stands in a cell. */
  readonly name?: string;
  readonly unitCell: CellRef | null;
  readonly unitDoubt: string;
  readonly unitName: string;
  readonly unitNameCell: CellRef | null;
  readonly confidence: number;
  readonly reason: string;
}

export function finish(context: BindContext, binding: Binding, counts: InstanceCounts, parts: FinishParts): BoundTable {
  const { grid, definition, family } = context;
  const blocks: BoundBlock[] = [];
  const table: BoundTable = {
    definition,
    family,
    id: definition.id,
    instance: counts.next(definition.id),
    sheet: grid.index,
    range: { top: parts.title ? parts.title.row : binding.headerTop, left: binding.left, bottom: binding.lastRow, right: binding.right },
    title: parts.title ? parts.title.text : parts.name ?? definition.name,
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

export function bind(context: BindContext): Binding | null {
  switch (context.definition.shape) {
    case 'blocks': return bindBlocks(context);
    case 'coded': return context.definition.segments ? bindSegments(context) : bindCoded(context);
    case 'matrix': return bindMatrix(context);
    case 'form': return bindForm(context);
    case 'tasks': return bindTasks(context);
  }
}

/** 单位：元 and 单位名称：… stand between title and header, sometimes beside or above the title. */
export function linesAbove(grid: SheetGrid, region: Region): HeadLines {
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
