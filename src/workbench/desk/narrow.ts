import { useSyncExternalStore } from 'react';
import type { ColumnId } from './deskState';

/** Up to this width filters and actions are folded behind one button, and a row of the table is two lines. */
export const narrowQuery = '(max-width: 640px)';

/** What a row still says there: who, how it stands; which file, errors and warnings. In the order in which they are drawn. */
const inTwoLines: readonly ColumnId[] = ['unit', 'state', 'file', 'errors', 'warnings'];

/** The columns of a narrow table, those taken away by the user left out. */
export function narrowColumns<C extends { readonly id: ColumnId }>(columns: readonly C[]): readonly C[] {
  return inTwoLines.flatMap((id) => columns.filter((column) => column.id === id));
}

/** Where a cell stands in the two lines; the box for selecting fills the first track. */
export const narrowPlaces: Readonly<Partial<Record<ColumnId, string>>> = {
  unit: '1 / 2',
  state: '1 / 3 / auto / span 2',
  file: '2 / 2',
  errors: '2 / 3',
  warnings: '2 / 4',
};

export const narrowTemplate = '24px minmax(0, 1fr) 56px 48px';

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrowQuery).matches);
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(narrowQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
