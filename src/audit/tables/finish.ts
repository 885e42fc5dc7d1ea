import type { Bilingual } from '../workbook';
import type { Binding, BindContext } from './bind';
import type { BoundBlock, BoundTable, CellRef } from './model';
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
  const table: BoundTable = {
    definition,
    family,
    id: definition.id,
    instance: counts.next(definition.id),
    isCopy: parts.isCopy || (wasThere && (!definition.repeat || name !== '') && grid.sheet.visibility !== 'visible'),
    isTorn: parts.isTorn,
    sheet: grid.index,
    range: { ...binding.range, top: title ? title.row : binding.range.top },
    title: title ? title.text : parts.name ?? definition.name,
    titleCell,
    unit: context.unit,
    headerBottom: binding.headerBottom,
    noteRows: layout.notes,
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
