import type { Steps } from '../audit/diagnosis';

/** How long a thread works before it looks up, in ms. */
const sliceMs = 20;

/** Runs steps to their end, looking up now and then; null where they were left off because `isOvertaken`. */
export async function inSlices<T>(steps: Steps<T>, isOvertaken: () => boolean, now: () => number = () => performance.now()): Promise<T | null> {
  let start = now();
  if (isOvertaken()) return null;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - start < sliceMs) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isOvertaken()) return null;
    start = now();
  }
}
