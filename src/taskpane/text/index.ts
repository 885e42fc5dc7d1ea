/**
 * Everything the pane says, in 简体中文 and English side by side. `textsFor("zh-CN")` answers the whole catalogue
 * in one language; a missing translation does not compile.
 */
export { counted } from './counted';
export { copyText, headlineText, unitText } from './headlineText';
export { languageOf, say, speak, type Language, type Said, type Spoken } from './say';
export { textsFor, type Texts } from './textsFor';
export { verdictText } from './verdictText';
