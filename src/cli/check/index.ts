/**
 * `gouji check`: `check(invocation, io)` prepares chart and rules once, reads and audits every file, prints one report.
 * Many files are shared out among workers, which run `serveChecks`. A file that fails becomes an entry of the report's errors; the others are still checked.
 */
export { check } from './check';
export { serveChecks, servesChecks } from './serveChecks';
export { loadRuleFiles, type LoadedRules } from './loadRules';
