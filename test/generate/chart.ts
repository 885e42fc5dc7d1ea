import { readFileSync } from 'node:fs';

/** A code of 政府收支分类科目 as it stands in one year. */
export interface ChartCode {
  readonly code: string;
  readonly name: string;
  /** 一般公共预算 / 政府性基金 / 国有资本经营 / 社保基金; "" for economic codes. */
  readonly fund: string;
  readonly confidence: string;
}

/** The part of the chart that the generators draw from: one year's codes that are surely right. */
export interface YearChart {
  readonly functions: ReadonlyMap<string, ChartCode>;
  readonly economic: ReadonlyMap<string, ChartCode>;
  readonly government: ReadonlyMap<string, ChartCode>;
  /** 7-digit codes of a fund whose 类 and 款 are listed too; the 款 of 219, which has no 项. */
  leaves(fund: string): ChartCode[];
  /** The 政府 code of a 部门 code for an organ or an institution; null where the chart has no sure pair. */
  pair(economicCode: string, kind: 'organ' | 'institution'): string | null;
  /** A functional, departmental or governmental name; throws for a code the year does not know. */
  name(code: string): string;
}

const FOLDER = new URL('../../src/families/chart/', import.meta.url);

/**
 * Reads the bundled chart for a year; only rows of high confidence are offered. 政府 codes are the exception:
 * 50601 and 50602 are of low confidence from 2024, and no institution's capital spending does without them.
 */
export function chartOf(year: number): YearChart {
  const functions = codes('function.csv', year, 'high');
  const economic = codes('economic_department.csv', year, 'high');
  const government = codes('economic_government.csv', year, 'low');
  const pairs = rows('economic_mapping.csv')
    .filter((r) => inYear(r.from_year, r.to_year, year) && r.confidence === 'high')
    .map((r) => ({ from: r.dept_code, to: r.gov_code, condition: r.condition }));
  const leaves = (fund: string): ChartCode[] =>
    [...functions.values()].filter((c) => {
      const lowest = c.code.length === 7 || (c.code.length === 5 && c.code.startsWith('219'));
      return lowest && c.fund === fund && functions.has(c.code.slice(0, 3)) && functions.has(c.code.slice(0, 5));
    });
  const pair = (code: string, kind: 'organ' | 'institution'): string | null => {
    const wanted = kind === 'organ' ? '行政单位/参公' : '事业单位';
    const found = pairs.find((p) => p.from === code && (p.condition === wanted || p.condition === '通用') && government.has(p.to));
    return found?.to ?? null;
  };
  // A 款 above a sure 项 may itself be less sure (20805 was renamed after 2019).
  const unsure = codes('function.csv', year, 'low');
  const name = (code: string): string => {
    const found = functions.get(code) ?? economic.get(code) ?? government.get(code) ?? unsure.get(code);
    if (!found) throw new Error(`no code ${code} in ${year}`);
    return found.name;
  };
  return { functions, economic, government, leaves, pair, name };
}

function codes(file: string, year: number, confidence: 'high' | 'low'): Map<string, ChartCode> {
  const result = new Map<string, ChartCode>();
  for (const row of rows(file)) {
    const sure = row.confidence === 'high' || confidence === 'low';
    // 215 had another name until 2020; both are medium, and no year may lack the class.
    if (!inYear(row.from_year, row.to_year, year) || !(sure || row.code === '215')) continue;
    result.set(row.code, { code: row.code, name: row.name, fund: row.fund, confidence: row.confidence });
  }
  return result;
}

function inYear(from: string, to: string, year: number): boolean {
  return Number(from) <= year && (to === '' || year <= Number(to));
}

function rows(file: string): Record<string, string>[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '');
  const header = fields(lines[0]);
  return lines.slice(1).map((line) => {
    const values = fields(line);
    return Object.fromEntries(header.map((key, i) => [key, values[i] ?? '']));
  });
}

function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] === undefined ? m[2] : m[1].replaceAll('""', '"')));
}
