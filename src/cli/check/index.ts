/**
 * `gouji check`: `check(invocation, io)` prepares chart and rules once, reads and audits every file, prints one report.
 * A file that fails becomes an entry of the report's errors; the others are still checked.
 */
export { auditFile } from './auditFile';
export { check, prepare, type Setup } from './check';
export { emptyResult } from './emptyResult';
export { loadRuleFiles, type LoadedRules } from './loadRules';
export { Progress } from './progress';
