import { describe, expect, it } from 'vitest';
import { generateFinalAccounts } from '../generate';
import { openAudit } from '../../src/audit/audit';
import { accusations, audit, shapes } from './literal';

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

  it.each([2019, 2024] as const)('generated final accounts of %s have no findings', (year) => {
    expect(accusations(openAudit(generateFinalAccounts({ seed: 1, year, form: 'national', contents: false })))).toEqual([]);
  });
});
