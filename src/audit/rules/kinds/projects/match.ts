import { similarity } from '../../../chart';
import { agrees, isProject, sumOf, type Match, type Performance, type ProjectRow } from './model';

export interface Matching {
  readonly matches: readonly Match[];
  /** Projects that no performance table describes. */
  readonly openProjects: readonly ProjectRow[];
  readonly openSheets: readonly Performance[];
  /** Whether performance tables are kept for (at least half of) the projects, not for chosen ones. */
  readonly isComplete: boolean;
}

/** Categories of other names that a category's table takes in at most, out of so many. */
const MOST_TAKEN_IN = 3;
const MOST_OTHERS = 20;

type Groups = (sheet: Performance) => readonly (readonly ProjectRow[])[];

/**
 * Which rows each performance table describes: a project, a category with all its projects, the rows of one name in all
 * units, a project with its siblings （结转） or （省级）. The surest first: name and money agree; then the name alone; then
 * the money alone, where only one table and one place have it.
 */
export function matchProjects(rows: readonly ProjectRow[], sheets: readonly Performance[]): Matching {
  const byKey = index(rows, (row) => row.key);
  const byBase = index(rows, (row) => row.base);
  const matches: Match[] = [];
  const covered = new Set<number>();
  const open = new Set(sheets);

  const isFree = (row: ProjectRow): boolean => row.leaves.length > 0 && row.leaves.every((leaf) => !covered.has(leaf));
  /** Rows of its very name, and rows of its name without the last brackets. */
  const namesakes = (sheet: Performance): readonly (readonly ProjectRow[])[] => [byKey.get(sheet.key) ?? [], byBase.get(sheet.base) ?? []].map((same) => same.filter(isFree));
  const singles: Groups = (sheet) => namesakes(sheet).flatMap((same) => same.map((row) => [row]));
  const sums: Groups = (sheet) => namesakes(sheet).flatMap((same) => [...byUnit(topmost(same)), topmost(same)]).filter((group) => group.length > 1);
  const take = (sheet: Performance, group: readonly ProjectRow[], kind: Match['kind']): void => {
    matches.push({ sheet, rows: group, kind });
    open.delete(sheet);
    for (const row of group) for (const leaf of row.leaves) covered.add(leaf);
  };

  /** Rows that no table left over is named after. */
  const strangers = (): ProjectRow[] => {
    const claimed = new Set([...open].flatMap((sheet) => namesakes(sheet).flat()).flatMap((row) => row.leaves));
    return rows.filter((row) => isFree(row) && !row.leaves.some((leaf) => claimed.has(leaf)));
  };

  for (const groups of [singles, sums]) {
    for (const sheet of [...open]) {
      const group = groups(sheet).find((candidate) => agrees(candidate, sheet));
      if (group) take(sheet, group, 'agrees');
    }
  }
  for (const sheet of [...open]) {
    const hasNamesake = singles(sheet).length > 0;
    if (hasNamesake || [...open].some((other) => other !== sheet && Math.abs(other.fen - sheet.fen) <= sheet.slack)) continue;
    const group = theOnlyPlace(strangers(), sheet);
    if (group) take(sheet, group, 'otherName');
  }
  for (const sheet of [...open]) {
    const group = widened(closest([...singles(sheet), ...sums(sheet)], sheet), sheet, strangers);
    if (group) take(sheet, group, 'agrees');
  }
  for (const sheet of [...open]) {
    // Without its money nothing tells which of its namesakes it describes: it may be all.
    const isUnreadable = Number.isNaN(sheet.fen);
    const group = isUnreadable ? topmost(namesakes(sheet)[1]) : closest([...singles(sheet), ...sums(sheet)], sheet);
    if (group && group.length > 0) take(sheet, group, isUnreadable ? 'unreadable' : 'otherMoney');
  }
  const projects = rows.filter(isProject);
  const openProjects = projects.filter((row) => !covered.has(row.row));
  const described = projects.length - openProjects.length;
  return { matches, openProjects, openSheets: [...open], isComplete: 2 * Math.max(described, sheets.length) >= projects.length };
}

function index(rows: readonly ProjectRow[], nameOf: (row: ProjectRow) => string): Map<string, ProjectRow[]> {
  const named = new Map<string, ProjectRow[]>();
  for (const row of rows) {
    const same = named.get(nameOf(row));
    if (same) same.push(row);
    else named.set(nameOf(row), [row]);
  }
  return named;
}

/** Without the rows that stand below another one of the list. */
function topmost(rows: readonly ProjectRow[]): ProjectRow[] {
  const isBelow = (row: ProjectRow, other: ProjectRow): boolean => other.row < row.row && row.leaves.every((leaf) => other.leaves.includes(leaf));
  return rows.filter((row) => !rows.some((other) => other !== row && isBelow(row, other)));
}

function byUnit(rows: readonly ProjectRow[]): ProjectRow[][] {
  return [...new Set(rows.map((row) => row.unit))].map((unit) => rows.filter((row) => row.unit === unit));
}

/** The group whose sum is nearest the table's figure; the first where it has none. */
function closest(groups: readonly (readonly ProjectRow[])[], sheet: Performance): readonly ProjectRow[] | undefined {
  const distance = (group: readonly ProjectRow[]): number => Math.abs(sumOf(group) - sheet.fen);
  return groups.reduce<readonly ProjectRow[] | undefined>((best, group) => (best === undefined || distance(group) < distance(best) ? group : best), undefined);
}

/**
 * A category's table may take in categories of other names (物业管理 and 综合管理费): the group with the few others whose sum is
 * exactly what it lacks. Single projects are not tried: among many, some would fit any difference.
 */
function widened(group: readonly ProjectRow[] | undefined, sheet: Performance, strangers: () => readonly ProjectRow[]): readonly ProjectRow[] | undefined {
  if (group === undefined || group.every(isProject)) return undefined;
  const lacking = sheet.fen - sumOf(group);
  const others = onePerPlace(strangers().filter((row) => !isProject(row))).filter((row) => row.fen <= lacking + sheet.slack).slice(0, MOST_OTHERS);
  const search = (from: number, chosen: readonly ProjectRow[]): readonly ProjectRow[] | undefined => {
    if (chosen.length > 0 && agrees([...group, ...chosen], sheet)) return [...group, ...chosen];
    if (chosen.length === MOST_TAKEN_IN) return undefined;
    for (let i = from; i < others.length; i++) {
      if (chosen.some((row) => row.leaves.some((leaf) => others[i].leaves.includes(leaf)))) continue;
      const found = search(i + 1, [...chosen, others[i]]);
      if (found) return found;
    }
    return undefined;
  };
  return search(0, []);
}

/** A category with one category below it is the same place: the upper row stands for both. */
function onePerPlace(rows: readonly ProjectRow[]): ProjectRow[] {
  const places = new Map<string, ProjectRow>();
  for (const row of rows) if (!places.has(row.leaves.join())) places.set(row.leaves.join(), row);
  return [...places.values()];
}

/** The one row, or rows of one name in several units, that carry the table's money; of a category and its only project the one more alike in name. */
function theOnlyPlace(rows: readonly ProjectRow[], sheet: Performance): readonly ProjectRow[] | undefined {
  const sums = [...index(rows, (row) => row.key).values()].map(topmost).filter((group) => group.length > 1);
  const groups = [...rows.map((row) => [row]), ...sums].filter((group) => agrees(group, sheet));
  const places = new Set(groups.map((group) => group.flatMap((row) => row.leaves).join()));
  if (places.size !== 1) return undefined;
  const likeness = (group: readonly ProjectRow[]): number => similarity(group[0].name, sheet.name);
  return groups.reduce((best, group) => (likeness(group) >= likeness(best) ? group : best));
}
