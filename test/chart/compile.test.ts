import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compileChart } from '../../src/build/chartData.mjs';
import { builtInChartData } from './builtIn';

const header = 'code,name,from_year,to_year,fund,basis,confidence\n';
const empty = {
  function: header,
  economicDepartment: header,
  economicGovernment: header,
  economicMapping: 'dept_code,dept_name,gov_code,gov_name,condition,from_year,to_year,basis,confidence\n',
  income: header,
  aliases: 'code,alias,official_name,kind,weight\n',
};

describe('compileChart', () => {
  it('is plain data that survives JSON and stays small', () => {
    const data = builtInChartData();
    const json = JSON.stringify(data);
    expect(JSON.parse(json)).toEqual(data);
    expect(gzipSync(json).length).toBeLessThan(22_000);
    expect(data.tables.function.codes).toHaveLength(1826);
  });

  it('reads quoted fields, byte-order mark and CRLF', () => {
    const data = compileChart({
      ...empty,
      function: '\ufeff' + header.replace('\n', '\r\n') + '201,"甲,""乙""",2019,,一般公共预算,seen FY2020/2024,high\r\n',
    });
    expect(data.tables.function.names).toEqual(['甲,"乙"']);
    expect(data.profiles).toEqual([[0, 0, 1, 2019, 0, 2020, 2024, 0]]);
  });

  it.each([
    ['seen FY2022/2026 in 14 documents', [0, 0, 0, 2019, 0, 2022, 2026, 0]],
    ['seen FY2022/2025/2026 in 10 documents; year of change not known', [0, 0, 0, 2019, 0, 2022, 2026, 1]],
    ['seen in a notice', [0, 0, 0, 2019, 0, 0, 0, 0]],
    ['name-seen; same name in an older official chart (about 2009)', [1, 0, 0, 2019, 0, 0, 0, 0]],
    ['recalled; press report of the 2026-03 notice', [2, 0, 0, 2019, 0, 0, 0, 0]],
  ])('reads the basis %j', (basis, profile) => {
    expect(compileChart({ ...empty, function: `${header}201,甲,2019,,,${basis},high\n` }).profiles).toEqual([profile]);
  });

  it.each([
    ['20,甲,2019,,,recalled,high', 'function.csv:2: code "20"'],
    ['201,甲,2019,,,guessed,high', 'function.csv:2: basis "guessed"'],
    ['201,甲,2019,,彩票,recalled,high', 'function.csv:2: fund "彩票"'],
    ['201,甲,19,,,recalled,high', 'function.csv:2: from_year "19"'],
    ['201,甲,2019,,,recalled,high\n201,乙,2020,,,recalled,high', 'function.csv:3: from_year "2020"'],
  ])('refuses %j', (lines, message) => {
    expect(() => compileChart({ ...empty, function: header + lines })).toThrow(message);
  });
});
