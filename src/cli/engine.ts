import { setFlagsFromString } from 'node:v8';

/** Bytecodes that a function runs through before V8 thinks of optimising it; V8's own is about an eighth of it. */
const INTERRUPT_BUDGET = 1_000_000;

/** Releases of Node whose V8 is known to have the setting; others would complain of it. */
const FIRST_NODE = 20;
const LAST_NODE = 24;

/**
 * For a batch on several threads, lets V8 wait before it optimises: each thread compiles every function for itself, in further threads
 * that then lack a processor. 1,000 files on two took a third less time (`npm run bench -- desk`); with one thread it would cost time.
 */
export function tuneEngine(): void {
  const release = Number(process.versions.node.split('.')[0]);
  if (release >= FIRST_NODE && release <= LAST_NODE) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
