/**
 * A workbook in memory behind the host port: the workbench edits it, the pane audits and marks it, no Office needed.
 * Marks are kept apart from cells and formats; edits can be undone. There is no formula engine: a formula keeps the value
 * it was read with until its cell is typed over.
 */
export { MemoryHost, type MemoryChange, type MemoryHostOptions } from './memoryHost';
export type { EditableSheet, MemoryCell } from './editableSheet';
export { typedContent } from './typedContent';
