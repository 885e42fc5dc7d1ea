import { setFlagsFromString } from 'node:v8';

/**
 * Settings of V8 for a batch. A batch runs through so many functions that optimising them takes a third of all processor time, and each thread
 * does it for itself. A function runs through more bytecodes before it is thought of (V8's own limit is a fifteenth of it), and takes
 * fewer others in, so that it is optimised faster. Nothing runs so long that it has to be replaced while it runs. What is no longer used is cleared away once
 * two fifths have come to what is in use, not as much again and more: two threads stay within the memory of small office PCs.
 */
const FLAGS = ['--interrupt-budget=1000000', '--max-inlined-bytecode-size-cumulative=200', '--no-use-osr', '--heap-growing-percent=40'];

/** Releases of Node whose V8 is known to have the settings; others would complain of them. */
const FIRST_NODE = 20;
const LAST_NODE = 24;

/** Sets V8 up for many files. */
export function tuneEngine(): void {
  const release = Number(process.versions.node.split('.')[0]);
  if (release >= FIRST_NODE && release <= LAST_NODE) for (const flag of FLAGS) setFlagsFromString(flag);
}
