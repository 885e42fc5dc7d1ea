/** Compiles the words of the 公开说明 (families/vocabulary/narrative*.yaml). */
import { parse } from 'yaml';

const DIMENSIONS = ['side', 'fund', 'source', 'nature', 'item', 'stage'];

/**
 * @param {string} text narrative.yaml
 * @param {string} residue narrative-residue.yaml
 * @param {string} duties narrative-duties.yaml
 * @param {string} rules narrative-rules.yaml
 * @returns the NarrativeVocabulary of src/audit/narrative/model.ts
 */
export function compileNarrative(text, residue, duties, rules) {
  const data = parse(text);
  const known = new Map();
  for (const concept of data.concepts) {
    for (const dimension of Object.keys(concept.set)) {
      if (!DIMENSIONS.includes(dimension)) throw new Error(`narrative.yaml: 不认识的概念 ${dimension}`);
    }
    for (const word of concept.words) {
      if (known.has(word)) throw new Error(`narrative.yaml: “${word}”写了两次`);
      known.set(word, concept.set);
    }
  }
  return { ...data, residue: parse(residue), duties: parse(duties), rules: parse(rules) };
}
