/**
 * OOXML workbooks (.xlsx, .xlsm) into snapshots: relationships, shared texts, number formats, and one byte scan a sheet
 * straight into the builder's arrays. Nothing is inflated that is not read (pictures, charts, macros stay packed).
 */
export { readXlsx, partRelationships, sheetParts } from './readXlsx';
export { relationshipsPart, type Relationship } from './relationships';
export { parseIndex, parsePosition } from './cellNumbers';
export { expandTemplate, formulaTemplate } from './sharedFormula';
export { openRoot } from './sheet';
export { builtinFormat } from './numberFormats';
export { plainFormula } from './formulas';
export { isoDateToSerial } from './isoDate';
export { complementSpans, joinSpans } from './spans';
