/** Copies of handed-in files with their marks, notes and 审核意见 (`annotatedCopy`): the same from the page and the command line. */
export { contentsOf } from './contents';
export { annotatedCopy, type AnnotatedCopy, type CopyOptions } from './annotatedCopy';
