/**
 * Reading what the command line names: `findInputs` (files and folders → workbook files in a fixed order), `readBytes`,
 * `oneFile` (an operand that is a file), `isSameFile`, `createWorkbookReader` (.xlsx here; .xls, .xlsb and .ods in a worker with memory and time limits, which
 * runs `serveReading`).
 * Failures are `CliError` or `FileError`.
 */
export { findInputs, oneFile, type Inputs } from './findInputs';
export type { InputFile } from './inputFile';
export { isSameFile, isWithin } from './sameFile';
export { readBytes } from './readBytes';
export { readState } from './readState';
export { createWorkbookReader, type WorkbookReader } from './workbookReader';
export { serveReading } from './serveReading';
export { readAllExplanations, readExplanations } from './readExplanations';
export { readNarrativeFile } from './readNarrativeFile';
