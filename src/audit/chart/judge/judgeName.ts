import type { Severity } from '../../severity';
import { splitBrackets } from '../../workbook';
import { isValidIn } from '../entries';
import type { Chart, ChartEntry } from '../model';
import { nameKey, nearKey, similarity } from '../names';
import { withoutAncestor } from './ancestors';
import { messages } from './messages';
import type { CodeVerdict } from './verdict';

/** Names this alike are more likely two spellings of one name than two names. */
const ALIKE = 0.7;

/** C2: is this the name of the code in the year? null where it is, or where no name is given. */
export function judgeName(chart: Chart, entry: ChartEntry, given: string | null, year: number): CodeVerdict | null {
  const printed = (given ?? '').trim();
  if (nameKey(printed) === '' || nameKey(printed) === nameKey(entry.name)) return null;
  const name = withoutAncestor(chart, entry.classification, entry.code, printed);
  const key = nameKey(name);
  if (key === nameKey(entry.name)) return null;
  const alias = chart.aliasWeight(entry.code, name);
  if (alias === 'nothing') return null;
  const coming = entry.basis === 'official' ? null : comingName(chart, entry, year);
  if (coming !== null && nameKey(coming.name) === key) return null;
  const namesOfOtherYears = chart
    .inOtherYears(entry.classification, entry.code)
    // Where a loaded chart contradicts the built-in one for the very year, the built-in name is wrong, not former.
    .filter((other) => entry.basis !== 'official' || year > chart.lastYear || !isValidIn(other, year))
    .map((other) => other.name);
  const isFormer = alias === 'hint' || namesOfOtherYears.some((other) => nameKey(other) === key);
  if (isFormer) return hint('formerName', entry, messages.formerName(entry, name));
  const near = nearKey(name);
  const spellings = [entry.name, ...namesOfOtherYears, ...chart.aliases(entry.code)];
  if (spellings.some((spelling) => nearKey(spelling) === near)) return hint('nearSpelling', entry, messages.nearSpelling(entry, name));
  if (coming !== null) return hint('otherName', entry, messages.otherUndatedName(entry, coming, name));
  if (isWithRemark(chart, entry, name, year)) return hint('nearSpelling', entry, messages.nearSpelling(entry, name));
  return judgeOtherName(chart, entry, name, year);
}

/** The code's name with something of the writer's own in brackets behind it, which makes it no other code's name. */
function isWithRemark(chart: Chart, entry: ChartEntry, name: string, year: number): boolean {
  const parts = splitBrackets(name);
  return parts !== null && nearKey(parts.head) === nearKey(entry.name) && chart.codesByName(entry.classification, name, year).length === 0;
}

/**
 * The later name of a code whose change is not dated, in a year in which it may already stand: from the last year the
 * present name was seen in print.
 */
function comingName(chart: Chart, entry: ChartEntry, year: number): ChartEntry | null {
  const later = chart.inOtherYears(entry.classification, entry.code).find((other) => other.isUndated && other.fromYear > year);
  if (later === undefined) return null;
  const lastSeen = entry.seen?.last ?? entry.fromYear;
  const start = later.seen === null ? lastSeen : Math.min(lastSeen, later.seen.first);
  return year >= start ? later : null;
}

function judgeOtherName(chart: Chart, entry: ChartEntry, name: string, year: number): CodeVerdict {
  const bearers = byCloseness(chart.codesByName(entry.classification, name, year), entry.code);
  return {
    rule: 'C2',
    severity: severityOfOtherName(entry, name, bearers.length > 0),
    kind: 'otherName',
    code: entry.code,
    message: messages.otherName(entry, name, bearers, entry.basis === 'official' || entry.basis === 'seen'),
    suggestion: entry,
    alternatives: bearers.slice(0, 5),
  };
}

/**
 * What is certain is an error: the loaded chart's names, and names seen in print. A seen one only warns where the name is
 * much like it and no other code's: a slip of the pen, or another edition. Of the unconfirmed entries the sure ones warn.
 */
function severityOfOtherName(entry: ChartEntry, name: string, isBorne: boolean): Severity {
  if (entry.basis === 'official') return 'error';
  if (entry.basis === 'seen') return !isBorne && similarity(entry.name, name) >= ALIKE ? 'warning' : 'error';
  return entry.confidence === 'high' ? 'warning' : 'hint';
}

/** The codes that share most leading digits with `code` first. */
function byCloseness(entries: readonly ChartEntry[], code: string): ChartEntry[] {
  const shared = (other: string): number => {
    let length = 0;
    while (length < other.length && other[length] === code[length]) length++;
    return length;
  };
  return [...entries].sort((a, b) => shared(b.code) - shared(a.code));
}

function hint(kind: CodeVerdict['kind'], entry: ChartEntry, message: CodeVerdict['message']): CodeVerdict {
  return {
    rule: 'C2',
    severity: 'hint',
    kind,
    code: entry.code,
    message,
    suggestion: entry,
    alternatives: [],
  };
}
