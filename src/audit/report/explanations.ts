import type { Finding, FindingExplanation, WorkbookReport } from './model';

/** A 情况说明 and the figures it was given for. */
export interface Explanation {
  readonly text: string;
  /** Who wrote it, in their own words; "" where they did not say. */
  readonly by: string;
  /** 2026-03-01; "" where unknown. */
  readonly date: string;
  /** The figures it speaks of (`figuresOf`). Where they have changed it has lapsed. */
  readonly figures: string;
  /** It came with the workbook: shown beside its finding, which stays a problem. */
  readonly isTheirs: boolean;
}

export type Explanations = Readonly<Record<string, Explanation>>;

export interface StandingExplanation extends Explanation {
  readonly standing: FindingExplanation['standing'];
}

/** 情况说明 are sentences, not files: what is longer is cut. */
export const longestExplanation = 500;
export const longestName = 40;
/** More figures are told apart by their sum of characters. */
export const longestFigures = 300;

/**
 * What a finding compares, as one text: another amount among them gives another text. Not where the same figure stands elsewhere, not in
 * which order the sheets are, and not whether a term of nothing is written or blank.
 */
export function figuresOf(finding: Finding): string {
  const values = finding.cells.filter(({ role }) => role !== 'same').map(({ value }) => value);
  return asText(finding, values.filter((value) => !/^0*(\.0*)?$/.test(value)).sort());
}

/** As explanations of earlier versions have it: all cells in their order. */
const figuresAsListed = (finding: Finding): string => asText(finding, finding.cells.map(({ value }) => value));

function asText({ left, right, difference }: Finding, values: readonly string[]): string {
  const all = [left ?? '', right ?? '', difference ?? '', ...values].join('|');
  return all.length <= longestFigures ? all : `${all.slice(0, longestFigures - 20)}|${all.length}|${checksum(all)}`;
}

/** What was said of a finding, and what that counts for now; null where nothing was. */
export function explanationOf(finding: Finding, explained: Explanations): StandingExplanation | null {
  const explanation = Object.hasOwn(explained, finding.id) ? explained[finding.id] : null;
  if (explanation === null) return null;
  const holds = [figuresOf(finding), figuresAsListed(finding)].includes(explanation.figures);
  const standing = !holds ? 'lapsed' : explanation.isTheirs ? 'theirs' : 'own';
  return { ...explanation, standing };
}

/** Only the user's own words for these very figures settle a finding. */
export function isSettled(finding: Finding, explained: Explanations): boolean {
  return explanationOf(finding, explained)?.standing === 'own';
}

/** A report whose findings carry what was said of them. */
export function withExplanations(report: WorkbookReport, explained: Explanations): WorkbookReport {
  const findings = report.findings.map((finding): Finding => {
    const explanation = explanationOf(finding, explained);
    if (explanation === null) return finding;
    const { text, by, date, standing } = explanation;
    return { ...finding, explanation: { text, by, date, standing } };
  });
  return { ...report, findings };
}

/** Whether the report itself says that the user has settled a finding. */
export const carriesSettled = ({ explanation }: Finding): boolean => explanation?.standing === 'own';

function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
