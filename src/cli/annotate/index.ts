/** `gouji annotate` and `gouji clear`: copies of workbooks with marks, and without. The originals are never written. */
export { annotate } from './annotate';
export { clear } from './clear';
