/** The four disclosures: every known error of a table is found at its cell, nothing else is called an error, rounding tails are hints. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openAudit, type AuditSession, type CellEdit } from '../../src/audit/audit';
import type { Finding } from '../../src/audit/report/model';
import { EXAMPLES, example, type Example } from './support/fixtures';
import { placeOf } from './support/sheets';

const sessions = new Map<Example, AuditSession>();
beforeAll(async () => {
  for (const name of EXAMPLES) sessions.set(name, openAudit(await example(name)));
});

function findings(name: Example): readonly Finding[] {
  const session = sessions.get(name);
  if (!session) throw new Error(name);
  return session.report.findings;
}

const names = (f: Finding, place: string): boolean => {
  const at = place.lastIndexOf('!');
  return f.cells.some((c) => c.sheet === place.slice(0, at) && c.address === place.slice(at + 1));
};
const accuses = (f: Finding, place: string): boolean => names(f, place) && f.severity !== 'hint';
/** The 目录 lists a table that the workbook does not hold. */
const isMissingTable = (f: Finding): boolean => f.rule === 'M1' && f.table === null && /工作簿中没有这张表/.test(f.message);

const REAL: readonly (readonly [Example, readonly string[]])[] = [
  ['001', ['表1!D11', '表1!D16', '表4!D11', '表4!D16', '表5!C9', '表14-5!D3', '表10!B17', '表15!D5', '表15!D6', '表14-4!C14', '表14-4!C15', '表14-4!B14']],
  ['002', ['表4!F8', '表6!E16', '表6!H16']],
  ['003', ['公开01表!D24', '公开04表!B31', '目录!C9', '公开07表!B8', '公开07表!D8']],
];

describe.each(REAL)('%s', (name, places) => {
  it.each(places)('a real error is named at %s', (place) => {
    expect(findings(name).filter((f) => accuses(f, place)).length).toBeGreaterThan(0);
  });
});

/** Every finding of severity error stands at a real error. */
it.each(EXAMPLES)('%s: no other finding of severity error', (name) => {
  const real = REAL.find(([n]) => n === name)?.[1] ?? [];
  const other = findings(name).filter((f) => f.severity === 'error' && !isMissingTable(f) && !real.some((place) => names(f, place)));
  expect(other.map((f) => f.message)).toEqual([]);
});

it('how many findings speak of them', () => {
  const count = (severity: string): number[] => EXAMPLES.map((name) => findings(name).filter((f) => f.severity === severity && !isMissingTable(f)).length);
  expect(count('error')).toEqual([0, 2, 8, 6]);
  // 001: 表14-5's name, 表14-4's indicators, 表15 twice.
  expect(count('warning')).toEqual([0, 4, 0, 0]);
});

it('目录 against tables that are not there, apart', () => {
  const missing = (name: Example): string[] => findings(name).filter(isMissingTable).map((f) => f.cells[0].address);
  expect(missing('000')).toEqual(['C4']);
  expect(missing('001')).toEqual(['C4']);
  expect(missing('002')).toEqual(['C4', 'C5', 'C14']);
  expect(missing('003')).toEqual([]);
});

describe('003: rounding tails', () => {
  const TAILS = ['公开05表!D6', '公开05表!D13', '公开05表!D18', '公开05表!D20', '公开06表!C6', '公开06表!C7', '公开06表!C16', '公开06表!D6', '公开06表!D7', '公开06表!E16'];

  it.each(TAILS)('%s is in a rounding hint', (place) => {
    expect(findings('003').some((f) => f.outcome === 'rounding' && f.severity === 'hint' && names(f, place))).toBe(true);
  });

  it('one hint a table, and no tail is called an error', () => {
    const hints = findings('003').filter((f) => f.outcome === 'rounding');
    expect(new Set(hints.map((f) => f.table)).size).toBe(hints.length);
    for (const place of TAILS) {
      const totals = findings('003').filter((f) => f.outcome === 'inconsistent' && f.cells.some((c) => c.role === 'total' && `${c.sheet}!${c.address}` === place));
      expect(totals.map((f) => f.message)).toEqual([]);
    }
  });

  it('the workbooks in 元 have no rounding tails', () => {
    for (const name of ['000', '001', '002'] as const) expect(findings(name).filter((f) => f.outcome === 'rounding')).toEqual([]);
  });
});

describe('what looks odd and is no error gives no error or warning', () => {
  it.each([
    ['000', '表6!F26'], ['000', '表13!D13'], ['000', '目录!C12'],
    ['003', '公开05表!C9'], ['003', '公开06表!C11'],
  ] as const)('%s %s', (name, place) => {
    expect(findings(name).filter((f) => accuses(f, place)).map((f) => f.message)).toEqual([]);
  });

  it('001: 50999 其他对个人和家庭的补助 is an allowed name', () => {
    expect(findings('001').filter((f) => f.severity !== 'hint' && f.cells.some((c) => c.value.includes('其他对个人和家庭的补助')))).toEqual([]);
  });

  it('003: 2089901 and 2109901 were codes of 2020', () => {
    expect(findings('003').filter((f) => /2089901|2109901/.test(f.message))).toEqual([]);
  });

  it('002, 003: 经办中心 and 经办机构 may be one body', () => {
    for (const name of ['002', '003'] as const) expect(findings(name).filter((f) => f.rule === 'M2' && f.severity !== 'hint')).toEqual([]);
  });

  it('002: amounts printed with their unit', () => {
    for (const sheet of ['表13-2', '表13-3']) expect(findings('002').filter((f) => f.severity !== 'hint' && f.cells.some((c) => c.sheet === sheet)).map((f) => f.message)).toEqual([]);
  });
});

describe('002 put right', () => {
  it('the three corrections close everything but the 目录', async () => {
    const session = openAudit(await example('002'));
    const edit = (place: string, value: number): CellEdit => {
      const { sheet, row, column } = placeOf(place);
      return { cell: { sheet: session.snapshot.sheets.findIndex((s) => s.name === sheet), row, column }, content: { kind: 'number', value } };
    };
    const report = session.apply([edit('表6!E16', 425_400), edit('表6!H16', 370_200), edit('表4!F8', 55_200)]);
    expect(report.findings.filter((f) => f.severity === 'error' && !isMissingTable(f)).map((f) => f.message)).toEqual([]);
    expect(report.findings.filter(isMissingTable)).toHaveLength(3);
    expect(report.groups).toEqual([]);
  });
});
