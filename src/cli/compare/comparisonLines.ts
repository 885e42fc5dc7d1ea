import type { Change, ChangePlace, Comparison, ExplanationChange, FindingChange, FindingStanding } from '../../audit/between';
import { groupedDecimal } from '../../audit/workbook';
import { identityText } from '../output';
import type { BetweenTexts, ReportTexts } from '../texts';

/** Longer lists are for programs. */
const MOST_CHANGES = 200;
const LONGEST_VALUE = 80;

/** What a reviewer asks first comes first. */
const ORDER: readonly FindingStanding[] = ['new', 'changed', 'same', 'unchecked', 'mended'];

/** Two versions of a workbook, for people. */
export function comparisonLines(comparison: Comparison, texts: ReportTexts, own: BetweenTexts): string[] {
  const { old, new: now, warning, changes, findings, counts, explanations, notes } = comparison;
  return [
    `== ${old.file} → ${now.file} ==`,
    ...(warning === null ? [] : [`  ${texts.notes}${texts.colon}${warning}`]),
    `  ${own.old}${texts.colon}${identityText(old, texts)}`,
    `  ${own.new}${texts.colon}${identityText(now, texts)}`,
    `  ${own.problems}${texts.colon}${own.findings(counts)}`,
    ...notes.map((note) => `  ${texts.notes}${texts.colon}${note}`),
    '',
    `  ${own.changes(changes.length)}`,
    ...changes.slice(0, MOST_CHANGES).map((change) => `  - ${changeText(change, texts, own)}`),
    ...(changes.length > MOST_CHANGES ? [`  ${own.more(changes.length - MOST_CHANGES)}`] : []),
    ...ORDER.flatMap((standing) => sectionLines(findings.filter((f) => f.standing === standing), own.standing[standing], texts)),
    ...explanationLines(explanations, texts, own),
  ];
}

function changeText({ kind, row, column, old, new: now }: Change, texts: ReportTexts, own: BetweenTexts): string {
  const label = [row, column].filter((part) => part !== '').join(' ');
  if (old === null || now === null) {
    const place = old ?? now;
    const what = `${now === null ? own.removed : own.added}${own.kind[kind]}`;
    return place === null ? what : `${what} ${placeText(place)}${kind === 'sheet' ? '' : `${texts.colon}${cut(place.value)}`}`;
  }
  const moved = old.sheet === now.sheet && old.address === now.address ? placeText(now) : `${placeText(old)} → ${placeText(now)}`;
  const value = (place: ChangePlace): string => `${valueText(place, own)}${kind !== 'stored' || place.value === '' ? '' : own.storedAs(place.isText === true)}`;
  return `${own.kind[kind]} ${moved}${label === '' ? '' : ` ${cut(label)}`}${texts.colon}${value(old)} → ${value(now)}`;
}

const placeText = ({ sheet, address }: ChangePlace): string => [sheet, address].filter((part) => part !== '').join('!');

const valueText = ({ value }: ChangePlace, own: BetweenTexts): string => (value === '' ? own.blank : cut(groupedDecimal(value)));

const cut = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);

function sectionLines(findings: readonly FindingChange[], name: string, texts: ReportTexts): string[] {
  if (findings.length === 0) return [];
  return [
    '',
    `  ${texts.section(name, findings.length)}`,
    ...findings.flatMap(({ old, new: now, reason }, i) => {
      const finding = now ?? old;
      return finding ? [`  ${i + 1}. [${finding.rule}] ${texts.severity[finding.severity]}${texts.colon}${finding.message}${reason === '' ? '' : `（${reason}）`}`] : [];
    }),
  ];
}

function explanationLines(explanations: readonly ExplanationChange[], texts: ReportTexts, own: BetweenTexts): string[] {
  if (explanations.length === 0) return [];
  return [
    '',
    `  ${own.explanations(explanations.length)}`,
    ...explanations.map(({ text, by, date, standing, old, new: now }) => {
      const from = [by, date].filter((part) => part !== '').join(' ');
      const was = standing !== 'lapsed' ? '' : old.difference === null ? `${texts.stop}${own.figuresChanged}` : `${texts.stop}${own.was(old.difference)}${now?.difference ? `${texts.stop}${own.now(now.difference)}` : ''}`;
      return `  - ${own.explained[standing]}${texts.colon}${text}${from === '' ? '' : `（${from}）`}${was}${texts.stop}[${old.rule}] ${old.message}`;
    }),
  ];
}
