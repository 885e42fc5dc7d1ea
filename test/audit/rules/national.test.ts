/** The rules of the Ministry's budget form on real workbooks of eight places: each holds somewhere, none fails, planted slips are found. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import bundled from '../../../src/generated/rules';
import { createAuditor, openAudit, type AuditSession } from '../../../src/audit/audit';
import { readWorkbook } from '../../../src/files';

const PLACES = ['suzhou-2026-a', 'chongqing-2026-a', 'fuzhou-2026-a', 'yantai-2026-a', 'guangzhou-2026-a', 'central-2026-a', 'hangzhou-2026-a', 'shanghai-2026-d'];

/** Rules whose tables or lists stand empty, are missing, or have one column, in all of these workbooks. */
const SILENT = ['N01.2a', 'N01.4', 'N01.5', 'N04.2a', 'N03e.1', 'N03e.2', 'N10e.1', 'N10e.2', 'N05e.1', 'N06p.1', 'N08.2', 'N12.1', 'N17.1', 'N17.2', 'N21b', 'N25b', 'N19.1', 'N19.2', 'N23a', 'N28a', 'N37', 'N38', 'N40.1', 'N40.2', 'N41.1'];

const auditor = createAuditor();
const sessions = new Map<string, AuditSession>();

beforeAll(async () => {
  for (const place of PLACES) {
    const file = fileURLToPath(new URL(`../../fixtures/forms/${place}.xlsx`, import.meta.url));
    sessions.set(place, openAudit(await readWorkbook(new Uint8Array(readFileSync(file)), `${place}.xlsx`), {}, auditor));
  }
});

const total = (rule: string): number => [...sessions.values()].reduce((n, s) => {
  const outcomes = s.report.rules.find((r) => r.rule === rule)?.outcomes;
  return n + (outcomes ? outcomes.consistent + outcomes.rounding : 0);
}, 0);

describe('rules of the national form', () => {
  it.each(bundled.map((r) => r.id).filter((id) => /^N\d/.test(id) && !SILENT.includes(id)))('%s holds in real workbooks', (rule) => {
    expect(total(rule)).toBeGreaterThan(0);
  });

  it.each([
    ['suzhou-2026-a', '公开03表', 8, 3, 'N03'],
    ['suzhou-2026-a', '公开07表', 9, 4, 'N05'],
    ['chongqing-2026-a', '2026年一般公共预算基本支出情况表', 8, 3, 'N06'],
    ['guangzhou-2026-a', '表2', 6, 2, 'N02'],
  ] as const)('%s %s: a changed figure is found at its cell', (place, name, row, column, table) => {
    const session = sessions.get(place)!;
    const sheet = session.snapshot.sheets.findIndex((s) => s.name === name);
    const fresh = openAudit(session.snapshot, {}, auditor);
    const report = fresh.apply([{ cell: { sheet, row, column }, content: { kind: 'number', value: 12345.67 } }]);
    const address = `${String.fromCharCode(65 + column)}${row + 1}`;
    const hits = report.findings.filter((f) => f.severity === 'error' && f.cells.some((c) => c.sheet === name && c.address === address));
    expect(hits.map((f) => f.table)).toContain(table);
  });

  it('a change against the year before may be negative, in a table or in some of its columns', () => {
    expect([...sessions.values()].flatMap((s) => s.report.findings.filter((f) => f.message.includes('负数')).map((f) => f.message))).toEqual([]);
  });

  it('zero in every total, whatever they are called, is told', () => {
    const { snapshot } = sessions.get('chongqing-2026-a')!;
    const sheet = snapshot.sheets.findIndex((s) => s.name === '2026年部门收支总体情况表');
    const zeros = Array.from({ length: 10 }, (_, i) => [1, 3].map((column) => ({ cell: { sheet, row: 5 + i, column }, content: { kind: 'number' as const, value: 0 } }))).flat();
    const report = openAudit(snapshot, {}, auditor).apply(zeros);
    expect(report.findings.filter((f) => f.rule === 'M9').map((f) => f.cells.map((c) => c.address))).toEqual([['B6', 'D6']]);
  });

  it('a table that ends at a 款 which the other breaks down: one warning, no row is called missing', () => {
    const { snapshot } = sessions.get('suzhou-2026-a')!;
    const sheet = snapshot.sheets.findIndex((s) => s.name === '公开07表');
    const gone = [14, 15].flatMap((row) => Array.from({ length: 8 }, (_, column) => ({ cell: { sheet, row, column }, content: null })));
    const report = openAudit(snapshot, {}, auditor).apply(gone);
    expect(report.findings.map((f) => [f.rule, f.cells.map((c) => c.address)])).toEqual([['C7', ['A14']]]);
  });
});
