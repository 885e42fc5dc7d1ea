/**
 * Workbooks made for tests: a consistent 综合预算 (budget), a 部门决算 with real rounding tails (finalAccounts),
 * and rearrangements that change the look and never the content (variations). Deterministic by seed.
 */
export { generateBudgetOfCells, generateDepartmentBudget, type BudgetOptions } from './budget';
export { generateFinalAccounts, type FinalAccountsOptions } from './finalAccounts';
export { VARIATIONS, varied, type Variation } from './variations';
export { freeze, thaw, Sheet, type Workbook } from './grid';
export { Random } from './random';
