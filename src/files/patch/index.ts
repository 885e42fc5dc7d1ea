/**
 * Changing a workbook without losing anything: the parts of the package that need no change keep their compressed bytes,
 * the others get what is added where it has to stand. `annotatePackage` marks, `clearPackage` takes the marks off again, `patchCells` puts other values
 * into cells, `editedCopy` makes a copy of any file.
 */
export { annotatePackage } from './annotate';
export { clearPackage } from './clear';
export { copyKind, worksheetNames, type CopyKind } from './copyKind';
export type { CellEdit } from './cellEdit';
export { editedCopy, type CopyContent, type EditedCopy } from './editedCopy';
export { patchCells } from './patchCells';
export type { ReviewSheet } from './reviewSheet';
