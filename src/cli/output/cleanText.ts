/** Characters that could rewrite a terminal or turn the direction of a line: controls, separators of lines, direction marks. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const UNSAFE_IN_LINES = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from files on one line and without what could rewrite a terminal. */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, ' ');
}

/** The same for output of many lines: only its line feeds stay. What is printed or written passes here once. */
export function cleanLines(text: string): string {
  return text.replace(UNSAFE_IN_LINES, ' ');
}

/** Those of them that JSON does not escape by itself; one class without properties, since every report passes here. */
const UNSAFE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON of the same meaning in which those characters stand as escapes. */
export function cleanJson(value: unknown): string {
  return `${escapedJson(value)}\n`;
}

/** The same without the line feed at its end. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE_IN_JSON, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
