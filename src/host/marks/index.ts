/**
 * What every host shares about marks: one mark a cell (the stronger style wins), cells joined to rectangles,
 * which cells of a report are marked, how each style looks, and the fingerprint by which our marks are found again in a file from elsewhere.
 * Pure; knows neither Excel nor the page.
 */
export { distinctMarks } from './distinct';
export { joinCells } from './rectangles';
export { markLooks, markStyles, type MarkLook } from './looks';
export { explanationText, isOurExplanation, isOurFormula, markFormula } from './fingerprint';
export { marksOf, ticksOf } from './marksOf';
export { positionOf } from './position';
