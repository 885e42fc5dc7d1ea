import type { Severity } from '../../severity';
import { isTreasuryBondCode } from '../codes';
import type { Chart, Fund } from '../model';
import { messages } from './messages';
import type { CodeVerdict } from './verdict';

/**
 * C5: a code of one fund in the table of another; null where it may stand there or where the fund is not known.
 * A 类 or 款 under which several funds have codes may stand in the tables of each of them.
 */
export function judgeFund(chart: Chart, code: string, year: number, expected: Fund): CodeVerdict | null {
  const funds = chart.fundsUnder(code, year);
  if (funds.length === 0 || funds.includes(expected)) return null;
  const severity = severityOf(chart, code, year, expected);
  return {
    rule: 'C5',
    severity,
    kind: 'otherFund',
    code,
    message: messages.otherFund(code, funds[0], expected, severity === 'error'),
    suggestion: null,
    alternatives: [],
  };
}

/** Certain is only what was printed in the other fund's table; which fund pays 超长期特别国债 differs by year and place. */
function severityOf(chart: Chart, code: string, year: number, expected: Fund): Severity {
  if (isTreasuryBondCode('function', code, year)) return 'hint';
  const section = code.slice(0, 5);
  const entry = chart.lookup('function', code, year) ?? chart.lookup('function', section, year);
  if (entry === null) return 'hint';
  const parent = chart.lookup('function', section, year);
  const isSeen = entry.basis === 'seen' || (parent?.basis === 'seen' && parent.fund === entry.fund);
  // Money of the general budget in another fund's table may be a transfer between them: never certain.
  if (isSeen && expected === 'general') return 'error';
  return entry.confidence === 'high' || entry.basis === 'official' ? 'warning' : 'hint';
}
