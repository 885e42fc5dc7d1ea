/** What the classes of a page do to cells and lines, as far as a reader of figures cares. */
export interface HtmlStyles {
  /** Classes whose cells hold texts, whatever they look like (mso-number-format "\@"). */
  readonly texts: ReadonlySet<string>;
  /** Classes that hide what has them. */
  readonly hidden: ReadonlySet<string>;
}

/** The <style> of a page that Excel saved is a few thousand characters long. */
const LONGEST = 200_000;

const RULE = /\.([\w-]+)\s*\{([^{}]*)\}/g;
const TEXT = /mso-number-format\s*:\s*["']?\\@/i;
const HIDDEN = /display\s*:\s*none|(?<![\w-])(?:height|width)\s*:\s*0(?![.\d])/i;
const CLASS = /\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** Reads the text of a <style> into the classes known so far. */
export function withStyle(known: HtmlStyles, css: string): HtmlStyles {
  const [texts, hidden] = [new Set(known.texts), new Set(known.hidden)];
  for (const [, name, body] of css.slice(0, LONGEST).matchAll(RULE)) {
    if (TEXT.test(body)) texts.add(name);
    if (HIDDEN.test(body)) hidden.add(name);
  }
  return { texts, hidden };
}

export const isTextCell = (attributes: string, { texts }: HtmlStyles): boolean =>
  /\bx:str\b/i.test(attributes) || TEXT.test(attributes) || classesOf(attributes).some((name) => texts.has(name));

/** Of a row or column: not displayed, or without height or width. */
export const isHiddenLine = (attributes: string, { hidden }: HtmlStyles): boolean =>
  HIDDEN.test(attributes) || /\b(?:width|height)\s*=\s*["']?0(?![.\d])/i.test(attributes) || classesOf(attributes).some((name) => hidden.has(name));

function classesOf(attributes: string): string[] {
  const match = CLASS.exec(attributes);
  return match ? (match[1] ?? match[2] ?? match[3]).split(/\s+/) : [];
}
