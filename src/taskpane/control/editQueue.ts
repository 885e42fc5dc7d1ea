import type { CellContent } from '../../host/workbookHost';

export type CellEdit = CellContent;

/** A re-check that took longer than this, in ms, is no longer made between two keystrokes. */
const quickRecheck = 50;
/** How long the hands must rest before a slow re-check starts, in ms. */
export const restBeforeSlow = 400;

export interface EditQueue {
  /** Edits of the user: applied at once while that is quick, together after a rest where it is not. */
  add(edits: readonly CellEdit[]): void;
  /** Applied at once, after what was waiting. */
  addNow(edits: readonly CellEdit[]): void;
  /** What was waiting stands in a new reading already. `expected`: how long a re-check will take there, in ms. */
  restart(expected: number): void;
  /** Whether something is not yet re-checked. */
  isWaiting(): boolean;
}

export interface EditQueueParts {
  readonly apply: (edits: readonly CellEdit[]) => Promise<void>;
  readonly wait: (run: () => void, ms: number) => () => void;
  /** Milliseconds, ever growing. */
  readonly now: () => number;
}

/** Keeps typing ahead of the audit: the longer a re-check takes, the later it starts; what is typed meanwhile follows in one. */
export function createEditQueue({ apply, wait, now }: EditQueueParts): EditQueue {
  let waiting: CellEdit[] = [];
  let lastTook = 0;
  let stop: (() => void) | null = null;
  let busy = false;
  const flush = (): void => {
    stop?.();
    stop = null;
    if (busy || waiting.length === 0) return;
    const edits = waiting;
    waiting = [];
    busy = true;
    const start = now();
    void apply(edits).finally(() => {
      busy = false;
      lastTook = now() - start;
      if (waiting.length > 0) flushSoon();
    });
  };
  const flushSoon = (): void => {
    if (lastTook <= quickRecheck) return flush();
    stop?.();
    stop = wait(flush, restBeforeSlow);
  };
  return {
    add(edits) {
      waiting.push(...edits);
      flushSoon();
    },
    addNow(edits) {
      waiting.push(...edits);
      flush();
    },
    isWaiting: () => busy || waiting.length > 0,
    restart(expected) {
      stop?.();
      stop = null;
      waiting = [];
      lastTook = expected;
    },
  };
}
