import { carriesSettled } from '../../audit/report/explanations';
import type { Finding, FindingExplanation, FindingGroup, Suspect, WorkbookReport } from '../../audit/report/model';
import { casesOf } from '../../audit/report/verdict';
import { groupedDecimal } from '../../audit/workbook';
import type { ReportTexts } from '../texts';

const SEVERITIES = ['error', 'warning', 'hint'] as const;

/** Causes first, then the findings by weight, in the order of the report. */
export function findingLines(workbook: Pick<WorkbookReport, 'findings' | 'groups'>, texts: ReportTexts): string[] {
  const open = workbook.findings.filter((finding) => !carriesSettled(finding));
  const ids = new Set(open.map(({ id }) => id));
  return [
    ...causeLines(workbook.groups.filter((group) => group.findings.some((id) => ids.has(id))), texts),
    ...SEVERITIES.flatMap((severity) => sectionLines(open.filter((f) => f.severity === severity), texts.severity[severity], texts)),
    ...sectionLines(workbook.findings.filter(carriesSettled), texts.explained, texts),
  ];
}

function causeLines(groups: readonly FindingGroup[], texts: ReportTexts): string[] {
  if (groups.length === 0) return [];
  const lines = ['', `  ${texts.causes(groups.length)}`];
  groups.forEach((group, i) => {
    lines.push(`  ${i + 1}. ${group.headline}${group.ambiguous ? texts.ambiguous : ''}`);
    for (const suspect of group.suspects) lines.push(`       ${suspectText(suspect, texts)}`);
  });
  return lines;
}

function suspectText(suspect: Suspect, texts: ReportTexts): string {
  const current = figure(suspect.current, texts);
  const values = suspect.proposed === null ? texts.current(current) : texts.proposed(current, figure(suspect.proposed, texts));
  return `${suspect.file === undefined ? '' : `${suspect.file} `}${suspect.sheet}!${suspect.address} ${values}${formulaText(suspect, texts)}${suspect.explanation === '' ? '' : `${texts.stop}${suspect.explanation}`}`;
}

/** A formula is mended, not replaced by its figure. */
function formulaText({ proposed, formula, proposedFormula }: Suspect, texts: ReportTexts): string {
  if (proposed === null || (formula === null && proposedFormula === null)) return '';
  return proposedFormula === null ? texts.holdsFormula(`=${formula}`) : texts.proposedFormula(`=${proposedFormula}`);
}

/** "425400.00" → "425,400.00"; texts as they are. */
function figure(value: string, texts: ReportTexts): string {
  if (value === '') return texts.blank;
  return groupedDecimal(value);
}

function sectionLines(findings: readonly Finding[], name: string, texts: ReportTexts): string[] {
  if (findings.length === 0) return [];
  const lines = ['', `  ${texts.section(name, casesOf(findings))}`];
  findings.forEach((finding, i) => {
    lines.push(`  ${i + 1}. [${finding.rule}] ${finding.message}`);
    if (finding.text) lines.push(`       ${texts.textPlace(finding.text.paragraph, finding.text.quote, finding.text.right)}`);
    if (finding.explanation) lines.push(`       ${explanationText(finding.explanation, texts)}`);
    const same = finding.cells.filter((c) => c.role === 'same').map((c) => `${c.sheet} ${c.address}`);
    if (same.length > 0) lines.push(`       ${texts.alsoAt(same.join(texts.list))}`);
  });
  return lines;
}

function explanationText({ text, by, date, standing }: FindingExplanation, texts: ReportTexts): string {
  const from = [by, date].filter((part) => part !== '').join(' ');
  return texts.explanation(standing === 'lapsed', text, from);
}
