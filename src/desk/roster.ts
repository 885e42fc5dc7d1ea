import { bareName } from '../audit/between/names';
import { normaliseText } from '../audit/workbook';
import { byPath, compare } from './standings';
import type { Submission } from './model';

/** A unit that has to hand in. At least one of both is there. */
export interface RosterEntry {
  readonly name: string;
  /** 单位编码; "" where the roster gives none. */
  readonly code: string;
  /** The department whose own workbook lists the unit; absent in a list written by hand. */
  readonly department?: string;
}

/** What no roster can be made of: columns that are no list of units, a disclosure workbook that lists none, neither workbook nor text, or nothing at all. */
export interface RosterProblem {
  readonly kind: 'empty' | 'unknownColumns' | 'noUnits' | 'notText';
  readonly columns: readonly string[];
}

export interface RosterResult {
  /** A unit of the roster and the files of it. */
  readonly present: readonly { readonly entry: RosterEntry; readonly submissions: readonly Submission[] }[];
  readonly missing: readonly RosterEntry[];
  /** Files of no unit of the roster. */
  readonly unlisted: readonly Submission[];
}

/** Heads of the two columns as they are printed, in half width and without blanks. */
const NAME_HEADS: ReadonlySet<string> = new Set(['单位名称', '预算单位名称', '预算单位', '部门名称', '单位', '名称', '部门', '部门(单位)名称', '单位(部门)名称', '机构名称', '单位全称', 'unit', 'name', 'unitname']);
const CODE_HEADS: ReadonlySet<string> = new Set(['单位编码', '单位代码', '预算单位编码', '预算单位代码', '部门编码', '部门代码', '编码', '代码', '机构代码', '统一社会信用代码', 'code', 'unitcode']);
/** Rows that name no unit. */
const NO_UNIT: ReadonlySet<string> = new Set(['合计', '总计', '小计', '']);
/** A head stands within the first rows; what stands deeper is no roster. */
const DEEPEST_HEAD = 20;
/** Names of the columns that a sentence repeats. */
const MOST_COLUMNS = 8;
/** Fewer characters are found in any path. */
const SHORTEST_CODE = 3;

/** Reads a 名册: rows of texts below a head with 单位名称 or 单位编码. A single column of texts needs no head. */
export function rosterOf(rows: readonly (readonly string[])[]): readonly RosterEntry[] | RosterProblem {
  const filled = rows.map((row) => row.map((text) => text.trim())).filter((row) => row.some((text) => text !== ''));
  if (filled.length === 0) return { kind: 'empty', columns: [] };
  const used = new Set(filled.flatMap((row) => row.flatMap((text, column) => (text === '' ? [] : [column]))));
  const head = filled.slice(0, DEEPEST_HEAD).findIndex((row) => row.some((text) => NAME_HEADS.has(headOf(text)) || CODE_HEADS.has(headOf(text))));
  if (head < 0 && used.size > 1) return { kind: 'unknownColumns', columns: filled[0].filter((text) => text !== '').slice(0, MOST_COLUMNS) };
  const [only] = used;
  const nameColumn = head < 0 ? only : filled[head].findIndex((text) => NAME_HEADS.has(headOf(text)));
  const codeColumn = head < 0 ? -1 : filled[head].findIndex((text) => CODE_HEADS.has(headOf(text)));
  const entries = new Map<string, RosterEntry>();
  for (const row of filled.slice(head + 1)) {
    const name = row[nameColumn] ?? '';
    const code = row[codeColumn] ?? '';
    if (NO_UNIT.has(normaliseText(name)) && NO_UNIT.has(code)) continue;
    entries.set(`${normaliseText(name)}|${code}`, { name, code });
  }
  return entries.size === 0 ? { kind: 'empty', columns: [] } : [...entries.values()];
}

/**
 * Who has handed in: a file belongs to a unit by the name that stands in it, else by that name without （本级）, （汇总） and the like,
 * else by the name or code in its path. The workbook of a department that the roster was taken from is none of its units' and no stranger.
 * The roster's order stays.
 */
export function compareRoster(roster: readonly RosterEntry[], submissions: readonly Submission[]): RosterResult {
  const isWhole = departmentOf(roster);
  const files = submissions.filter((one) => !isWhole(one));
  const byUnit = groupedBy(files, ({ unit }) => (unit === null ? '' : normaliseText(unit)));
  const taken = new Set<string>();
  const take = (found: readonly Submission[]): readonly Submission[] => {
    for (const one of found) taken.add(one.file.path);
    return [...found].sort(byPath);
  };
  const exact = roster.map((entry) => take(byUnit.get(normaliseText(entry.name)) ?? []));
  const byBareName = groupedBy(files.filter(({ file }) => !taken.has(file.path)), ({ unit }) => (unit === null ? '' : bareName(unit)));
  const named = roster.map((entry, i) => (exact[i].length > 0 ? exact[i] : take((byBareName.get(bareName(entry.name)) ?? []).filter(({ file }) => !taken.has(file.path)))));
  // Only files that no name claims: a department's folder bears its name and holds its units.
  const rest = files.filter(({ file }) => !taken.has(file.path)).map((one) => ({ one, path: normaliseText(one.file.path) }));
  const rows = roster.map((entry, i) => ({ entry, submissions: named[i].length > 0 ? named[i] : take(rest.filter(({ one, path }) => !taken.has(one.file.path) && isOf(path, entry)).map(({ one }) => one)) }));
  return {
    present: rows.filter(({ submissions: found }) => found.length > 0),
    missing: rows.filter(({ submissions: found }) => found.length === 0).map(({ entry }) => entry),
    unlisted: files.filter(({ file }) => !taken.has(file.path)).sort((a, b) => compare(a.file.path, b.file.path)),
  };
}

/** Whether a file is that of the department whose units the roster lists; a department of one unit hands in one workbook for both. */
function departmentOf(roster: readonly RosterEntry[]): (one: Submission) => boolean {
  const names = new Set(roster.length < 2 ? [] : roster.flatMap(({ department }) => (department === undefined ? [] : [bareName(department)])));
  return ({ level, unit }) => level === 'department' && unit !== null && names.has(bareName(unit));
}

/** By a key; files of the key "" belong to nobody. */
function groupedBy(files: readonly Submission[], keyOf: (one: Submission) => string): ReadonlyMap<string, readonly Submission[]> {
  const groups = new Map<string, Submission[]>();
  for (const one of files) {
    const key = keyOf(one);
    if (key === '') continue;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** A code counts as a whole number only: 101001 is not found in 1010011. */
function isOf(path: string, { name, code }: RosterEntry): boolean {
  const wanted = normaliseText(name);
  if (wanted !== '' && path.includes(wanted)) return true;
  if (code.length < SHORTEST_CODE) return false;
  for (let at = path.indexOf(code); at >= 0; at = path.indexOf(code, at + 1)) {
    if (!isAlphanumeric(path[at - 1]) && !isAlphanumeric(path[at + code.length])) return true;
  }
  return false;
}

const isAlphanumeric = (character: string | undefined): boolean => character !== undefined && /[0-9A-Za-z]/.test(character);
const headOf = (text: string): string => normaliseText(text).toLowerCase();
