import { accounts } from '../support/accountsBook';
import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { changed, only, type Book, type Change } from '../support/sheets';

const five = only(budget, '表5');
const six = only(budget, '表6');
const base = { name: 'the whole budget', book: budget };

/** 表5 has twelve codes from row 5 on. */
const firstNames = (count: number): Change => Object.fromEntries(Array.from({ length: count }, (_, i) => [`表5!B${i + 5}`, '办公费']));
const amountsForCodes: Change = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`表5!A${i + 5}`, 12_868 + 1_000 * i]));

testRule('C1', {
  holds: [
    base,
    { name: 'the 款 in brackets behind the item', book: five, change: { '表5!B12': '行政运行（医疗保障管理事务）' } },
    { name: 'codes as numbers', book: five, change: { '表5!A5': 208, '表5!A7': 2_080_505 } },
  ],
  fails: [
    { name: 'a code that never was', book: five, change: { '表5!A13': '2101577' }, findings: [{ cells: '表5!A13 B13', message: /2101577/ }] },
    { name: 'a code of earlier years, with its successor', book: five, change: { '表5!A13': '2109901', '表5!B13': '其他卫生健康支出' }, findings: [{ cells: '表5!A13 B13', message: /2109999/ }] },
  ],
  insufficient: [
    { name: 'no year: the closest chart is used', book: { 表5: five.表5 }, reason: /不知道年度.*2026 年科目表.*只作提示/ },
  ],
});

testRule('C2', {
  fails: [
    { name: 'no year: a hint against the closest chart', book: { 表5: five.表5 }, change: { '表5!B12': '事业运行' }, findings: [{ cells: '表5!A12 B12', severity: 'hint', message: /事业运行.*工作簿没有写明年度/ }] },
    { name: 'half of the names', book: five, change: firstNames(6), findings: [5, 6, 7, 8, 9, 10].map((row) => ({ cells: `表5!A${row} B${row}`, severity: 'error' as const })) },
    { name: 'another name', book: five, change: { '表5!B12': '事业运行' }, findings: [{ cells: '表5!A12 B12', severity: 'error', message: /行政运行.*2101550|2101550.*行政运行/ }] },
    { name: 'another name of the government code', book: six, change: { '表6!D13': '会议费' }, findings: [{ cells: '表6!C13 D13' }] },
  ],
  insufficient: [
    { name: 'most names of the column', book: five, change: firstNames(7), reason: /表5 的支出功能分类编码栏共 12 个编码，7 个与科目表对不上，多半是这一栏没有读对/ },
    { name: 'amounts taken for codes', book: five, change: amountsForCodes, reason: /11 个与科目表对不上/ },
  ],
});

const carryOver: Book = {
  封面: [['2024年部门综合预算公开报表'], ['部门名称：某市民政局']],
  表11: [
    ['部门综合预算财政拨款上年结转资金支出表'], ['单位：元'], ['功能科目编码', '功能科目名称', '合计'], [null, '合计', 500],
    ['2101502', '一般行政管理事务', 100], ['2101501', '行政运行', 50], ['2101502', '一般行政管理事务', 150], ['2101502', '一般行政管理事务', 80], [null, '其他业务（内容涉密）', 120],
  ],
};
const details: Change = { '表6!A7': '3010201', '表6!B7': '在职人员津贴补贴', '表6!A8': '3010202', '表6!B8': '离退休人员津贴补贴', '表6!C8': '50101', '表6!D8': '工资奖金津补贴' };

testRule('C3', {
  holds: [base, { name: 'a province’s details without their 款', book: six, change: details }, { name: 'a table of 项 only', book: { ...five, 表5: five.表5.filter((row, r) => r < 4 || String(row[0]).length === 7) } }],
  fails: [
    { name: 'a parent is missing', book: { ...five, 表5: five.表5.filter((row) => row[0] !== '21015') }, findings: [{ cells: '表5!A11 B11 A12 B12', severity: 'error', message: /缺少上级科目 21015/ }] },
    { name: 'two rows of one code', book: five, change: { '表5!A13': '2101501', '表5!B13': '行政运行' }, findings: [{ cells: '表5!A13 B13 C13 D13 E13 F13 A12 B12', message: /列了两次/ }] },
    { name: 'descending order', book: five, change: { '表5!A12': '2101502', '表5!A13': '2101501' }, findings: [{ cells: '表5!A13 B13 A12 B12', severity: 'warning' }] },
    { name: 'money without a code', book: five, change: { '表5!A17': null, '表5!B17': '其他', '表5!C17': 5 }, findings: [{ cells: '表5!A17 B17 C17 D17 E17 F17', severity: 'warning', message: /没有科目编码/ }] },
  ],
  notApplicable: [{ name: 'a list of projects with the 项 of each', book: carryOver }],
  insufficient: [{ name: 'a table that is not sorted by code', book: { ...five, 表5: [...five.表5.slice(0, 4), ...five.表5.slice(4).reverse()] }, reason: /表5 有 \d+ 行没有按编码由小到大排列/ }],
});

testRule('C4', {
  holds: [base, { name: '30101 ↔ 50501 in an institution', book: six, change: { '表6!C6': '50501', '表6!D6': '工资福利支出' } }],
  fails: [{ name: '30216 ↔ 50206', book: six, change: { '表6!C13': '50206', '表6!D13': '公务接待费' }, findings: [{ cells: '表6!C13 A13', severity: 'warning' }] }],
});

testRule('C4a', {
  holds: [base],
  fails: [{ name: 'organ and institution in one unit', book: six, change: { '表6!C6': '50501', '表6!D6': '工资福利支出' }, findings: [{ cells: '表6!C6', severity: 'warning' }] }],
  notApplicable: [{ name: 'a department has both', book: changed(six, { '表6!A1': '部门综合预算一般公共预算支出明细表（按支出经济分类科目）', '封面!A1': '2024年部门综合预算公开报表' }) }],
});

const fund: Book = changed(only(accounts, '公开05表'), { '公开05表!A15': '212', '公开05表!B15': '城乡社区支出', '公开05表!A16': '21208', '公开05表!B16': '国有土地使用权出让收入安排的支出', '公开05表!A17': '2120899', '公开05表!B17': '其他国有土地使用权出让收入安排的支出' });
testRule('C5', {
  fails: [{ name: 'codes of the fund budget in a general table', book: fund, findings: [{ cells: '公开05表!A16 B16' }, { cells: '公开05表!A17 B17' }] }],
});

testRule('C6', {
  fails: [{ name: 'an economic code in a functional column', book: five, change: { '表5!A17': '30201', '表5!B17': '办公费' }, findings: [{ cells: '表5!A17 B17', message: /经济/ }] }],
});
