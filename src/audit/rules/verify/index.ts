/**
 * Verifies what people write: `verifyRules` that every table, block, row and column that a rule names exists, `verifyWords`,
 * `verifyChecks` and `verifyFamilies` the vocabulary, the words of the checks and the lists of tables. All answer mistakes with their texts in both languages (rules read from text
 * carry positions, data paths that `placeMistakes` turns into them); `nearestName` finds what was meant. Pure.
 */
export { placeMistakes, type DataMistake } from './dataMistakes';
export { nearestName } from './nearestName';
export { verifyChecks } from './verifyChecks';
export { verifyFamilies } from './verifyFamilies';
export { verifyRules } from './verifyRules';
export { verifyWords } from './verifyWords';
