/** What reviewers look for beyond arithmetic: depth, kind of unit, cover, numbers of tables, performance forms. */
import { expect, it } from 'vitest';
import { accounts } from '../support/accountsBook';
import { budget } from '../support/budgetBook';
import { auditOf, testRule } from '../support/ruleTester';
import { changed, only, type Book } from '../support/sheets';

const five = only(budget, '表5');
const zero: Book = { 封面: budget.封面, 表1: budget.表1.map((row) => row.map((v) => (typeof v === 'number' ? 0 : v))) };

testRule('C4b', {
  holds: [{ name: 'an organ with items of organs', book: budget }],
  fails: [
    { name: '事业运行 beside codes of organs', book: budget, change: { '表5!A12': '2101550', '表5!B12': '事业运行' }, findings: [{ cells: '表5!A12', severity: 'warning', message: /事业单位使用的功能科目/ }] },
    { name: '事业单位医疗 beside codes of organs', book: budget, change: { '表7!A10': '2101102', '表7!B10': '事业单位医疗' }, findings: [{ cells: '表7!A10' }] },
  ],
  notApplicable: [{ name: 'no economic table', book: five }],
});

testRule('C7', {
  holds: [{ name: 'down to 项 and 款', book: budget }],
  fails: [
    { name: 'a 款 without its 项', book: five, change: { '表5!A7': null, '表5!B7': null, '表5!C7': null, '表5!D7': null }, findings: [{ cells: '表5!A6', severity: 'warning', message: /没有列到“项”/ }] },
    { name: 'so in a year before the charts', book: five, change: { '表5!A7': null, '表5!B7': null, '表5!C7': null, '表5!D7': null, '封面!A1': '2017年单位综合预算公开报表' }, findings: [{ cells: '表5!A6' }] },
    { name: 'basic expenditure by 类 only', book: only(budget, '表8'), change: { '表8!A18': null, '表8!B18': null, '表8!C18': null, '表8!D18': null, '表8!E18': null, '表8!F18': null }, findings: [{ cells: '表8!A17', message: /没有列到“款”/ }] },
  ],
});

testRule('F07.3', {
  holds: [{ name: 'spent less than planned', book: accounts }],
  fails: [{ name: 'spent more than planned', book: accounts, change: { '公开07表!A6': 2 }, findings: [{ cells: '公开07表!G6 A6', difference: '1.00', severity: 'warning' }] }],
});

testRule('M6a', {
  holds: [{ name: 'all have values', book: budget }, { name: 'an indicator that is empty itself', book: budget, change: { '表13-1!D9': '指标1：', '表13-1!E9': null } }],
  fails: [{ name: 'an indicator without a value', book: budget, change: { '表13-1!E9': null }, findings: [{ cells: '表13-1!E9', severity: 'warning', message: /救助人次/ }] },
    { name: 'an indicator that says so, its level left out', book: budget, change: { '表13-1!C9': null, '表13-1!D9': '指标1：救助人次', '表13-1!E9': null }, findings: [{ cells: '表13-1!E9', severity: 'warning' }] }],
});

const signed = changed(five, { '封面!A3': '保密审查情况：已审查', '封面!A4': '单位主要负责人审签情况：', '封面!B4': '已审签' });
testRule('M7', {
  holds: [{ name: 'signed in the cell and in the next', book: signed }, { name: 'nothing secret', book: signed, change: { '封面!A3': '保密审查情况：未发现涉密内容', '封面!B4': '未见异常，已审签' } }],
  fails: [
    { name: 'not yet examined', book: signed, change: { '封面!A3': '保密审查情况：未审查' }, findings: [{ cells: '封面!A3', severity: 'warning', message: /还没有审查/ }] },
    { name: 'not yet signed, in the next cell', book: signed, change: { '封面!B4': '待签字' }, findings: [{ cells: '封面!A4', severity: 'warning', message: /审签情况:待签字”写的是还没有/ }] },
    { name: 'not signed', book: signed, change: { '封面!B4': null }, findings: [{ cells: '封面!A4', severity: 'warning' }] },
    { name: 'a year cut short', book: signed, change: { '封面!A1': '024年单位综合预算公开报表' }, findings: [{ cells: '封面!A1', severity: 'warning', message: /没有四位的年份/ }] },
    { name: 'empty brackets to sign in', book: signed, change: { '封面!A4': '单位主要负责人审签情况：（  ）', '封面!B4': null }, findings: [{ cells: '封面!A4' }] },
    { name: 'a year of letters behind a name', book: signed, change: { '封面!A1': '某市民政局 20XX 年度部门预算公开' }, findings: [{ cells: '封面!A1' }] },
    { name: 'no year in front of 年', book: signed, change: { '封面!A1': '年单位综合预算公开报表' }, findings: [{ cells: '封面!A1' }] },
    { name: 'a year never filled in', book: signed, change: { '封面!A1': 'XX年部门预算公开报表' }, findings: [{ cells: '封面!A1' }] },
  ],
});

const numbered: Book = {
  目录: [['目录'], ['报表', '报表名称', '是否空表', '表格为空的理由'], ['表4', '单位综合预算财政拨款收支总表', '否', null], ['表5', '单位综合预算一般公共预算支出明细表（按支出功能分类科目）', '否', null], ['表6', '单位综合预算一般公共预算支出明细表（按支出经济分类科目）', '否', null]],
  ...only(budget, '表4', '表5', '表6'),
};
testRule('M8', {
  holds: [{ name: 'the number of the list', book: numbered, change: { '表5!D2': '表 5' } }],
  fails: [{ name: 'the number of another table', book: numbered, change: { '表5!D2': '附表6' }, findings: [{ cells: '表5!D2 目录!B4', severity: 'warning', message: /写的是“附表6”/ }] }],
});

testRule('M9', {
  holds: [{ name: 'money', book: budget }, { name: 'zero totals over money are for the sums to find', book: zero, change: { '表1!B7': 5 } }],
  fails: [{ name: 'nothing but zeros', book: zero, findings: [{ cells: '表1!B23 D15 F24 H15', severity: 'warning' }] }],
});

const evaluated: Book = {
  ...only(accounts, '封面', '公开03表'),
  项目自评表: [
    ['预算（项目）绩效目标自评表'], ['项目名称', '救助'], ['项目资金（万元）', '全年预算数（A）', '全年执行数（B）', '执行率（B/A）', '分值', '得分'],
    ['年度资金总额：', 29.45, 25, '84.89%', 10, 8], ['其中：财政资金', 20.45, 20, '97.8%'], ['其他资金', 9, 5],
    ['绩效指标', '数量指标', '救助人次', '200人次', '分值', '得分'], [null, null, '救助人次', '200人次', 50, 50], [null, null, '满意度（40分）', '90%', 40, 36],
    ['总分', null, null, null, 100, 94],
  ],
  整体自评表: [
    ['部门整体支出绩效自评表'], ['填报单位：某市民政局', null, '自评得分：88'], ['支出情况', '2023年支出合计100万元，其中：基本支出70万元、项目支出30万元'],
    ['指标', '分值', '得分'], ['预算完成率', 40, 38], ['项目产出', 40, 35], ['项目效益', 20, 15],
  ],
};
testRule('M10', {
  holds: [
    { name: 'rates, scores, money and words agree', book: evaluated },
    { name: 'weights without the ten points of 执行率', book: evaluated, change: { '项目自评表!E3': null, '项目自评表!F3': null, '项目自评表!E4': null, '项目自评表!F4': null, '项目自评表!E10': null, '项目自评表!F10': null } },
    { name: 'rates as bare numbers, in per cent and as parts of one', book: evaluated, change: { '项目自评表!D4': 84.89, '项目自评表!D5': 0.978 } },
    { name: 'weights far from 100 were not all seen', book: evaluated, change: { '整体自评表!B5': null, '整体自评表!C5': null } },
    { name: 'a form of another year is not compared', book: evaluated, change: { '整体自评表!A1': '部门整体支出绩效自评表（2022年度）', '整体自评表!B3': '2022年支出合计90万元，其中：基本支出60万元、项目支出30万元' } },
  ],
  fails: [
    { name: 'a rate', book: evaluated, change: { '项目自评表!D5': '100%' }, findings: [{ cells: '项目自评表!D5 C5 B5', severity: 'warning', message: /97\.80%/ }] },
    { name: 'a rate as a number under a header in %', book: evaluated, change: { '项目自评表!D3': '执行率（%）', '项目自评表!D4': 84.98, '项目自评表!D5': null }, findings: [{ cells: '项目自评表!D4 C4 B4', message: /84\.98%.*84\.89%/ }] },
    { name: 'a rate as a bare number, whichever way it is read', book: evaluated, change: { '项目自评表!D4': 0.95, '项目自评表!D5': null }, findings: [{ cells: '项目自评表!D4 C4 B4', message: /写的是 0\.95，.*84\.89%/ }] },
    { name: 'sources', book: evaluated, change: { '项目自评表!C6': 6 }, findings: [{ cells: '项目自评表!C4 C5 C6', message: /资金总额 25，财政资金与其他资金之和是 26/ }] },
    { name: 'a score', book: evaluated, change: { '整体自评表!C6': 34 }, findings: [{ cells: '整体自评表!C2 C5 C6 C7', message: /之和是 87/ }] },
    { name: 'the scores of a project', book: evaluated, change: { '项目自评表!F9': 30 }, findings: [{ cells: '项目自评表!F10 F4 F8 F9', message: /自评得分 94，各项得分之和是 88/ }] },
    { name: 'weights', book: evaluated, change: { '整体自评表!B5': 30 }, findings: [{ cells: '整体自评表!C5 B5', message: /得分 38 高于分值 30/ }, { cells: '整体自评表!B5 B6 B7', message: /之和是 90，应为 100/ }] },
    { name: 'a weight that its indicator names otherwise', book: evaluated, change: { '项目自评表!C9': '满意度（30分）' }, findings: [{ cells: '项目自评表!E9', message: /分值 40，指标写的是“满意度\(30分\)”/ }] },
    { name: 'the spending in words', book: evaluated, change: { '整体自评表!B3': '2023年支出合计100万元，其中：基本支出70万元、项目支出20万元' }, findings: [{ cells: '整体自评表!B3 公开03表!E4', message: /70 \+ 项目支出 20 = 90\.00 万元；项目支出 20 万元，公开03表 E4 是 30\.00 万元/ }] },
    { name: 'words that close and are not those of the tables', book: evaluated, change: { '整体自评表!B3': '2023年支出合计101万元，其中：基本支出71万元、项目支出30万元' }, findings: [{ cells: '整体自评表!B3 公开03表!C4 D4' }] },
    { name: 'a project that spends more than all projects', book: evaluated, change: { '项目自评表!B4': 50.45, '项目自评表!C4': 50, '项目自评表!B6': 30, '项目自评表!C6': 30, '项目自评表!D4': '99.11%' }, findings: [{ cells: '项目自评表!C4 公开03表!E4', severity: 'hint', message: /50\.00 万元，大于/ }] },
  ],
});

const odd = { '表6!E6': 300_000.5, '表6!F6': 300_000.5 };
const units = (first: number, second: number): Record<string, number | null> => ({ '表2!C8': first, '表2!D8': first, '表2!E8': null, '表2!F8': null, '表2!C9': second, '表2!D9': second });
const purchases = (first: number, second: number): Record<string, number> => ({ '表11!F7': 3, '表11!K7': first, '表11!F8': 3, '表11!K8': second });
testRule('M11', {
  holds: [
    { name: 'other amounts', book: budget, change: { '表6!E7': 180_000.5 } },
    { name: 'units with amounts of their own', book: budget, change: units(123_456.7, 123_456.8) },
    { name: 'purchases with amounts of their own, as many pieces', book: budget, change: purchases(1234.5, 1234.6) },
  ],
  fails: [{ name: 'a unit with the amounts of the one above', book: budget, change: units(123_456.7, 123_456.7), findings: [{ cells: '表2!C9 C8', severity: 'hint' }] },
    { name: 'a unit under its old and new name', book: budget, change: { ...units(123_456.7, 123_456.7), '表2!A9': '101001', '表2!A8': '101001' }, findings: [{ cells: '表2!C9 C8', severity: 'hint' }] },
    { name: 'a purchase that repeats the one above', book: budget, change: purchases(1234.5, 1234.5), findings: [{ cells: '表11!K8 K7', severity: 'hint' }] },
    { name: 'the amounts of the row above', book: budget, change: { ...odd, '表6!E7': 300_000.5, '表6!F7': 300_000.5 }, findings: [{ cells: '表6!E7 E6', severity: 'hint', message: /津贴补贴\(30102\) 与上一行 基本工资\(30101\) 各栏金额全部相同（300000\.50）/ }] }],
});

it('M11 says nothing of purchases for the same round amount', () => {
  expect(auditOf({ name: 'round', book: changed(budget, purchases(5000, 5000)) }).findings.filter((f) => f.rule === 'M11')).toEqual([]);
});

testRule('X18', {
  holds: [{ name: 'wages and pensions', book: budget }, { name: 'pensions that cannot be read', book: budget, change: { '表6!E8': '8000,00.00', '表8!E8': '8000,00.00' } }],
  fails: [{ name: 'wages alone', book: budget, change: { '表6!A8': '30107', '表8!A8': '30107' }, findings: [{ cells: '表6!E6', severity: 'hint' }] }],
  notApplicable: [{ name: 'before the reform was through', book: budget, change: { '封面!A1': '2018年单位综合预算公开报表' } }, { name: 'no wages', book: five }],
});

testRule('X17', {
  holds: [{ name: '8 and 16 %', book: budget, change: { '表6!A9': '30109', '表6!B9': '职业年金缴费' } }],
  fails: [{ name: 'more annuity than four fifths of the pension', book: budget, change: { '表6!A9': '30109', '表6!E9': 80_001 }, findings: [{ cells: '表6!E9 E8', difference: '5.00', severity: 'hint' }] }],
});

testRule('F06.5', {
  holds: [{ name: '8 and 16 %', book: accounts, change: { '公开06表!A10': '30109' } }],
  fails: [{ name: 'no pension beside the annuity', book: accounts, change: { '公开06表!A7': '30109' }, findings: [{ cells: '公开06表!C7', difference: '50.00', severity: 'hint' }] }],
});

const timed = { '表13-1!C9': '时效指标', '表13-1!D9': '完成时间' };
testRule('M6b', {
  holds: [{ name: 'within the year', book: budget, change: { ...timed, '表13-1!E9': '2024年12月31日前完成' } }],
  fails: [{ name: 'a year ago', book: budget, change: { ...timed, '表13-1!E9': '2023年12月底前' }, findings: [{ cells: '表13-1!E9', severity: 'hint', message: /早于预算年度 2024 年/ }] },
    { name: 'two years on', book: budget, change: { ...timed, '表13-1!E9': '2026年6月底前完成' }, findings: [{ cells: '表13-1!E9', severity: 'hint', message: /晚于预算年度 2024 年/ }] }],
});
it('M6b says nothing of a year to come in a form for several years', () => {
  expect(auditOf({ name: '', book: changed(budget, { ...timed, '表13-1!A8': '实施期总目标', '表13-1!E9': '2026年6月底前完成' }) }).findings.filter((f) => f.rule === 'M6b')).toEqual([]);
});
it.each(['较2023年12月同期提前', '2023年至2025年', '2024年底'])('M6b says nothing of “%s”', (value) => {
  expect(auditOf({ name: value, book: changed(budget, { ...timed, '表13-1!E9': value }) }).findings.filter((f) => f.rule === 'M6b')).toEqual([]);
});

const reasoned = (title: string, reason: string): Book => ({ ...numbered, 目录: [...numbered.目录, ['表9', title, '是', reason]] });
testRule('M1a', {
  holds: [{ name: 'the same fund', book: reasoned('单位综合预算政府性基金收支表', '本单位无政府性基金收支') }],
  fails: [{ name: 'another fund', book: reasoned('单位综合预算政府性基金收支表', '本单位无国有资本经营预算'), findings: [{ cells: '目录!D6', severity: 'warning', message: /说的不是这张表的内容/ }] }],
  notApplicable: [{ name: 'general words', book: reasoned('单位综合预算政府性基金收支表', '不涉及') }],
});

testRule('M8a', {
  holds: [{ name: 'as listed, brackets and years aside', book: numbered, change: { '目录!B4': '2024年单位综合预算一般公共预算支出明细表' } }],
  fails: [
    { name: 'two tables have changed places', book: { 目录: [...numbered.目录.slice(0, 2), numbered.目录[3], numbered.目录[2], numbered.目录[4]], ...only(numbered, '表4', '表5', '表6') }, findings: [{ cells: '表4!A1 目录!B4', severity: 'hint', message: /在其前/ }] },
    { name: 'a name in other words', book: numbered, change: { '目录!B4': '单位综合预算一般公共预算财政拨款支出明细表（按支出功能分类科目）' }, findings: [{ cells: '表5!A1 目录!B4', severity: 'hint', message: /目录（目录 B4）写的是“单位综合预算一般公共预算财政拨款支出明细表/ }] },
    { name: 'a name that is another table\'s', book: numbered, change: { '目录!B4': '单位综合预算一般公共预算基本支出明细表（按支出功能分类科目）' }, findings: [{ cells: '表5!A1 目录!B4', severity: 'hint', message: /请统一/ }] },
  ],
});

it('does not miss a table that the 目录 calls by another table\'s name under its own number', () => {
  const renamed = auditOf({ name: '', book: numbered, change: { '目录!B4': '单位综合预算一般公共预算基本支出明细表（按支出功能分类科目）' } });
  expect(renamed.findings.filter((f) => f.rule === 'M1')).toEqual(auditOf({ name: '', book: numbered }).findings.filter((f) => f.rule === 'M1'));
});

testRule('M2a', {
  holds: [{ name: 'one word', book: budget }],
  fails: [{ name: 'one table of a department', book: budget, change: { '表5!A1': '部门综合预算一般公共预算支出明细表（按支出功能分类科目）' }, findings: [{ cells: '表5!A1', severity: 'hint', message: /多数表写“单位”/ }] }],
});

const bought: Book = {
  ...only(accounts, '封面', '公开03表'),
  采购: [['政府采购情况说明表'], ['单位：万元'], ['项目', '金额'], ['一、政府采购支出总额', 100.01], ['（一）政府采购货物支出', 20], ['（二）政府采购工程支出', 30], ['（三）政府采购服务支出', 50], ['二、授予中小企业合同金额', 80], ['其中：授予小微企业合同金额', 60]],
};
const boughtOf: Book = { ...bought, 采购: bought.采购.map((row) => row.map((value) => (typeof value === 'string' ? value.replace(/政府采购(货物|工程|服务)/, '$1') : value))) };
testRule('M12', {
  holds: [{ name: 'parts add up, in rounded figures', book: bought }],
  fails: [
    { name: 'a part is wrong', book: bought, change: { '采购!B6': 31 }, findings: [{ cells: '采购!B4 B5 B6 B7', severity: 'warning', message: /之和是 101/ }] },
    { name: 'a part is wrong, in lines that do not say 采购 again', book: boughtOf, change: { '采购!B6': 31 }, findings: [{ cells: '采购!B4 B5 B6 B7', severity: 'warning', message: /之和是 101/ }] },
    { name: 'more to small and medium firms than was bought', book: bought, change: { '采购!B8': 180 }, findings: [{ cells: '采购!B8 B4', message: /大于政府采购支出总额 100\.01/ }] },
    { name: 'more to small firms than to small and medium ones', book: bought, change: { '采购!B9': 81 }, findings: [{ cells: '采购!B9 B8', message: /大于授予中小企业的合同金额 80/ }] },
  ],
});

const purchase: Book = {
  采购: [
    ['2026年政府采购预算表'], ['单位：万元'], ['采购品目大类', '专项名称', '经济科目', '采购物品名称', '总计'],
    ['合计', null, null, null, 211], ['一、货物A', null, null, null, 91],
    [null, '办公设备购置费', '办公设备购置', null, 41], [null, null, null, '计算机', 30], [null, null, null, '打印设备', 11],
    [null, '会议', '会议费', null, 50], [null, null, null, '印刷品', 37], [null, null, null, '其他货物', 13],
    ['三、服务C', null, null, null, 120],
    [null, '培训', '培训费', null, 45], [null, null, null, '会议服务', 33], [null, null, null, '住宿服务', 12],
    [null, null, '会议费', null, 75], [null, null, null, '餐饮服务', 75],
  ],
};
testRule('N14.2', {
  holds: [{ name: 'steps by columns', book: purchase }],
  fails: [
    { name: 'an item', book: purchase, change: { '采购!E10': 73 }, findings: [{ cells: '采购!E9 E10 E11', difference: '-36.00' }] },
    { name: 'a step that goes on under the project above', book: purchase, change: { '采购!E17': 57 }, findings: [{ cells: '采购!E16 E17', difference: '18.00' }] },
  ],
});
testRule('N14.3', {
  holds: [{ name: 'goods and services', book: purchase }],
  fails: [
    { name: 'the total', book: purchase, change: { '采购!E4': 311 }, findings: [{ cells: '采购!E4 E5 E12', difference: '100.00', severity: 'error' }] },
    { name: 'a list of classes alone', book: { 采购: [['2026年政府采购预算明细表'], ['单位：万元'], ['采购类别', '金额'], ['A-货物', 238.78], ['C-服务', 4749.95], ['合 计', 4998.73]] }, findings: [{ cells: '采购!B6 B4 B5', difference: '10.00' }] },
  ],
});

testRule('M16', {
  holds: [{ name: 'both apart', book: accounts }, { name: 'both apart in a budget', book: budget }],
  fails: [{ name: 'one figure for both', book: { 公开07表: accounts.公开07表.map((row, i) => (i === 4 ? [null] : row.filter((_, c) => c !== 3 && c !== 4 && c !== 9 && c !== 10))) }, findings: [{ cells: '公开07表!C4', severity: 'warning', message: /没有分开列示/ }] }],
});

/** A basic expenditure table of the national form. */
function basic(pension: number, fund: number): Book {
  const rows = [['301', '工资福利支出', pension + fund], ['30108', '机关事业单位基本养老保险缴费', pension], ['30113', '住房公积金', fund]];
  return { 表6: [['2024年一般公共预算基本支出表'], ['单位：万元'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费'], ...rows.map(([code, name, sum]) => [code, name, sum, sum, null])] };
}

/** The same with staff welfare. */
function welfare(amount: number): Book {
  const { 表6: rows } = basic(1000, 800);
  return { 表6: [...rows, ['302', '商品和服务支出', amount, null, amount], ['30229', '福利费', amount, null, amount]] };
}

testRule('X19', {
  holds: [{ name: '12 and 16 %', book: budget }],
  fails: [
    { name: 'a digit too many in the pension', book: only(budget, '表6'), change: { '表6!E8': 1_000_000 }, findings: [{ cells: '表6!E8 E10', difference: '800000.00', severity: 'hint' }] },
    { name: 'a digit too many in the housing fund', book: only(budget, '表6'), change: { '表6!E10': 500_000 }, findings: [{ cells: '表6!E10 E8', difference: '100000.00', severity: 'hint' }] },
  ],
});

testRule('N45', {
  holds: [{ name: 'about the same', book: basic(1000, 800) }, { name: 'welfare of a seventh of the wages', book: welfare(250) }],
  fails: [{ name: 'welfare of a third of the wages', book: welfare(600), findings: [{ cells: '表6!C8 C4', difference: '1200.00', severity: 'hint' }] }, { name: 'ten times as much', book: basic(1000, 8000), findings: [{ cells: '表6!C6 C5', difference: '4000.00', severity: 'hint' }] }],
});

testRule('F06.6', {
  holds: [{ name: 'about the same', book: accounts, change: { '公开06表!A10': '30113', '公开06表!C10': 8 } }],
  fails: [{ name: 'ten times as much', book: accounts, change: { '公开06表!A10': '30113', '公开06表!C10': 80 }, findings: [{ cells: '公开06表!C10 C7', difference: '40.00', severity: 'hint' }] }],
});

testRule('M17', {
  holds: [{ name: 'zeros', book: accounts }, { name: 'a dash', book: accounts, change: { '公开07表!H6': '—' } }],
  fails: [
    { name: 'nothing spent of a budget', book: accounts, change: { '公开07表!G6': 0, '公开07表!H6': null, '公开07表!I6': 0, '公开07表!J6': 0, '公开07表!K6': 0, '公开07表!L6': null }, findings: [{ cells: '公开07表!H6 L6', severity: 'hint' }] },
    { name: 'blanks of either block', book: accounts, change: { '公开07表!B6': null, '公开07表!J6': null }, findings: [{ cells: '公开07表!B6 J6', severity: 'hint', message: /没有支出的请写 0/ }] },
    { name: 'a line of its own', book: { 表9: [['2024年“三公”经费预算财政拨款情况统计表'], [null, '单位：万元'], ['项目', '2024年预算数'], ['合计', 6.79], ['因公出国（境）费用', null], ['公务接待费', 6.79], ['公务用车购置及运行费', 0], ['其中：公务用车购置费', 0], ['公务用车运行费', 0]] }, findings: [{ cells: '表9!B5', severity: 'hint' }] },
  ],
  notApplicable: [{ name: 'an empty table', book: { 表9: [['2024年“三公”经费预算财政拨款情况统计表'], [null, '单位：万元'], ['项目', '2024年预算数'], ['合计', null], ['因公出国（境）费用', null], ['公务接待费', null]] } }],
});

const sums: Book = { ...only(budget, '封面'), 表9: [['2024年部门支出总表'], [null, null, '单位：万元'], ['项目', '合计', '基本支出'], ['行政运行', 5, 5], ['住房公积金', 2, 2], ['合计', 7, 7]] };
testRule('M18', {
  holds: [{ name: 'a total', book: sums }, { name: 'a dash', book: sums, change: { '表9!B6': '—', '表9!C6': null } }, { name: 'one figure', book: sums, change: { '表9!C6': null } }],
  fails: [{ name: 'a total without any figure', book: sums, change: { '表9!B6': null, '表9!C6': null }, findings: [{ cells: '表9!B6 C6', severity: 'hint', message: /合计行没有一个数/ }] }],
  notApplicable: [{ name: 'an empty table', book: { ...only(budget, '封面'), 表9: [['2024年部门支出总表'], [null, null, '单位：万元'], ['项目', '合计', '基本支出'], ['行政运行', null, null], ['合计', null, null]] } }],
});

it.each(['3#', '1.5②', '1.234,5*'])('a figure that its mark damages is one in a table of one row: %s', (text) => {
  expect(auditOf({ name: text, book: accounts, change: { '公开07表!F6': text } }).findings.filter((f) => f.rule === 'M3').map((f) => f.cells.map((c) => c.address))).toEqual([['F6']]);
});

it('zeros right of 款 are amounts of an empty table, no lower part of the code', () => {
  const rows = [['计算机', '502', '01', 0], ['桌椅', '502', '06', 0], ['打印', '502', '01', 0]];
  const book: Book = { ...only(budget, '封面'), 采购: [['2024年政府采购预算表'], ['单位：元'], ['采购项目', '政府预算支出经济分类科目编码', null, '预算金额'], [null, '类', '款', null], ['合计', null, null, 0], ...rows] };
  const table = auditOf({ name: '', book }).tables.find((t) => t.sheet === '采购');
  expect(table?.columns.map((c) => c.kind)).toEqual(['name', 'code', 'code', 'amount']);
});
