/**
 * .xls, .xlsb and .ods into snapshots through @e965/xlsx, which is loaded on demand and fenced in: archives are unpacked
 * within our budgets first, ODF repetitions are counted before they are unrolled, every failure becomes a `FileError`.
 */
export { cleanBiff } from './biffGuard';
export { filePassOf } from './filePass';
export { oleEntryNames } from './oleDirectory';
export { oleStream } from './oleStream';
export { readLegacy } from './readLegacy';
export { readZipLegacy } from './readZipLegacy';
export { xlsbRecordAt } from './xlsbGuard';
