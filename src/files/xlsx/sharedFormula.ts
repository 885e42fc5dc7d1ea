import { MAX_COLUMNS, MAX_ROWS, columnName } from '../../audit/workbook';

/** A formula cut at its cell references, so that it can be written for other cells. */
export type FormulaTemplate = readonly (string | Reference)[];

/** One end of a reference; row or column is -1 where it names a whole column or row. Zero-based. */
interface Reference {
  readonly row: number;
  readonly column: number;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

/** Cuts a formula (without "="). Texts, sheet names, structured references, functions and names stay as they are. */
export function formulaTemplate(formula: string): FormulaTemplate {
  const parts: (string | Reference)[] = [];
  let literal = '';
  let at = 0;
  const keep = (to: number): void => {
    literal += formula.slice(at, to);
    at = to;
  };
  const cut = (reference: Reference, to: number): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(reference);
    at = to;
  };
  while (at < formula.length) {
    const c = formula[at];
    if (c === '"' || c === "'") keep(afterQuoted(formula, at, c));
    else if (c === '[') keep(afterBrackets(formula, at));
    else if (!isWordUnit(formula.charCodeAt(at))) keep(at + 1);
    else {
      const end = afterWord(formula, at);
      const next = formula[end];
      const cell = next === '(' || next === '!' || next === '[' ? null : cellReference(formula.slice(at, end));
      if (cell) cut(cell, end);
      else if (next !== ':') keep(end);
      else {
        const secondEnd = afterWord(formula, end + 1);
        const follows = formula[secondEnd];
        const range = follows === '(' || follows === '!' ? null : wholeRange(formula.slice(at, end), formula.slice(end + 1, secondEnd));
        if (range) {
          cut(range[0], end);
          keep(end + 1);
          cut(range[1], secondEnd);
        } else keep(end);
      }
    }
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

/** The formula as it reads `rows` further down and `columns` further right; beyond the sheet's edge "#REF!". */
export function expandTemplate(template: FormulaTemplate, rows: number, columns: number): string {
  // Joined at once: a text grown piece by piece keeps every piece.
  return template.map((part) => (typeof part === 'string' ? part : referenceText(part, rows, columns))).join('');
}

function referenceText(reference: Reference, rows: number, columns: number): string {
  let text = '';
  if (reference.column >= 0) {
    const column = reference.isColumnFixed ? reference.column : reference.column + columns;
    if (column < 0 || column >= MAX_COLUMNS) return '#REF!';
    text += (reference.isColumnFixed ? '$' : '') + columnName(column);
  }
  if (reference.row >= 0) {
    const row = reference.isRowFixed ? reference.row : reference.row + rows;
    if (row < 0 || row >= MAX_ROWS) return '#REF!';
    text += (reference.isRowFixed ? '$' : '') + String(row + 1);
  }
  return text;
}

function afterQuoted(formula: string, from: number, quote: string): number {
  for (let p = formula.indexOf(quote, from + 1); p >= 0; p = formula.indexOf(quote, p + 2)) {
    if (formula[p + 1] !== quote) return p + 1;
  }
  return formula.length;
}

/** Behind `[…]` with nested brackets; within them "'" escapes the next character. */
function afterBrackets(formula: string, from: number): number {
  let depth = 0;
  for (let p = from; p < formula.length; p++) {
    if (formula[p] === "'") p++;
    else if (formula[p] === '[') depth++;
    else if (formula[p] === ']' && --depth === 0) return p + 1;
  }
  return formula.length;
}

function afterWord(formula: string, from: number): number {
  let p = from;
  while (p < formula.length && isWordUnit(formula.charCodeAt(p))) p++;
  return p;
}

/** Letters, digits, "$", ".", "?", "\", "_" and everything beyond ASCII: what a name or reference may consist of. */
function isWordUnit(c: number): boolean {
  return (
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0x30 && c <= 0x39) ||
    c === 0x24 ||
    c === 0x2e ||
    c === 0x3f ||
    c === 0x5c ||
    c === 0x5f ||
    c > 0x7f
  );
}

function cellReference(word: string): Reference | null {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/.exec(word);
  if (!match) return null;
  const column = columnIndex(match[2]);
  const row = Number(match[4]) - 1;
  if (column >= MAX_COLUMNS || row >= MAX_ROWS) return null;
  return { row, column, isRowFixed: match[3] === '$', isColumnFixed: match[1] === '$' };
}

function wholeRange(first: string, second: string): readonly [Reference, Reference] | null {
  const a = wholeColumn(first) ?? wholeRow(first);
  const b = wholeColumn(second) ?? wholeRow(second);
  return a && b && a.row < 0 === b.row < 0 ? [a, b] : null;
}

function wholeColumn(word: string): Reference | null {
  const match = /^(\$?)([A-Za-z]{1,3})$/.exec(word);
  const column = match ? columnIndex(match[2]) : MAX_COLUMNS;
  return match && column < MAX_COLUMNS ? { row: -1, column, isRowFixed: false, isColumnFixed: match[1] === '$' } : null;
}

function wholeRow(word: string): Reference | null {
  const match = /^(\$?)([1-9]\d{0,6})$/.exec(word);
  const row = match ? Number(match[2]) - 1 : MAX_ROWS;
  return match && row < MAX_ROWS ? { row, column: -1, isRowFixed: match[1] === '$', isColumnFixed: false } : null;
}

function columnIndex(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + ((letters.charCodeAt(i) & 0xdf) - 64);
  return column - 1;
}
