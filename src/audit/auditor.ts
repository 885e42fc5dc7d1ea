import { createChart, type Chart, type OfficialChart } from './chart';
import chartData from '../generated/chart';
import families from '../generated/families';
import wordData from '../generated/words';
import { createCodeBook, type CodeBook } from './layout';
import { CHECK_WORDS, createWords, type Words } from './words';
import bundledRules from '../generated/rules';
import type { RuleDefinition } from './rules/model';
import { Readings, type FamilyDefinition } from './tables';
import { normaliseText, SeenSheets } from './workbook';

export interface AuditOptions {
  /** Fiscal year, where the workbook does not say or says it wrongly. */
  readonly year?: number;
  /** Only tables of this family are looked for. */
  readonly family?: string;
  readonly lang?: 'zh' | 'en';
  /** Rules besides the bundled ones; a rule with a known id replaces it. */
  readonly rules?: readonly RuleDefinition[];
  /** The official chart of the year (科目表), which then decides. */
  readonly official?: OfficialChart;
  /** Many workbooks come one after the other, some with sheets of others. */
  readonly isForMany?: boolean;
}

/** Everything an audit needs besides the workbook, made once for many workbooks. */
export interface Auditor {
  readonly options: AuditOptions;
  readonly chart: Chart;
  readonly families: readonly FamilyDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly classByName: (normalisedName: string) => string | null;
  readonly words: Words;
  readonly book: CodeBook;
  /** What was read of each sheet, while the sheet is there. */
  readonly readings: Readings;
  /** For many workbooks: sheets that stood in those before. */
  readonly seen: SeenSheets | null;
}

export function createAuditor(options: AuditOptions = {}): Auditor {
  const chart = createChart(chartData, options.official ? { official: options.official } : undefined);
  const own = options.rules ?? [];
  const replaced = new Set(own.map((r) => r.id));
  return {
    options,
    chart,
    families: options.family ? families.filter((f) => f.family === options.family) : families,
    rules: [...bundledRules.filter((r) => !replaced.has(r.id)), ...own],
    classByName: classFinder(chart, options.year),
    words: createWords(wordData),
    book: createCodeBook(chart),
    readings: new Readings(),
    seen: options.isForMany ? new SeenSheets() : null,
  };
}

/** Families by id and name, for choosing one. */
export function familyList(): readonly { readonly id: string; readonly zh: string; readonly en: string; readonly kind: 'budget' | 'final' }[] {
  return families.map((f) => ({ id: f.family, zh: f.name.zh, en: f.name.en, kind: f.kind }));
}

/** 类 codes by name over all years: a form's line names are close to, but not always, the chart's of that year. */
function classFinder(chart: Chart, year: number | undefined): (name: string) => string | null {
  const memo = new Map<string, string | null>();
  const years = [year, 2024, 2020, 2026].filter((y): y is number => y !== undefined);
  const classes = new Map<string, string>();
  for (let code = 201; code < 240; code++) {
    for (const y of years) {
      const entry = chart.lookup('function', String(code), y);
      if (entry) classes.set(bare(entry.name), entry.code);
    }
    for (const alias of chart.aliases(String(code))) classes.set(bare(alias), String(code));
  }
  return (name) => {
    let found = memo.get(name);
    if (found === undefined) {
      found = classes.get(bare(name)) ?? null;
      memo.set(name, found);
    }
    return found;
  };
}

/** 资源勘探工业信息等支出 and 资源勘探信息等支出, 自然资源海洋气象支出 with or without 等 mean the same line. */
function bare(name: string): string {
  const { ending, more, sector } = CHECK_WORDS.classNames;
  return normaliseText(name).replace(ending, '').replace(more, '').replace(sector, '').replace(/[和与及、]/g, '');
}
