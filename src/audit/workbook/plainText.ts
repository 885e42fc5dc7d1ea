/** Work on the ends of texts in one pass, where a regular expression would try every place ("支出支出支出…" to its end). */

/** Names are compared by this many characters; no body, account or project has a longer one. */
export const LONGEST_NAME = 200;

/** The part of a name that is compared. */
export function comparedName(name: string): string {
  return name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name;
}

/** A name as messages show it: a longer one by its beginning. */
export function shownName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** Without the closing characters that are among `characters`. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

/** Without the word at its end, however often it stands there. */
export function withoutEnding(text: string, word: string): string {
  let end = text.length;
  while (end >= word.length && text.startsWith(word, end - word.length)) end -= word.length;
  return text.slice(0, end);
}

/** "1234567" → "1,234,567". */
export function groupThousands(digits: string): string {
  const first = digits.length % 3 || 3;
  let grouped = digits.slice(0, first);
  for (let at = first; at < digits.length; at += 3) grouped += `,${digits.slice(at, at + 3)}`;
  return grouped;
}

/** "-1234.50" → "-1,234.50"; what is no plain decimal stays as it is. */
export function groupedDecimal(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  return match === null ? text : `${match[1]}${groupThousands(match[2])}${match[3] ?? ''}`;
}
