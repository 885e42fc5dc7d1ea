import { useSyncExternalStore } from 'react';
import type { MemoryHost } from '../../host/memory';

/** Draws the component again whenever cells, marks or the selection change. */
export function useMemoryHost(host: MemoryHost): number {
  return useSyncExternalStore(
    (listener) => host.subscribe(listener),
    () => host.version,
  );
}
