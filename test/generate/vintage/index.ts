/** Forms of earlier years and other layouts: 陕西 综合预算 2019–2024, 部门决算 2019–2024. */
export { generateVintageAccounts, ACCOUNT_FEATURES, type VintageAccounts } from './accounts';
export { generateVintageBudget, FEATURES, type VintageBudget } from './budget';
