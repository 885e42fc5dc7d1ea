/**
 * The report on its way out: `textReport` for people, `jsonText` (docs/report.md), `sarifText` (SARIF 2.1.0), and
 * `writeOut`, which prints it or replaces a file as a whole. Same report, same bytes.
 */
export { jsonText } from './json';
export { sarifText } from './sarif';
export { cleanJson, cleanLines, cleanText } from './cleanText';
export { textReport } from './textReport';
export { replaceFile } from './replaceFile';
export { writeOut } from './writeOut';
