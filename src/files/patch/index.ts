/**
 * Changing a workbook without losing anything: the parts of the package that need no change keep their compressed bytes,
 * the others get what is added where it has to stand. `annotatePackage` marks, `clearPackage` takes the marks off again.
 */
export { annotatePackage, isSigned, type Annotated, type AnnotateOptions } from './annotate';
export { clearPackage, type Cleared } from './clear';
export type { ReviewSheet } from './reviewSheet';
