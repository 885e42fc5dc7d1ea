import { explanationOf, type Explanations } from './explanations';
import type { Finding, FindingCell, FindingGroup, WorkbookReport } from './model';
import { groupedDecimal } from '../workbook';
import { isOpen, isProblem } from './verdict';

/** What an 审核意见 says of one cell. */
export type ReviewRow = readonly [number: string, table: string, cell: string, now: string, should: string, basis: string, remark: string];

/** Cells named of one finding: all of them are marked. */
const MOST_PLACES = 6;

const words = {
  zh: { rules: (ids: string) => `（规则 ${ids}）`, join: '、', more: (shown: string, n: number) => `${shown} 等 ${n} 处`, prose: '公开说明', lapsed: '原说明针对的金额已变动：' },
  en: { rules: (ids: string) => ` (rules ${ids})`, join: ', ', more: (shown: string, n: number) => `${shown} and others, ${n} in all`, prose: 'Prose', lapsed: 'The explanation was for other amounts: ' },
};

/**
 * The rows of an 审核意见 as a person would write them: first the causes, a row for each cell to be corrected, then the findings
 * no cause explains. What the user has explained is left out; 应为 is empty where no single figure is certain.
 */
export function reviewRows(report: WorkbookReport, explained: Explanations, lang: 'zh' | 'en'): readonly ReviewRow[] {
  const open = report.findings.filter((finding) => isProblem(finding) && isOpen(finding, explained));
  const byId = new Map(open.map((finding) => [finding.id, finding]));
  const groups = report.groups.filter(({ findings }) => findings.some((id) => byId.has(id)));
  const explains = new Set(groups.filter(({ suspects }) => suspects.length > 0).flatMap(({ findings }) => findings));
  let last = 0;
  const number = (): string => String(++last);
  return [
    ...groups.flatMap((group) => causeRows(group, group.findings.flatMap((id) => byId.get(id) ?? []), number, lang)),
    ...open.filter(({ id }) => !explains.has(id)).map((finding) => findingRow(finding, report, explained, number(), lang)),
  ];
}

function causeRows(group: FindingGroup, findings: readonly Finding[], number: () => string, lang: 'zh' | 'en'): ReviewRow[] {
  if (group.suspects.length === 0) return [];
  // Cells that have to be changed together carry one number.
  const own = number();
  const rules = [...new Set(findings.map(({ rule }) => rule))].join(words[lang].join);
  return group.suspects.map(({ sheet, address, current, proposed, explanation }, i): ReviewRow => {
    const reason = explanation || group.headline;
    return [own, sheet, address, groupedDecimal(current), groupedDecimal(proposed ?? ''), i === 0 ? `${reason}${words[lang].rules(rules)}` : reason, ''];
  });
}

function findingRow(finding: Finding, report: WorkbookReport, explained: Explanations, number: string, lang: 'zh' | 'en'): ReviewRow {
  const cells = accused(finding);
  const sheet = cells[0]?.sheet ?? report.tables.find(({ id }) => id === finding.table)?.sheet ?? (finding.text ? words[lang].prose : '');
  const said = explanationOf(finding, explained);
  return [
    number,
    sheet,
    placesText(cells.map((cell) => (cell.sheet === sheet ? cell.address : `${cell.sheet}!${cell.address}`)), lang),
    cells.length !== 1 ? '' : cells[0].unit === undefined ? cells[0].value : groupedDecimal(cells[0].value),
    '',
    `${finding.message}${words[lang].rules(finding.rule)}`,
    said === null ? '' : `${said.standing === 'lapsed' ? words[lang].lapsed : ''}${said.text}`,
  ];
}

function placesText(places: readonly string[], lang: 'zh' | 'en'): string {
  const { join, more } = words[lang];
  return places.length > MOST_PLACES ? more(places.slice(0, MOST_PLACES).join(join), places.length) : places.join(join);
}

/** The cells complained about; where none stands out, none. */
function accused({ cells }: Finding): readonly FindingCell[] {
  return cells.filter(({ role }) => role === 'subject' || role === 'total');
}
