/** Inferred relations that a table obeys nearly everywhere: where it does not is said, as no error. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { gridsOf, parseCellAddress, withCells, type CellInput } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

const auditor = createAuditor();

async function withFigures(name: string, sheet: string, figures: Readonly<Record<string, number>>): Promise<ReturnType<typeof openAudit>['report']> {
  const book = await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/forms/${name}.xlsx`)), `${name}.xlsx`);
  const at = book.sheets.findIndex((s) => s.name === sheet);
  const edits = Object.entries(figures).map(([address, value]) => ({ cell: { sheet: at, ...parseCellAddress(address)! }, content: { kind: 'number' as const, value } }));
  return openAudit(withCells(book, edits), {}, auditor).report;
}

describe('a table most of whose sums hold', () => {
  it('names those that do not, as a warning and not as errors', async () => {
    const report = await withFigures('quanzhou-2026-a', '2026年度支出预算总表', {});
    expect(report.findings.filter((f) => f.message.includes('项不成立'))).toEqual([]);
    const spoilt = await withFigures('shanghai-2026-d', '2026年预算单位收入预算总表', { E9: 1, F9: 2, E11: 3 });
    const [told, ...rest] = spoilt.findings.filter((f) => f.message.includes('项不成立') && f.rule === 'N02.2');
    expect(rest).toEqual([]);
    expect({ severity: told.severity, outcome: told.outcome }).toEqual({ severity: 'warning', outcome: 'insufficient' });
    expect(told.cells.length).toBeGreaterThanOrEqual(3);
    expect(spoilt.unchecked.filter((u) => u.rule === 'N02.2' && u.reason.includes('没有按此核对'))).toEqual([]);
  });

  it('names the only sum of a table, as a hint', async () => {
    const spoilt = await withFigures('beijing-2026-a', '预算11表', { E8: 99_999 });
    expect(spoilt.findings.filter((f) => f.message.includes('项不成立')).map((f) => `${f.severity} ${f.rule} ${f.cells.map((c) => c.address).join(' ')}`)).toEqual(['hint N17.2 E6']);
  });

  it('names the sums of a table in which one row has lost its figures, as a hint', async () => {
    const told = (report: Awaited<ReturnType<typeof withFigures>>): string[] => report.findings.filter((f) => f.message.includes('项不成立')).map((f) => `${f.severity} ${f.rule} ${f.cells.map((c) => c.address).join(' ')}`);
    expect(told(await withFigures('guangzhou-2026-a', '表2', { B8: 0, C8: 0 }))).toEqual(['hint N02.2 B6 C6']);
    expect(told(await withFigures('guangzhou-2026-a', '表2', {}))).toEqual([]);
  });
});

describe('a total that fails in some of its columns', () => {
  const told = (report: Awaited<ReturnType<typeof withFigures>>): string[] => report.findings.filter((f) => f.message.includes('项不成立')).map((f) => `${f.severity} ${f.rule} ${f.cells.map((c) => c.address).join(' ')}`);
  const sheet = '预算05表';

  it('is told where no row could be missing: the columns lack amounts unlike each other', async () => {
    expect(told(await withFigures('beijing-2026-a', sheet, { I7: 12_345, H8: 77_777 }))).toEqual(['warning N05.2 H32 I32']);
  });
});

describe('which figures are suspected where only inferred sums fail', () => {
  const suspects = (report: Awaited<ReturnType<typeof withFigures>>): string[] => report.groups.filter((g) => g.headline.includes('推断')).map((g) => `${g.ambiguous ? '之一 ' : ''}${g.suspects.map((s) => `${s.address}${s.proposed === null ? '' : ` = ${s.proposed}`} ${s.closes}`).join(', ')}`);

  it('names the figures in whose rows and columns the sums fail, and proposes nothing', async () => {
    const spoilt = await withFigures('shanghai-2026-d', '2026年预算单位收入预算总表', { E9: 1, F9: 2, E11: 3 });
    expect(suspects(spoilt)).toEqual(['E9 2, F9 2']);
    const group = spoilt.groups.find((g) => g.headline.includes('推断'))!;
    expect(group.findings).toEqual([spoilt.findings.find((f) => f.message.includes('项不成立') && f.rule === 'N02.2')!.id]);
  });

  it('says that it may be any figure of the table\'s only sum', async () => {
    expect(suspects(await withFigures('beijing-2026-a', '预算11表', { E8: 99_999 }))).toEqual(['之一 E6 1, E8 1']);
  });

  it('says nothing of the kind where nothing was changed', async () => {
    expect(suspects(await withFigures('quanzhou-2026-a', '2026年度支出预算总表', {}))).toEqual([]);
  });

  it('keeps every group apart by its findings, and a finding in one group of suspicions', async () => {
    const { groups } = await withFigures('shanghai-2026-d', '2026年预算单位支出预算总表', { G7: 5, F8: 6, E9: 7, F11: 8, G10: 9 });
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
  });
});

describe('rows out of place in a table most of whose sums are inferred', () => {
  /** The figures of some rows stand one row lower; those of the last are lost. */
  async function withRowsMovedDown(name: string, sheet: string, columns: string, first: number, last: number): Promise<ReturnType<typeof openAudit>['report']> {
    const book = await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/forms/${name}.xlsx`)), `${name}.xlsx`);
    const at = book.sheets.findIndex((s) => s.name === sheet);
    const grid = gridsOf(book)[at];
    const edits = [...columns].flatMap((letter) => Array.from({ length: last - first + 1 }, (_, i): { cell: { sheet: number; row: number; column: number }; content: CellInput | null } => {
      const { row, column } = parseCellAddress(`${letter}${first + i}`)!;
      const value = Number(grid.raw(row - 1, column));
      return { cell: { sheet: at, row, column }, content: i === 0 || grid.raw(row - 1, column) === '' ? null : { kind: 'number', value } };
    }));
    return openAudit(withCells(book, edits), {}, auditor).report;
  }

  it('is one cause of what fails for certain and of what is inferred', async () => {
    const { findings, groups } = await withRowsMovedDown('fuzhou-2026-a', '2026年度支出预算总表', 'CDE', 20, 27);
    const partly = findings.filter((f) => f.message.includes('项不成立')).map((f) => f.id);
    const [first] = groups.filter((g) => g.headline.includes('整行下移了一行'));
    expect(partly.length).toBe(1);
    expect(first.findings).toEqual(expect.arrayContaining([...partly, ...findings.filter((f) => f.severity === 'error' && f.cells.some((c) => /^[CDE]2[0-6]$/.test(c.address) && c.sheet === '2026年度支出预算总表')).map((f) => f.id)]));
    expect(first.suspects.every(({ proposed }) => proposed === null)).toBe(true);
  });
});
