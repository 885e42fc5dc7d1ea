import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { factsOf, yearsBetween, type FactBook } from '../../src/audit/between';
import { auditSnapshot } from '../../src/audit/session';
import type { AuditState } from '../../src/audit/state';
import { readWorkbook } from '../../src/files';
import { freeze, thaw, type Sheet } from '../generate';

const auditor = createAuditor();
const read = async (name: string): Promise<AuditState> => auditSnapshot(await readWorkbook(readFileSync(`test/fixtures/${name}.xlsx`), `${name}.xlsx`), auditor);
const facts = (state: AuditState, file: string): FactBook => factsOf(state, file);

/** The workbook of the year before: its year one less, and some figures taken from others. */
function yearBefore(state: AuditState, year: number, edit: (sheets: readonly Sheet[]) => void): FactBook {
  const book = thaw(state.workbook);
  for (const sheet of book.sheets) {
    for (const { row, column, cell } of sheet.cells()) if (typeof cell.value === 'string' && cell.value.includes(String(year))) sheet.set(row, column, cell.value.replaceAll(String(year), String(year - 1)));
  }
  edit(book.sheets);
  return facts(auditSnapshot(freeze(book), auditor), '上年.xlsx');
}

/** Copies a block's figures onto another's cells of the same row and column. */
function copyFigures(state: AuditState, table: string, from: string, to: string): (sheets: readonly Sheet[]) => void {
  const found = state.recognition.tables.find((t) => t.id === table) ?? expect.fail(table);
  const [a, b] = [from, to].map((id) => found.blocks.find((block) => block.id === id) ?? expect.fail(id));
  return (sheets) => {
    a.columns.forEach((column, c) => {
      const target = b.columns.findIndex(({ id }) => id === column.id);
      if (target < 0) return;
      a.rows.forEach((_, r) => {
        const [x, y] = [a.amounts[r * a.columns.length + c], b.amounts[r * b.columns.length + target]];
        if (x < 0 || y < 0) return;
        const { fen, row, column: at } = state.recognition.amounts;
        sheets[found.sheet].set(row[y], at[y], fen[x] / 100);
      });
    });
  };
}

let budget: AuditState;
let accounts: AuditState;
beforeAll(async () => {
  budget = await read('001');
  accounts = await read('forms/foshan-2019-final');
});

describe('a year against the last', () => {
  it('Y1: the columns of last year are those of this year in last year’s workbook', () => {
    const last = yearBefore(budget, 2024, copyFigures(budget, 'B12', '上年', '当年'));
    const { findings, outcomes } = yearsBetween(facts(budget, '本年.xlsx'), [last], 'zh');
    expect(findings.map((f) => f.message)).toEqual([]);
    expect(outcomes.consistent).toBeGreaterThan(1);
  });

  it('Y1: one figure that differs is named in both workbooks, as a warning', () => {
    const copy = copyFigures(budget, 'B12', '上年', '当年');
    const table = budget.recognition.tables.find((t) => t.id === 'B12') ?? expect.fail('B12');
    const block = table.blocks.find((b) => b.id === '当年') ?? expect.fail('当年');
    const c = block.columns.findIndex(({ id }) => id === '会议费');
    const amount = block.amounts[c];
    const last = yearBefore(budget, 2024, (sheets) => {
      copy(sheets);
      sheets[table.sheet].set(budget.recognition.amounts.row[amount], budget.recognition.amounts.column[amount], 4321);
    });
    const { findings } = yearsBetween(facts(budget, '本年.xlsx'), [last], 'zh');
    expect(findings.map((f) => [f.rule, f.severity, f.table, f.right, f.cells.map((cell) => cell.file)])).toEqual([['Y1', 'warning', 'B12', '4321.00', [undefined, '上年.xlsx']]]);
  });

  it('Y2: opening balances are last year’s closing balances', () => {
    const value = (block: string, key: string): number => {
      const b = accounts.recognition.tables.find((t) => t.id === 'F01')?.blocks.find((x) => x.id === block) ?? expect.fail(block);
      return b.amounts[b.rows.findIndex((r) => r.key === key) * b.columns.length];
    };
    const [opening, closing] = [value('收入', '年初结转和结余'), value('支出', '年末结转和结余')];
    const { amounts } = accounts.recognition;
    const wan = amounts.fen[opening] / 1_000_000;
    const withClosing = (figure: number): FactBook => yearBefore(accounts, 2019, (sheets) => sheets[amounts.sheet[closing]].set(amounts.row[closing], amounts.column[closing], figure));
    const of = (figure: number): readonly string[] => yearsBetween(facts(accounts, '本年.xlsx'), [withClosing(figure)], 'zh').findings.filter((f) => f.table === 'F01').map((f) => f.rule);
    expect(of(wan)).toEqual([]);
    expect(of(wan + 1)).toEqual(['Y2']);
  });

  it('says nothing of years that do not follow each other, of other forms, and of the same file', () => {
    const now = facts(budget, '本年.xlsx');
    for (const other of [now, facts(accounts, '决算.xlsx'), { ...now, year: 2022 }]) {
      const { findings, tables } = yearsBetween(now, [other], 'zh');
      expect([findings, tables]).toEqual([[], []]);
    }
  });
});
