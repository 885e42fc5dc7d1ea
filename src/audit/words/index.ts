/** Words → concepts: splits the texts of forms (header words, line names, titles) into the vocabulary's words. */
export type { Concept, Dimension, Phrase, WordData } from './model';
export { createWords, type Words } from './words';
