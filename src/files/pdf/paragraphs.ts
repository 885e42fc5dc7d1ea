import type { TextLine } from './lines';

/** A line is full where it ends within so many letters of the longest. */
const FULL_WITHIN = 2.5;
/** A line begins a paragraph where it is indented by so many letters. */
const INDENT = 1.2;
/** Lines further apart than this many times the usual distance belong to different paragraphs. */
const WIDE = 1.6;
const ENDS = /[。；：！？;:!?]$/;

/** Lines joined to paragraphs: a line goes on in the next where it is full and the next is not indented. */
export function paragraphsOf(lines: readonly TextLine[]): string[] {
  const prose = lines.filter((line) => !line.isRow);
  const right = Math.max(0, ...prose.map((line) => line.right));
  const left = Math.min(Infinity, ...prose.map((line) => line.left));
  const distances = prose.slice(1).map((line, i) => prose[i].y - line.y).filter((d) => d > 0).sort((a, b) => a - b);
  const usual = distances[distances.length >> 1] ?? 0;
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const goesOn =
      before !== undefined && !before.isRow && !line.isRow && right - before.right <= before.height * FULL_WITHIN && line.left - left < line.height * INDENT &&
      before.y - line.y <= usual * WIDE && !(ENDS.test(before.text) && right - before.right > before.height);
    if (goesOn) paragraphs[paragraphs.length - 1] += line.text;
    else paragraphs.push(line.text);
  });
  return paragraphs;
}
