import { HostError } from './workbookHost';

/** Throws `HostError('cancelled')` once the caller has given up. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HostError('cancelled', 'aborted by the caller');
}
