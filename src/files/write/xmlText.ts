/**
 * Text as XML character data or attribute value. What XML cannot carry (controls, lone surrogates, carriage returns)
 * and what would read as such an escape becomes `_xHHHH_`, so that reading gives back exactly the same text.
 */
export function xmlText(text: string): string {
  const escaped = NEEDS_ESCAPE.test(text) ? text.replace(ESCAPES, (found) => (found === '_' ? '_x005F_' : escapeUnit(found))) : text;
  return /[&<>"]/.test(escaped) ? escaped.replace(/[&<>"]/g, (c) => ENTITIES[c as keyof typeof ENTITIES]) : escaped;
}

/** ` xml:space="preserve"` where white space at an end would be lost otherwise. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;
const SURROGATE = '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const CONTROL = '[\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]';
const NEEDS_ESCAPE = new RegExp(`_x|${CONTROL}|${SURROGATE}`);
const ESCAPES = new RegExp(`_(?=x[0-9A-Fa-f]{4})|${CONTROL}|${SURROGATE}`, 'g');

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
