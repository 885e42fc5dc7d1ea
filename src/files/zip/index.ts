/**
 * Zip packages read with budgets: the directory's declared sizes are checked first, then kept while inflating.
 * Stored and deflated entries, zip64 and streamed entries (data descriptors) are read; checksums are verified.
 */
export { crc32 } from './crc32';
export type { Inflater } from './inflate';
export { decodePercent } from './percent';
export { ZipPackage } from './package';
export { rewriteZip, type ZipChanges } from './rewrite';
export { partsOf } from './directory';
