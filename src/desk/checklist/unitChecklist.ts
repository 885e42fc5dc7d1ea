import type { WorkbookReport } from '../../audit/report/model';
import { verdictOf } from '../../audit/report/verdict';
import { verdictWords } from '../../audit/report/verdictWords';
import { linesOf, mostLines, type PrintedCell, type PrintedDocument, type PrintedLook, type PrintedRow, type PrintedSheet } from '../../files/printed';
import type { DeskLanguage } from '../words';
import { amountWords } from './amounts';
import { entriesOf, type Entry, type EntryLine } from './entries';
import { checklistWords, type ChecklistWords } from './words';

export interface ChecklistOptions {
  readonly lang: DeskLanguage;
  /** "" leaves a blank to be filled in by hand. */
  readonly reviewer: string;
  readonly date: string;
}

/** 序号 级别 表 单元格 现为 应为 问题和依据 单位说明, in half-width characters. */
const WIDTHS = [5, 6, 10, 18, 17, 17, 50, 20];
const COLUMNS = WIDTHS.length;
const TEXT_COLUMN = 6;
/** Rules named behind a reason. */
const MOST_RULES = 6;

/** The 检查表 of one workbook: causes, other findings, the prose, what was explained, what was not checked. */
export function unitChecklist(report: WorkbookReport, options: ChecklistOptions): PrintedDocument {
  return { sheets: [checklistSheet(report, options, checklistWords[options.lang].checklist)] };
}

export function checklistSheet(report: WorkbookReport, { lang, reviewer, date }: ChecklistOptions, name: string): PrintedSheet {
  const words = checklistWords[lang];
  const amounts = amountWords(report, lang);
  const entries = entriesOf(report, amounts, words);
  const title = words.title(report.unit ?? words.unitUnknown, words.year(report.year).replace(' ', ''), report.kind === null ? '' : words.kind[report.kind]);
  const asks = entries.causes.length + entries.single.length + entries.prose.length > 0;
  const above: PrintedRow[] = [
    whole('title', title),
    whole('remark', words.about(report.file, report.familyName)),
    whole('remark', words.signed(reviewer, date, amounts.common)),
    ...verdictLines(report, words, lang).map(([look, text]) => whole(look, text)),
    whole('remark', asks ? words.ask : words.nothingToAsk),
  ];
  let number = 0;
  const listed = (heading: (n: number) => string, list: readonly Entry[]): Section => ({ heading: heading(list.length), rows: list.flatMap((entry) => entryRows(entry, ++number, words)) });
  const sections = [
    listed(words.sections.causes, entries.causes),
    listed(words.sections.single, entries.single),
    listed(words.sections.prose, entries.prose),
    listed(words.sections.explained, entries.explained),
    uncheckedSection(report, words),
  ].filter(({ rows }) => rows.length > 0);
  const numbered = sections.flatMap(({ heading, rows }, i) => [whole('section', `${words.sectionNumbers[i]}${heading}`), ...rows]);
  return {
    name,
    widths: WIDTHS,
    rows: [...above, { cells: words.heads.map((value) => ({ look: 'head', value })) }, ...numbered, { cells: [] }, whole('remark', words.signatures)],
    head: above.length,
    header: title,
    footer: words.page,
  };
}

interface Section {
  readonly heading: string;
  readonly rows: readonly PrintedRow[];
}

/** A text across the whole sheet. */
const whole = (look: PrintedLook, value: string): PrintedRow => ({ cells: [{ look, value, span: COLUMNS }] });

/** What the audit has come to, and what has to be read first. */
function verdictLines(report: WorkbookReport, words: ChecklistWords, lang: DeskLanguage): readonly (readonly [PrintedLook, string])[] {
  const { state, causes, errors, warnings, hints, rounding } = verdictOf(report);
  const { consistent, inconsistent } = report.outcomes;
  const also = rounding > 0 ? words.also(rounding) : '';
  const lines: (readonly [PrintedLook, string])[] = [];
  if (state !== 'problems' && state !== 'clean') lines.push(['warning', state === 'partial' ? (report.warning ?? verdictWords[lang].partial) : verdictWords[lang][state]]);
  if (causes > 0) lines.push(['remark', words.verdict(causes, errors + warnings + hints, errors, warnings, hints) + also]);
  else if (state === 'clean') lines.push(['remark', words.clean(consistent + inconsistent) + also]);
  return lines;
}

/** A line a cell; number and text stand beside the first, and run through. A text too long for one row ends with a hint. */
function entryRows({ lines, severity, text, answer }: Entry, number: number, words: ChecklistWords): readonly PrintedRow[] {
  return lines.map(({ table, place, current, proposed }, i): PrintedRow => {
    const isFirst = i === 0;
    const amount = (value: EntryLine['current']): PrintedCell => ({ look: typeof value === 'string' ? 'text' : 'amount', value });
    return {
      cells: [
        { look: 'centre', value: isFirst ? String(number) : '' },
        { look: 'centre', value: isFirst ? words.level[severity] : '' },
        { look: 'text', value: table },
        { look: 'text', value: place },
        amount(current),
        amount(proposed),
        { look: 'text', value: isFirst ? fitted(text, words) : '' },
        { look: 'answer', value: isFirst ? answer : '' },
      ],
      goesOn: i < lines.length - 1,
    };
  });
}

/** What was not checked, a line a reason. */
function uncheckedSection({ unchecked }: WorkbookReport, words: ChecklistWords): Section {
  const rules = new Map<string, Set<string>>();
  for (const { rule, reason } of unchecked) rules.set(reason, (rules.get(reason) ?? new Set()).add(rule));
  const rows = [...rules].map(([reason, ids]): PrintedRow => {
    const named = [...ids].slice(0, MOST_RULES).join(words.list);
    return { cells: [{ look: 'text', value: fitted(reason, words), span: COLUMNS - 1 }, { look: 'text', value: ids.size > MOST_RULES ? words.places(named, ids.size) : named }] };
  });
  return { heading: words.sections.unchecked(rows.length), rows };
}

/** Cut where the highest row there is would hide its end. */
function fitted(text: string, words: ChecklistWords): string {
  const width = WIDTHS[TEXT_COLUMN];
  if (linesOf(text, width) <= mostLines('text')) return text;
  let end = text.length;
  while (end > 0 && linesOf(text.slice(0, end) + words.cut, width) > mostLines('text')) end = Math.floor(end * 0.9);
  return text.slice(0, end) + words.cut;
}
