import { remembered } from '../remembered';
import { comparedName, foldText, withoutEnding } from '../workbook';

/** Brackets, quotes and punctuation of a folded name: what a difference between two printings of one name consists of. */
const INSIGNIFICANT = /[()[\]{}<>《》〈〉【】〔〕「」『』“”"'‘’`´、,，.。·•:：;；\-‐‑–—_]/g;
const LEVEL_MARK = /[([【][类款项目][)\]】]$/;
/** A code printed in front of the name: "[2080505]机关…", "2080505-机关…". */
const LEADING_CODE = /^[[(【]?[1-5]\d{2}(?:\d{2}){0,2}[\])】]?[-—_:]?/;

/** Two names with the same key are the same name. Names above `LONGEST_NAME` are compared by their beginning. */
export const nameKey: (name: string) => string = remembered((name) => foldText(comparedName(name)).replace(LEVEL_MARK, '').replace(LEADING_CODE, '').replace(INSIGNIFICANT, ''));

/**
 * Two names with the same near key differ only in the small words people drop or add:
 * 的, 与/和/及/以及, 费/费用, a closing 支出.
 */
export const nearKey: (name: string) => string = remembered((name) => {
  const key = nameKey(name)
    .replace(/费用/g, '费')
    .replace(/以及|与|和|及|的/g, '');
  const bare = withoutEnding(key, '支出');
  return bare === '' ? key : bare;
});

/** How alike two names are, 0…1: shared pairs of neighbouring characters (Dice's coefficient). */
export function similarity(a: string, b: string): number {
  const left = characterPairs(nameKey(a));
  const right = characterPairs(nameKey(b));
  if (left.length === 0 || right.length === 0) return 0;
  const open = new Map<string, number>();
  for (const pair of right) open.set(pair, (open.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of left) {
    const times = open.get(pair) ?? 0;
    if (times === 0) continue;
    open.set(pair, times - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

function characterPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
