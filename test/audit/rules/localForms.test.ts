/** Forms as places print them, a few rows of each: what is whole is not accused, and one slip is found. */
import { describe, expect, it } from 'vitest';
import { auditOf } from '../support/ruleTester';
import type { Book, Change } from '../support/sheets';

const told = (book: Book, change: Change = {}): string[] =>
  auditOf({ name: '', book, change }).findings.filter((f) => f.severity !== 'hint').map((f) => `${f.severity} ${f.rule} ${f.cells.map((c) => `${c.sheet}!${c.address}`).join(' ')}`);

/** Basic expenditure by economic subject with a column for each of its two kinds. */
const basic: Book = {
  '6': [
    ['2024年一般公共预算基本支出表'], [null, null, null, null, '单位：万元'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    [null, '合计', 70.11, 55.11, 15],
    ['301', '工资福利支出', 53.11, 53.11, null], ['30101', '基本工资', 43, 43, null], ['30108', '机关事业单位基本养老保险缴费', 10.11, 10.11, null],
    ['302', '商品和服务支出', 15, null, 15], ['30201', '办公费', 10.34, null, 10.34], ['30211', '差旅费', 2, null, 2], ['30217', '公务接待费', 2.66, null, 2.66],
    ['303', '对个人和家庭的补助', 2, 2, null], ['30302', '退休费', 2, 2, null],
  ],
};

const blank = (sheet: string, row: number, columns = 'ABCDE'): Change => Object.fromEntries([...columns].map((c) => [`${sheet}!${c}${row}`, null]));

describe('基本支出表 of three columns', () => {
  it('is whole as it is', () => expect(told(basic)).toEqual([]));
  it('lacks a row: the sum above it falls short in two columns, which is one fault', () => {
    expect(told(basic, blank('6', 9))).toEqual(['error N06.2 6!E8 6!E10 6!E11', 'error N06.2 6!C8 6!C10 6!C11']);
  });
});
