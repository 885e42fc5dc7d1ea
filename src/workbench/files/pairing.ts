/** A workbook that a 公开说明 may belong to. */
export interface PairingCandidate {
  readonly id: number;
  readonly name: string;
  readonly unit: string | null;
  readonly year: number | null;
}

/** Weights: the unit's name decides, then the year, then what the file names share. */
const UNIT = 1000;
const YEAR = 100;
/** Fewer shared characters than this say nothing ("预算"). */
const LEAST_SHARED = 4;

const PROSE_NAME = /\.(docx|pdf|txt|md)$/i;
const stem = (name: string): string => name.replace(/\.[^.]*$/, '');

/** Whether a file is a 公开说明 by its name. */
export const isProseName = (name: string): boolean => PROSE_NAME.test(name);

/** The workbook that a prose file belongs to by unit, year and name; `chosen` where nothing tells. null where none is open. */
export function pairOf(prose: string, candidates: readonly PairingCandidate[], chosen: number | null): number | null {
  if (candidates.length === 0) return null;
  const scored = candidates.map((c) => ({ id: c.id, score: scoreOf(stem(prose), c) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  const isClear = best.score > 0 && best.score > (second?.score ?? 0);
  if (isClear || candidates.length === 1) return best.id;
  return scored.some((s) => s.id === chosen) ? chosen : best.id;
}

function scoreOf(prose: string, { name, unit, year }: PairingCandidate): number {
  const shared = longestShared(prose, stem(name));
  return (unit !== null && prose.includes(unit) ? UNIT : 0) + (year !== null && prose.includes(String(year)) ? YEAR : 0) + (shared >= LEAST_SHARED ? shared : 0);
}

/** Length of the longest run of characters that two names share. */
function longestShared(a: string, b: string): number {
  let longest = 0;
  let row = new Uint16Array(b.length + 1);
  for (const character of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      if (character !== b[j - 1]) continue;
      next[j] = row[j - 1] + 1;
      longest = Math.max(longest, next[j]);
    }
    row = next;
  }
  return longest;
}
