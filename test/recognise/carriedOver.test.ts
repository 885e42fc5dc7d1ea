import { describe, expect, it } from 'vitest';
import { generateDepartmentBudget } from '../generate';
import { openAudit } from '../../src/audit/audit';
import { accusations, audit, shapes } from './literal';

describe('财政拨款结转资金支出表', () => {
  const head = ['单位编码', '单位（项目）名称', '功能科目编码', '功能科目名称', '部门经济科目编码', '部门经济科目名称', '政府经济科目编码', '政府经济科目名称', '金额', '备注'];
  const rows = [
    ['表11'], ['2024年部门综合预算财政拨款结转资金支出表'], ['单位：元'], head,
    [null, '合计', null, null, null, null, null, null, 300],
    ['401', '某局', null, null, null, null, null, null, 300],
    ['401001', '某局（本级）', null, null, null, null, null, null, 300],
    [null, '信息化项目', '2101550', '事业运行', '30201', '办公费', '50502', '商品和服务支出', 100],
    [null, '信息化项目', '2101550', '事业运行', '30202', '印刷费', '50502', '商品和服务支出', 200],
  ];

  it('lists units with items below them: no codes are missing, and the levels add up', () => {
    const session = audit({ name: '表11', rows });
    expect(shapes(session)).toEqual(['B11c: (合计)×5']);
    expect(accusations(session)).toEqual([]);
  });

  it('a wrong item is found', () => {
    const session = audit({ name: '表11', rows: rows.map((r, i) => (i === 7 ? [...r.slice(0, 8), 110] : r)) });
    expect(accusations(session).map((a) => a.slice(0, 14))).toEqual(['error B11c.1 表']);
  });

  it('a generated department budget with carry-over has no findings', () => {
    const session = openAudit(generateDepartmentBudget({ seed: 1, year: 2024, balances: 'spent' }));
    expect(accusations(session)).toEqual([]);
  });
});
