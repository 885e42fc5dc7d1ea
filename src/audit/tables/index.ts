/**
 * Recognition: finds the statutory tables in a snapshot by title, header path, labels and codes, and binds every amount
 * cell to a row and a column in the field's words. Knows no rules. `recognise(snapshot, {families, classByName})`.
 */
export * from './definitions';
export * from './model';
export { recognise, type RecogniseOptions } from './recognise';
export { amountOfCell, amountOfNumber, storedUnit, type CellAmount } from './amounts';
export { fenPerUnit, UNITS, type UnitDefinition } from './amountUnits';
export { GENERIC_FAMILY } from './generic';
export { codeText } from './codes';
export { amountUnitIn, unitNameIn, yearIn } from './cover';
export { isNoteRow } from './binding';
export { isProjectCategory } from './projectTree';
