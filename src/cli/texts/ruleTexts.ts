import type { Language } from './language';

const zh = {
  severity: { error: '错误', warning: '警告', hint: '提示' },
  tables: '表',
  allTables: '各表',
  source: '依据',
  formulas: '公式',
  formula: (n: number) => `公式 ${n}`,
  inWords: '意思',
  condition: '前提',
  always: '无，总是核对',
  blanks: '空白',
  blank: {
    zero: '空白按 0 计算',
    unknown: '一侧全部空白时视为没有数，不下结论（取数不足）',
    parts: '各分项全部空白时不下结论；分项有数而合计空白算错误',
  },
  tolerance: '舍入',
  toleranceText: '按各数写出的小数位数留出四舍五入的余地；只差在这个余地内的记为“舍入”，合并为提示',
  severityName: '级别',
  kind: '方法',
  kindText: '专门的检查，不是公式',
  file: '出处',
  count: (n: number) => `共 ${n} 条规则`,
  verified: (rules: number, files: number, families: number, concepts: number) =>
    `${rules} 条规则（${files} 个文件），按 ${families} 类报表的定义检查，没有问题；词汇 ${concepts} 个概念和各表标题也没有问题`,
  mistakes: (n: number) => `有 ${n} 处写法不对`,
  colon: '：',
  list: '、',
  sections: { own: '自定义规则', common: '各类报表通用', generic: '其他带科目编码的表', narrative: '公开说明（文字）：N1—N12，编号里没有 0，与表号 N01 和规则号 N01.1 无关', between: '工作簿之间：部门与各单位（H）、本年与上年（Y）' },
  text: '公开说明',
  between: '两个工作簿之间',
  head: ['编号', '内容', '表', '级别', '依据', '公式'],
  generated: '本目录由 `gouji rules list --format markdown` 生成，请勿手改。规则的写法见 [rules.md](rules.md)。',
  title: '审核规则目录',
};

export type RuleTexts = typeof zh;

const en: RuleTexts = {
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
  tables: 'Tables',
  allTables: 'all tables',
  source: 'Source',
  formulas: 'Formulas',
  formula: (n) => `Formula ${n}`,
  inWords: 'In words',
  condition: 'Condition',
  always: 'none, always checked',
  blanks: 'Blanks',
  blank: {
    zero: 'a blank counts as 0',
    unknown: 'a side that is wholly blank has no value; nothing is concluded',
    parts: 'parts that are all blank have no value; a blank total of filled parts is an error',
  },
  tolerance: 'Rounding',
  toleranceText: 'each figure may be off by half of its last digit; a difference within that is counted as rounding and gathered in a hint',
  severityName: 'Severity',
  kind: 'Method',
  kindText: 'a check of its own, no formula',
  file: 'File',
  count: (n) => `${n} rules`,
  verified: (rules, files, families, concepts) =>
    `${rules} rules in ${files} files verified against ${families} families: no mistake; nor in the vocabulary (${concepts} concepts) and the titles of tables`,
  mistakes: (n) => `${n} mistakes`,
  colon: ': ',
  list: ', ',
  sections: { own: 'Own rules', common: 'All families', generic: 'Other sheets with account codes', narrative: 'The prose: N1 to N12, without a 0; not the tables N01 and their rules N01.1', between: 'Between workbooks: a department and its units (H), a year and the last (Y)' },
  text: 'the prose',
  between: 'between workbooks',
  head: ['Id', 'Rule', 'Tables', 'Severity', 'Source', 'Formulas'],
  generated: 'Made by `gouji rules list --format markdown`; do not edit. How rules are written: [rules.md](rules.md).',
  title: 'Catalogue of rules',
};

export const ruleTexts: Readonly<Record<Language, RuleTexts>> = { zh, en };
