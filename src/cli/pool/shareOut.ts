/** Somebody who works beside this thread, one task after another; it may end at any time. */
export interface Helper<T, R> {
  post(task: T): void;
  /** `ready` once, then answers in the order of the tasks; `end` where it ends by itself. */
  listen(listener: { ready(): void; answer(result: R): void; end(cause: unknown): void }): void;
  close(): Promise<unknown>;
}

export interface Sharing<T, R> {
  /** Does a task in this thread. Never rejects. */
  here(task: T): Promise<R>;
  /** What becomes of a task that took its helper along. */
  lost(task: T, cause: unknown): R;
  /** Starts helper after helper; as many work at once as there are entries. */
  readonly helpers: readonly (() => Helper<T, R>)[];
  /** A task is begun, here or there. */
  begin(task: T): void;
  /** A task is done; what is kept of its result. */
  done(task: T, result: R): R;
  /** Once it is aborted no task is begun any more; those that are begun are finished. */
  readonly stop: AbortSignal;
}

/** Tasks that a helper holds: the next is there when one is done, also while this thread is busy. */
const DEPTH = 3;

/**
 * Does all tasks, in this thread and in helpers, whoever is free; the results in the order of the tasks. A task that ends its
 * helper is lost alone: what the helper still held is done by others, and a new helper takes its place. null for what was not
 * begun before `stop`.
 */
export async function shareOut<T, R>(tasks: readonly T[], { here, lost, helpers, begin, done, stop }: Sharing<T, R>): Promise<readonly (R | null)[]> {
  const results = new Array<R | null>(tasks.length).fill(null);
  const returned: number[] = [];
  const running = new Set<Helper<T, R>>();
  let next = 0;
  let open = tasks.length;
  let wake = (): void => undefined;

  const take = (): number | null => {
    const again = returned.shift();
    if (again !== undefined) return again;
    if (next >= tasks.length) return null;
    begin(tasks[next]);
    return next++;
  };
  const settle = (index: number, result: R): void => {
    results[index] = done(tasks[index], result);
    open--;
    wake();
  };
  const leaveRest = (): void => {
    open -= tasks.length - next;
    next = tasks.length;
    wake();
  };
  if (stop.aborted) leaveRest();
  stop.addEventListener('abort', leaveRest);
  const help = (start: () => Helper<T, R>): void => {
    const helper = start();
    const held: number[] = [];
    let isReady = false;
    const fill = (): void => {
      while (held.length < DEPTH) {
        const index = take();
        if (index === null) return;
        held.push(index);
        helper.post(tasks[index]);
      }
    };
    running.add(helper);
    helper.listen({
      ready() {
        isReady = true;
        fill();
      },
      answer(result) {
        const index = held.shift();
        if (index !== undefined) settle(index, result);
        fill();
      },
      end(cause) {
        if (!running.delete(helper)) return;
        const guilty = held.shift();
        returned.push(...held);
        if (guilty !== undefined) settle(guilty, lost(tasks[guilty], cause));
        // One that never got ready would not the next time either; this thread does all.
        if (isReady && open > 0) help(start);
        wake();
      },
    });
  };

  for (const start of helpers) help(start);
  while (open > 0) {
    const index = take();
    if (index === null) {
      await new Promise<void>((resolve) => (wake = resolve));
      continue;
    }
    settle(index, await here(tasks[index]));
    // Answers of helpers are heard between two tasks.
    await new Promise((resolve) => setImmediate(resolve));
  }
  stop.removeEventListener('abort', leaveRest);
  const ended = [...running];
  running.clear();
  await Promise.all(ended.map((helper) => helper.close()));
  return results;
}
