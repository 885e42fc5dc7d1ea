import { longestExplanation, longestFigures, longestName, type Explanation, type Explanations } from './explanations';

const mostExplanations = 300;

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** What is valid of an object from elsewhere, by finding id; whatever else stands in it is counted and dropped. */
export function explanationsOf(value: unknown): { valid: Explanations; invalid: number } {
  if (!isRecord(value)) return { valid: {}, invalid: isGiven(value) ? 1 : 0 };
  const entries = Object.entries(value);
  const valid = entries.slice(0, mostExplanations).flatMap(([id, stored]) => {
    const explanation = /^[0-9a-z]{1,40}$/.test(id) ? explanationFrom(stored) : null;
    return explanation ? [[id, explanation] as const] : [];
  });
  return { valid: Object.fromEntries(valid), invalid: entries.length - valid.length };
}

/** Version 1 kept the bare words; they were given for figures nobody knows any more. */
function explanationFrom(stored: unknown): Explanation | null {
  const from: Record<string, unknown> | null = typeof stored === 'string' ? { text: stored } : isRecord(stored) ? stored : null;
  if (from === null || typeof from.text !== 'string' || from.text.trim() === '') return null;
  const text = (value: unknown, longest: number): string => (typeof value === 'string' ? plain(value).slice(0, longest) : '');
  const date = text(from.date, 10);
  return {
    text: text(from.text, longestExplanation),
    by: text(from.by, longestName),
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '',
    figures: text(from.figures, longestFigures),
    isTheirs: from.isTheirs === true,
  };
}

/** Without controls and direction marks, with which words could pass themselves off as others. */
const plain = (value: string): string => value.replace(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, ' ');
