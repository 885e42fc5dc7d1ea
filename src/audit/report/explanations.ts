import type { Finding } from './model';

/** A 情况说明 and the figures it was given for. */
export interface Explanation {
  readonly text: string;
  /** Who wrote it, in their own words; "" where they did not say. */
  readonly by: string;
  /** 2026-03-01; "" where unknown. */
  readonly date: string;
  /** The figures it speaks of (`figuresOf`). Where they have changed it has lapsed. */
  readonly figures: string;
  /** It came with the workbook: shown beside its finding, which stays a problem. */
  readonly isTheirs: boolean;
}

export type Explanations = Readonly<Record<string, Explanation>>;

/** own: settles the finding · theirs: stands beside it · lapsed: was given for other figures. */
export type Standing = 'own' | 'theirs' | 'lapsed';

export interface StandingExplanation extends Explanation {
  readonly standing: Standing;
}

/** 情况说明 are sentences, not files: what is longer is cut. */
export const longestExplanation = 500;
export const longestName = 40;
/** More figures are told apart by their sum of characters. */
const longestFigures = 300;

/** Everything a finding compares, as one text: another amount anywhere gives another text. */
export function figuresOf({ left, right, difference, cells }: Finding): string {
  const all = [left ?? '', right ?? '', difference ?? '', ...cells.map((cell) => cell.value)].join('|');
  return all.length <= longestFigures ? all : `${all.slice(0, longestFigures - 20)}|${all.length}|${checksum(all)}`;
}

/** What was said of a finding, and what that counts for now; null where nothing was. */
export function explanationOf(finding: Finding, explained: Explanations): StandingExplanation | null {
  const explanation = Object.hasOwn(explained, finding.id) ? explained[finding.id] : null;
  if (explanation === null) return null;
  const standing = explanation.figures !== figuresOf(finding) ? 'lapsed' : explanation.isTheirs ? 'theirs' : 'own';
  return { ...explanation, standing };
}

/** Only the user's own words for these very figures settle a finding. */
export function isSettled(finding: Finding, explained: Explanations): boolean {
  return explanationOf(finding, explained)?.standing === 'own';
}

function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
