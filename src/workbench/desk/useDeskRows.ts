import { useMemo, useSyncExternalStore } from 'react';
import type { FileStore, FilesState } from '../files';
import { deskRows, type DeskRows, type DeskState, type DeskStore } from './deskState';
import { usePaced } from './usePaced';

export function useDesk(fileStore: FileStore, deskStore: DeskStore): { files: FilesState; desk: DeskState; rows: DeskRows } {
  const files = usePaced(fileStore.store);
  const desk = useSyncExternalStore(deskStore.subscribe, deskStore.getState);
  const { filter, order, descending } = desk;
  const rows = useMemo(() => deskRows(files, { filter, order, descending }), [files, filter, order, descending]);
  return { files, desk, rows };
}
