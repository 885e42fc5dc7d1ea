import { describe, expect, it } from 'vitest';
import { generateFinalAccounts } from '../generate';
import { openAudit } from '../../src/audit/audit';
import { accusations, audit, shapes, type LiteralRow } from './literal';

describe('公开06表 with 人员经费 and 公用经费 side by side', () => {
  const rows = [
    ['一般公共预算财政拨款基本支出决算明细表'], [null, null, null, null, null, null, null, null, '公开06表'], ['部门：某局', null, null, null, null, null, null, null, '金额单位：万元'],
    ['人员经费', null, null, '公用经费'],
    ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
    ['301', '工资福利支出', 10, '302', '商品和服务支出', 5, '310', '资本性支出', 2],
    ['30101', '基本工资', 10, '30201', '办公费', 5, '31002', '办公设备购置', 2],
    ['303', '对个人和家庭的补助', 3],
    ['30302', '退休费', 3],
    ['人员经费合计', null, 13, '公用经费合计', null, null, null, null, 7],
  ];

  it('302 beside 303 is in order', () => {
    const session = audit({ name: '公开06表', rows });
    expect(shapes(session)).toEqual(['F06: (人员经费,公用经费)×10']);
    expect(accusations(session)).toEqual([]);
  });

  it('codes and names in one cell, with the total alone in the column of names', () => {
    const glued = (total: number): LiteralRow[] => [['一般公共预算财政拨款基本支出决算表'], [null, null, null, null, null, '单位：万元'], ['人员经费', null, null, '公用经费'], ['经济分类科目编码', '科目名称', '金额', '经济分类科目编码', '科目名称', '金额'],
      ['301工资福利支出', null, 13, '302商品和服务支出', null, 5], ['30101基本工资', null, 10, '30201办公费', null, 4], ['30102津贴补贴', null, 3, '30202印刷费', null, 1], [null, null, null, '310资本性支出', null, 2], [null, null, null, '31002办公设备购置', null, 2], [null, '人员经费合计', 13, null, '公用经费合计', total]];
    expect(accusations(audit({ name: '表6', rows: glued(7) }))).toEqual([]);
    expect(accusations(audit({ name: '表6', rows: glued(8) })).join()).toContain('F06.2');
  });

  it.each([2019, 2024] as const)('generated final accounts of %s have no findings', (year) => {
    expect(accusations(openAudit(generateFinalAccounts({ seed: 1, year, form: 'national', contents: false })))).toEqual([]);
  });
});
