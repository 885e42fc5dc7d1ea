import type { TableReport, WorkbookReport } from '../../audit/report/model';
import { verdictOf } from '../../audit/report/verdict';
import { verdictWords } from '../../audit/report/verdictWords';
import { reportTexts, type ReportTexts } from '../texts';
import { countSeverities } from './counts';
import type { TextOptions } from './options';

const OUTCOMES = ['consistent', 'inconsistent', 'rounding', 'notApplicable', 'insufficient'] as const;
/** Below this share the reason for taking a table for what it is stands beside it. */
const SURE = 0.95;
const MOST_RANGES = 12;

/** What the workbook is, how it fared, what of it was covered. */
export function overviewLines(workbook: WorkbookReport, options: TextOptions): string[] {
  const texts = reportTexts[options.lang];
  const level = workbook.level ? ` · ${texts.level[workbook.level]}` : '';
  return [
    ...(workbook.warning === null ? [] : [row(texts.notes, workbook.warning)]),
    row(texts.family, `${workbook.familyName}${level} · ${texts.year(workbook.year)} · ${texts.unit(workbook.unit)}`),
    row(texts.verdict, verdictLine(workbook, options)),
    row(texts.outcomes, OUTCOMES.map((o) => `${texts.outcome[o]} ${workbook.outcomes[o].toLocaleString('en-US')}`).join(' · ')),
    ...coverageLines(workbook, texts),
    ...narrativeLines(workbook, texts),
    row(texts.found, texts.tables(workbook.tables.length)),
    ...workbook.tables.map((t) => `          ${tableLine(t, texts)}`),
    ...missingLines(workbook, texts),
    ...notesOf(workbook, options).map((note) => row(texts.notes, note)),
  ];
}

/** "No errors" is said only of what was read and filled in. */
function verdictLine(workbook: WorkbookReport, { lang }: TextOptions): string {
  const texts = reportTexts[lang];
  const { error, warning, hint } = countSeverities(workbook.findings);
  const { state } = verdictOf(workbook);
  if (state !== 'clean' && state !== 'problems') return `${verdictWords[lang][state]}${texts.stop}${texts.counted(error, warning, hint)}`;
  return error > 0 ? texts.errors(error, warning, hint) : texts.noErrors(warning, hint);
}

const row = (name: string, value: string): string => `  ${name}${' '.repeat(Math.max(1, 8 - width(name)))}${value}`;

/** Chinese characters take two places. */
function width(text: string): number {
  return [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

function tableLine(table: TableReport, texts: ReportTexts): string {
  const reason = table.confidence < SURE ? `${texts.colon}${table.reason}` : '';
  return `${table.id.padEnd(5)}${table.sheet}!${table.range}  ${table.title}  ${texts.sure(`${Math.round(table.confidence * 100)}%`)}${reason}`;
}

function narrativeLines({ narrative }: WorkbookReport, texts: ReportTexts): string[] {
  if (narrative === undefined) return [];
  const { file, numbers, proved, consistent, wrong, unchecked } = narrative;
  return [
    row(texts.narrative, texts.narrativeNumbers(file, numbers, proved, wrong, numbers - proved - wrong)),
    ...(consistent === 0 ? [] : [`          ${texts.narrativeConsistent(consistent)}`]),
    ...unchecked.map(({ reason, count }) => `          ${texts.narrativeReason(reason, count)}`),
  ];
}

function coverageLines({ coverage }: WorkbookReport, texts: ReportTexts): string[] {
  const { amountCells, coveredCells, uncovered } = coverage;
  if (amountCells === 0) return [row(texts.coverage, texts.noAmounts)];
  // Rounded down: 100 % is said only where every cell is covered.
  const percent = `${(Math.floor((coveredCells / amountCells) * 1000) / 10).toFixed(1)}%`;
  return [
    row(texts.coverage, texts.covered(amountCells, coveredCells, percent)),
    ...uncovered.map(({ sheet, ranges }) => {
      const shown = ranges.slice(0, MOST_RANGES).join(texts.list);
      return `          ${texts.uncovered}${sheet} ${shown}${ranges.length > MOST_RANGES ? ` ${texts.ranges(ranges.length)}` : ''}`;
    }),
  ];
}

function missingLines({ missing }: WorkbookReport, texts: ReportTexts): string[] {
  if (missing.length === 0) return [];
  return [row(texts.missing, missing.map((m) => `${m.id} ${m.title}${m.declaredEmpty ? texts.declaredEmpty : ''}`).join(texts.stop))];
}

function notesOf(workbook: WorkbookReport, { lang, chart, hasOfficialChart }: TextOptions): readonly string[] {
  const { year, family, notes } = workbook;
  const texts = reportTexts[lang];
  const isYearUnknown = year !== null && chart !== null && !hasOfficialChart && !chart.coversYear(year);
  return [
    ...(family === 'generic' ? [texts.genericOnly] : []),
    ...(isYearUnknown ? [texts.yearUnknownToChart(year, chart.firstYear, chart.lastYear)] : []),
    ...notes.filter((note) => note !== workbook.warning),
  ];
}
