/**
 * A workbook in memory behind the host port: the workbench edits it, the pane audits and marks it, no Office needed.
 * Marks are kept apart from cells and formats; edits can be undone. Plain formulas (SUM, ROUND, + − × ÷, references) are computed after
 * edits; others keep the value they were read with until their cell is typed over.
 */
export type { CellEntry } from './entries';
export { MemoryHost, type GridSelection, type MemoryChange, type MemoryHostOptions } from './memoryHost';
export type { EditableSheet, MemoryCell } from './editableSheet';
export { typedContent, typedEntry } from './typedContent';
