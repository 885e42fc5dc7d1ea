const width = { digit: 7.6, wide: 14 };

/** Rows looked at for the sizes of columns and rows; a table shows its widest figures early. */
export const measuredRows = 200;

/** Roughly, in px: Chinese characters are twice as wide as digits. */
export function textWidth(text: string): number {
  let total = 0;
  for (const character of text) total += character > '\u2e7f' ? width.wide : width.digit;
  return total;
}
