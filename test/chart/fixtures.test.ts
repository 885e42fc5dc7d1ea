import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Classification, Fund } from '../../src/audit/chart';
import { createChart, judgeCode, judgePair, judgeUnitKind, normaliseCode } from '../../src/audit/chart';
import { builtInChartData } from './builtIn';

type Row = readonly (string | number | null)[];

const chart = createChart(builtInChartData());

/** The coded tables and where their codes stand; the name is in the next column. */
const SHEETS: Readonly<Record<string, readonly { column: number; classification: Classification; fund?: Fund }[]>> = {
  表5: [{ column: 0, classification: 'function', fund: 'general' }],
  表7: [{ column: 0, classification: 'function', fund: 'general' }],
  表6: [
    { column: 0, classification: 'department' },
    { column: 2, classification: 'government' },
  ],
  表8: [
    { column: 0, classification: 'department' },
    { column: 2, classification: 'government' },
  ],
  公开02表: [{ column: 0, classification: 'function' }],
  公开03表: [{ column: 0, classification: 'function' }],
  公开05表: [{ column: 0, classification: 'function', fund: 'general' }],
  公开06表: [{ column: 0, classification: 'department' }],
};

function sheets(file: string): [name: string, rows: Row[]][] {
  const workbook = read(readFileSync(new URL(`../fixtures/${file}.xlsx`, import.meta.url)));
  return workbook.SheetNames.filter((name) => name in SHEETS).map((name) => [
    name,
    utils.sheet_to_json<(string | number | null)[]>(workbook.Sheets[name], { header: 1, raw: true, defval: null }),
  ]);
}

describe.each([
  ['000', 2023, 4],
  ['001', 2024, 4],
  ['002', 2024, 4],
  ['003', 2020, 4],
])('the coded rows of disclosure %s (%i)', (file, year, tables) => {
  const all = sheets(file);

  it('have right codes, names and funds: no error, no warning, and no hint', () => {
    let judged = 0;
    const said: string[] = [];
    for (const [sheet, rows] of all) {
      for (const { column, classification, fund } of SHEETS[sheet]) {
        rows.forEach((row, r) => {
          const code = normaliseCode(row[column]);
          if (code === null) return;
          judged++;
          const name = row[column + 1] === null ? null : String(row[column + 1]);
          for (const verdict of judgeCode({ classification, code, name, year, chart, expectedFund: fund })) {
            said.push(`${sheet} ${r + 1} ${verdict.severity} ${verdict.message.zh}`);
          }
        });
      }
    }
    expect(all).toHaveLength(tables);
    expect(judged).toBeGreaterThan(60);
    expect(said).toEqual([]);
  });

  it('pair 部门经济 and 政府经济 as the table allows, in one kind of unit', () => {
    for (const [sheet, rows] of all.filter(([name]) => name === '表6' || name === '表8')) {
      const said = rows.map((row) => judgePair({ departmentCode: row[0], governmentCode: row[2], year, chart }));
      expect(said.filter((verdict) => verdict !== null), sheet).toEqual([]);
      expect(judgeUnitKind(rows.map((row) => row[2])), sheet).toBeNull();
    }
  });
});
