import { classificationOf, hasCodeLength, normaliseCode, sectionOfDetail } from '../codes';
import type { Chart, Classification, CodeName, Fund } from '../model';
import { nameKey } from '../names';
import { judgeFund } from './judgeFund';
import { judgeMissing } from './judgeMissing';
import { judgeName } from './judgeName';
import { messages } from './messages';
import type { CodeVerdict } from './verdict';

/** One coded row of a table. */
export interface CodedRow {
  readonly classification: Classification;
  /** As the cell holds it. */
  readonly code: string | number;
  /** As the cell holds it; null or blank where the row has no name: then only the code is judged. */
  readonly name: string | null;
  /** The workbook's fiscal year. */
  readonly year: number;
  readonly chart: Chart;
  /** The fund whose table the row stands in (C5); absent where the table mixes funds. */
  readonly expectedFund?: Fund;
}

/**
 * C1, C2, C5, C6 and the form of the code (C3): everything there is to say about a code and its name on their own.
 * In a year the chart does not cover (`chart.coversYear`) only form and classification are judged.
 */
export function judgeCode(row: CodedRow): readonly CodeVerdict[] {
  const { classification, name, year, chart, expectedFund } = row;
  const given = normaliseCode(row.code);
  const code = given === null ? null : sectionOfDetail(classification, given);
  if (code === null) return [plain('C3', 'warning', 'notDigits', String(row.code).trim(), messages.notDigits(String(row.code).trim()))];
  if (classificationOf(code) !== classification) return [judgeForeign(row, code)];
  if (!hasCodeLength(classification, code)) return [judgeLength(row, code)];
  if (!chart.coversYear(year, classification)) return [];
  if (!chart.hasClass(classification, code)) {
    return [plain('C1', 'error', 'unknownClass', code, messages.unknownClass(classification, code))];
  }
  const entry = chart.lookup(classification, code, year);
  // A province's own detail bears a name of its own; only the 款 above it is in the chart.
  const ownName = code === given ? name : null;
  const verdicts = [
    entry === null ? judgeMissing(chart, classification, code, ownName, year) : judgeName(chart, entry, ownName, year),
    classification === 'function' && expectedFund !== undefined ? judgeFund(chart, code, year, expectedFund) : null,
  ];
  return verdicts.filter((verdict) => verdict !== null);
}

/** C6: the leading digit belongs to another classification, or to none (C1). */
function judgeForeign({ classification, name, year, chart }: CodedRow, code: string): CodeVerdict {
  const actual = classificationOf(code);
  if (actual === null || !chart.hasClass(actual, code)) {
    return hasCodeLength(classification, code)
      ? plain('C1', 'error', 'unknownClass', code, messages.unknownClass(classification, code))
      : plain('C3', 'warning', 'wrongLength', code, messages.wrongLength(classification, code, []));
  }
  const known = chart.lookup(actual, code, year) ?? chart.inOtherYears(actual, code)[0] ?? null;
  const given = nameKey(name ?? '');
  // Three digits may also be the number of a 主管部门: there the name must prove it.
  const isCertain = known !== null && (code.length > 3 || given === '' || given === nameKey(known.name));
  const [suggestion = null, ...alternatives] = given === '' ? [] : chart.codesByName(classification, given, year).slice(0, 4);
  return {
    rule: 'C6',
    severity: isCertain ? 'error' : 'warning',
    kind: 'otherClassification',
    code,
    message: messages.otherClassification(code, actual, classification, known, isCertain),
    suggestion,
    alternatives,
  };
}

/** C3: a length no code has. Certain only where the first three digits are a 类 (a unit's number looks different). */
function judgeLength({ classification, name, year, chart }: CodedRow, code: string): CodeVerdict {
  const key = nameKey(name ?? '');
  const bearsName = (entry: CodeName): number => (key !== '' && nameKey(entry.name) === key ? 0 : 1);
  const near = [...chart.nearest(classification, code, year)].sort((a, b) => bearsName(a) - bearsName(b));
  return {
    rule: 'C3',
    severity: chart.hasClass(classification, code) ? 'error' : 'warning',
    kind: 'wrongLength',
    code,
    message: messages.wrongLength(classification, code, near),
    suggestion: near[0] ?? null,
    alternatives: near.slice(1),
  };
}

function plain(
  rule: CodeVerdict['rule'],
  severity: CodeVerdict['severity'],
  kind: CodeVerdict['kind'],
  code: string,
  message: CodeVerdict['message'],
): CodeVerdict {
  return { rule, severity, kind, code, message, suggestion: null, alternatives: [] };
}
