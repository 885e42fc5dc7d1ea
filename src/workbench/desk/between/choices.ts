import { bareName } from '../../../audit/between/names';
import type { Relation } from '../../errands';
import type { DeskRow } from '../deskState';

/** Which units stand behind a department: those selected, those in its folder, all others of the list. */
export type UnitScope = 'selected' | 'folder' | 'all';

export interface Choice {
  /** The older version, the department, last year's; by id. */
  readonly first: number | null;
  /** The newer version, this year's; null for a roll-up, whose units a scope names. */
  readonly second: number | null;
  readonly scope: UnitScope;
}

/** What stands in the fields when they are first seen: what is selected, else what belongs together by itself. */
export function likelyChoice(relation: Relation, rows: readonly DeskRow[], selected: ReadonlySet<number>): Choice {
  const chosen = rows.filter(({ entry }) => selected.has(entry.id));
  if (relation === 'rollup') {
    const head = chosen.find(isDepartment) ?? rows.find(isDepartment) ?? chosen[0] ?? null;
    return { first: head?.entry.id ?? null, second: null, scope: chosen.filter((row) => row !== head).length > 0 ? 'selected' : head && unitsOf('folder', head, rows, selected).length > 0 ? 'folder' : 'all' };
  }
  const [first, second] = (relation === 'versions' ? versionPair(rows, chosen) : yearPair(rows, chosen)) ?? [null, null];
  return { first: first?.entry.id ?? null, second: second?.entry.id ?? null, scope: 'all' };
}

/** The units of a department in the order of the list; copies and older versions are none. */
export function unitsOf(scope: UnitScope, department: DeskRow, rows: readonly DeskRow[], selected: ReadonlySet<number>): readonly DeskRow[] {
  const inFolder = (row: DeskRow): boolean => row.submission.folder === department.submission.folder || row.submission.folder.startsWith(`${department.submission.folder}/`);
  return rows.filter(
    (row) =>
      row !== department && row.submission.standing.kind === 'leading' &&
      (scope === 'all' || (scope === 'selected' ? selected.has(row.entry.id) : inFolder(row))),
  );
}

const isDepartment = ({ submission }: DeskRow): boolean => submission.level === 'department' && submission.standing.kind === 'leading';

type Pair = readonly [DeskRow, DeskRow];

/** Two that are selected, the one changed first as the older; else one that is selected, or any, with its older version. */
function versionPair(rows: readonly DeskRow[], chosen: readonly DeskRow[]): Pair | null {
  if (chosen.length === 2) return inOrder(chosen, ({ submission }) => submission.file.changed);
  for (const row of [...chosen, ...rows]) {
    const { standing } = row.submission;
    if (standing.kind !== 'older') continue;
    const newer = rows.find(({ submission }) => submission.file.path === standing.of);
    if (newer) return [row, newer];
  }
  return null;
}

/** Two that are selected, of one year the budget first; else two years of one unit and form, or the budget and final accounts of one year. */
function yearPair(rows: readonly DeskRow[], chosen: readonly DeskRow[]): Pair | null {
  if (chosen.length === 2) return inOrder(chosen, ({ submission: { year, kind } }) => `${year} ${kind}`);
  for (const now of chosen.length > 0 ? chosen : rows) {
    const { unit, year, kind } = now.submission;
    if (unit === null || year === null) continue;
    const isBefore = ({ submission: other }: DeskRow): boolean =>
      other.unit !== null && bareName(other.unit) === bareName(unit) && other.standing.kind === 'leading' && ((other.year === year - 1 && other.kind === kind) || (other.year === year && other.kind === 'budget' && kind === 'final'));
    const last = rows.find(isBefore);
    if (last) return [last, now];
  }
  return null;
}

function inOrder([a, b]: readonly DeskRow[], value: (row: DeskRow) => string): Pair {
  return value(a) <= value(b) ? [a, b] : [b, a];
}
