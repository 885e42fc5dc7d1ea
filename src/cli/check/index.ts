/**
 * `gouji check`: `check(invocation, io)` prepares chart and rules once, reads and audits every file, prints one report.
 * Many files are shared out among workers, which run `serveChecks`. A file that fails becomes an entry of the report's errors; the others are still checked.
 */
export { auditFile } from './auditFile';
export { check } from './check';
export { prepare, type Setup } from './prepare';
export { serveChecks, servesChecks } from './serveChecks';
export { emptyResult } from './emptyResult';
export { loadRuleFiles, type LoadedRules } from './loadRules';
export { Progress } from './progress';
