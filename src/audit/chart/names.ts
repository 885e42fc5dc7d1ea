/** Width, brackets, quotes, spaces and punctuation: what a difference between two printings of one name consists of. */
const INSIGNIFICANT = /[\s\u200b-\u200d\ufeff()[\]{}<>《》〈〉【】〔〕「」『』“”"'‘’`´、,，.。·•:：;；\-‐‑–—_]/g;
const LEVEL_MARK = /[（([【]\s*[类款项目]\s*[)）\]】]\s*$/;
/** A code printed in front of the name: "[2080505]机关…", "2080505-机关…". */
const LEADING_CODE = /^\s*[[(（【]?\s*[1-5]\d{2}(?:\d{2}){0,2}\s*[\])）】]?\s*[-—_:：]?\s*/;

/** Two names with the same key are the same name. */
export function nameKey(name: string): string {
  return name.replace(LEVEL_MARK, '').normalize('NFKC').replace(LEADING_CODE, '').replace(INSIGNIFICANT, '');
}

/**
 * Two names with the same near key differ only in the small words people drop or add:
 * 的, 与/和/及/以及, 费/费用, a closing 支出.
 */
export function nearKey(name: string): string {
  const key = nameKey(name)
    .replace(/费用/g, '费')
    .replace(/以及|与|和|及|的/g, '');
  const bare = key.replace(/(?:支出)+$/, '');
  return bare === '' ? key : bare;
}

/** How alike two names are, 0…1: shared pairs of neighbouring characters (Dice's coefficient). */
export function similarity(a: string, b: string): number {
  const left = characterPairs(nameKey(a));
  const right = characterPairs(nameKey(b));
  if (left.length === 0 || right.length === 0) return 0;
  const total = left.length + right.length;
  let shared = 0;
  for (const pair of left) {
    const at = right.indexOf(pair);
    if (at < 0) continue;
    right.splice(at, 1);
    shared++;
  }
  return (2 * shared) / total;
}

function characterPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
