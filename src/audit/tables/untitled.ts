import type { SheetGrid } from '../workbook';
import { AmountCollector } from './amounts';
import type { BindContext } from './binding';
import { bind, finish, linesAbove, type InstanceCounts, type Region } from './bindTable';
import type { FamilyDefinition, TableDefinition } from './definitions';
import type { BoundTable } from './model';
import type { RecogniseOptions } from './recognise';
import { titleOfSheet, type TitleMatcher } from './titles';

/** A sheet named after a table is that table if at least this share of its columns or lines is there. */
const NAMED_FIT = 0.3;

/** A sheet that nothing names is a table only if all but nothing is missing. */
const NAMELESS_FIT = 0.95;

interface Candidate {
  readonly definition: TableDefinition;
  readonly family: FamilyDefinition;
  readonly fit: number;
}

/** Without a title in a cell: the table that the sheet is named after, if its header is there. */
export function bindNamed(grid: SheetGrid, matcher: TitleMatcher, options: RecogniseOptions, amounts: AmountCollector, counts: InstanceCounts): BoundTable | null {
  const named = titleOfSheet(grid, matcher);
  if (!named) return null;
  const fit = fitOf(grid, named.definition, named.family, options);
  if (fit < NAMED_FIT) return null;
  return bindAs(grid, { ...named, fit }, options, amounts, counts, { name: grid.sheet.name, confidence: 0.5 + 0.4 * fit, reason: `没有标题，按工作表名“${grid.sheet.name}”认定` });
}

/** Without title or name: the definition whose header fits best, if it fits well and the workbook does not have that table yet. */
export function bindUntitled(grid: SheetGrid, options: RecogniseOptions, amounts: AmountCollector, counts: InstanceCounts): BoundTable | null {
  let best: Candidate | null = null;
  for (const family of options.families) {
    for (const definition of family.tables) {
      if (definition.repeat || definition.shape === 'tasks' || counts.has(definition.id)) continue;
      const fit = fitOf(grid, definition, family, options);
      if (fit >= NAMELESS_FIT && (!best || fit > best.fit)) best = { definition, family, fit };
      else if (best && fit === best.fit) best = null;
    }
  }
  return best ? bindAs(grid, best, options, amounts, counts, { confidence: 0.5 * best.fit, reason: '没有标题，按表头认定' }) : null;
}

/** Tried on a scratch collector and the first rows: only the winner's cells count. 0 where it cannot be bound. */
function fitOf(grid: SheetGrid, definition: TableDefinition, family: FamilyDefinition, options: RecogniseOptions): number {
  const context = contextOf(grid, definition, family, options, new AmountCollector(), Math.min(grid.lastRow, 60));
  return bind(context)?.fit ?? 0;
}

function contextOf(grid: SheetGrid, definition: TableDefinition, family: FamilyDefinition, options: RecogniseOptions, amounts: AmountCollector, to: number): BindContext {
  const { unit } = linesAbove(grid, WHOLE(grid));
  const used = (unit === 'other' ? null : unit) ?? definition.unit ?? family.usualUnit;
  return { grid, family, definition, from: 0, to, unit: used, amounts, classByName: options.classByName };
}

const WHOLE = (grid: SheetGrid): Region => ({ title: null, from: 0, to: grid.lastRow });

function bindAs(
  grid: SheetGrid,
  { definition, family }: Candidate,
  options: RecogniseOptions,
  amounts: AmountCollector,
  counts: InstanceCounts,
  words: { readonly name?: string; readonly confidence: number; readonly reason: string },
): BoundTable | null {
  const context = contextOf(grid, definition, family, options, amounts, grid.lastRow);
  const binding = bind(context);
  if (!binding) return null;
  const { unitCell, unitName, unitNameCell } = linesAbove(grid, WHOLE(grid));
  return finish(context, binding, counts, { title: null, unitCell, unitDoubt: '', unitName, unitNameCell, ...words, reason: `${words.reason}；${binding.reason}` });
}
