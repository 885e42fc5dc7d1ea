import type { Bilingual, Rect, SheetGrid } from '../workbook';
import type { Binding, BindContext } from './bind';
import type { BoundBlock, BoundTable, CellRef, TablePart } from './model';
import { GENERIC_FAMILY } from './generic';
import type { HeadLines } from './heads';
import { readingOf } from './reading';

/** Numbers the tables of one kind. */
export class InstanceCounts {
  private readonly counts = new Map<string, number>();
  private readonly names = new Set<string>();

  has(id: string): boolean {
    return this.counts.has(id);
  }

  /** Whether a table of this id and name was there before; from now on it was. */
  wasThere(id: string, name: string): boolean {
    const key = `${id}|${name}`;
    const was = this.names.has(key);
    this.names.add(key);
    return was;
  }

  next(id: string): number {
    const count = this.counts.get(id) ?? 0;
    this.counts.set(id, count + 1);
    return count;
  }
}

export interface FinishParts extends Pick<HeadLines, 'unitCell' | 'unitName' | 'unitNameCell'> {
  /** What the table is called where no title stands in a cell. */
  readonly name?: string;
  readonly unitDoubt: string;
  readonly isTorn: boolean;
  /** Row by row the same as one before it. */
  readonly isCopy: boolean;
  readonly confidence: number;
  readonly reason: Bilingual;
}

export function finish(context: BindContext, binding: Binding, counts: InstanceCounts, parts: FinishParts): BoundTable {
  const { grid, family, layout } = context;
  const definition = binding.codes && binding.codes !== context.definition.codes ? { ...context.definition, codes: binding.codes } : context.definition;
  const { title } = layout;
  const titleCell: CellRef | null = title ? { sheet: grid.index, row: title.row, column: title.column } : null;
  const blocks: BoundBlock[] = [];
  // One form a project: only one for the same project is a copy.
  const name = definition.repeat ? binding.fields.get('项目名称')?.text ?? '' : '';
  const wasThere = family !== GENERIC_FAMILY && counts.wasThere(definition.id, name);
  const { range, continued } = partsOf(grid, { ...binding.range, top: title ? title.row : binding.range.top });
  const table: BoundTable = {
    definition,
    family,
    id: definition.id,
    instance: counts.next(definition.id),
    isCopy: parts.isCopy || (wasThere && (!definition.repeat || name !== '') && grid.sheet.visibility !== 'visible'),
    isTorn: parts.isTorn,
    sheet: grid.index,
    range,
    continued,
    title: title ? title.text : parts.name ?? definition.name,
    titleCell,
    unit: context.unit,
    headerBottom: binding.headerBottom,
    noteRows: layout.notes.filter((row) => grid.placeOf(row).sheet === grid.index),
    fields: binding.fields,
    unitCell: parts.unitCell,
    unitDoubt: parts.unitDoubt,
    unitName: parts.unitName,
    unitNameCell: parts.unitNameCell,
    confidence: Math.round(parts.confidence * 100) / 100,
    reason: parts.reason,
    blocks,
    reading: readingOf(layout, binding.blocks),
  };
  for (const { id, columns, rows, amounts, children, doubt, isStated } of binding.blocks) blocks.push({ table, id, columns, rows, amounts, children, doubt, isStated });
  return table;
}

/** The part of a table's rows on its own sheet, and those on further ones. */
function partsOf(grid: SheetGrid, range: Rect): { readonly range: Rect; readonly continued: readonly TablePart[] } {
  if (!grid.isJoined) return { range, continued: [] };
  const parts = new Map<number, TablePart>();
  for (const at of grid.rowsBetween(range.top, range.bottom)) {
    const { sheet, row } = grid.placeOf(at);
    const known = parts.get(sheet);
    parts.set(sheet, { sheet, range: known ? { ...known.range, bottom: row } : { ...range, top: row, bottom: row } });
  }
  const own = parts.get(grid.index)?.range ?? range;
  parts.delete(grid.index);
  return { range: { ...own, top: range.top }, continued: [...parts.values()] };
}
