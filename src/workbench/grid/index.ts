/**
 * A grid to read and type in: one sheet of a `MemoryHost`, of which only what is in view is drawn, with merges, number
 * formats, marks, frozen panes, ranges, the clipboard and the keys hands know from Excel.
 */
export { Grid, type GridProps } from './Grid';
export { draftOf, editText } from './editText';
export { panesOf } from './panes';
export { useFirstFinding } from './useFirstFinding';
export { cellFromText } from './goToText';
export { useMemoryHost } from './useMemoryHost';
