import type { BoundBlock, BoundTable, Recognition } from '../../tables';
import type { Formula, Reference, Sum } from '../language/syntax';

/** Why a rule or one of its checks could not be evaluated. */
export type Obstacle =
  /** `body`: whose tables lack it, counted from 0, where a workbook holds those of several and the first has it. */
  | { readonly kind: 'table'; readonly table: string; readonly body?: number }
  | { readonly kind: 'block'; readonly table: string; readonly block: string }
  | { readonly kind: 'row'; readonly table: string; readonly row: string }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'condition' }
  | { readonly kind: 'unknownCondition' };

/** Finds the block a reference means, among the tables given: all of a workbook's, or those of one body. */
export class Places {
  private readonly tables = new Map<string, BoundTable[]>();
  private readonly blockIndex = new Map<BoundBlock, number>();

  constructor(readonly recognition: Recognition, tables: readonly BoundTable[] = recognition.tables) {
    for (const table of tables) {
      if (table.isCopy || table.isTorn) continue;
      const list = this.tables.get(table.id) ?? [];
      list.push(table);
      this.tables.set(table.id, list);
    }
    recognition.blocks.forEach((block, index) => this.blockIndex.set(block, index));
  }

  instances(table: string): readonly BoundTable[] {
    return this.tables.get(table) ?? [];
  }

  /** null for an optional table that is not there; an obstacle where it is needed. */
  find(reference: Reference, instance: number): BoundBlock | Obstacle | null {
    const table = this.tables.get(reference.table)?.[instance];
    if (!table) return reference.optionalTable ? null : { kind: 'table', table: reference.table };
    const block = table.blocks.find((b) => b.id === reference.block);
    if (!block) return reference.optionalTable ? null : { kind: 'block', table: reference.table, block: reference.block };
    return block;
  }

  indexOf(block: BoundBlock): number {
    return this.blockIndex.get(block) ?? -1;
  }
}

export const isObstacle = (value: BoundBlock | Obstacle | null): value is Obstacle => value !== null && 'kind' in value;

/** All references of a formula, those inside calls too. */
export function referencesOf(formula: Formula): Reference[] {
  const of = (sum: Sum): Reference[] =>
    sum.flatMap((term) => (term.kind === 'reference' ? [term] : term.kind === 'number' ? [] : [term.reference]));
  return [...of(formula.left), ...of(formula.right)];
}
