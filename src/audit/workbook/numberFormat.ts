/** What a number format does to a figure beyond spelling it. */
export interface FormatEffect {
  /** Powers of ten by which the reader sees less than is stored: "#,##0.00," 3, "0!.0000" 4; "0.00%" shows more, -2. */
  readonly scale: number;
  /** The power of the unit that the format itself prints behind the figure: `0!.0,"万元"` 4; null where it prints none. */
  readonly unit: number | null;
  /** The reader sees nothing of the figure: nothing at all (";;;"), or words that are always the same ("—"). */
  readonly isInvisible: boolean;
}

const PLAIN: FormatEffect = { scale: 0, unit: null, isInvisible: false };

/** Units of money that a format may print; 元 alone says nothing of a scale. */
const PRINTED_UNIT = /^[^\d]*?(百万|千|万|亿)元?[^\d]*$/;
const PRINTED_POWERS: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 亿: 8 };
const memo = new Map<string, FormatEffect[]>();

/** The effect of a format on a figure; a format has sections for positive, negative and zero figures. */
export function formatEffect(format: string, value: number): FormatEffect {
  if (format === 'General' || format === '@') return PLAIN;
  let effects = memo.get(format);
  if (!effects) {
    effects = sectionsOf(format).map(effectOf);
    if (memo.size < 10_000) memo.set(format, effects);
  }
  const wanted = value < 0 ? 1 : value === 0 ? 2 : 0;
  return effects[wanted] ?? effects[0] ?? PLAIN;
}

/** Pieces of a section: literal = shown as it is, sign = part of the figure. */
interface Piece {
  readonly text: string;
  readonly isLiteral: boolean;
}

function sectionsOf(format: string): Piece[][] {
  const sections: Piece[][] = [[]];
  const add = (text: string, isLiteral: boolean): void => void sections[sections.length - 1].push({ text, isLiteral });
  for (let i = 0; i < format.length; i++) {
    const sign = format[i];
    if (sign === ';') sections.push([]);
    else if (sign === '"') {
      const end = format.indexOf('"', i + 1);
      add(format.slice(i + 1, end < 0 ? undefined : end), true);
      i = end < 0 ? format.length : end;
    } else if (sign === '\\' || sign === '!') add(format[++i] ?? '', true);
    // "_x" leaves the width of x, "*x" fills with it: neither is a sign of the figure.
    else if (sign === '_' || sign === '*') i++;
    else if (sign === '[') i = Math.max(i, format.indexOf(']', i));
    else add(sign, false);
  }
  return sections;
}

function effectOf(section: readonly Piece[]): FormatEffect {
  const signs = section.filter((p) => p.text !== '');
  const digits = signs.flatMap((p, i) => (!p.isLiteral && /[0#?]/.test(p.text) ? [i] : []));
  // Without a place for a digit, and no date, General or @, words and blanks are all that is shown.
  if (digits.length === 0 && !signs.some((p) => !p.isLiteral && /[a-z@年月日]/i.test(p.text))) return { ...PLAIN, isInvisible: true };
  // Dates, fractions, powers and words are no scaled figures.
  if (digits.length === 0 || signs.some((p) => !p.isLiteral && /[a-z/]/i.test(p.text))) return PLAIN;
  const [first, last] = [digits[0], digits[digits.length - 1]];
  const point = signs.findIndex((p) => !p.isLiteral && p.text === '.');
  const whole = point < 0 ? last : digits.filter((i) => i < point).pop() ?? -1;
  // Commas directly behind the last digit, or behind the last whole digit, divide by a thousand each.
  const thousands = commasAfter(signs, last) + (whole === last ? 0 : commasAfter(signs, whole));
  const drawn = signs.findIndex((p, i) => p.isLiteral && p.text === '.' && i > first && i < last);
  // A drawn point among whole digits: those behind it are digits of the whole number.
  const shifted = drawn < 0 ? 0 : digits.filter((i) => i > drawn && (point < 0 || i < point)).length;
  const percent = signs.some((p) => !p.isLiteral && p.text === '%') ? 2 : 0;
  const printed = PRINTED_UNIT.exec(signs.slice(last + 1).filter((p) => p.isLiteral || /[百千万亿元]/.test(p.text)).map((p) => p.text).join(''));
  return { scale: thousands * 3 + shifted - percent, unit: printed ? PRINTED_POWERS[printed[1]] : null, isInvisible: false };
}

function commasAfter(signs: readonly Piece[], digit: number): number {
  let count = 0;
  for (let i = digit + 1; i < signs.length && !signs[i].isLiteral && signs[i].text === ','; i++) count++;
  return count;
}
