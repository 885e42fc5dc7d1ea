/** Binds a table as it stands on its sheet (layout) to what a family says of it; tables without columns or lines of their own are named by the vocabulary. */
import { deriveLines } from '../derive/lines';
import { deriveRows } from '../derive/coded';
import { bindCoded } from './coded';
import type { BindContext, Binding } from './context';
import { bindFields } from './fields';
import { bindGroups } from './groups';
import { bindLines } from './lines';
import { bindRuns } from './runs';
import { bindTasks } from './tasks';

export type { BindContext, Binding } from './context';

export function bind(context: BindContext): Binding | null {
  const { definition } = context;
  switch (definition.shape) {
    case 'blocks': return definition.blocks ? bindLines(context) : deriveLines(context);
    case 'coded': return (!definition.columns && !hasRuns(context)) ? deriveRows(context) : definition.segments || !definition.columns ? bindRuns(context) : bindCoded(context);
    case 'matrix': return bindGroups(context);
    case 'form': return bindFields(context);
    case 'tasks': return bindTasks(context);
  }
}

/** 人员经费 | 公用经费 as runs of code, name and amount side by side, whatever form it is. */
function hasRuns({ layout, words }: BindContext): boolean {
  const runs = layout.panels.filter((p) => p.codes.length > 0 && p.amounts.length === 1);
  const says = (id: string): boolean => runs.some((p) => [...(layout.header?.paths.get(p.left) ?? []), ...p.amounts[0].path].some((word) => words.phrase(word).concepts.some((c) => c.id === id)));
  return runs.length >= 2 && says('人员经费') && says('公用经费');
}
