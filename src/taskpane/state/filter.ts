import type { Finding } from '../../audit/report/model';
import { formatAmount } from './amounts';
import type { View } from './model';

/** Whether a finding passes the filters and holds every word searched for. `table`: which table it belongs to, by `tableKey`. */
export function matches(finding: Finding, view: Pick<View, 'severity' | 'table' | 'outcome' | 'rule' | 'query'>, table: (finding: Finding) => string): boolean {
  if (view.severity !== null && finding.severity !== view.severity) return false;
  if (view.table !== null && table(finding) !== view.table) return false;
  if (view.outcome !== null && finding.outcome !== view.outcome) return false;
  if (view.rule !== null && finding.rule !== view.rule) return false;
  const words = view.query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searchText(finding);
  return words.every((word) => text.includes(word));
}

export function isFiltered(view: View): boolean {
  return view.severity !== null || view.table !== null || view.outcome !== null || view.rule !== null || view.query.trim() !== '';
}

/** Amounts can be searched with and without thousands separators. */
function searchText(finding: Finding): string {
  const parts = [finding.message, finding.rule];
  for (const cell of finding.cells) {
    parts.push(`${cell.sheet} ${cell.address} ${cell.sheet}!${cell.address}`, cell.label, cell.value, formatAmount(cell.value));
  }
  return parts.join('\n').toLowerCase();
}
