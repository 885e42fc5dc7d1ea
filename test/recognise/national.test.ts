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
