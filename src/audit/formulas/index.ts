/**
 * The formulas of a workbook: what the plain ones (SUM, ROUND, + − × ÷, %, references) yield, exactly; which stored results are
 * missing or old; how a formula relates to its neighbours. Formulas beyond have no tree and are not judged.
 */
export { cellKey, FormulaEvaluator, type FormulaResult, type GivenFigures } from './evaluate';
export { areasOf, looksLikeFormula, parseFormula, rectOf } from './parse';
export { settleFormulas, type FormulaFacts, type SettledWorkbook, type StaleResult } from './settle';
export type { Area, Corner, Expression } from './syntax';
export { filledFormula, relativeFormula, type RelativeFormula } from './relative';
