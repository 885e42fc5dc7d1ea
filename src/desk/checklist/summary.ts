import { widthOf, type PrintedCell, type PrintedDocument, type PrintedLook, type PrintedRow, type PrintedSheet } from '../../files/printed';
import { causeName, stateNames } from '../words';
import type { RosterResult } from '../roster';
import { overviewOf, sumsOf, type Frequency } from '../overview';
import { statesInOrder } from '../order';
import { nameOf } from '../submission';
import type { Submission } from '../model';
import type { ChecklistOptions } from './unitChecklist';
import { checklistWords, type ChecklistWords } from './words';

/** What the 汇总表 says besides its rows. */
export interface SummaryExtras {
  /** The roster's name and what it came to; null where none was given. */
  readonly roster: { readonly source: string; readonly result: RosterResult } | null;
  /** What was left out and what was assumed, a sentence each. */
  readonly remarks: readonly string[];
}

/** 序号 单位 文件 报表 年度 表 错误原因 错误 警告 没有核对 已说明 状态 最常见的问题, in half-width characters. */
const WIDTHS = [5, 30, 46, 14, 6, 9, 6, 6, 6, 9, 7, 9, 36];
const COLUMNS = WIDTHS.length;
/** Letters may be made so many times smaller to fit a line; longer texts take several, or they could not be read in print. */
const SMALLEST = 1.4;
const FIGURE_WIDTHS = [60, 12, 12, 60];
/** Of causes and rules. */
const MOST_SHOWN = 10;

/** The 汇总表: a line a file in the order given, sums, then a sheet of figures with who has not handed in. */
export function summaryDocument(submissions: readonly Submission[], options: ChecklistOptions, extras: SummaryExtras): PrintedDocument {
  const words = checklistWords[options.lang];
  return { sheets: [listSheet(submissions, options, words), figuresSheet(submissions, options, extras, words)] };
}

function listSheet(submissions: readonly Submission[], { lang, reviewer, date }: ChecklistOptions, words: ChecklistWords): PrintedSheet {
  const sums = sumsOf(submissions);
  const unread = sums.states.unknown + sums.states.unreadable;
  const root = commonFolder(submissions);
  const above = [
    whole('title', words.summaryTitle, COLUMNS),
    whole('remark', [words.overview(sums.files - sums.setAside, sums.withErrors, unread, sums.files - sums.setAside - sums.withErrors - unread), sums.setAside > 0 ? words.setAsideCount(sums.setAside) : ''].join(''), COLUMNS),
    whole('remark', words.signed(reviewer, date, ''), COLUMNS),
  ];
  const rows = submissions.map((one, i): PrintedRow => ({
    cells: [
      count(i + 1), fitted(one.unit ?? '', 1), fitted(one.file.path.slice(root), 2), shrunk(one.familyName), shrunk(one.year === null ? '' : String(one.year)),
      shrunk(one.tablesDue === 0 ? '' : `${one.tablesRead}/${one.tablesDue}`),
      ...(one.verdict === null ? Array.from({ length: 5 }, () => shrunk('')) : [one.verdict.errorCauses, one.verdict.errors, one.verdict.warnings, one.notChecked, one.verdict.explained].map(count)),
      shrunk(stateNames[lang][one.state]), fitted(remarkOf(one, words), COLUMNS - 1),
    ],
  }));
  const total: PrintedRow = {
    cells: [
      { look: 'total', value: words.sum, span: 2 }, { look: 'total', value: words.files(sums.files - sums.setAside) }, sumText(''), sumText(''), sumText(`${sums.tablesRead}/${sums.tablesDue}`),
      ...[sums.errorCauses, sums.errors, sums.warnings, sums.notChecked, sums.explained].map((n): PrintedCell => ({ look: 'total', value: { count: n } })), sumText(''), sumText(''),
    ],
  };
  return { name: words.summary, widths: WIDTHS, rows: [...above, heads(words.summaryHeads), ...rows, total], head: above.length, header: words.summaryTitle, footer: words.page };
}

/** Length of the folder that all files lie in, with its slash: said once by nobody, it would only take room. */
function commonFolder(submissions: readonly Submission[]): number {
  const [first, ...rest] = submissions.map(({ folder }) => folder.split('/'));
  if (first === undefined) return 0;
  let shared = first.length;
  for (const parts of rest) while (shared > 0 && first.slice(0, shared).join('/') !== parts.slice(0, shared).join('/')) shared--;
  const root = first.slice(0, shared).join('/');
  return root === '' ? 0 : root.length + 1;
}

/** What stands in the last column: why a file is not counted or not read, else the commonest rule. */
function remarkOf({ standing, failure, commonest }: Submission, words: ChecklistWords): string {
  if (standing.kind !== 'leading') return words.setAside(standing.kind, nameOf(standing.of));
  if (failure !== '') return failure;
  return commonest === null ? '' : cut(`${commonest.rule} ${commonest.text}`, words.times(commonest.count), WIDTHS[COLUMNS - 1] * SMALLEST);
}

/** As much of a text as fits before its end. */
function cut(text: string, end: string, width: number): string {
  if (widthOf(text + end) <= width) return text + end;
  let kept = text;
  while (kept !== '' && widthOf(`${kept}…${end}`) > width) kept = kept.slice(0, -1);
  return `${kept}…${end}`;
}

/** One line where it can be read so, else several. */
const fitted = (value: string, column: number): PrintedCell => ({ look: widthOf(value) > WIDTHS[column] * SMALLEST ? 'text' : 'shrunk', value });

function figuresSheet(submissions: readonly Submission[], { lang }: ChecklistOptions, { roster, remarks }: SummaryExtras, words: ChecklistWords): PrintedSheet {
  const { sums, causes, rules, tables } = overviewOf(submissions);
  const line = (name: string, files: number | null, times: number | null, note = ''): PrintedRow => ({ cells: [text(name), files === null ? text('') : count(files), times === null ? text('') : count(times), text(note)] });
  const list = (heading: string, found: readonly Frequency[], name: (one: Frequency) => string): readonly PrintedRow[] =>
    found.length === 0 ? [] : [whole('section', heading, FIGURE_WIDTHS.length), ...found.map((one) => line(name(one), one.files, one.count, words.mostUnits(one.most, one.files)))];
  const names = (heading: string, entries: readonly (readonly [string, string])[]): readonly PrintedRow[] =>
    entries.length === 0 ? [] : [whole('section', `${heading}（${entries.length}）`, FIGURE_WIDTHS.length), ...entries.map(([name, note]): PrintedRow => ({ cells: [shrunk(name), text(''), text(''), shrunk(note)] }))];
  const rows = [
    whole('section', words.byState, FIGURE_WIDTHS.length),
    ...statesInOrder.filter((state) => sums.states[state] > 0).map((state) => line(stateNames[lang][state], sums.states[state], null)),
    ...list(words.commonCauses, causes.slice(0, MOST_SHOWN), ({ id }) => causeName(id, lang)),
    ...list(words.commonRules, rules.slice(0, MOST_SHOWN), ({ id, name }) => `${id} ${name}`.trim()),
    ...list(words.byTable, tables, ({ id, name }) => (id === '' ? words.workbook : name || id)),
    ...(roster === null ? [] : [
      whole('section', words.roster(roster.source, roster.result.present.length, roster.result.present.length + roster.result.missing.length), FIGURE_WIDTHS.length),
      ...names(words.missing, roster.result.missing.map(({ name, code }) => [[code, name].filter(Boolean).join(' '), ''])),
      ...names(words.unlisted, roster.result.unlisted.map(({ file, unit }) => [file.path, unit ?? ''])),
    ]),
    ...(remarks.length === 0 ? [] : [whole('section', words.remarks, FIGURE_WIDTHS.length), ...remarks.map((remark) => whole('text', remark, FIGURE_WIDTHS.length))]),
  ];
  return { name: words.figures, widths: FIGURE_WIDTHS, rows: [whole('title', words.figures, FIGURE_WIDTHS.length), heads(words.figureHeads), ...rows], head: 1, header: words.summaryTitle, footer: words.page };
}

const whole = (look: PrintedLook, value: string, span: number): PrintedRow => ({ cells: [{ look, value, span }] });
const heads = (names: readonly string[]): PrintedRow => ({ cells: names.map((value) => ({ look: 'head', value })) });
const text = (value: string): PrintedCell => ({ look: 'text', value });
const shrunk = (value: string): PrintedCell => ({ look: 'shrunk', value });
const sumText = (value: string): PrintedCell => ({ look: 'total', value });
const count = (n: number): PrintedCell => ({ look: 'count', value: { count: n } });
