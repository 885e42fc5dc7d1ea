import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import { parseCellAddress } from '../../src/audit/workbook';
import type { Spot } from '../generate/national';

/** Where a fault was reported: at its cell, only at other cells, or not at all. */
export type Verdict = 'found' | 'elsewhere' | 'missed';

export interface Judgement {
  readonly verdict: Verdict;
  /** The first suspect of some cause is the cell itself. */
  readonly named: boolean;
  /** The value proposed for it; null where none is. */
  readonly proposed: string | null;
  readonly fresh: readonly Finding[];
}

/** New errors and warnings after a fault, told by their ids and words from those that were there before. */
export function judge(before: WorkbookReport, after: WorkbookReport, spots: readonly Spot[]): Judgement {
  const known = new Map(before.findings.map((f) => [f.id, `${f.severity} ${f.message}`]));
  const fresh = after.findings.filter((f) => f.severity !== 'hint' && known.get(f.id) !== `${f.severity} ${f.message}`);
  const at = fresh.some((f) => f.cells.some((c) => isAt(c.sheet, c.address, spots)));
  const suspects = after.groups.filter((g) => g.findings.some((id) => fresh.some((f) => f.id === id))).flatMap((g) => g.suspects);
  const suspect = suspects.find((s) => isAt(s.sheet, s.address, spots));
  return { verdict: at ? 'found' : fresh.length > 0 ? 'elsewhere' : 'missed', named: suspect !== undefined, proposed: suspect?.proposed ?? null, fresh };
}

function isAt(sheet: string, address: string, spots: readonly Spot[]): boolean {
  const cell = parseCellAddress(address.replaceAll('$', ''));
  return cell !== null && spots.some((s) => s.sheet === sheet && s.row === cell.row && s.column === cell.column);
}

export const brief = (finding: Finding): string => `${finding.severity} ${finding.rule}: ${finding.message}`;
