import type { Source } from './ledger';
import type { Forms, Furniture, Place, Words } from './place';
import type { Concept } from './spec';

/** Places whose forms are known, and provinces that a careful clerk could have: words and choices only. */

const SOURCES: Readonly<Record<Source, string>> = {
  general: '一般公共预算拨款收入', fund: '政府性基金预算拨款收入', capital: '国有资本经营预算拨款收入', account: '财政专户管理资金收入', institution: '事业收入',
  business: '事业单位经营收入', superior: '上级补助收入', affiliate: '附属单位上缴收入', other: '其他收入', reserve: '使用非财政拨款结余',
};

const WORDS: Words = {
  sources: SOURCES, fiscalLines: ['一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款'], fiscal: '财政拨款收入', currentIncome: '本年收入合计', carried: '上年结转结余',
  incomeTotal: '收入总计', currentExpense: '本年支出合计', kept: '年终结转结余', expenseTotal: '支出总计', basic: '基本支出', personnel: '人员经费', publicMoney: '公用经费', project: '项目支出',
  business: '事业单位经营支出', remit: '上缴上级支出', subsidy: '对附属单位补助支出', sum: '合计', subSum: '小计', amount: '预算数', item: '项目',
  abroad: '因公出国（境）费', cars: '公务用车购置及运行维护费', purchase: '公务用车购置费', running: '公务用车运行维护费', reception: '公务接待费',
  code: ['科目编码', '科目名称'], codeGroup: null, economicGroup: '部门预算支出经济分类科目', unitName: '单位名称',
};

const FURNITURE: Furniture = {
  number: '公开{nn}表', numberAt: 'left', title: '{t}', banner: null, nameLabel: '部门：', unitLine: '单位：{u}', unit: 'wan2', index: 'none', totalAt: 'top', totalWord: '合计', zero: 'blank',
  emptyNote: '注：本部门无此项预算，故本表无数据。',
};

const FORMS: Forms = {
  income: 'flat', functions: 'longer', spending: 'functions', summaryColumns: 'one', unitColumns: 'name', functionRows: 'tree', incomeRows: 'departments', incomeColumns: 'flat', expenditureRows: 'functions', expenditureColumns: 'six', fiscalSummary: 'outline', generalColumns: 'full',
  carriedInFunds: false, economic: 'tree', economicColumns: 'three', threePublic: 'meetings', functionCodes: 'one', economicCodes: 'one', outline: '一、', subOutline: 'none',
};

type Titles = readonly (readonly [Concept, string])[];
const place = (id: string, tables: Titles, furniture: Partial<Furniture>, words: Partial<Omit<Words, 'sources'>> & { sources?: Partial<Record<Source, string>> }, forms: Partial<Forms>): Place => ({
  id, tables, furniture: { ...FURNITURE, ...furniture }, words: { ...WORDS, ...words, sources: { ...SOURCES, ...words.sources } }, forms: { ...FORMS, ...forms },
});

export const PLACES: readonly Place[] = [
  place('suzhou', [
    ['summary', '收支总表'], ['income', '收入总表'], ['expenditure', '支出总表'], ['fiscalSummary', '财政拨款收支总表'], ['fiscalFunction', '财政拨款支出表（功能科目）'], ['fiscalBasic', '财政拨款基本支出表（经济科目）'],
    ['generalFunction', '一般公共预算支出表'], ['generalBasic', '一般公共预算基本支出表'], ['threePublic', '一般公共预算“三公”经费、会议费、培训费支出表'], ['fund', '政府性基金预算支出表'], ['capital', '国有资本经营预算支出预算表'],
    ['running', '一般公共预算机关运行经费支出预算表'], ['procurement', '政府采购支出表'],
  ], { banner: '{name}{y}年度{d}预算公开' }, { sources: { reserve: '' } }, { carriedInFunds: true }),
  place('central', [
    ['summary', '部门收支总表'], ['income', '部门收入总表'], ['expenditure', '部门支出总表'], ['fiscalSummary', '财政拨款收支总表'], ['generalFunction', '一般公共预算支出表'], ['generalBasic', '一般公共预算基本支出表'],
    ['fund', '政府性基金预算支出表'], ['capital', '国有资本经营预算支出表'], ['threePublic', '财政拨款预算“三公”经费支出表'], ['targets', '项目绩效目标表'],
  ], { number: '部门公开表{n}', numberAt: 'right', nameLabel: null, totalAt: 'bottom', totalWord: '合 计' }, { carried: '上年结转', kept: '结转下年', codeGroup: '功能分类科目', incomeTotal: '收 入 总 计', expenseTotal: '支 出 总 计', cars: '公务用车购置及运行费', running: '公务用车运行费' },
  { functions: 'used', incomeRows: 'single', generalColumns: 'years', threePublic: 'columns' }),
  place('beijing', [
    ['summary', '收支总表'], ['income', '收入总表'], ['expenditure', '支出总表'], ['fiscalSummary', '财政拨款收支总表'], ['generalFunction', '一般公共预算支出表'], ['generalBasic', '一般公共预算基本支出表'],
    ['fund', '政府性基金预算支出表'], ['capital', '国有资本经营预算支出表'], ['threePublic', '财政拨款“三公”经费支出表'], ['procurement', '政府采购预算明细表'], ['targets', '项目支出绩效目标表'],
  ], { number: '预算{nn}表', numberAt: 'title', nameLabel: null, unitLine: '金额单位：{u}', unit: 'wan6', totalAt: 'bottom' }, { sources: { reserve: '' }, fiscalLines: ['一般公共预算资金', '政府性基金预算资金', '国有资本经营预算资金'], codeGroup: '功能分类科目', abroad: '因公出国（境）费用' },
  { incomeRows: 'single', incomeColumns: 'years', expenditureRows: 'triples', expenditureColumns: 'of which', fiscalSummary: 'twice', carriedInFunds: true, economic: 'flat pairs', threePublic: 'columns', functionCodes: 'items', functions: 'longer' }),
  place('shandong', [
    ['summary', '收支总体情况表'], ['income', '收入总体情况表'], ['expenditure', '支出总体情况表'], ['fiscalSummary', '财政拨款收支总体情况表'], ['generalFunction', '一般公共预算支出情况表'], ['generalBasic', '一般公共预算基本支出情况表'],
    ['threePublic', '一般公共预算“三公”经费支出情况表'], ['fund', '政府性基金预算支出情况表'], ['capital', '国有资本经营预算支出情况表'], ['basicBySource', '基本支出预算情况表'], ['projects', '项目支出预算情况表'], ['targets', '政策和项目预算绩效目标表'],
  ], { number: '公开表{n}', numberAt: 'right', nameLabel: '部门（单位）：' }, {
    sources: { institution: '事业收入（不含教育收费）' }, fiscalLines: ['一般公共预算收入', '政府性基金预算收入', '国有资本经营预算收入'], carried: '上年结转', kept: '结转下年', personnel: '人员支出', publicMoney: '日常公用支出', abroad: '因公出国（境）经费', purchase: '公务用车购置经费',
  }, { income: 'below', incomeRows: 'functions', incomeColumns: 'grouped', expenditureColumns: 'three', fiscalSummary: 'columns', functions: 'all', economic: 'pairs', threePublic: 'years', functionCodes: 'split-last' }),
  place('guangdong', [
    ['summary', '收支总体情况表'], ['income', '收入总体情况表'], ['expenditure', '本年支出总体情况表'], ['fiscalSummary', '财政拨款收支总体情况表'], ['generalFunction', '一般公共预算支出情况表（按功能分类科目）'],
    ['generalBasic', '一般公共预算基本支出情况表（按经济分类科目）'], ['generalProject', '一般公共预算项目支出情况表（按经济分类科目）'], ['threePublic', '财政拨款安排的“三公”经费预算表'], ['fund', '政府性基金预算支出情况表'], ['capital', '国有资本经营预算支出情况表'], ['projects', '部门预算项目支出预算表'],
  ], { number: '表{n}', numberAt: 'right', nameLabel: '单位名称：', zero: 'zero', emptyNote: '注：本表本年无发生额。' }, {
    sources: { account: '财政专户拨款', general: '一般公共预算', fund: '政府性基金预算', capital: '国有资本经营预算', reserve: '' }, fiscal: '预算拨款', fiscalLines: ['一般公共预算', '政府性基金预算', '国有资本经营预算'], kept: '结转结余下年', amount: '预算', codeGroup: '功能分类科目', abroad: '因公出国（境）支出', cars: '公务用车购置及运行维护支出', reception: '公务接待费支出',
  }, { income: 'fiscal', incomeRows: 'units', incomeColumns: 'flat', generalColumns: 'of which', economicColumns: 'one', threePublic: 'funds', functionCodes: 'bracket', economicCodes: 'bracket', fiscalSummary: 'flat' }),
  place('fujian', [
    ['summary', '收支预算总表'], ['income', '收入预算总表'], ['expenditure', '支出预算总表'], ['fiscalSummary', '财政拨款收支预算总表'], ['generalFunction', '一般公共预算拨款支出预算表'], ['fund', '政府性基金预算拨款支出预算表'],
    ['capital', '国有资本经营预算拨款支出预算表'], ['generalEconomic', '一般公共预算支出经济分类情况表'], ['generalBasic', '一般公共预算基本支出经济分类情况表'], ['threePublic', '一般公共预算“三公”经费支出预算表'], ['targets', '项目绩效目标表'],
  ], { number: '{cn}、', numberAt: 'title', title: '{y}年度{t}', nameLabel: null, zero: 'zero', emptyNote: '备注：本部门没有使用该项预算拨款安排的支出。' }, { sources: { reserve: '' }, incomeTotal: '收入合计', expenseTotal: '支出合计', kept: '结转下年支出', cars: '公务用车购置及运行费', running: '公务用车运行费', abroad: '因公出国（境）费用' },
  { incomeRows: 'units', fiscalSummary: 'plain', generalColumns: 'of which', economic: 'chart', economicColumns: 'one', threePublic: 'rows' }),
  place('zhejiang', [
    ['summary', '{y}年市级部门收支预算总表'], ['income', '{y}年市级部门收入预算总表'], ['expenditure', '{y}年市级部门支出预算总表'], ['fiscalSummary', '{y}年市级部门财政拨款收支预算总表'], ['generalFunction', '{y}年市级部门一般公共预算支出预算表'],
    ['generalBasic', '{y}年市级部门一般公共预算基本支出预算表'], ['threePublic', '{y}年市级部门一般公共预算“三公”经费预算表'], ['fund', '{y}年市级部门政府性基金预算支出预算表'], ['capital', '{y}年市级部门国有资本经营预算支出预算表'], ['projects', '{y}年市级部门项目支出预算表'],
  ], { number: '表{n}：', numberAt: 'title', nameLabel: '部门名称：', unitLine: '单位:{u}', index: '**', emptyNote: '备注：本部门没有该项预算拨款安排的支出。' }, {
    sources: { reserve: '' }, fiscal: '财政拨款', fiscalLines: ['一般公共预算', '政府性基金预算', '国有资本经营预算'], publicMoney: '日常公用支出', sum: '总计', codeGroup: '功能分类科目名称', economicGroup: '经济分类科目名称', abroad: '因公出国(境)费用', cars: '公务用车购置及运行费',
  }, { income: 'grouped', incomeRows: 'departments', incomeColumns: 'years', expenditureColumns: 'natures', carriedInFunds: true, threePublic: 'units', functionCodes: 'name', economicCodes: 'name' }),
  place('chongqing', [
    ['summary', '部门收支总体情况表'], ['income', '部门收入总体情况表'], ['expenditure', '部门支出总体情况表'], ['fiscalSummary', '财政拨款收支总体情况表'], ['generalFunction', '一般公共预算支出情况表'], ['generalBasic', '一般公共预算基本支出情况表'],
    ['fund', '政府性基金预算支出情况表'], ['threePublic', '财政拨款“三公”经费支出情况表'], ['procurement', '政府采购预算明细表'],
  ], { number: '表{cn}', title: '{y}年{t}', nameLabel: '单位名称：' }, {
    sources: { general: '一般公共预算资金', fund: '政府性基金预算资金', capital: '国有资本经营预算资金', account: '财政专户管理资金', institution: '事业收入资金', superior: '上级补助收入资金', affiliate: '附属单位上缴收入资金', business: '事业单位经营收入资金', other: '其他收入资金', reserve: '' },
    fiscalLines: ['一般公共预算资金', '政府性基金预算资金', '国有资本经营预算资金'], carried: '上年结转', kept: '结转下年', incomeTotal: '收入合计', expenseTotal: '支出合计', sum: '总计', economicGroup: '经济分类科目', cars: '公务用车购置及运行费', running: '公务用车运行费',
  }, { income: 'folded', functions: 'used', incomeRows: 'functions', expenditureColumns: 'three', fiscalSummary: 'outline columns', carriedInFunds: true, economic: 'details', threePublic: 'columns' }),
  place('jiangsu', [
    ['summary', '收支预算总表'], ['income', '收入预算总表'], ['expenditure', '支出预算总表'], ['fiscalSummary', '财政拨款收支预算总表'], ['fiscalFunction', '财政拨款支出预算表'], ['fiscalBasic', '财政拨款基本支出预算表'], ['fund', '财政拨款政府性基金支出预算表'],
    ['generalFunction', '一般公共预算支出预算表'], ['generalBasic', '一般公共预算基本支出预算表'], ['running', '一般公共预算机关运行经费支出预算表'], ['threePublic', '“三公”经费、会议费、培训费支出预算表（一般公共预算）'], ['procurement', '政府采购预算表'],
  ], { number: '表{cn}', emptyNote: '注：本部门无相关收支项目。' }, {
    sources: { account: '财政专户管理资金', reserve: '' }, fiscal: '财政拨款', fiscalLines: ['一般公共预算', '政府性基金预算', '国有资本经营预算'], currentIncome: '当年收入小计', currentExpense: '当年支出小计', carried: '上年结转资金', kept: '结转下年资金', incomeTotal: '收入合计', expenseTotal: '支出合计', amount: '金额', item: '项目名称', code: ['功能科目代码', '功能科目名称'],
  }, { income: 'grouped', functions: 'all', incomeRows: 'list', incomeColumns: 'grouped', fiscalSummary: 'flat', generalColumns: 'single', economicColumns: 'one', subOutline: '1.', spending: 'purposes' }),
  place('shanghai', [
    ['summary', '{y}年预算单位财务收支预算总表'], ['income', '{y}年预算单位收入预算总表'], ['expenditure', '{y}年预算单位支出预算总表'], ['fiscalSummary', '{y}年预算单位财政拨款收支预算总表'], ['generalFunction', '{y}年预算单位一般公共预算支出功能分类预算表'],
    ['fund', '{y}年预算单位政府性基金预算支出功能分类预算表'], ['capital', '{y}年预算单位国有资本经营预算支出功能分类预算表'], ['generalBasic', '{y}年预算单位一般公共预算基本支出部门预算经济分类预算表'], ['threePublic', '{y}年单位“三公”经费预算表'],
  ], { number: '', numberAt: 'none', nameLabel: '编制单位：', unit: 'yuan', totalAt: 'bottom' }, { sources: { reserve: '' }, fiscalLines: ['一般公共预算资金', '政府性基金', '国有资本经营预算'], carried: '', kept: '', codeGroup: '项目' },
  { income: 'grouped', functions: 'used', summaryColumns: 'natures', incomeRows: 'functions', incomeColumns: 'grouped', expenditureColumns: 'three', fiscalSummary: 'columns', generalColumns: 'two', carriedInFunds: true, threePublic: 'columns', functionCodes: 'split-all', subOutline: '1、' }),
  // Provinces that are not among the known ones, in words their clerks use or could use.
  place('henan', [
    ['summary', '{y}年部门收支总体情况表'], ['income', '{y}年部门收入总体情况表'], ['expenditure', '{y}年部门支出总体情况表'], ['fiscalSummary', '{y}年财政拨款收支总体情况表'], ['generalFunction', '{y}年一般公共预算支出情况表'], ['generalBasic', '{y}年一般公共预算基本支出情况表'],
    ['threePublic', '{y}年一般公共预算“三公”经费支出情况表'], ['fund', '{y}年政府性基金预算支出情况表'], ['capital', '{y}年国有资本经营预算支出情况表'], ['projects', '{y}年项目支出预算表'],
  ], { number: '预算{nn}表', numberAt: 'right', nameLabel: '部门名称：' }, { sources: { general: '一般公共预算', fund: '政府性基金', capital: '国有资本经营预算', account: '财政专户管理资金', reserve: '' }, fiscal: '财政拨款', fiscalLines: ['一般公共预算', '政府性基金', '国有资本经营预算'], carried: '上年结转结余资金', kept: '结转下年', code: ['科目编码', '单位（科目名称）'] },
  { functionCodes: 'split-all', functionRows: 'by unit', unitColumns: 'code and name', economic: 'pairs', income: 'flat', incomeRows: 'units', fiscalSummary: 'flat', threePublic: 'columns' }),
  place('yunnan', [
    ['summary', '部门财务收支预算总表'], ['income', '部门收入预算表'], ['expenditure', '部门支出预算表'], ['fiscalSummary', '部门财政拨款收支预算总表'], ['generalFunction', '一般公共预算支出预算表（按功能科目分类）'], ['threePublic', '一般公共预算“三公”经费支出预算表'],
    ['generalBasic', '一般公共预算基本支出预算表（按经济科目分类）'], ['basicBySource', '部门基本支出预算表'], ['projects', '部门项目支出预算表'], ['fund', '部门政府性基金预算支出预算表'], ['capital', '国有资本经营预算支出预算表'], ['procurement', '部门政府采购预算表'],
  ], { number: '预算{nn}表', numberAt: 'right', nameLabel: '单位名称：', unit: 'yuan', index: 'numbers', title: '{y}年{t}' }, { sources: { general: '一般公共预算拨款', fund: '政府性基金预算拨款', capital: '国有资本经营预算拨款', account: '财政专户管理资金收入' }, carried: '上年结转结余', kept: '年终结转结余', incomeTotal: '收 入 总 计', expenseTotal: '支 出 总 计', amount: '预算数', code: ['科目编码', '科目名称'], item: '项目名称' },
  { income: 'flat', incomeRows: 'departments', expenditureColumns: 'six', generalColumns: 'full', threePublic: 'units', fiscalSummary: 'outline', subOutline: '1.' }),
  place('sichuan', [
    ['summary', '部门收支总表'], ['income', '部门收入总表'], ['expenditure', '部门支出总表'], ['fiscalSummary', '财政拨款收支预算总表'], ['generalFunction', '一般公共预算支出预算表'], ['generalBasic', '一般公共预算基本支出预算表'], ['generalProject', '一般公共预算项目支出预算表（部门经济科目）'],
    ['threePublic', '一般公共预算“三公”经费支出预算表'], ['fund', '政府性基金支出预算表'], ['capital', '国有资本经营预算支出预算表'],
  ], { number: '表{n}', numberAt: 'right', nameLabel: '部门：', unit: 'yuan' }, { sources: { general: '一般公共预算拨款收入', account: '财政专户管理资金收入' }, carried: '上年结转', kept: '结转下年', incomeTotal: '收 入 总 计', expenseTotal: '支 出 总 计', currentIncome: '本年收入合计', currentExpense: '本年支出合计', publicMoney: '公用经费' },
  { functionCodes: 'split-all', economicCodes: 'one', fiscalSummary: 'flat', generalColumns: 'two', threePublic: 'units', incomeRows: 'units', functions: 'all' }),
  place('hunan', [
    ['summary', '收支总表'], ['income', '收入总表'], ['expenditure', '支出总表'], ['fiscalSummary', '财政拨款收支总表'], ['generalFunction', '一般公共预算支出表'], ['generalBasic', '一般公共预算基本支出表'], ['threePublic', '一般公共预算“三公”经费支出表'], ['fund', '政府性基金预算支出表'],
    ['capital', '国有资本经营预算支出表'], ['projects', '项目支出表'], ['procurement', '政府采购支出表'],
  ], { number: '部门公开表{nn}', numberAt: 'right', nameLabel: '部门：', unitLine: '金额单位：{u}' }, { sources: { general: '一般公共预算拨款收入', account: '财政专户管理资金收入', affiliate: '附属单位上缴收入' }, carried: '上年结转结余', kept: '年终结转结余', incomeTotal: '收入总计', expenseTotal: '支出总计', basic: '基本支出', personnel: '人员经费', code: ['科目编码', '科目名称'], codeGroup: null },
  { functionCodes: 'split-last', unitColumns: 'code and name', incomeRows: 'departments', generalColumns: 'full', fiscalSummary: 'outline', threePublic: 'units', incomeColumns: 'flat', economic: 'tree' }),
  place('hubei', [
    ['summary', '收支总表'], ['income', '收入总表'], ['expenditure', '支出总表'], ['fiscalSummary', '财政拨款收支总表'], ['generalFunction', '一般公共预算支出表'], ['generalBasic', '一般公共预算基本支出表'], ['threePublic', '一般公共预算“三公”经费支出表'], ['fund', '政府性基金预算支出表'], ['capital', '国有资本经营预算支出表'], ['projects', '项目支出表'],
  ], { number: '公开{nn}表', numberAt: 'right', nameLabel: '部门/单位：', index: '栏次' }, { carried: '上年结转结余', fiscal: '财政拨款', fiscalLines: ['一般公共预算资金', '政府性基金预算资金', '国有资本经营预算资金'] },
  { functionCodes: 'space', economicCodes: 'one', carriedInFunds: true, incomeColumns: 'years', incomeRows: 'units', threePublic: 'columns', fiscalSummary: 'outline' }),
  place('gansu', [
    ['summary', '部门收支总表'], ['income', '部门收入总表'], ['expenditure', '部门支出总表'], ['fiscalSummary', '财政拨款收支总表'], ['generalFunction', '一般公共预算支出表'], ['generalBasicFunction', '一般公共预算基本支出表（按功能分类）'], ['generalBasic', '一般公共预算基本支出表（按经济分类）'],
    ['threePublic', '一般公共预算“三公”经费、会议费、培训费支出表'], ['fund', '政府性基金预算支出表'], ['projects', '部门项目支出表'],
  ], { number: '附表{n}', unit: 'wan6', zero: 'zero' }, { carried: '上年结转', kept: '结转下年', code: ['功能分类科目编码', '功能分类科目名称'], sum: '合计', amount: '年初预算数' },
  { functionCodes: 'three-two-seven', functionRows: 'tree', incomeRows: 'units', unitColumns: 'code and name', generalColumns: 'full', fiscalSummary: 'flat', outline: '1、', subOutline: '(1)', income: 'grouped', economicCodes: 'space' }),
  place('guizhou', [
    ['summary', '部门收支总体情况表'], ['income', '部门收入总体情况表'], ['expenditure', '部门支出总体情况表'], ['fiscalSummary', '财政拨款收支总体情况表'], ['generalFunction', '一般公共预算支出情况表'], ['generalBasic', '一般公共预算基本支出情况表'], ['threePublic', '一般公共预算“三公”经费支出情况表'], ['fund', '政府性基金预算支出情况表'],
  ], { number: '表{nn}', numberAt: 'right', unitLine: '单位：人民币{u}', nameLabel: '编制部门：' }, { sources: { superior: '上级财政补助收入' }, code: ['科目代码', '科目名称'], item: '项 目', amount: '本年预算数', kept: '结转下年', carried: '上年结转' },
  { economic: 'panels', economicColumns: 'one', functionRows: 'by unit', incomeRows: 'departments', generalColumns: 'full', threePublic: 'rows', fiscalSummary: 'outline columns' }),
];
