import type { Severity } from '../../severity';
import { isTreasuryBondCode, parentCode, TREASURY_BONDS_NAME } from '../codes';
import type { Chart, ChartEntry, Classification, CodeName } from '../model';
import { nameKey, nearKey } from '../names';
import { withoutAncestor } from './ancestors';
import { messages } from './messages';
import type { CodeVerdict } from './verdict';

/** The names that the last two digits of a 项 bear under every 款 that has them. */
const USUAL_NAMES: Readonly<Record<string, string>> = {
  '01': '行政运行',
  '02': '一般行政管理事务',
  '03': '机关服务',
  '50': '事业运行',
};
/** A year this far beyond the recalled boundary is no matter of a year more or less. */
const CLEAR_DISTANCE = 2;
/** Old codes linger: those of 2020 were still printed in 2022. */
const LINGERING_YEARS = 2;

/** C1: what to say about a code of the right form that the year's chart does not hold; null where nothing. */
export function judgeMissing(
  chart: Chart,
  classification: Classification,
  code: string,
  name: string | null,
  year: number,
): CodeVerdict | null {
  if (chart.isOfficial(classification, code, year)) {
    return missing(chart, classification, code, name, year, 'notInOfficial', 'error');
  }
  if (isTreasuryBondCode(classification, code, year)) return judgeTreasuryBonds(code, name);
  const ofOtherYears = nearestInTime(chart.inOtherYears(classification, code), year);
  if (ofOtherYears !== null) return judgeOtherYears(chart, ofOtherYears, year);
  // The income chart goes down to 款 only; 项 and 目 under a known 款 are beyond it.
  if (classification === 'income' && code.length > 5 && chart.lookup('income', code.slice(0, 5), year) !== null) return null;
  if (hasUsualName(chart, classification, code, name, year)) {
    const message = messages.unlistedUsual(code, year);
    return { rule: 'C1', severity: 'hint', kind: 'unlistedUsual', code, message, suggestion: null, alternatives: [] };
  }
  return missing(chart, classification, code, name, year, 'unlisted', 'warning');
}

function missing(
  chart: Chart,
  classification: Classification,
  code: string,
  name: string | null,
  year: number,
  kind: 'unlisted' | 'notInOfficial',
  severity: Severity,
): CodeVerdict {
  const near = chart.nearest(classification, code, year);
  const named = bestNamed(name === null ? [] : chart.codesByName(classification, name, year), near, code);
  const successor = kind === 'notInOfficial' ? chart.counterpart(classification, code, year) : null;
  const suggestion = named ?? successor;
  return {
    rule: 'C1',
    severity,
    kind,
    code,
    message: messages[kind](code, year, suggestion, near),
    suggestion: suggestion ?? near[0] ?? null,
    alternatives: near.filter((entry) => entry.code !== (suggestion ?? near[0]).code),
  };
}

/** Of the codes that bear the name: one that is a slip away, or the only one under the same 款 or at all. */
function bestNamed(named: readonly ChartEntry[], near: readonly CodeName[], code: string): CodeName | null {
  const sameLevel = named.filter((entry) => entry.code.length === code.length);
  const slip = sameLevel.find((entry) => near.some((candidate) => candidate.code === entry.code));
  if (slip !== undefined) return slip;
  const siblings = sameLevel.filter((entry) => parentCode(entry.code) === parentCode(code));
  if (siblings.length === 1) return siblings[0];
  return sameLevel.length === 1 ? sameLevel[0] : null;
}

function judgeOtherYears(chart: Chart, entry: ChartEntry, year: number): CodeVerdict {
  const counterpart = chart.counterpart(entry.classification, entry.code, year);
  const isFar = yearsAway(entry, year) >= CLEAR_DISTANCE;
  const isProved =
    isFar &&
    (year < entry.fromYear || yearsAway(entry, year) > LINGERING_YEARS) &&
    entry.basis === 'seen' &&
    counterpart !== null &&
    counterpart.seen !== null &&
    counterpart.seen.first <= year &&
    year <= counterpart.seen.last;
  const isDoubtful = entry.confidence === 'low' || ((entry.confidence === 'medium' || entry.isUndated) && !isFar);
  return {
    rule: 'C1',
    severity: isProved ? 'error' : isDoubtful ? 'hint' : 'warning',
    kind: 'otherYears',
    code: entry.code,
    message: messages.otherYears(entry, year, counterpart, isProved),
    suggestion: counterpart,
    alternatives: [],
  };
}

/** 款 98 may stand under any 类; only another name for the 款 itself is worth a word. */
function judgeTreasuryBonds(code: string, name: string | null): CodeVerdict | null {
  if (code.length !== 5 || name === null || nameKey(name) === '' || nearKey(name) === nearKey(TREASURY_BONDS_NAME)) return null;
  const entry = { code, name: TREASURY_BONDS_NAME };
  const message = messages.otherName(entry, name.trim(), [], false);
  return { rule: 'C2', severity: 'hint', kind: 'otherName', code, message, suggestion: entry, alternatives: [] };
}

function hasUsualName(
  chart: Chart,
  classification: Classification,
  code: string,
  name: string | null,
  year: number,
): boolean {
  const parent = parentCode(code);
  if (classification !== 'function' || code.length !== 7 || name === null || parent === null) return false;
  if (chart.lookup(classification, parent, year) === null) return false;
  const ending = code.slice(-2);
  const key = nameKey(withoutAncestor(chart, classification, code, name));
  return ending === '99' ? key.startsWith('其他') : USUAL_NAMES[ending] === key;
}

function nearestInTime(entries: readonly ChartEntry[], year: number): ChartEntry | null {
  return [...entries].sort((a, b) => yearsAway(a, year) - yearsAway(b, year))[0] ?? null;
}

/** How many years `year` lies outside the entry's validity. */
function yearsAway(entry: ChartEntry, year: number): number {
  if (year < entry.fromYear) return entry.fromYear - year;
  return entry.toYear !== null && year > entry.toYear ? year - entry.toYear : 0;
}
