import type { FamilyDefinition, TableDefinition } from './definitions';
import type { InstanceCounts } from './finish';
import type { Candidate } from './candidate';
import type { ReadingOptions } from './readings';
import type { TableOf } from './titles';

/** A sheet that nothing names is a table only if all but nothing is missing. */
const NAMELESS_FIT = 0.95;

/**
 * Without title or name: the definition whose own header fits best, if it fits well and the workbook does not have that table yet.
 * Only definitions that list their columns or lines can be told so.
 */
export function likeliestTable(candidate: Candidate, families: readonly FamilyDefinition[], counts: InstanceCounts, options: ReadingOptions): TableOf | null {
  let best: (TableOf & { readonly fit: number }) | null = null;
  for (const family of families) {
    for (const definition of family.tables) {
      if (definition.repeat || definition.shape === 'tasks' || isOfOtherCodes(candidate, definition) || counts.has(definition.id) || !(definition.columns ?? definition.blocks ?? definition.cells)) continue;
      const fit = options.readings.fit(candidate, { family, definition }, candidate.lines.unit === 'other' ? null : candidate.lines.unit, options);
      if (fit >= NAMELESS_FIT && (!best || fit > best.fit)) best = { definition, family, fit };
      else if (best && fit === best.fit) best = null;
    }
  }
  return best;
}

/** 功能 codes in a table whose definition lists 经济 ones, or the reverse. */
function isOfOtherCodes({ layout }: Candidate, { codes }: TableDefinition): boolean {
  const kinds = layout.panels.flatMap((panel) => panel.codes.map((group) => group.kind)).filter((kind) => kind === 'function' || kind === 'department');
  return (codes === 'function' || codes === 'department') && kinds.length > 0 && !kinds.includes(codes);
}
