/**
 * Changing a workbook without losing anything: the parts of the package that need no change keep their compressed bytes,
 * the others get what is added where it has to stand. `annotatePackage` marks, `clearPackage` takes the marks off again, `patchCells` puts other values
 * into cells.
 */
export { annotatePackage, isSigned, type Annotated, type AnnotateOptions } from './annotate';
export { clearPackage, type Cleared } from './clear';
export { copyKind, worksheetNames } from './copyKind';
export type { CellEdit } from './cellEdit';
export { patchCells, type PatchedCells } from './patchCells';
export type { ReviewSheet } from './reviewSheet';
