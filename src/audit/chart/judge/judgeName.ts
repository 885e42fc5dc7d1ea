import type { Severity } from '../../report/model';
import { isValidIn } from '../entries';
import type { Chart, ChartEntry } from '../model';
import { nameKey, nearKey, similarity } from '../names';
import { messages } from './messages';
import type { CodeVerdict } from './verdict';

/** Names this alike are more likely two editions of one name than two names. */
const ALIKE = 0.7;

/** C2: is this the name of the code in the year? null where it is, or where no name is given. */
export function judgeName(chart: Chart, entry: ChartEntry, given: string | null, year: number): CodeVerdict | null {
  const name = (given ?? '').trim();
  const key = nameKey(name);
  if (key === '' || key === nameKey(entry.name)) return null;
  const alias = chart.aliasWeight(entry.code, name);
  if (alias === 'nothing') return null;
  const namesOfOtherYears = chart
    .inOtherYears(entry.classification, entry.code)
    // Where a loaded chart contradicts the built-in one for the very year, the built-in name is wrong, not former.
    .filter((other) => entry.basis !== 'official' || year > chart.lastYear || !isValidIn(other, year))
    .map((other) => other.name);
  const isFormer = alias === 'hint' || namesOfOtherYears.some((other) => nameKey(other) === key);
  if (isFormer) return hint('formerName', entry, name);
  const near = nearKey(name);
  const spellings = [entry.name, ...namesOfOtherYears, ...chart.aliases(entry.code)];
  if (spellings.some((spelling) => nearKey(spelling) === near)) return hint('nearSpelling', entry, name);
  return judgeOtherName(chart, entry, name, year);
}

function judgeOtherName(chart: Chart, entry: ChartEntry, name: string, year: number): CodeVerdict {
  const bearers = byCloseness(chart.codesByName(entry.classification, name, year), entry.code);
  return {
    rule: 'C2',
    severity: severityOfOtherName(entry, name, year, bearers.length > 0),
    kind: 'otherName',
    code: entry.code,
    message: messages.otherName(entry, name, bearers, entry.basis === 'official' || entry.basis === 'seen'),
    suggestion: entry,
    alternatives: bearers.slice(0, 5),
  };
}

/**
 * What is certain is an error: the loaded chart's names, and names seen in print. An unconfirmed entry warns at most,
 * and a seen one too outside the years it was seen in, where the name is much like it and no other code's.
 */
function severityOfOtherName(entry: ChartEntry, name: string, year: number, isBorne: boolean): Severity {
  if (entry.basis === 'official') return 'error';
  const isEdition = !isBorne && similarity(entry.name, name) >= ALIKE;
  if (entry.basis === 'seen') {
    const isSeenThen = entry.seen !== null && entry.seen.first <= year && year <= entry.seen.last;
    return isEdition && !isSeenThen ? 'warning' : 'error';
  }
  if (entry.confidence !== 'high' && entry.basis !== 'nameSeen') return 'hint';
  return isEdition ? 'hint' : 'warning';
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

function hint(kind: 'formerName' | 'nearSpelling', entry: ChartEntry, name: string): CodeVerdict {
  return {
    rule: 'C2',
    severity: 'hint',
    kind,
    code: entry.code,
    message: messages[kind](entry, name),
    suggestion: entry,
    alternatives: [],
  };
}
