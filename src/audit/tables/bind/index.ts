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
    case 'coded': return !definition.columns ? deriveRows(context) : definition.segments ? bindRuns(context) : bindCoded(context);
    case 'matrix': return bindGroups(context);
    case 'form': return bindFields(context);
    case 'tasks': return bindTasks(context);
  }
}
