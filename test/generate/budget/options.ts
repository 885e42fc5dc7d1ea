/** What a generated 综合预算 workbook is like; everything has a default except size, year and seed. */
export interface BudgetOptions {
  readonly seed: number | string;
  readonly year: 2019 | 2020 | 2021 | 2022 | 2023 | 2024 | 2025;
  /** Number of 基层单位 (6-digit codes); a 单位 budget always has one. */
  readonly units?: number;
  /** Number of 主管部门 (3-digit codes); default 1. */
  readonly departments?: number;
  readonly level?: 'unit' | 'department';
  /** Income and balance lines: 用事业基金弥补收支差额 (2023) or 使用非财政拨款结余 with the two 结转 sub-lines (2024). */
  readonly lineItems?: '2023' | '2024';
  /** 503/504: 机关资本性支出（一）/（二） or 机关资本性支出/（基本建设）. */
  readonly names503?: 'old' | 'new';
  /**
   * Last year's balances. none: there are none; kept: carried on into 结转下年 / 未安排支出的实户资金, so the four 本年合计
   * are equal; spent: spent this year together with 非财政拨款结余, so 本年支出合计 exceeds 本年收入合计 by them and only
   * the 总计 are equal.
   */
  readonly balances?: 'none' | 'kept' | 'spent';
  /** Income besides the fiscal appropriation. */
  readonly otherIncome?: boolean;
  readonly governmentFund?: boolean;
  /** 国有资本经营预算: the family has no table of its own for it. */
  readonly stateCapital?: boolean;
  readonly procurement?: boolean;
  /** 三公、会议费、培训费. */
  readonly threePublic?: boolean;
  readonly projectsPerUnit?: number;
  /** 0: the projects stand right below 专用项目/履职项目; 1: a named group between them. */
  readonly projectGroups?: 0 | 1;
  /** Indent the project tree with blanks. */
  readonly indent?: boolean;
  /** Each 绩效目标表 on a sheet of its own, or below each other in batches. */
  readonly targets?: 'sheets' | 'stacked';
  /** numbered: 表1 in A1, title, unit's name; plain: title and 单位：元 only. */
  readonly style?: 'numbered' | 'plain';
  /** What stands in an amount cell without money. */
  readonly zeros?: 'blank' | 'zero';
  /** 25、转移性支出 … after the 24 functional lines. */
  readonly moreLines?: boolean;
  /** 表5 and 表7 unit after unit, each below a row with its code and name (2019, 2020). */
  readonly unitRows?: boolean;
}

export type FullBudgetOptions = Required<BudgetOptions>;

export function fullBudgetOptions(options: BudgetOptions): FullBudgetOptions {
  const level = options.level ?? 'department';
  return {
    units: 3,
    departments: 1,
    lineItems: options.year >= 2024 ? '2024' : '2023',
    names503: options.year >= 2024 ? 'new' : 'old',
    balances: 'spent',
    otherIncome: true,
    governmentFund: true,
    stateCapital: false,
    procurement: true,
    threePublic: true,
    projectsPerUnit: 2,
    projectGroups: 0,
    indent: false,
    targets: 'sheets',
    style: 'numbered',
    zeros: 'blank',
    moreLines: false,
    unitRows: false,
    ...options,
    level,
    ...(level === 'unit' ? { units: 1, departments: 1 } : {}),
  };
}
