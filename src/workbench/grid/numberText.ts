import { remembered } from '../../audit/remembered';
import { groupThousands, trimEndOf, type CellInput } from '../../audit/workbook';

/** Excel shows no more; a number's text has no more than 100. */
const MOST_DECIMALS = 30;

/** A number format cut to what budget tables use. */
interface NumberPattern {
  /** At most, and those that are shown whatever they are. */
  readonly decimals: number;
  readonly fixed: number;
  readonly thousands: boolean;
  readonly percent: boolean;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a grid shows for a cell: numbers by their format, everything else as it stands. */
export function displayText(content: CellInput, format: string): string {
  switch (content.kind) {
    case 'number':
      return numberText(content.value, format);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    default:
      return content.value;
  }
}

/** General, 0, 0.00, #,##0.00, percentages, dates and the ";"-sections of Excel; what is unknown is shown as General. */
export function numberText(value: number, format: string): string {
  if (format === '' || format === 'General' || format === '@') return general(value);
  if (isDate(format)) return dateText(value);
  const sections = format.split(';');
  // A "?" only keeps room for a digit; without 0 or # the section shows its text alone.
  const zero = value === 0 && sections.length > 2 ? bare(sections[2]) : null;
  if (zero !== null && !/[0#]/.test(zero)) return zero.replace(/\?/g, '').trim();
  const negative = value < 0 && sections.length > 1 && sections[1] !== '';
  const pattern = patternOf(negative ? sections[1] : sections[0]);
  if (!pattern) return general(value);
  const shown = pattern.percent ? value * 100 : value;
  const digits = withoutSpareZeros(Math.abs(shown).toFixed(pattern.decimals), pattern.decimals - pattern.fixed);
  const [whole, fraction] = digits.split('.');
  const grouped = pattern.thousands ? groupThousands(whole) : whole;
  const sign = shown < 0 && !negative && Number(digits) !== 0 ? '-' : '';
  return `${sign}${pattern.prefix}${grouped}${fraction === undefined ? '' : `.${fraction}`}${pattern.percent ? '%' : ''}${pattern.suffix}`;
}

function withoutSpareZeros(digits: string, spare: number): string {
  let end = digits.length;
  for (let i = 0; i < spare && digits[end - 1] === '0'; i++) end--;
  return digits.slice(0, digits[end - 1] === '.' ? end - 1 : end);
}

function general(value: number): string {
  // Eleven significant digits, as Excel shows in a General cell.
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(11)));
}

// A sheet has a few formats and thousands of cells.
const patternOf = remembered((section: string): NumberPattern | null => {
  const text = bare(section);
  const match = /([#0?][#0?,]*)(?:\.([0#?]*))?/.exec(text);
  if (!match) return null;
  const after = text.slice(match.index + match[0].length);
  return {
    decimals: Math.min((match[2] ?? '').length, MOST_DECIMALS),
    fixed: Math.min(trimEndOf(match[2] ?? '', '#').length, MOST_DECIMALS),
    thousands: match[1].includes(','),
    percent: text.includes('%'),
    prefix: text.slice(0, match.index).replace(/[%*]/g, '').trim(),
    suffix: after.replace(/[%*]/g, '').trim(),
  };
});

/** Without colours, conditions, paddings and fill characters; quoted text stays. */
function bare(section: string): string {
  return section
    .replace(/\[(\$([^\][-]*))(-[^\][]*)?\]/g, '$2')
    .replace(/\[[^\][]*\]/g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/"([^"]*)"/g, '$1');
}

const isDate = remembered((format: string): boolean => {
  const text = format.replace(/"[^"]*"/g, '').replace(/\[[^\][]*\]/g, '').replace(/\\./g, '');
  return /[ymdhs]/i.test(text) && !/[0#?]/.test(text);
});

/** Excel's day number → 2024-03-01. Day 60 is the 29 February 1900 that never was. */
function dateText(value: number): string {
  if (value < 0 || value > 2_958_465) return general(value);
  const day = Math.floor(value) - (value >= 60 ? 25_569 : 25_568);
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
