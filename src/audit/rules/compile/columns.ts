import type { BoundBlock } from '../../tables';
import type { Reference } from '../language/syntax';

/** The columns a reference runs over: one id, or several in step with the other references of its formula. */
export interface ColumnRun {
  /** Ids in order; null = every money column of the block. */
  readonly ids: readonly string[] | null;
  readonly optional: boolean;
}

/** Without a column a reference means the only one that is no other money beside it (年初预算数 beside 决算数). */
export function columnRun(reference: Reference, block: BoundBlock | null): ColumnRun {
  if (reference.columns?.kind === 'list') return { ids: reference.columns.names, optional: reference.columns.optional };
  const [main, ...others] = reference.columns === null && block !== null ? block.columns.filter((c) => c.role !== 'other') : [];
  if (main !== undefined && others.length === 0) return { ids: [main.id], optional: false };
  return { ids: null, optional: reference.columns === null };
}

/** Money columns of a block: 数量 is no money. */
function moneyColumns(block: BoundBlock): string[] {
  return block.columns.filter((c) => c.role !== 'quantity').map((c) => c.id);
}

/**
 * The steps of a formula: for step k reference r uses column `runs[r].ids[k]` (or its only one).
 * "Every column" runs over the columns that all such references share.
 */
export function columnSteps(runs: readonly { run: ColumnRun; block: BoundBlock | null }[]): (readonly string[])[] {
  const open = runs.filter((r) => r.run.ids === null && r.block !== null);
  const listed = Math.max(1, ...runs.map((r) => r.run.ids?.length ?? 1));
  if (open.length === 0) {
    return Array.from({ length: listed }, (_, k) => runs.map((r) => (r.run.ids ? r.run.ids[Math.min(k, r.run.ids.length - 1)] : '')));
  }
  const shared = moneyColumns(open[0].block as BoundBlock).filter((id) => open.every((r) => r.block?.columns.some((c) => c.id === id)));
  return shared.map((id) => runs.map((r) => (r.run.ids ? r.run.ids[0] : id)));
}

export function columnIndex(block: BoundBlock, id: string): number {
  const { columns } = block;
  for (let i = 0; i < columns.length; i++) if (columns[i].id === id) return i;
  return -1;
}
