/**
 * The workbook as the audit sees it: an immutable columnar snapshot, A1 addresses, amounts.
 * Hosts (files, Excel, the workbench) build one with `WorkbookBuilder`; nothing here knows a host.
 */
export type { Bilingual } from './bilingual';
export * from './snapshot';
export * from './builder';
export * from './a1';
export * from './text';
export * from './plainText';
export * from './amountText';
export * from './grid';
export { SeenSheets } from './seenSheets';
export * from './numberFormat';
export * from './visible';
export * from './withCells';
export * from './cellAt';
export * from './fingerprint';
