import { isNode, LineCounter, parseDocument } from 'yaml';
import type { RuleMistake } from '../reader/readRules';

/** A mistake in data that was read from YAML, by the path of keys and indices that leads to it. */
export interface DataMistake {
  readonly path: readonly (string | number)[];
  readonly message: RuleMistake['message'];
}

/** Mistakes with file, line and column in the text that the data was read from. */
export function placeMistakes(mistakes: readonly DataMistake[], text: string, file: string): RuleMistake[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return mistakes.map(({ path, message }) => {
    const node = document.getIn(path, true);
    const { line, col } = lines.linePos(isNode(node) ? node.range?.[0] ?? 0 : 0);
    return { file, line, column: col, message };
  });
}
