import { describe, expect, it } from 'vitest';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { budgetWorkbook, drawBudget, FISCAL, fullBudgetOptions, GENERAL, generateBudgetOfCells, total, type Budget, type BudgetOptions, type Item } from './budget';
import { wanyuan } from './money';
import { codedRows, tableOf, tablesOf, type TableView } from './inspect';

const CASES: readonly BudgetOptions[] = [
  { seed: 1, year: 2023, units: 3 },
  { seed: 2, year: 2024, units: 8, style: 'plain', zeros: 'zero', balances: 'kept' },
  { seed: 3, year: 2024, level: 'unit', style: 'plain', balances: 'none', otherIncome: false },
  { seed: 4, year: 2025, units: 40, projectGroups: 1, indent: true, targets: 'stacked', stateCapital: true, moreLines: true },
  { seed: 6, year: 2023, level: 'unit', governmentFund: false, threePublic: false, procurement: false },
  { seed: 8, year: 2024, level: 'unit', lineItems: '2023', names503: 'old' },
  { seed: 5, year: 2023, units: 12, departments: 3, projectsPerUnit: 3, names503: 'new', lineItems: '2024' },
];

/** The same sum twice: from the cells and from the model's leaves. */
function sumOf(budget: Budget, condition: (item: Item) => boolean): number {
  return total(budget.items, condition);
}

/** parents = Σ children in a column of a coded table; the code is the part before the blank. */
function checkTree(view: TableView, columns: readonly number[]): void {
  const rows = codedRows(view);
  const own = (key: string): string => key.split(' ')[0];
  for (const [key, row] of rows) {
    const children = [...rows].filter(([k]) => own(k).length === own(key).length + 2 && own(k).startsWith(own(key)));
    if (children.length === 0) continue;
    for (const column of columns) expect(children.reduce((s, [, r]) => s + view.at(r, column), 0), `${view.area.kind} ${key}`).toBe(view.at(row, column));
  }
}

describe.each(CASES)('a generated 综合预算 %o', (options) => {
  const budget = drawBudget(fullBudgetOptions(options));
  const book: WorkbookSnapshot = budgetWorkbook(budget);
  const fund = (i: Item): boolean => i.source === 'fund' || i.source === 'capital';

  it('is the same for the same seed and another for another', () => {
    expect(budgetWorkbook(drawBudget(fullBudgetOptions(options)))).toEqual(book);
    expect(drawBudget(fullBudgetOptions({ ...options, seed: 'other' })).items).not.toEqual(budget.items);
  });

  it('B01: lines, 本年合计 and 总计 close (B01.1–B01.6)', () => {
    const b01 = tableOf(book, 'B01');
    const word = options.style === 'plain' && options.level === 'unit' ? '单位' : '部门';
    const line = (label: string, block: number): number => b01.line(label, block * 2);
    expect(line('1、财政拨款', 0)).toBe(line('(1)一般公共预算拨款', 0) + line('(2)政府性基金拨款', 0) + line('(3)国有资本经营预算收入', 0));
    const numbered = ['1、财政拨款', '2、上级补助收入', '3、事业收入', '4、事业单位经营收入', '5、附属单位上缴收入', '6、其他收入'];
    expect(line(`一、${word}预算`, 0)).toBe(numbered.reduce((s, l) => s + line(l, 0), 0));
    expect(line('本年收入合计', 0)).toBe(line(`一、${word}预算`, 0));
    const savings = budget.options.lineItems === '2024' ? '使用非财政拨款结余' : '用事业基金弥补收支差额';
    expect(line('收入总计', 0)).toBe(line('本年收入合计', 0) + line(savings, 0) + line('上年实户资金余额', 0) + line('上年结转', 0));
    for (const block of [1, 2, 3]) {
      expect(line('本年支出合计', block)).toBe(sumOf(budget, () => true));
      expect(line('支出总计', block)).toBe(line('本年支出合计', block) + line('结转下年', block) + line('未安排支出的实户资金', block));
      expect(line('支出总计', block)).toBe(line('收入总计', 0));
      if (options.balances === 'none' || options.balances === 'kept') expect(line('本年收入合计', 0)).toBe(line('本年支出合计', block));
    }
    const parts = [...b01.rows()].filter((row) => /^\(\d+\)/.test(b01.sheet.text(row, 4)));
    expect(parts.reduce((s, row) => s + b01.at(row, 5), 0)).toBe(line('1、人员经费和公用经费支出', 2) + line('2、专项业务经费支出', 2));
    const functions = [...b01.rows()].filter((row) => /^\d+、/.test(b01.sheet.text(row, 2)));
    expect(functions.length).toBe(options.moreLines ? 28 : 24);
    expect(functions.reduce((s, row) => s + b01.at(row, 3), 0)).toBe(line('本年支出合计', 1));
    const governments = [...b01.rows()].filter((row) => /^\d+、/.test(b01.sheet.text(row, 6)));
    expect(governments.reduce((s, row) => s + b01.at(row, 7), 0)).toBe(line('本年支出合计', 3));
  });

  it('B02, B03: 合计 = Σ sources, 主管部门 = Σ units, and both agree with B01 (X1, X2)', () => {
    for (const [kind, label, block] of [['B02', '收入总计', 0], ['B03', '支出总计', 1]] as const) {
      const view = tableOf(book, kind);
      const width = view.area.amounts.reduce((w, a) => Math.max(w, a.column), 0);
      const counted = Array.from({ length: width - 2 }, (_, i) => i + 3).filter((c) => !view.sheet.text(view.area.firstData - 1, c).startsWith('其中'));
      const rows = [...view.rows()];
      for (const row of rows) expect(counted.reduce((s, c) => s + view.at(row, c), 0)).toBe(view.at(row, 2));
      for (const column of [2, ...counted]) {
        const ofLength = (n: number): number => rows.filter((row) => view.sheet.text(row, 0).length === n).reduce((s, row) => s + view.at(row, column), 0);
        expect(ofLength(3)).toBe(view.at(rows[0], column));
        expect(ofLength(6)).toBe(view.at(rows[0], column));
      }
      expect(view.at(rows[0], 2)).toBe(tableOf(book, 'B01').line(label, block * 2));
      expect(view.at(rows[0], 3)).toBe(tableOf(book, 'B01').line('(1)一般公共预算拨款', 0));
    }
  });

  it('B04 = B01 under 财政拨款, and B05–B08 add up to it (X3–X10)', () => {
    const b04 = tableOf(book, 'B04');
    const b01 = tableOf(book, 'B01');
    const general = sumOf(budget, (i) => GENERAL.includes(i.source));
    expect(b04.line('1、一般公共预算拨款', 0)).toBe(b01.line('(1)一般公共预算拨款', 0));
    expect(b04.line('本年支出合计', 2)).toBe(sumOf(budget, (i) => FISCAL.includes(i.source)));
    const b05 = tableOf(book, 'B05');
    const b06 = tableOf(book, 'B06');
    const total5 = b05.rowOf('合计', 1);
    const total6 = b06.rowOf('合计', 3);
    expect(b05.at(total5, 2)).toBe(general);
    for (let i = 0; i < 4; i++) expect(b06.at(total6, 4 + i)).toBe(b05.at(total5, 2 + i));
    checkTree(b05, [2, 3, 4, 5]);
    checkTree(b06, [4, 5, 6, 7]);
    for (const [code, row] of codedRows(b05)) {
      expect(b05.at(row, 2)).toBe(sumOf(budget, (i) => GENERAL.includes(i.source) && i.functionCode.startsWith(code)));
      expect(b05.at(row, 2)).toBe(b05.at(row, 3) + b05.at(row, 4) + b05.at(row, 5));
      if (code.length !== 3) continue;
      const line = [...b04.rows()].find((r) => b04.sheet.text(r, 2).endsWith(`、${budget.chart.name(code)}`));
      expect(line).toBeDefined();
      if (line !== undefined) expect(b04.at(line, 3)).toBe(b05.at(row, 2) + sumOf(budget, (i) => fund(i) && i.functionCode.startsWith(code)));
    }
    for (const [lesser, whole, from] of [['B07', 'B05', 2], ['B08', 'B06', 4]] as const) {
      const less = tableOf(book, lesser);
      const more = tableOf(book, whole);
      checkTree(less, [from, from + 1, from + 2]);
      expect([...codedRows(less).keys()]).toEqual([...codedRows(more).keys()]);
      for (const [key, row] of codedRows(less)) {
        const other = codedRows(more).get(key) ?? -1;
        expect([less.at(row, from + 1), less.at(row, from + 2)]).toEqual([more.at(other, from + 1), more.at(other, from + 2)]);
      }
    }
    const lines = ['501', '502', '505', '506', '507', '509'];
    for (const code of lines) {
      const row = [...b04.rows()].find((r) => /^\d+、/.test(b04.sheet.text(r, 6)) && b04.sheet.text(r, 6).endsWith(`、${budget.chart.name(code)}`)) ?? -1;
      const rows = [...codedRows(b06)].filter(([key]) => (key.split(' ')[1] ?? '').startsWith(code));
      expect(b04.at(row, 7)).toBe(rows.reduce((s, [, r]) => s + b06.at(r, 4), 0) + sumOf(budget, (i) => fund(i) && i.governmentCode.startsWith(code)));
    }
  });

  it('B09, B10, B11, B12: fund, projects, purchases, 三公 (B09–B12, X11, X14, X15)', () => {
    const special = (sources: readonly string[]): number => sumOf(budget, (i) => i.nature === 'special' && sources.includes(i.source));
    const b09 = tableOf(book, 'B09');
    for (const block of [1, 2, 3]) expect(b09.line('本年支出合计', block * 2)).toBe(b09.line('本年收入合计', 0));
    const b10 = tableOf(book, 'B10');
    expect(b10.line('合计', 1)).toBe(special([...GENERAL, 'fund']));
    const b12 = tableOf(book, 'B12');
    const first = [...b12.rows()][0];
    for (const row of b12.rows()) {
      for (const c of [2, 11, 20]) {
        expect(b12.at(row, c)).toBe(b12.at(row, c + 1) + b12.at(row, c + 7) + b12.at(row, c + 8));
        expect(b12.at(row, c + 1)).toBe(b12.at(row, c + 2) + b12.at(row, c + 3) + b12.at(row, c + 4));
        expect(b12.at(row, c + 4)).toBe(b12.at(row, c + 5) + b12.at(row, c + 6));
      }
      for (let c = 0; c < 9; c++) expect(b12.at(row, 20 + c)).toBe(b12.at(row, 11 + c) - b12.at(row, 2 + c));
    }
    expect(b12.at(first, 13)).toBe(sumOf(budget, (i) => GENERAL.includes(i.source) && i.economicCode === '30212'));
    const b11 = tableOf(book, 'B11');
    if (budget.purchases.length === 0) return;
    const rows = [...b11.rows()];
    const perCode = rows.filter((row) => b11.sheet.text(row, 4) === '全额');
    expect(perCode.reduce((s, row) => s + b11.at(row, 14), 0)).toBe(b11.at(rows[0], 14));
    for (const p of budget.purchases) {
      expect(p.cents).toBeLessThanOrEqual(sumOf(budget, (i) => i.economicCode === p.economicCode && i.functionCode === p.functionCode));
    }
  });

  it('B13, B14: 绩效 in 万元 (X12, X13)', () => {
    const forms = tablesOf(book, 'B13');
    expect(forms.length).toBe(budget.projects.length);
    const money = forms.reduce((s, f) => s + f.line('实施期资金总额：', 3), 0);
    expect(money).toBe(wanyuanHundredths(tableOf(book, 'B10').line('合计', 1)));
    expect(new Set(forms.map((f) => f.sheet.text(f.rowOf('项目名称', 0), 3))).size).toBe(forms.length);
    const b14 = tableOf(book, 'B14');
    const all = b14.line('金额合计', 1, 2);
    expect(all).toBe(wanyuanHundredths(tableOf(book, 'B01').line('支出总计', 2)));
  });

  it('every code has its name and its parent, in ascending order', () => {
    for (const kind of ['B05', 'B06', 'B07', 'B08']) {
      const view = tableOf(book, kind);
      const own = view.area.codes.filter((c) => c.classification !== 'government').map((c) => c.code);
      expect(own).toEqual([...own].sort());
      for (const cell of view.area.codes) {
        expect(cell.name && view.sheet.text(cell.name.row, cell.name.column)).toBe(budget.chart.name(cell.code));
        if (cell.code.length > 3 && cell.classification !== 'government') expect(own).toContain(cell.code.slice(0, cell.code.length - 2));
      }
    }
  });
});

function wanyuanHundredths(cents: number): number {
  return Math.round(wanyuan(cents) * 100);
}

describe('a large 综合预算', () => {
  it.each([3_000, 20_000, 100_000])('of about %i cells', (cells) => {
    const made = generateBudgetOfCells(cells, 1).sheets.reduce((n, s) => n + s.columns.length, 0);
    expect(made).toBeGreaterThan(cells * 0.75);
    expect(made).toBeLessThan(cells * 1.25);
  });

  it('with 300 units fills every 类 but 209 and 223', () => {
    const budget = drawBudget(fullBudgetOptions({ seed: 7, year: 2024, units: 300 }));
    const classes = new Set(budget.items.map((i) => i.functionCode.slice(0, 3)));
    expect(classes.size).toBe(22);
    expect(budget.items.some((i) => i.source === 'fund')).toBe(true);
    expect(new Set(budget.units.map((u) => u.code)).size).toBe(300);
    const book = budgetWorkbook(budget);
    expect(book.sheets.reduce((n, s) => n + s.columns.length, 0)).toBeGreaterThan(50_000);
  });
});
