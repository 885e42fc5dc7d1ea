import { normaliseCode, sectionOfDetail, unitKind } from '../codes';
import type { AllowedPair, Chart, Classification, CodeName, UnitKind } from '../model';
import { messages } from './messages';
import type { CodeVerdict } from './verdict';

/** What an institution's code pays, an organ pays from these 类, and the other way round. */
const COUNTERPARTS: Readonly<Record<string, readonly string[]>> = {
  50501: ['501'],
  50502: ['502'],
  50599: ['501', '502'],
  50601: ['503'],
  50602: ['504'],
};
/** A kind that fewer than this share of a unit's rows use looks like a slip, not like a second staff. */
const SLIP_SHARE = 0.2;

export interface CodePair {
  readonly departmentCode: string | number | null;
  readonly governmentCode: string | number | null;
  readonly year: number;
  readonly chart: Chart;
}

/** C4 for one row; null where the pair is allowed, a code is blank or a 类, or the chart does not know one of them. */
export function judgePair({ departmentCode, governmentCode, year, chart }: CodePair): CodeVerdict | null {
  const department = section('department', departmentCode);
  const government = section('government', governmentCode);
  if (department?.length !== 5 || government === null || !chart.coversYear(year, 'department')) return null;
  const allowed = chart.pairs(department, year);
  const governmentEntry = chart.lookup('government', government, year);
  if (allowed.length === 0 || governmentEntry === null) return null;
  // A table that gives only the 类 of the government code says less, not something else.
  if (allowed.some((pair) => pair.governmentCode.startsWith(government))) return null;
  const targets = allowed.map((pair) => named(chart, pair.governmentCode, year));
  const suggestion = targets.length === 1 ? targets[0] : sameKind(targets, government);
  return {
    rule: 'C4',
    severity: contradictsAll(government, allowed) ? 'error' : 'warning',
    kind: 'pairNotAllowed',
    code: government,
    message: messages.pairNotAllowed(
      chart.lookup('department', department, year) ?? { code: department, name: '' },
      governmentEntry,
      targets,
    ),
    suggestion,
    alternatives: targets.filter((target) => target !== suggestion),
  };
}

function section(classification: Classification, value: string | number | null): string | null {
  const code = normaliseCode(value);
  return code === null ? null : sectionOfDetail(classification, code);
}

/** Certain where the chart is sure of every allowed pair and the code's 类 fits none, not even for the other kind of unit. */
function contradictsAll(government: string, allowed: readonly AllowedPair[]): boolean {
  if (allowed.some((pair) => pair.confidence !== 'high')) return false;
  const top = government.slice(0, 3);
  return !allowed.some(
    ({ governmentCode }) =>
      governmentCode.startsWith(top) ||
      COUNTERPARTS[governmentCode]?.includes(top) ||
      COUNTERPARTS[government]?.includes(governmentCode.slice(0, 3)),
  );
}

function sameKind(targets: readonly CodeName[], government: string): CodeName | null {
  const kind = unitKind(government);
  return kind === null ? null : (targets.find((target) => unitKind(target.code) === kind) ?? null);
}

function named(chart: Chart, code: string, year: number): CodeName {
  return { code, name: chart.lookup('government', code, year)?.name ?? '' };
}

export interface UnitKindVerdict extends CodeVerdict {
  readonly majority: UnitKind;
  /** Indices of the given codes that are of the rarer kind. */
  readonly rows: readonly number[];
}

/**
 * C4 for one unit: are its government codes (a row each, blanks allowed) of one kind? Not to be asked of a 部门 that
 * sums several units. A lone row of the other kind warns; two real staffs in one budget are only a hint.
 */
export function judgeUnitKind(governmentCodes: readonly (string | number | null)[]): UnitKindVerdict | null {
  const rows: Record<UnitKind, number[]> = { organ: [], institution: [] };
  const codes: Record<UnitKind, Set<string>> = { organ: new Set(), institution: new Set() };
  governmentCodes.forEach((value, i) => {
    const code = normaliseCode(value);
    const kind = code === null ? null : unitKind(code);
    if (code === null || kind === null) return;
    rows[kind].push(i);
    codes[kind].add(code);
  });
  if (rows.organ.length === 0 || rows.institution.length === 0) return null;
  const majority: UnitKind = rows.organ.length >= rows.institution.length ? 'organ' : 'institution';
  const minority: UnitKind = majority === 'organ' ? 'institution' : 'organ';
  const share = rows[minority].length / (rows.organ.length + rows.institution.length);
  return {
    rule: 'C4',
    severity: share < SLIP_SHARE ? 'warning' : 'hint',
    kind: 'mixedUnitKinds',
    code: [...codes[minority]][0],
    message: messages.mixedUnitKinds([...codes.organ], [...codes.institution]),
    suggestion: null,
    alternatives: [],
    majority,
    rows: rows[minority],
  };
}
