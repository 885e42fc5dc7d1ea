import type { Finding, FindingCell } from '../../audit/report/model';

/**
 * What a finding says in one short line, before it is put into words:
 * two figures that differ, a total and its parts, a figure whose counterpart has no row, or the finding's own sentence.
 */
export type Headline =
  | { readonly kind: 'pair'; readonly left: FindingCell; readonly right: FindingCell; readonly difference: string | null }
  | { readonly kind: 'sum'; readonly total: FindingCell; readonly parts: 'children' | 'items'; readonly difference: string | null }
  | { readonly kind: 'sums'; readonly left: FindingCell; readonly leftCount: number; readonly right: FindingCell; readonly rightCount: number; readonly difference: string | null }
  /** A figure beyond what it may be. */
  | { readonly kind: 'limit'; readonly left: FindingCell; readonly leftCount: number; readonly right: FindingCell; readonly rightCount: number; readonly isAbove: boolean; readonly difference: string | null }
  | { readonly kind: 'noRow'; readonly cell: FindingCell }
  | { readonly kind: 'sentence'; readonly text: string };

export function headlineOf(finding: Finding): Headline {
  const { difference, message } = finding;
  const sentence: Headline = { kind: 'sentence', text: message };
  if (finding.left === null || finding.right === null) return sentence;
  const { left, right } = sidesOf(finding);
  if (left.length === 0 && right.length === 0) return sentence;
  if (left.length === 0 || right.length === 0) {
    const there = [...left, ...right];
    return there.length === 1 ? { kind: 'noRow', cell: there[0] } : sentence;
  }
  if (finding.relation) return { ...summed(left, right, difference), kind: 'limit', isAbove: finding.relation === 'atMost' };
  if (left.length > 1 && right.length > 1) return summed(left, right, difference);
  const [lone, others] = left.length === 1 ? [left[0], right] : [right[0], left];
  if (others.length > 1 && others.every((cell) => cell.sheet === lone.sheet) && lone.role === 'total') {
    return { kind: 'sum', total: lone, parts: areChildren(lone, others) ? 'children' : 'items', difference: lone === left[0] ? difference : negated(difference) };
  }
  // Between tables, cells without a figure say nothing: 表4 F13 − 表9 F12 with a blank 表9 F12 is 表4 F13.
  const [a, b] = [filled(left), filled(right)];
  return a.length === 1 && b.length === 1 && plain(a[0]) && plain(b[0]) ? { kind: 'pair', left: a[0], right: b[0], difference } : summed(a, b, difference);
}

/** The two sides; a comparison without sides is one between its subject and the first other figure. */
function sidesOf({ cells }: Finding): { left: readonly FindingCell[]; right: readonly FindingCell[] } {
  const left = cells.filter((cell) => cell.side === 'left');
  const right = cells.filter((cell) => cell.side === 'right');
  if (left.length + right.length > 0) return { left, right };
  const subject = cells.find((cell) => cell.role === 'subject' || cell.role === 'total');
  const other = cells.find((cell) => cell !== subject && (cell.role === 'term' || cell.role === 'same'));
  return subject && other ? { left: [subject], right: [other] } : { left: [], right: [] };
}

function summed(left: readonly FindingCell[], right: readonly FindingCell[], difference: string | null): Extract<Headline, { kind: 'sums' }> {
  return { kind: 'sums', left: left[0], leftCount: left.length, right: right[0], rightCount: right.length, difference };
}

function filled(cells: readonly FindingCell[]): readonly FindingCell[] {
  const some = cells.filter((cell) => cell.value !== '' && Number(cell.value) !== 0);
  return some.length > 0 ? some : cells.slice(0, 1);
}

const plain = (cell: FindingCell): boolean => (cell.coefficient ?? 1) === 1;

/** Codes stand in the labels: 工会经费(30228) is below 商品和服务支出(302), and everything with a code below 合计. */
function areChildren(total: FindingCell, parts: readonly FindingCell[]): boolean {
  const above = codeOf(total);
  return parts.every((cell) => codeOf(cell).length > above.length && codeOf(cell).startsWith(above));
}

const codeOf = (cell: FindingCell): string => /\((\d{3,})\)/.exec(cell.label)?.[1] ?? '';

function negated(difference: string | null): string | null {
  if (difference === null) return null;
  return difference.startsWith('-') ? difference.slice(1) : `-${difference}`;
}
