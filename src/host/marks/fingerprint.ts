import type { MarkStyle } from '../workbookHost';

const EXPLANATION_HEAD = '【勾稽 gouji】';

/**
 * The condition of our conditional formats: always true, uses no cell, and carries our name.
 * N() of a text is 0 in every version and language of Excel.
 */
export function markFormula(style: MarkStyle): string {
  return `=N("gouji:${style}")=0`;
}

/** true for the condition of a mark of ours, also as other programs write it back (spaces, no "=", other case). */
export function isOurFormula(formula: string): boolean {
  return /^=?\s*N\(\s*"gouji(:[a-z]+)?"\s*\)\s*=\s*0\s*$/i.test(formula);
}

/** The text of a note or comment of ours. */
export function explanationText(note: string): string {
  return `${EXPLANATION_HEAD}${note}`;
}

/** true for a note or comment of ours; some versions put the author's name and a line break before the text. */
export function isOurExplanation(content: string): boolean {
  const at = content.indexOf(EXPLANATION_HEAD);
  return at === 0 || (at > 0 && content.indexOf('\n') === at - 1);
}
