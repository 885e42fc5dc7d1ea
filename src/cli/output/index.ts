/**
 * The report on its way out: `textReport` for people, `JsonReport` (docs/report.md), `sarifText` (SARIF 2.1.0), and
 * `writeOut`, which prints it or replaces a file as a whole (`replaceFile`). Same report, same bytes.
 */
export { betweenLines, identityText } from './betweenLines';
export { betweenOutput } from './betweenChecklists';
export { settleFolder, writeChecklistFiles, type ChecklistsWritten } from './checklistFiles';
export type { OutputPart } from './outputPart';
export { JsonReport, workbookJson } from './json';
export { sarifText } from './sarif';
export { cleanJson, cleanLines, cleanText } from './cleanText';
export { makeFolder } from './makeFolder';
export { replaceFile } from './replaceFile';
export { textReport } from './textReport';
export { writeOut } from './writeOut';
