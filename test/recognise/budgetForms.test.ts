import { describe, expect, it } from 'vitest';
import { openAudit, type AuditSession } from '../../src/audit/audit';
import { freeze, generateDepartmentBudget, Sheet, thaw, type BudgetOptions, type Workbook } from '../generate';
import { readTables, squeeze, type TableArea } from '../generate/anatomy';
import { accusations } from './literal';

function edited(edit: (book: Workbook) => void, options: Partial<BudgetOptions> = {}): AuditSession {
  const book = thaw(generateDepartmentBudget({ seed: 5, year: 2024, units: 3, ...options }));
  edit(book);
  return openAudit(freeze(book));
}

function eachTable(book: Workbook, change: (sheet: Sheet, table: TableArea) => void): void {
  for (const sheet of book.sheets) for (const table of readTables(sheet)) change(sheet, table);
}

const titleOf = (sheet: Sheet, table: TableArea): string => sheet.text(table.title.row, table.title.column);

function prose(lines: readonly string[], step = 1): Sheet {
  const sheet = new Sheet('公开说明');
  lines.forEach((line, i) => sheet.set(i * step, 0, line));
  return sheet;
}

const contents = (book: Workbook): Sheet => book.sheets.find((s) => s.name === '目录') ?? new Sheet('目录');

const FORMS: readonly (readonly [string, (book: Workbook) => void, Partial<BudgetOptions>?])[] = [
  ['number and title in one cell', (book) => eachTable(book, (s, t) => {
    const number = t.title.row > 0 ? s.text(t.title.row - 1, 0) : '';
    if (!/^表\d/.test(number)) return;
    s.set(t.title.row, t.title.column, `${number}  ${titleOf(s, t)}`);
    s.set(t.title.row - 1, 0, null);
  })],
  ['name and year in the title', (book) => eachTable(book, (s, t) => s.set(t.title.row, t.title.column, `王益区水利局2024年${titleOf(s, t)}`))],
  ['the title only as the name of the sheet', (book) => {
    for (const [i, sheet] of book.sheets.entries()) {
      const table = readTables(sheet)[0];
      if (!table) continue;
      sheet.name = `${i}.${squeeze(titleOf(sheet, table))}`.slice(0, 31);
      sheet.set(table.title.row, table.title.column, null);
    }
  }, { style: 'plain' }],
  ['三公 groups called 2023年 and 2024年', (book) => {
    for (const sheet of book.sheets) for (const { row, column, cell } of [...sheet.cells()]) {
      if (cell.value === '上年' || cell.value === '上年预算数') sheet.set(row, column, '2023年');
      if (cell.value === '当年' || cell.value === '当年预算数') sheet.set(row, column, '2024年度预算数');
    }
  }],
  ['prose before the 目录 that names tables below one another', (book) => book.sheets.splice(1, 0, prose(['第四部分 公开报表', '表1 部门综合预算收支总表', '表2 部门综合预算收入总表', '见表3 部门综合预算支出总表', '本年收支情况详见部门综合预算收支总表。单位：万元'], 2))],
  ['prose and no 目录', (book) => book.sheets.splice(1, 1, prose(['表1 部门综合预算收支总表', '表2 部门综合预算收入总表', '见表3 部门综合预算支出总表']))],
  ['blank rows within the 目录', (book) => contents(book).insertRows(6, 5)],
  ['the 目录 without 是否空表, its remarks say which tables are empty and left out', (book) => {
    const list = contents(book);
    ['序号', '表名', '备注'].forEach((text, i) => list.set(1, i, text));
    for (let row = 2; row < list.rows.length; row++) {
      const empty = list.text(row, 2) === '是';
      list.set(row, 2, empty ? '本表为空' : null);
      list.set(row, 3, null);
    }
    book.sheets = book.sheets.filter((s) => !readTables(s).some((t) => t.kind === 'B09'));
  }, { governmentFund: false }],
  ['signatures, dates and page numbers below the tables', (book) => eachTable(book, (s, t) => {
    if (!/^B0/.test(t.kind) || t.bottom !== s.rows.length - 1) return;
    ['单位负责人：张三', null, '1', '填报日期：2024年2月5日'].forEach((text, i) => s.set(t.bottom + 2, i, text));
    ['打印日期：2024-02-05', null, '2'].forEach((text, i) => s.set(t.bottom + 3, i, text));
    ['第 1 页，共 2 页', null, '3'].forEach((text, i) => s.set(t.bottom + 4, i, text));
  })],
  ['codes with blanks, names indented, 合计 in the code column', (book) => eachTable(book, (s, t) => {
    for (const { row, column, code, name } of t.codes) {
      s.set(row, column, ` ${code.slice(0, 3)} ${code.slice(3, 5)} ${code.slice(5)} `);
      if (name) s.set(name.row, name.column, `${'　'.repeat((code.length - 3) / 2)}${s.text(name.row, name.column)}`);
    }
    if (!/^B0[5678]$/.test(t.kind)) return;
    const column = s.rows[t.totalRows[0]].findIndex((cell) => cell?.value === '合计');
    s.set(t.totalRows[0], column, null);
    s.set(t.totalRows[0], 0, '合计');
  })],
  ['several blank sheets', (book) => [0, 3, 6].forEach((at) => book.sheets.splice(at, 0, new Sheet(`空白${at}`)))],
];

describe.each(['unit', 'department'] as const)('forms of a %s budget that are no fault', (level) => {
  it.each(FORMS.map(([name, edit, options]) => [name, edit, options ?? {}] as const))('%s', (_, edit, options) => {
    const session = edited(edit, { level, ...options });
    const { report } = session;
    expect(accusations(session)).toEqual([]);
    const expected = generateDepartmentBudget({ seed: 5, year: 2024, units: 3, level, ...options });
    const whole = openAudit(expected).report;
    const ids = new Set(report.tables.map((t) => t.id));
    expect(whole.tables.map((t) => t.id).filter((id) => !ids.has(id) && id !== 'B09')).toEqual([]);
    expect(report.coverage.coveredCells).toBe(report.coverage.amountCells);
    if (ids.has('B09')) expect(report.coverage.amountCells).toBe(whole.coverage.amountCells);
  });
});

describe('two units in one workbook', () => {
  it('differ in name and projects on purpose', () => {
    const book = thaw(generateDepartmentBudget({ seed: 5, year: 2023, level: 'unit' }));
    const other = thaw(generateDepartmentBudget({ seed: 6, year: 2023, level: 'unit' }));
    for (const sheet of other.sheets.slice(2)) {
      sheet.name = `乙${sheet.name}`;
      book.sheets.push(sheet);
    }
    const session = openAudit(freeze(book));
    expect(accusations(session)).toEqual([]);
    expect(session.report.notes.join()).toContain('工作簿里有 2 个单位的表');
    // Each has its own projects and forms.
    expect(session.report.unchecked.filter((u) => u.rule === 'X12')).toEqual([]);
  });
});
