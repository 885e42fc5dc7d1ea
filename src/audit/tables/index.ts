/**
 * Recognition: finds the statutory tables in a snapshot by title, header path, labels and codes, and binds every amount
 * cell to a row and a column in the field's words. Knows no rules. Stands on the layout (what is on a sheet whatever form it is) and the vocabulary.
 */
export * from './definitions';
export * from './model';
export { recognise } from './recognise';
export type { RecogniseOptions } from './candidate';
export { Readings } from './readings';
export { isSameReading } from './sameReading';
export { amountOfCell, amountOfNumber, shownShort, storedUnit, type CellAmount } from './amounts';
export { fenPerUnit, UNITS, type UnitDefinition } from './amountUnits';
export { bodiesOf, looseKinds, setName, type Body } from './bodies';
export { bodiesBySheet, type BodyOfSheets } from './bodySheets';
export { chooseCatalogue } from './catalogue';
export { levelOf } from './identify';
export { GENERIC_FAMILY } from './generic';
export { codeText } from '../layout';
export { yearIn } from './cover';
export { canMean } from './derive/concepts';
export { hasTotalAgain } from './bind/totalAgain';
export { isProjectCategory, keepsLevels } from './bind/projectTree';
