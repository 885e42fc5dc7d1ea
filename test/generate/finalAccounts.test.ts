import { describe, expect, it } from 'vitest';
import { drawFinalAccounts, finalAccountsWorkbook, FUNDS, fullFinalAccountsOptions, type FinalAccountsOptions } from './finalAccounts';
import { codedRows, tableOf, type TableView } from './inspect';

const CASES: readonly FinalAccountsOptions[] = [
  { seed: 1, year: 2019, form: '2020-list' },
  { seed: 2, year: 2020, form: '2020-list', zeros: 'zero', twoPages: true },
  { seed: 3, year: 2021, form: 'national' },
  { seed: 4, year: 2023, form: 'national', codeColumns: 'one', scale: 60, twoPages: true },
  { seed: 5, year: 2024, form: 'national', balances: false, otherIncome: false, governmentFund: false, zeros: 'zero' },
];

/** left = right within half a hundredth for each figure on both sides (hundredths of 万元). */
function close(left: number, right: readonly number[], what: string): number {
  const tail = left - right.reduce((a, b) => a + b, 0);
  expect(Math.abs(tail), what).toBeLessThanOrEqual((right.length + 1) / 2);
  return tail;
}

describe.each(CASES)('a generated 部门决算 %o', (options) => {
  const accounts = drawFinalAccounts(fullFinalAccountsOptions(options));
  const book = finalAccountsWorkbook(accounts);
  const national = options.form === 'national';
  const first = accounts.options.codeColumns === 'one' ? 2 : 4;

  it('is exact in the model: each account closes to the 分', () => {
    for (const f of accounts.fiscal) expect(f.opening + f.income).toBe(f.personnel + f.public + f.project + f.closing);
    const sumOf = (value: (f: (typeof accounts.fiscal)[number]) => number): number => accounts.fiscal.filter((f) => f.fund === 'general').reduce((s, f) => s + value(f), 0);
    const economic = [...accounts.economic.values()];
    expect(economic.reduce((s, e) => s + e.personnel, 0)).toBe(sumOf((f) => f.personnel));
    expect(economic.reduce((s, e) => s + e.public, 0)).toBe(sumOf((f) => f.public));
    expect(finalAccountsWorkbook(drawFinalAccounts(fullFinalAccountsOptions(options)))).toEqual(book);
  });

  it('F01, F04: totals close within rounding, and per fund', () => {
    const step = national ? 2 : 1;
    const right = national ? 3 : 2;
    const f01 = tableOf(book, 'F01');
    const used = [...f01.rows()].map((r) => f01.sheet.text(r, 0)).find((t) => t.startsWith('使用非财政')) ?? '';
    const total = national ? '总计' : '收入总计';
    close(f01.line(total, 0, step), [f01.line('本年收入合计', 0, step), f01.line(used, 0, step), f01.line('年初结转和结余', 0, step)], '收入总计');
    expect(f01.line(total, 0, step)).toBe(f01.line(national ? '总计' : '支出总计', right, step));
    const f04 = tableOf(book, 'F04');
    for (let fund = 0; fund < 4; fund++) {
      const offset = step + fund;
      close(f04.line(national ? '总计' : '支出总计', right, offset), [f04.line('本年支出合计', right, offset), f04.line('年末财政拨款结转和结余', right, offset)], '支出总计');
    }
    close(f04.line('年初财政拨款结转和结余', 0, step), ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'].map((l) => f04.line(l, 0, step)), '年初');
    const spent = FUNDS.map((_, i) => f04.line('本年支出合计', right, step + 1 + i));
    close(f04.line('本年支出合计', right, step), spent, '本年支出合计');
  });

  it('F02, F03, F05, F08, F09: code trees and row sums within rounding', () => {
    const parts: Record<string, readonly (readonly [number, readonly number[]])[]> = {
      F02: [[0, [1, 2, 3, 5, 6, 7]]],
      F03: [[0, [1, 2, 3, 4, 5]]],
      F05: national ? [[0, [1, 2]]] : [[0, [1, 4]], [1, [2, 3]]],
      F08: [[2, [3, 4]]],
      F09: [[0, [1, 2]]],
    };
    for (const [kind, sums] of Object.entries(parts)) {
      const view = tableOf(book, kind);
      const rows = codedRows(view);
      const top = view.rowOf('合计', 0);
      for (const row of [top, ...rows.values()]) {
        for (const [whole, of] of sums) close(view.at(row, first + whole), of.map((c) => view.at(row, first + c)), kind);
        if (kind === 'F08') close(view.at(row, first) + view.at(row, first + 1) - view.at(row, first + 2), [view.at(row, first + 5), 0, 0], '年末');
      }
      tree(view, rows, top, first);
    }
    expect(tableOf(book, 'F03').at(tableOf(book, 'F03').rowOf('合计', 0), first)).toBe(tableOf(book, 'F01').line('本年支出合计', national ? 3 : 2, national ? 2 : 1));
  });

  it('F06 = F05 基本支出, F07 ≥ F06', () => {
    const f06 = tableOf(book, 'F06');
    const f05 = tableOf(book, 'F05');
    const basic = f05.at(f05.rowOf('合计', 0), first + 1);
    if (national) {
      close(basic, [f06.line('人员经费合计', 0, 2), f06.line('公用经费合计', 3, 5)], '基本支出');
      expect(codedRows(f06).size).toBeGreaterThan(70);
    } else {
      expect(f06.at(f06.rowOf('合计', 0), 2)).toBe(basic);
      tree(f06, codedRows(f06), f06.rowOf('合计', 0), 2);
    }
    const f07 = tableOf(book, 'F07');
    const row = national ? f07.area.firstData : f07.rowOf('决算数', 0);
    const reception = national ? 11 : 3;
    expect(f07.at(row, reception)).toBeGreaterThanOrEqual(Math.round((accounts.economic.get('30217')?.public ?? 0) / 10_000));
  });
});

function tree(view: TableView, rows: ReadonlyMap<string, number>, top: number, column: number): void {
  const of = (parent: string): number[] => [...rows].filter(([code]) => code.startsWith(parent) && code.length === (parent === '' ? 3 : parent.length + 2)).map(([, row]) => view.at(row, column));
  if (rows.size > 0) close(view.at(top, column), of(''), `${view.area.kind} 合计`);
  for (const [code, row] of rows) if (of(code).length > 0) close(view.at(row, column), of(code), `${view.area.kind} ${code}`);
}

describe('rounding', () => {
  it('leaves tails, as real workbooks have them', () => {
    const book = finalAccountsWorkbook(drawFinalAccounts(fullFinalAccountsOptions({ seed: 9, year: 2023, form: 'national', codeColumns: 'one', scale: 80 })));
    const f03 = tableOf(book, 'F03');
    const tails = [...codedRows(f03).values()].filter((row) => f03.at(row, 2) !== [3, 4, 5, 6, 7].reduce((s, c) => s + f03.at(row, c), 0));
    expect(tails.length).toBeGreaterThan(3);
  });

  it('splits codes over 类, 款, 项 and keeps the amounts', () => {
    const make = (codeColumns: 'split' | 'merged'): TableView => tableOf(finalAccountsWorkbook(drawFinalAccounts(fullFinalAccountsOptions({ seed: 6, year: 2022, form: 'national', codeColumns }))), 'F03');
    const split = make('split');
    const merged = make('merged');
    const texts = (v: TableView): string[] => [...v.rows()].map((r) => [0, 1, 2].map((c) => v.sheet.text(r, c)).join(''));
    expect(texts(split)).toEqual(texts(merged));
    expect([...split.rows()].map((r) => split.at(r, 4))).toEqual([...merged.rows()].map((r) => merged.at(r, 4)));
  });
});
