import type { Finding, FindingCell, FindingGroup, Suspect, WorkbookReport } from '../../audit/report/model';
import { casesOf, isOpen, isProblem } from '../../audit/report/verdict';
import type { Severity } from '../../audit/severity';
import type { PrintedValue } from '../../files/printed';
import type { AmountWords } from './amounts';
import type { ChecklistWords } from './words';

/** One point of the 检查表: a cause with its cells, or findings of one kind. */
export interface Entry {
  readonly severity: Severity;
  readonly lines: readonly EntryLine[];
  /** What is wrong and where that stands, in sentences. */
  readonly text: string;
  /** What the unit has said already; "" for nothing. */
  readonly answer: string;
}

export interface EntryLine {
  readonly table: string;
  readonly place: string;
  readonly current: PrintedValue;
  readonly proposed: PrintedValue;
}

export interface Entries {
  readonly causes: readonly Entry[];
  readonly single: readonly Entry[];
  readonly prose: readonly Entry[];
  readonly explained: readonly Entry[];
}

/** Cells of one cause in lines of their own; a cause of more is told by its first. */
const MOST_LINES = 6;
/** More findings of one rule and table in one sense become one point. */
const MOST_ALIKE = 3;
const MOST_PLACES = 8;
/** Cells of a range that is out of place as a whole, as examples. */
const MOST_EXAMPLES = 3;
const PLACES_IN_LINE = 3;
/** Rules and documents that a basis names. */
const MOST_RULES = 3;
const MOST_SOURCES = 2;
/** Texts in cells that are repeated as they are. */
const LONGEST_VALUE = 40;

export function entriesOf(report: WorkbookReport, amounts: AmountWords, words: ChecklistWords): Entries {
  const open = report.findings.filter((finding) => isOpen(finding) && isProblem(finding));
  const ids = new Map(open.map((finding) => [finding.id, finding]));
  const causes = report.groups.filter((group) => group.findings.some((id) => ids.has(id)));
  const grouped = new Set(causes.flatMap((group) => group.findings));
  const single = open.filter(({ id, text }) => !grouped.has(id) && text === undefined);
  const labels = labelsOf(report);
  const basis = basisOf(report, words);
  return {
    causes: causes.map((group) => causeEntry(group, group.findings.flatMap((id) => ids.get(id) ?? []), { labels, basis, amounts, words })),
    single: alike(single).map((findings) => findingEntry(findings, { basis, amounts, words })),
    prose: open.filter(({ text }) => text !== undefined).map((finding) => proseEntry(finding, basis, words)),
    explained: report.findings.filter((finding) => !isOpen(finding)).map((finding) => ({ ...findingEntry([finding], { basis, amounts, words }), answer: said(finding, words) })),
  };
}

interface Parts {
  readonly labels: ReadonlyMap<string, string>;
  readonly basis: (findings: readonly Finding[]) => string;
  readonly amounts: AmountWords;
  readonly words: ChecklistWords;
}

function causeEntry(group: FindingGroup, findings: readonly Finding[], { labels, basis, amounts, words }: Parts): Entry {
  const { suspects } = group;
  const isEach = suspects.length <= MOST_LINES || suspects.some(({ proposed }) => proposed !== null);
  // A cause that moves a whole range is told by its sentence; its first cells stand for the others.
  const told = isEach && suspects.some(({ proposed, closes }) => proposed !== null || closes === 0 || suspects.length <= 2) ? suspects.slice(0, MOST_LINES) : [];
  const lines = told.map((suspect): EntryLine => ({
    table: suspect.sheet,
    place: [suspect.address, labels.get(`${suspect.sheet}!${suspect.address}`) ?? ''].filter(Boolean).join('\n'),
    current: suspect.current === '' ? words.blank : amounts.value(suspect, suspect.current),
    proposed: suspect.proposed === null ? '' : suspect.proposed === '' ? words.blank : amounts.value(suspect, suspect.proposed),
  }));
  const sheets = [...new Set(suspects.map(({ sheet }) => sheet))];
  return {
    severity: weightiest(findings),
    lines: lines.length > 0 ? lines : [{ table: sheets.join(words.list), place: words.examples(placesText(suspects.slice(0, MOST_EXAMPLES), sheets.length > 1, words)), current: '', proposed: '' }],
    text: [
      group.headline,
      group.ambiguous ? words.ambiguous : '',
      ...formulaTexts(told, words),
      lines.length > 0 && suspects.length > lines.length ? words.restOfCause(suspects.length - lines.length) : '',
      basis(findings),
      ...findings.map((finding) => lapsedText(finding, words)),
    ].filter(Boolean).join('\n'),
    answer: '',
  };
}

function findingEntry(findings: readonly Finding[], { basis, amounts, words }: Pick<Parts, 'basis' | 'amounts' | 'words'>): Entry {
  const [first] = findings;
  const cells = findings.flatMap((finding) => accused(finding).slice(0, 1));
  const [cell] = cells;
  const isOne = findings.length === 1 && cell !== undefined && cell.role !== 'declaration';
  return {
    severity: weightiest(findings),
    lines: [{
      table: [...new Set(cells.map(({ sheet }) => sheet))].join(words.list) || words.workbook,
      place: isOne ? [cell.address, cell.label === cell.value ? '' : cell.label].filter(Boolean).join('\n') : placesText(cells, false, words),
      current: isOne ? (cell.value === '' ? words.blank : cell.unit === undefined ? shortened(cell.value) : amounts.value(cell, cell.value)) : '',
      proposed: '',
    }],
    text: [findings.length > 1 ? words.more(casesOf(findings)) : '', first.message, basis(findings), ...findings.map((finding) => lapsedText(finding, words))].filter(Boolean).join('\n'),
    answer: '',
  };
}

function proseEntry(finding: Finding, basis: Parts['basis'], words: ChecklistWords): Entry {
  const { text } = finding;
  return {
    severity: finding.severity,
    lines: [{ table: words.prose, place: text === undefined ? '' : words.paragraph(text.paragraph), current: text?.quote ?? '', proposed: text?.right ?? '' }],
    text: [finding.message, basis([finding]), lapsedText(finding, words)].filter(Boolean).join('\n'),
    answer: '',
  };
}

/** Findings of one rule, table and severity together where there are many; in the order of their first. */
function alike(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}|${finding.table}|${finding.severity}`;
    const kind = kinds.get(key);
    if (kind) kind.push(finding);
    else kinds.set(key, [finding]);
  }
  return [...kinds.values()].flatMap((kind) => (kind.length > MOST_ALIKE ? [kind] : kind.map((finding) => [finding])));
}

/** The cells complained about; where none stands out, every cell. */
export function accused({ cells }: Finding): readonly FindingCell[] {
  const main = cells.filter(({ role }) => role === 'subject' || role === 'total');
  return main.length > 0 ? main : cells;
}

function placesText(cells: readonly { readonly sheet: string; readonly address: string }[], withSheet: boolean, words: ChecklistWords): string {
  const places = [...new Set(cells.map(({ sheet, address }) => (withSheet ? `${sheet}!${address}` : address)))];
  const shown = places.slice(0, MOST_PLACES);
  const rows = Array.from({ length: Math.ceil(shown.length / PLACES_IN_LINE) }, (_, i) => shown.slice(i * PLACES_IN_LINE, (i + 1) * PLACES_IN_LINE).join(words.list));
  const listed = rows.join(`${words.list.trimEnd()}\n`);
  return places.length > MOST_PLACES ? words.places(listed, places.length) : listed;
}

function formulaTexts(suspects: readonly Suspect[], words: ChecklistWords): readonly string[] {
  return suspects.flatMap(({ address, formula, proposed, proposedFormula }) => {
    if (proposed === null || (formula === null && proposedFormula === null)) return [];
    return [`${address} ${proposedFormula === null ? words.seeText(formula ?? '') : words.mendedFormula(proposedFormula)}`];
  });
}

/** "表6 合计行等于各类之和（综合预算公开报表编制说明）", the rules behind findings. */
function basisOf({ rules }: WorkbookReport, words: ChecklistWords): Parts['basis'] {
  const known = new Map(rules.map((rule) => [rule.rule, rule]));
  return (findings) => {
    const ids = [...new Set(findings.map(({ rule }) => rule))];
    const named = ids.flatMap((id) => known.get(id) ?? []);
    if (named.length === 0) return '';
    const texts = named.slice(0, MOST_RULES).map(({ rule, text }) => words.rule(rule, text)).join(words.listEnd);
    const sources = [...new Set(named.map(({ source }) => source))].slice(0, MOST_SOURCES).join(words.list);
    return words.basis(texts + (named.length > MOST_RULES ? words.basisMore(named.length) : ''), sources);
  };
}

function labelsOf({ findings }: WorkbookReport): ReadonlyMap<string, string> {
  return new Map(findings.flatMap(({ cells }) => cells.map(({ sheet, address, label }) => [`${sheet}!${address}`, label] as const)));
}

const ORDER: readonly Severity[] = ['error', 'warning', 'hint'];
const weightiest = (findings: readonly Finding[]): Severity => ORDER.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'error';

const lapsedText = ({ explanation }: Finding, words: ChecklistWords): string => (explanation?.standing === 'lapsed' ? words.lapsed(explanation.text) : '');

function said({ explanation }: Finding, words: ChecklistWords): string {
  if (!explanation) return '';
  return [explanation.text, [explanation.by, explanation.date].filter(Boolean).join(words.list)].filter(Boolean).join('\n');
}

const shortened = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);
