/** Words → concepts: splits the texts of forms (header words, line names, titles) into the vocabulary's words; `CHECK_WORDS` knows single texts for the checks. */
export type { Concept, Dimension, Phrase, WordData } from './model';
export type { CheckData } from './checkModel';
export { CHECK_WORDS } from './checkWords';
export { createWords, type Words } from './words';
