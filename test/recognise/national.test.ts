import { describe, expect, it } from 'vitest';
import { accusations, audit, shapes, type LiteralSheet } from './literal';
import { COVER, incomeAndSpending, nationalBook } from './nationalForms';

const IDS = ['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09'];
const titled = (title: (name: string) => string): LiteralSheet[] =>
  nationalBook().map((s) => (s.name === '封面' ? s : { ...s, rows: s.rows.map((r, i) => (i === 0 ? [title(String(r[0]))] : r)) }));

describe('the national form of 部门决算', () => {
  it.each([
    ['as printed', nationalBook()],
    ['without merge information', nationalBook().map((s) => ({ ...s, merges: null }))],
    ['the year in the title', titled((t) => `2022年度${t}`)],
    ['name and year in the title', titled((t) => `某市水利局2022年度${t}`)],
    ['the number in the title', titled((t) => `公开01表 ${t}`)],
    ['only the sheet is named', nationalBook().map((s) => (s.name === '封面' ? s : { ...s, rows: s.rows.slice(1), merges: null }))],
    ['only the sheet is named, with a number', nationalBook().map((s, i) => (s.name === '封面' ? s : { name: `Z0${i} ${s.name}`, rows: s.rows.slice(1), merges: null }))],
  ])('%s: all nine tables, no findings, every amount in some rule', (_, sheets) => {
    const session = audit(...sheets);
    expect(session.report.tables.map((t) => t.id)).toEqual(IDS);
    expect(accusations(session)).toEqual([]);
    expect(session.report.coverage.coveredCells).toBe(session.report.coverage.amountCells);
    expect([session.report.year, session.report.level]).toEqual([2022, 'department']);
  });

  it('人员经费合计 and 公用经费合计 below the list of 公开06表 are no rows without a code', () => {
    const session = audit(COVER, {
      name: '公开06表',
      rows: [
        ['一般公共预算财政拨款基本支出决算表（按经济分类科目）'], ['编制部门：某市水利局', null, null, null, '单位：万元'], ['项目', null, '本年支出合计', '人员经费', '公用经费'], ['经济分类科目编码', '科目名称'],
        ['合计', null, 75, 66, 9], ['301', '工资福利支出', 66, 66], ['30101', '基本工资', 66, 66], ['302', '商品和服务支出', 9, null, 9], ['30201', '办公费', 9, null, 9],
        ['人员经费合计', null, null, 66], ['公用经费合计', null, null, null, 9],
      ],
    });
    expect(accusations(session)).toEqual([]);
  });

  it('a negative amount (a refund) is no accusation where the sums hold', () => {
    const table = nationalBook()[2];
    const rows = table.rows.map((r) => (/^(210|21015|2101550|合计)$/.test(String(r[0])) ? [...r.slice(0, 7), 31, null, -1, null, 5] : r));
    expect(accusations(audit(COVER, { ...table, rows }))).toEqual([]);
  });

  it('empty forms have no findings but one on totals of zero', () => {
    const without = (value: number | null): LiteralSheet[] => nationalBook().map((s) => ({ ...s, rows: s.rows.map((r) => r.map((cell) => (typeof cell === 'number' ? value : cell))) }));
    expect(accusations(audit(...without(null)))).toEqual([]);
    // A form of zeros is said once to hold nothing.
    expect(accusations(audit(...without(0)))).toEqual([expect.stringMatching(/^warning M9 /)]);
  });

  it('类 | 款 | 项 | 栏次 | 1 | 2 … on one row is no data', () => {
    expect(shapes(audit(...nationalBook()))[2]).toBe('F03: (本年支出合计,基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出)×14');
  });

  it('sub-lines of 结余分配 and the balances (forms up to 2019) are checked, not strange money', () => {
    const form = incomeAndSpending('收入支出决算总表', true);
    const clean = audit(COVER, form);
    expect(clean.report.coverage).toMatchObject({ amountCells: 22, coveredCells: 22 });
    expect(accusations(clean)).toEqual([]);
    const wrong = audit(COVER, { ...form, rows: form.rows.map((r) => (r[3] === '    基本支出结转' ? [...r.slice(0, 5), 4] : r)) });
    expect(accusations(wrong).map((a) => a.slice(0, 11))).toEqual(['error F01.4']);
  });
});
