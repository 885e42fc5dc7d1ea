import type { SheetGrid } from '../workbook';
import type { CodeColumns, CodeKind } from './model';

/** A code and the name that may stand behind it in the same cell. */
export interface CodeText {
  readonly code: string;
  readonly name: string;
}

/** Codes of subjects and units are far shorter; longer runs of digits are none. */
const LONGEST_CODE = 40;

/** Splits "[2080505]名称", "50101-名称", "2080505 名称", "名称(2080505)"; the code is "" where the text has none. */
export function splitCode(normalised: string): CodeText {
  if (normalised.endsWith(')') && !isDigit(normalised[0])) return codeBehind(normalised);
  let at = 0;
  const bracket = normalised[0] === '[' || normalised[0] === '(' ? normalised[0] : '';
  if (bracket) at = 1;
  const from = at;
  while (isDigit(normalised[at])) at++;
  const code = normalised.slice(from, at);
  if (code.length < 3 || code.length > LONGEST_CODE) return { code: '', name: normalised };
  if (bracket && normalised[at] !== (bracket === '[' ? ']' : ')')) return { code: '', name: normalised };
  if (bracket) at++;
  while (at < normalised.length && '-_.:、'.includes(normalised[at])) at++;
  return { code, name: normalised.slice(at) };
}

/** 公共安全支出(204): only subjects have their codes behind their names; four digits may be a year. */
function codeBehind(normalised: string): CodeText {
  const open = normalised.lastIndexOf('(');
  const code = normalised.slice(open + 1, -1);
  return open > 0 && SUBJECT_LENGTHS.has(code.length) && [...code].every(isDigit) ? { code, name: normalised.slice(0, open) } : { code: '', name: normalised };
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** A column that once was a number elsewhere: 2080108.0, 2101501.00. */
function withoutZeroTail(text: string): string {
  const point = text.indexOf('.');
  if (point < 3 || point !== text.lastIndexOf('.') || point === text.length - 1) return text;
  return [...text.slice(point + 1)].every((char) => char === '0') ? text.slice(0, point) : text;
}

const isSeparator = (char: string | undefined): boolean => char !== undefined && '.-_\'"'.includes(char);
const PLAIN_CODE = /^[0-9A-Za-z]+$/;

/** Digits of a code cell; "" for words. Letters among digits are kept so that code rules can name them. */
export function codeText(normalised: string): string {
  if (normalised.length > LONGEST_CODE * 2) return '';
  // Nearly every cell that is asked is words or a code without signs: both are told without building a string.
  let at = 0;
  while (isSeparator(normalised[at])) at++;
  if (!isDigit(normalised[at])) return '';
  if (PLAIN_CODE.test(normalised)) return normalised.length > LONGEST_CODE ? '' : normalised;
  let compact = withoutZeroTail(normalised);
  // 3.02 is a figure; 208.05.05 is a code.
  const point = compact.indexOf('.');
  if (point >= 0 && point === compact.lastIndexOf('.')) return '';
  compact = compact.split('.').join('').split('-').join('').split('_').join('').split("'").join('').split('"').join('');
  if (compact.length > LONGEST_CODE || !isDigit(compact[0])) return '';
  for (const char of compact) if (!isDigit(char) && !((char >= 'A' && char <= 'Z') || (char >= 'a' && char <= 'z'))) return '';
  return compact;
}

/**
 * Reads the code of a row from one column, or joins it from two or three (208 | 05 | 05). Where the upper parts are left blank
 * they are taken from the row above that carries them; a 款 or 项 of two digits below its 类 (201 / 10 / 2011007) is completed.
 */
export class CodeReader {
  private upper: string[] = [];

  constructor(
    private readonly grid: SheetGrid,
    readonly codes: CodeColumns,
  ) {}

  read(row: number): string {
    const { columns, joined } = this.codes;
    if (joined) return this.single(splitCode(this.grid.norm(row, columns[0])).code || this.part(row));
    if (columns.length === 1) return this.single(withoutZeros(codeText(this.grid.norm(row, columns[0]))) || this.glued(row).code);
    const parts = columns.map((column, i) => padPart(codeText(this.grid.norm(row, column)), i));
    const deepest = lastFilled(parts);
    if (deepest < 0) return '';
    // A form that has nothing to say may be filled with zeros: 合计 | 0 | 0.
    if (parts[0] === '' && this.grid.norm(row, columns[0]) !== '' && parts.every((part) => withoutZeros(part) === '')) return '';
    // A whole code in each of the columns, or in one of them (类 201 | 款 20103 | 项 2010301).
    if (parts[deepest].length > 3) return parts[deepest];
    for (let i = 0; i < deepest; i++) if (parts[i] === '') parts[i] = this.upper[i] ?? '';
    // 款 or 项 alone, and no 类 above: of which subject nobody can say.
    if (parts[0] === '' && isSubject(this.codes.kind)) return '';
    this.upper = parts.slice(0, deepest + 1);
    return this.upper.join('');
  }

  /** The column in which a row's own part of the code stands: the last filled of 类 | 款 | 项. */
  columnOf(row: number): number {
    const { columns } = this.codes;
    for (let i = columns.length - 1; i > 0; i--) if (this.grid.norm(row, columns[i]) !== '') return columns[i];
    return columns[0];
  }

  /** The name that a row of its own has behind its code in the same cell, though the column holds bare codes; "" elsewhere. */
  nameOf(row: number): string {
    return this.codes.columns.length === 1 && codeText(this.grid.norm(row, this.codes.columns[0])) === '' ? this.glued(row).name : '';
  }

  /** “20805 行政事业单位养老支出” in a column of bare codes: two texts of one printed line that came into one cell. */
  private glued(row: number): CodeText {
    const split = isSubject(this.codes.kind) ? splitCode(this.grid.norm(row, this.codes.columns[0])) : NOTHING;
    return SUBJECT_LENGTHS.has(split.code.length) && split.name !== '' && !isDigit(split.name[0]) ? split : NOTHING;
  }

  /** A 款 of two digits that stands by itself among codes with their names. */
  private part(row: number): string {
    const bare = codeText(this.grid.norm(row, this.codes.columns[0]));
    return bare.length === 2 && this.upper.length > 0 ? bare : '';
  }

  /** In one column 款 codes may have two digits: 201, 10, 2011007. */
  private single(code: string): string {
    if (!isSubject(this.codes.kind)) return code;
    if (code.length === 3) this.upper = [code];
    else if (code.length === 2 && this.upper.length > 0) return this.upper[0] + code;
    return code;
  }
}

const NOTHING: CodeText = { code: '', name: '' };

/** 类, 款 and 项; economic details of seven digits. */
const SUBJECT_LENGTHS: ReadonlySet<number> = new Set([3, 5, 7]);

const isSubject = (kind: CodeKind): boolean => kind === 'function' || kind === 'department' || kind === 'government';

function lastFilled(parts: readonly string[]): number {
  for (let i = parts.length - 1; i >= 0; i--) if (parts[i] !== '') return i;
  return -1;
}

/** "" for zeros alone: a form filled with them has no code there. */
const withoutZeros = (code: string): string => ([...code].every((char) => char === '0') ? '' : code);

/** 款 and 项 have two digits; a number 5 in their column means 05. */
function padPart(part: string, index: number): string {
  return index > 0 && part.length === 1 ? `0${part}` : part;
}
