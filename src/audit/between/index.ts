/**
 * Between workbooks: `compareVersions` sets two versions of a workbook against each other, `rollUp` a department against its units,
 * `yearsBetween` a year against the last. Tables, rows and columns are matched by concept, code and label, never by address;
 * figures are compared in 分 with the rounding of both sides. `factsOf` keeps of an audited workbook what the others need,
 * `unitsListedIn` names the units that a department lists.
 */
export { factsOf, type FactBook } from './facts';
export * from './model';
export { rollUp } from './rollup/rollup';
export { unitsListedIn } from './rollup/units';
export { compareVersions, type Version } from './compare/compare';
export { yearsBetween } from './years/years';
