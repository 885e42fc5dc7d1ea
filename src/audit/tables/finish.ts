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

/** A table as it was finished last, and from what. */
export interface Finished {
  readonly table: BoundTable;
  readonly own: Int32Array;
  readonly said: string;
}

/**
 * `own`: the numbers in the workbook of the amounts that the binding numbers by itself; `before`: how the same binding was finished last. The same
 * table is the same object.
 */
export function finish(context: BindContext, binding: Binding, own: Int32Array, counts: InstanceCounts, parts: FinishParts, before: Finished | null): Finished {
  const { grid, family } = context;
  const definition = binding.codes && binding.codes !== context.definition.codes ? { ...context.definition, codes: binding.codes } : context.definition;
  const name = definition.repeat ? binding.fields.get('项目名称')?.text ?? '' : '';
  // One form a project: only one for the same project is a copy.
  const wasThere = family !== GENERIC_FAMILY && counts.wasThere(definition.id, name);
  const isCopy = parts.isCopy || (wasThere && (!definition.repeat || name !== '') && grid.sheet.visibility !== 'visible');
  const instance = counts.next(definition.id);
  const said = JSON.stringify([instance, isCopy, parts]);
  if (before?.said === said && before.own.every((at, i) => at === own[i])) return before;
  return { table: tableOf({ ...context, definition }, binding, own, { ...parts, isCopy, instance }), own, said };
}

function tableOf({ grid, family, layout, definition, unit }: BindContext, binding: Binding, own: Int32Array, parts: FinishParts & { readonly instance: number }): BoundTable {
  const { title } = layout;
  const titleCell: CellRef | null = title ? { sheet: grid.index, row: title.row, column: title.column } : null;
  const blocks: BoundBlock[] = [];
  const { range, continued } = partsOf(grid, { ...binding.range, top: title ? title.row : binding.range.top });
  const table: BoundTable = {
    definition,
    family,
    id: definition.id,
    instance: parts.instance,
    isCopy: parts.isCopy,
    isTorn: parts.isTorn,
    sheet: grid.index,
    range,
    continued,
    title: title ? title.text : parts.name ?? definition.name,
    titleCell,
    unit,
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
  for (const { id, columns, rows, amounts, children, doubt, isStated, hangsOnAmounts } of binding.blocks) blocks.push({ table, id, columns, rows, amounts: amounts.map((at) => (at < 0 ? at : own[at])), children, doubt, isStated, hangsOnAmounts });
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
