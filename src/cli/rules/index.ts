/**
 * The commands about rules: `listRules` (the catalogue), `verifyRuleFiles` (names file, line and column of mistakes),
 * `explain` (one rule in words). Each answers the exit code.
 */
export { explain } from './explain';
export { listRules } from './listRules';
export { verifyRuleFiles } from './verifyRuleFiles';
