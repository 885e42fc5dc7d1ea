/**
 * Verifies rules against the families' definitions: every table, block, row and column that a rule names must exist.
 * `verifyRules(rules, families)` answers mistakes with file, line and column (rules read from text carry positions) and
 * the nearest known name; `nearestName` finds it. Pure.
 */
export { nearestName } from './nearestName';
export { verifyRules } from './verifyRules';
