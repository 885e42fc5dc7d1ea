import type { Finding, FindingCell } from '../../audit/report/model';
import { alignAmount, type AlignedAmount } from './amounts';

/** One line of a finding's ledger. */
export interface LedgerLine {
  readonly kind: 'term' | 'sum' | 'difference' | 'place';
  readonly side: 'left' | 'right' | null;
  /** "+", "−", "=", "≤", "=−", "−2 ×" or "". */
  readonly operator: string;
  readonly amount: AlignedAmount;
  readonly cell: FindingCell | null;
}

/** A finding as an account: left side, right side, difference; lines share the widths of one column. */
export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** Widest integer part and widest fraction, in characters. */
  readonly integerWidth: number;
  readonly fractionWidth: number;
}

export function ledgerOf(finding: Finding): Ledger {
  const left = finding.cells.filter((cell) => cell.side === 'left');
  const right = finding.cells.filter((cell) => cell.side === 'right');
  const places = finding.cells.filter((cell) => cell.side === undefined);
  const lines: LedgerLine[] = [
    ...side(left, 'left', finding.left, ''),
    ...side(right, 'right', finding.right, finding.relation ? { atMost: '≤', atLeast: '≥' }[finding.relation] : '='),
    ...difference(finding),
    ...places.map((cell): LedgerLine => ({ kind: 'place', side: null, operator: '', amount: alignAmount(cell.value), cell })),
  ];
  const amounts = lines.map((line) => line.amount).filter((amount) => amount.isAmount);
  return {
    lines,
    integerWidth: Math.max(0, ...amounts.map((amount) => amount.integer.length)),
    fractionWidth: Math.max(0, ...amounts.map((amount) => amount.fraction.length)),
  };
}

/** `sign`: before the first term. */
function side(cells: readonly FindingCell[], name: 'left' | 'right', total: string | null, sign: string): LedgerLine[] {
  const terms = cells.map((cell, index): LedgerLine => {
    const operator = operatorOf(cell.coefficient ?? 1, index === 0, sign);
    return { kind: 'term', side: name, operator, amount: alignAmount(cell.value), cell };
  });
  // The sum of a lone term would only say it twice.
  const lone = cells.length === 1 && (cells[0].coefficient ?? 1) === 1;
  if (total === null || cells.length === 0 || lone) return terms;
  return [...terms, { kind: 'sum', side: name, operator: '', amount: alignAmount(total), cell: null }];
}

function difference(finding: Finding): LedgerLine[] {
  if (finding.difference === null) return [];
  return [{ kind: 'difference', side: null, operator: '', amount: alignAmount(finding.difference, true), cell: null }];
}

/** The first term of the right side carries the "=" of the whole, or the "≤". */
function operatorOf(coefficient: number, first: boolean, sign: string): string {
  const equals = first ? sign : '';
  const before = coefficient < 0 ? `${equals}−` : first ? equals : '+';
  const factor = Math.abs(coefficient);
  return factor === 1 ? before : `${before}${factor} ×`;
}
