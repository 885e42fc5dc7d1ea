/** `gouji compare`: two versions of a workbook, or with --years a year against the last. */
export { compare } from './compare';
