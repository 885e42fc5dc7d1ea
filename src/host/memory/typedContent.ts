import type { CellInput, CellPosition } from '../../audit/workbook';
import type { MemoryCell } from './editableSheet';
import type { CellEntry } from './entries';

const FULL_WIDTH = /[０-９．，－＋％]/g;

/**
 * What Excel would make of a text typed into a cell: "425,400.00", "(1,200)", "12%" and full-width digits are numbers,
 * "TRUE" is a boolean, a leading apostrophe forces text, an empty text blanks the cell (null). "=…" is a text here.
 */
export function typedContent(typed: string): CellInput | null {
  if (typed === '') return null;
  if (typed.startsWith("'")) return { kind: 'text', value: typed.slice(1) };
  const number = typedNumber(typed);
  if (number !== null) return { kind: 'number', value: number };
  if (/^(true|false)$/i.test(typed.trim())) return { kind: 'boolean', value: /true/i.test(typed) };
  return { kind: 'text', value: typed };
}

/** A text typed into a cell that holds `now`: "=…" is a formula, and cells of texts formatted as text take digits as text. */
export function typedEntry(cell: CellPosition, typed: string, now: MemoryCell | null): CellEntry {
  const formula = /^[=＝]\s*(\S.*)$/s.exec(typed)?.[1];
  if (formula !== undefined) return { cell, content: { kind: 'text', value: typed }, formula: formula.trim() };
  const takesText = now !== null && now.format === '@' && now.content.kind === 'text';
  return { cell, content: takesText && typed !== '' && !typed.startsWith("'") ? { kind: 'text', value: typed } : typedContent(typed) };
}

function typedNumber(typed: string): number | null {
  const narrow = typed.trim().replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const match = /^([-+]?)(\()?[¥￥]?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d{1,3})?)(%)?(\))?$/i.exec(narrow);
  if (!match) return null;
  const [, sign, open, digits, percent, close] = match;
  if (!/\d/.test(digits) || /^e/i.test(digits) || Boolean(open) !== Boolean(close) || (open && sign)) return null;
  const value = Number(digits.replace(/,/g, ''));
  if (!Number.isFinite(value)) return null;
  return (percent ? value / 100 : value) * (sign === '-' || open ? -1 : 1);
}
