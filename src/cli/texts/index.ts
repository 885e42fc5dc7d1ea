/**
 * Everything the command line says, Chinese and English side by side: `errorTexts` (why something did not work and what
 * to do), `reportTexts` (the words of the text report), `ruleTexts` (catalogue and explanations), `readTexts` (what was understood of a sheet),
 * `copyTexts` (annotated and cleared copies), `betweenTexts` (two versions, roll-up, years), `HELP` (usage).
 * Functions answer whole sentences.
 */
export { betweenTexts, type BetweenTexts } from './betweenTexts';
export { copyTexts } from './copyTexts';
export { errorTexts } from './errorTexts';
export { HELP } from './help';
export { languageOf, type Bilingual, type Language } from './language';
export { reportTexts, type ReportTexts } from './reportTexts';
export { readTexts, type ReadTexts } from './readTexts';
export { ruleTexts, type RuleTexts } from './ruleTexts';
