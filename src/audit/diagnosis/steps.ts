/**
 * Work that can be looked up from: the diagnosis of a large workbook takes a second, and who asked for it may have typed
 * on by then. What comes out does not depend on how often it was interrupted.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps, one after the other. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
