const width = { digit: 7.6, wide: 14 };

/** Wider than any screen; how much wider a text is, nobody sees. */
const mostWidth = 20_000;
/** The narrowest character and the lowest line, px. */
const least = { character: 2.5, line: 16 };

/** Rows and cells looked at for the sizes of columns and rows; a table shows its widest figures early. */
export const measuredRows = 200;
export const measuredCells = 10_000;

/** Roughly, in px: Chinese characters are twice as wide as digits. Not measured beyond `upTo`. */
export function textWidth(text: string, upTo = mostWidth): number {
  let total = 0;
  for (const character of text) {
    total += character > '\u2e7f' ? width.wide : width.digit;
    if (total > upTo) break;
  }
  return total;
}

/** As much of a text as a box of this size could show: a browser takes long over a text of a whole book, however little of it is in view. */
export function shownText(text: string, boxWidth: number, boxHeight: number): string {
  return text.slice(0, Math.ceil(boxWidth / least.character) * Math.ceil(boxHeight / least.line));
}
