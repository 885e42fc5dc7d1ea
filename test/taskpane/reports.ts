import type { Finding, FindingCell, FindingGroup, RuleOutcome, Suspect, TableReport, WorkbookReport } from '../../src/audit/report/model';

/** Reports written by hand, for the pane's tests. */
export function cell(sheet: string, address: string, value: string, more: Partial<FindingCell> = {}): FindingCell {
  return { sheet, address, value, role: 'term', label: `${address} 的栏目`, unit: 'yuan', ...more };
}

export function finding(id: string, more: Partial<Finding> = {}): Finding {
  return {
    id,
    rule: 'B06.sum',
    severity: 'error',
    outcome: 'inconsistent',
    table: 'B06',
    message: `${id}：合计与分项之和不一致`,
    left: '350000.00',
    right: '370200.00',
    difference: '-20200.00',
    cells: [
      cell('表6', 'E7', '350000', { role: 'total', side: 'left', coefficient: 1, label: '商品和服务支出(302) 合计' }),
      cell('表6', 'E8', '300000.5', { side: 'right', coefficient: 1, label: '办公费(30201) 合计' }),
      cell('表6', 'E16', '70199.50', { side: 'right', coefficient: 1, label: '工会经费(30228) 合计' }),
    ],
    ...more,
  };
}

export function suspect(sheet: string, address: string, current: string, proposed: string | null, more: Partial<Suspect> = {}): Suspect {
  return { sheet, address, current, proposed, formula: null, proposedFormula: null, kind: 'omission', explanation: '少计 20,200.00', closes: 2, breaks: 0, ...more };
}

export function group(id: string, findings: readonly string[], suspects: readonly Suspect[], more: Partial<FindingGroup> = {}): FindingGroup {
  return { id, findings, suspects, ambiguous: false, headline: `疑似 ${suspects.map((s) => `${s.sheet} ${s.address}`).join('、')} 有误`, ...more };
}

export function table(id: string, title: string, sheet: string, more: Partial<TableReport> = {}): TableReport {
  return {
    id,
    name: title,
    title,
    family: 'shaanxi-budget',
    familyName: '综合预算公开报表',
    sheet,
    range: 'A1:I60',
    unit: 'yuan',
    confidence: 0.93,
    reason: '标题与表头栏目一致',
    header: 'A3:I4',
    panels: [{ from: 'A', to: 'I' }],
    columns: [
      { column: 'A', path: ['科目编码'], kind: 'code', reason: '表头“科目编码”', names: [], concepts: [] },
      { column: 'E', path: ['预算数', '合计'], kind: 'amount', reason: '多为数字', names: ['合计'], concepts: ['预算数', '合计'] },
    ],
    rows: { total: 1, item: 0, coded: [{ digits: 3, rows: 4 }, { digits: 5, rows: 20 }], ofWhich: 2, extra: 0, notes: 1, unread: 0 },
    figures: 40,
    ...more,
  };
}

export function report(more: Partial<WorkbookReport> = {}): WorkbookReport {
  const findings = more.findings ?? [];
  return {
    file: '002.xlsx',
    family: 'shaanxi-budget',
    familyName: '单位综合预算',
    kind: 'budget',
    level: 'unit',
    year: 2024,
    unit: '子洲县医疗保险经办中心',
    tables: [
      table('B04', '部门综合预算财政拨款收支总表', '表4', { range: 'A1:F40', confidence: 0.98 }),
      table('B06', '部门综合预算一般公共预算支出明细表', '表6', { reason: '标题一致，表头缺一栏' }),
    ],
    warning: null,
    missing: [{ id: 'B02', title: '表2 部门综合预算收入总表', declaredEmpty: false }],
    outcomes: { consistent: 372, inconsistent: findings.length, rounding: 0, notApplicable: 3, insufficient: 9 },
    rules: [],
    findings,
    groups: [],
    unchecked: [
      { rule: 'B02.sum', reason: '表2 不在工作簿中' },
      { rule: 'B02.link', reason: '表2 不在工作簿中' },
    ],
    coverage: { amountCells: 1000, coveredCells: 986, uncovered: [{ sheet: '表13', ranges: ['C5:D9'] }] },
    notes: ['表4 未注明单位，按“元”处理。'],
    ...more,
  };
}

/** Three causes and a missing table: the example of the pane's design. */
export function threeCauses(): WorkbookReport {
  return report({
    findings: [
      finding('f1', { message: '表6 商品和服务支出(302) 合计 与明细之和不一致' }),
      finding('f2', { message: '表5 与 表6 的公用经费支出合计不一致', rule: 'X05-06', table: 'B04' }),
      finding('f3', {
        message: '表4 F8 商品和服务支出与表1 不一致',
        table: 'B04',
        rule: 'X01-04',
        left: '65200.00',
        right: '55200.00',
        difference: '10000.00',
        cells: [
          cell('表4', 'F8', '65200', { role: 'total', side: 'left', coefficient: 1, label: '商品和服务支出 合计' }),
          cell('表1', 'F8', '55200', { role: 'same', side: 'right', coefficient: 1, label: '商品和服务支出 合计' }),
        ],
      }),
      finding('f4', {
        message: '目录 C4 列有表2，工作簿中没有',
        rule: 'D01',
        table: null,
        severity: 'warning',
        left: null,
        right: null,
        difference: null,
        cells: [{ sheet: '目录', address: 'C4', role: 'declaration', value: '表2 部门综合预算收入总表', label: '目录第 2 行' }],
      }),
      finding('f5', { message: '表6 合计行与分项相差 0.01，属舍入', outcome: 'rounding', severity: 'hint', difference: '0.01' }),
    ],
    groups: [
      group('g1', ['f1', 'f2'], [suspect('表6', 'E16', '50000', '70200'), suspect('表6', 'H16', '0', '20200')], {
        headline: '疑似 表6 E16、H16 漏计 30228 工会经费',
      }),
      group('g2', ['f3'], [suspect('表4', 'F8', '65200', '55200', { closes: 1 })], { headline: '疑似 表4 F8 应为 55,200.00，可解释 1 项不符' }),
    ],
    outcomes: { consistent: 372, inconsistent: 4, rounding: 1, notApplicable: 3, insufficient: 9 },
  });
}

export function manyFindings(count: number): WorkbookReport {
  return report({
    findings: Array.from({ length: count }, (_, i) =>
      finding(`n${i}`, {
        message: `表${4 + (i % 2) * 2} 第 ${i + 6} 行 合计与分项之和不一致，请核对该行各栏`,
        table: i % 2 === 0 ? 'B04' : 'B06',
        rule: `R${i % 40}`,
        severity: i % 10 === 0 ? 'warning' : 'error',
      }),
    ),
  });
}

/** Two sides of one sum of money: which is wrong, only the source tells. Where that is open no value is proved (diagnosis/proof.ts). */
export function ambiguousCause(): WorkbookReport {
  const why = '同一笔金额与 表1!D16 串行或串栏；正确数不能唯一确定，请核对来源';
  return report({
    findings: [finding('f1', { message: '表5 C9 卫生健康支出(210) 合计与 表4 D16 不一致' })],
    groups: [
      group('g1', ['f1'], [
        suspect('表4', 'D11', '3360.00', null, { explanation: why }),
        suspect('表4', 'D16', '4674895.32', null, { explanation: why }),
        suspect('表5', 'C9', '4678255.32', null, { explanation: '另一种可能：正确数不能唯一确定，请核对来源' }),
      ], { ambiguous: true, headline: '疑似 3,360.00 两处归类不同：表4!D11、D16 为一侧，表5!C9 为另一侧，可解释 2 项不符' }),
    ],
  });
}

/** The same report with rules that held, failed and were not applied. */
export function withRules(made: WorkbookReport): WorkbookReport {
  const none = { consistent: 0, inconsistent: 0, rounding: 0, notApplicable: 0, insufficient: 0 };
  const rule = (id: string, text: string, tables: string[], outcomes: Partial<typeof none>): RuleOutcome => ({ rule: id, text, tables, source: '编制说明', outcomes: { ...none, ...outcomes } });
  return {
    ...made,
    rules: [
      rule('B06.1', '一般公共预算支出明细表（部门经济分类）合计等于人员、公用、专项之和', ['B06'], { consistent: 31, rounding: 2 }),
      rule('X01-04', '只有财政拨款收入时，财政拨款支出各行与收支总表相等', ['B04', 'B01'], { consistent: 50, inconsistent: 1 }),
      rule('B02.sum', '收入总表 合计等于各下级单位之和', ['B02'], { insufficient: 1 }),
      rule('X2a', '支出总表合计不大于收支总表支出总计', ['B03', 'B01'], { notApplicable: 1 }),
    ],
  };
}
