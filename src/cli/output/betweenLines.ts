import type { BetweenReport, BookIdentity } from '../../audit/between';
import type { BetweenTexts, ReportTexts } from '../texts';
import { countSeverities } from './counts';
import { findingLines } from './findingLines';
import { uncheckedLines } from './uncheckedLines';

const OUTCOMES = ['consistent', 'inconsistent', 'rounding', 'notApplicable', 'insufficient'] as const;

/** A roll-up or a year against the last, for people. */
export function betweenLines(report: BetweenReport, texts: ReportTexts, own: BetweenTexts): string[] {
  const { relation, book, others, warning, outcomes, findings, tables, notes } = report;
  const { error, warning: warnings, hint } = countSeverities(findings);
  const compared = tables.filter((t) => t.reason === '');
  const hasCompared = outcomes.consistent + outcomes.inconsistent + outcomes.rounding > 0 || findings.length > 0;
  return [
    `== ${book.file} ==`,
    ...(warning === null ? [] : [`  ${texts.notes}${texts.colon}${warning}`]),
    `  ${own.book[relation]}${texts.colon}${identityText(book, texts)}${texts.stop}${own.others[relation](others.length)}`,
    `  ${texts.verdict}${texts.colon}${hasCompared ? own.verdict(error, warnings, hint) : own.nothingCompared}`,
    `  ${texts.outcomes}${texts.colon}${OUTCOMES.map((o) => `${texts.outcome[o]} ${outcomes[o].toLocaleString('en-US')}`).join(' · ')}`,
    `  ${own.ledger}${texts.colon}`,
    ...compared.map(({ id, sheet, outcomes: o }) => `    ${own.table(id, sheet, o.consistent, o.inconsistent, o.rounding)}`),
    ...notes.map((note) => `  ${texts.notes}${texts.colon}${note}`),
    ...findingLines(report, texts),
    ...uncheckedLines(report, texts),
  ];
}

export function identityText({ unit, year, level }: BookIdentity, texts: ReportTexts): string {
  return [texts.unit(unit), texts.year(year), ...(level === null ? [] : [texts.level[level]])].join(' · ');
}
