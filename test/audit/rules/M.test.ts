import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { changed, only, type Book } from '../support/sheets';

const five = only(budget, '表5');
const base = { name: 'the whole budget', book: budget };

const contents: Book = {
  目录: [
    ['目录'], ['报表', '报表名称', '是否空表', '表格为空的理由'],
    ['表4', '单位综合预算财政拨款收支总表', '否', null],
    ['表5', '单位综合预算一般公共预算支出明细表（按支出功能分类科目）', '否', null],
    ['表9', '单位综合预算政府性基金收支表', '否', null],
    ['表10', '单位综合预算专项业务经费支出表', '是', '没有专项'],
  ],
};
const listed: Book = { ...contents, ...only(budget, '表4', '表5', '表9') };

testRule('M1', {
  holds: [{ name: 'the list agrees', book: listed }],
  fails: [
    { name: 'listed, not declared empty, not there', book: listed, change: { '目录!C6': '否' }, findings: [{ cells: '目录!C6 B6', severity: 'error', message: /没有这张表/ }] },
    { name: 'declared empty with amounts', book: listed, change: { '目录!C5': '是', '目录!D5': '无' }, findings: [{ cells: '目录!C5 表9!B5 B6 D6 D7 F8 F9 F11 H6 H7', severity: 'error' }] },
    { name: 'declared empty without a reason', book: listed, change: { '目录!D6': null }, findings: [{ cells: '目录!C6 D6', severity: 'warning' }] },
    { name: 'not declared empty, without amounts', book: { ...listed, 表9: listed.表9.map((row) => row.map((v) => (typeof v === 'number' ? null : v))) }, findings: [{ cells: '目录!C5', severity: 'warning' }] },
    { name: 'a table that is not listed', book: { ...listed, 表7: budget.表7 }, findings: [{ cells: '表7!A1', severity: 'warning' }] },
  ],
  insufficient: [
    { name: 'no 目录', book: budget, reason: /没有认出目录/ },
    { name: 'a sheet with the title on which the table was not recognised', book: { ...listed, 附表: [['2024年单位综合预算专项业务经费支出表'], ['项目', '经办'], ['甲', '乙']] }, change: { '目录!C6': '否' }, reason: /“附表”有这个标题，没有认出这张表/ },
  ],
});

// A table that the 目录 declares empty is no table that is missing.
testRule('B10.1', { notApplicable: [{ name: '表10 is declared empty', book: listed }] });
testRule('X11', { notApplicable: [{ name: '表10 is declared empty', book: listed }] });

testRule('M2', {
  holds: [base],
  fails: [
    { name: 'another year', book: budget, change: { '表5!A1': '2023年单位综合预算一般公共预算支出明细表（按支出功能分类科目）' }, findings: [{ cells: '表5!A1 封面!A1', severity: 'warning', message: /2023 年.*2024 年/ }] },
    { name: '万元 over figures in 元', book: budget, change: { '表5!A2': '单位：万元' }, findings: [{ cells: '表5!A2', severity: 'error', message: /已按元核对/ }] },
    { name: 'another body', book: changed(budget, { '表5!B2': '单位名称：某县图书馆' }), findings: [{ cells: '表5!B2 封面!A2', severity: 'warning' }] },
  ],
});

testRule('M3', {
  holds: [base],
  fails: [
    { name: 'plain text', book: five, change: { '表5!C5': '100000' }, findings: [{ cells: '表5!C5', severity: 'warning', message: /以文本存放/ }] },
    { name: 'plain text in several tables is one finding', book: budget, change: { '表5!C5': '100000', '表7!C5': '100000' }, findings: [{ cells: '表5!C5 表7!C5', severity: 'warning', message: /等 2 个单元格（2 张表）以文本存放/ }] },
    { name: 'plain text in a form for prose, and in a column of quantities', book: budget, change: { '表14!D7': '30', '表11!F7': '1000', '表11!F6': '1002', '表11!F5': '1002' }, findings: [{ cells: '表14!D7', severity: 'hint' }, { cells: '表11!F5 F6 F7', severity: 'hint' }] },
    { name: 'the spelling Excel shows is a text all the same', book: five, change: { '表5!C5': '100,000.00' }, findings: [{ cells: '表5!C5', severity: 'warning' }] },
    { name: 'a column that is text throughout', book: five, change: { '表5!E4': '1', '表5!E8': '1', '表5!E11': '1', '表5!E12': '1' }, findings: [{ cells: '表5!E4 E8 E11 E12', severity: 'hint' }] },
    { name: 'a decimal comma', book: five, change: { '表5!C5': '100.000,00' }, findings: [{ cells: '表5!C5', severity: 'error', message: /小数点应写“\.”/ }] },
    { name: 'no number', book: five, change: { '表5!C5': '十万' }, findings: [{ cells: '表5!C5', severity: 'error', message: /“十万”不是数/ }] },
    { name: 'a truth value', book: five, change: { '表5!C5': true }, findings: [{ cells: '表5!C5', severity: 'error', message: /“TRUE”不是数/ }] },
    { name: 'an error value', book: five, change: { '表5!C5': { error: '#DIV/0!' } }, findings: [{ cells: '表5!C5', severity: 'error', message: /错误值/ }] },
    { name: 'digits below the 分', book: five, change: { '表5!C5': 100_000.004 }, findings: [{ cells: '表5!C5', severity: 'hint' }] },
    { name: 'negative', book: five, change: { '表5!C5': -100_000 }, findings: [{ cells: '表5!C5', severity: 'error' }] },
    { name: 'a hidden row', book: five, properties: { 表5: { hiddenRows: [{ from: 6, to: 6 }] } }, findings: [{ cells: '表5!C7 D7', severity: 'warning' }] },
    { name: 'a hidden column', book: five, properties: { 表5: { hiddenColumns: [{ from: 4, to: 4 }] } }, findings: [{ cells: '表5!E4 E8 E11 E12', severity: 'warning' }] },
  ],
});

const computed = changed(five, {
  '表5!C11': { formula: 'SUM(C12:C13)', value: 800_000 }, '表5!D11': { formula: 'SUM(D12:D13)', value: 500_000 },
  '表5!E11': { formula: 'SUM(E12:E13)', value: 100_000 }, '表5!F11': { formula: 'SUM(F12:F13)', value: 200_000 },
});
testRule('M4', {
  holds: [{ name: 'totals as formulas', book: computed }],
  fails: [
    { name: 'a range that leaves out a row', book: computed, change: { '表5!C11': { formula: 'SUM(C12:C12)', value: 600_000 } }, findings: [{ cells: '表5!C11 C13', severity: 'warning' }] },
    { name: 'a total typed over', book: computed, change: { '表5!D11': 500_000 }, findings: [{ cells: '表5!D11', severity: 'warning' }] },
  ],
});

testRule('M4', {
  holds: [{ name: 'a total that takes the parts of a part', book: computed, change: { '表5!C4': { formula: 'C5+C8+C12+C13+C14', value: 1 } } }],
  fails: [
    { name: 'a chain of additions that leaves out a row', book: computed, change: { '表5!C11': { formula: 'C12', value: 600_000 } }, findings: [{ cells: '表5!C11 C13', severity: 'warning', message: /请改为 =C12\+C13/ }] },
    { name: 'a range that ends a row early grows', book: computed, change: { '表5!C11': { formula: 'SUM(C12:C12)', value: 600_000 } }, findings: [{ cells: '表5!C11 C13', message: /请改为 =SUM\(C12:C13\)/ }] },
  ],
});

// A list of projects whose levels the amounts do not show: 210,000 of three is written as the 150,000 of two.
const projectsWith = (sum: string, value: number): Book => ({ ...budget, 表10: [...(budget.表10 ?? []).slice(0, 7), [null, '流浪救助经费', { formula: sum, value }], [null, '甲', 60_000], [null, '乙', 90_000], [null, '丙', 60_000], [null, '站舍维修经费', 90_000]] });
testRule('M4', {
  holds: [{ name: 'a sum over all that stands below it', book: projectsWith('SUM(C9:C11)', 210_000) }],
  fails: [{ name: 'a sum that begins a row late, where the levels are not known', book: projectsWith('SUM(C10:C11)', 150_000), findings: [{ cells: '表10!C8 C9', severity: 'warning' }] }],
});

const across = changed(computed, Object.fromEntries(['4', '5', '6', '7', '8', '9', '10', '12', '13', '14', '15', '16'].map((row) => [`表5!C${row}`, { formula: `D${row}+E${row}+F${row}`, value: 0 }])));
testRule('M4', {
  holds: [{ name: 'sums across', book: across }],
  fails: [{ name: 'a sum across typed over', book: across, change: { '表5!C6': 1 }, findings: [{ cells: '表5!C6', message: /同一栏的其他各行是公式；请恢复公式 =D6\+E6\+F6/ }] }],
});
// 表5 over two sheets, from 21015 on: what stood in rows 11 … 16 stands in rows 4 … 9 of 表5续.
const pages: Book = { ...five, 表5: five.表5.slice(0, 10), 表5续: [...five.表5.slice(0, 3), ...five.表5.slice(10)] };
const summed = changed(pages, {
  '表5!C4': { formula: "C5+C8+'表5续'!C7", value: 1_000_000 }, '表5!D4': { formula: "D5+D8+'表5续'!D7", value: 700_000 },
  ...Object.fromEntries([['C', 800_000], ['D', 500_000], ['E', 100_000], ['F', 200_000]].map(([c, value]) => [`表5续!${c}4`, { formula: `SUM(${c}5:${c}6)`, value: Number(value) }])),
});
testRule('M4', {
  holds: [{ name: 'a total over both sheets of a table', book: summed }, { name: 'which takes the parts of a part on the other sheet', book: summed, change: { '表5!C4': { formula: 'C5+C9+SUM(表5续!C5:C6)+表5续!C8', value: 1_000_000 } } }],
  fails: [
    { name: 'a total that leaves out a row on the next sheet', book: summed, change: { '表5!C4': { formula: 'C5+C8', value: 950_000 } }, findings: [{ cells: '表5!C4 表5续!C7', message: /请改为 =C5\+C8\+'表5续'!C7/ }] },
    { name: 'a total on the next sheet that leaves out a row', book: summed, change: { '表5续!C4': { formula: 'SUM(C5:C5)', value: 600_000 } }, findings: [{ cells: '表5续!C4 C6', message: /请改为 =SUM\(C5:C6\)/ }] },
    { name: 'a total on the next sheet typed over', book: summed, change: { '表5续!E4': 100_000 }, findings: [{ cells: '表5续!E4', message: /请恢复公式 =SUM\(E5:E6\)/ }] },
  ],
});
testRule('M4b', { holds: [{ name: 'each column of a next sheet adds itself', book: summed }], fails: [{ name: 'a total on the next sheet of another column', book: summed, change: { '表5续!D4': { formula: 'SUM(C5:C6)', value: 800_000 } }, findings: [{ cells: '表5续!D4 C4', message: /指向别的列/ }] }] });

// Many rows that a total leaves out are told in a few words and added as ranges.
const manyRows: Book = { ...five, 表5: [...five.表5.slice(0, 3), [null, '合计', { formula: 'SUM(C5:C6)', value: 20 }, 20], ...Array.from({ length: 12 }, (_, i): (string | number)[] => [String(20101 + i * 100), '某项', 10, 10])] };
testRule('M4', { fails: [{ name: 'twelve of fourteen rows left out', book: manyRows, findings: [{ cells: '表5!C4 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16', message: /漏了 表5 C7 [^、]*、表5 C8 [^、]*、表5 C9 [^、]*、表5 C10 [^、]*、表5 C11 [^、]*等 10 行；请改为 =SUM\(C5:C16\)/ }] }] });

testRule('M4a', {
  holds: [{ name: 'right results', book: computed }],
  fails: [{ name: 'an old result', book: computed, change: { '表5!C11': { formula: 'SUM(C12:C13)', value: 790_000 } }, findings: [{ cells: '表5!C11', difference: '-10000', severity: 'warning', message: /显示 790,000\.00.*应得 800,000\.00/ }] }],
});

testRule('M4b', {
  holds: [{ name: 'each column adds itself', book: computed }],
  fails: [
    { name: 'a total of another column', book: computed, change: { '表5!D11': { formula: 'SUM(C12:C13)', value: 800_000 } }, findings: [{ cells: '表5!D11 C11', severity: 'warning', message: /指向别的列.*请改为 =SUM\(D12:D13\)/ }] },
  ],
});

testRule('M4c', {
  holds: [base],
  fails: [{ name: 'a formula as a text', book: five, change: { '表5!C11': '=SUM(C12:C13)' }, findings: [{ cells: '表5!C11', severity: 'warning', message: /是文本，不会计算/ }] }],
});

testRule('M5', {
  holds: [base],
  fails: [{ name: 'an empty indicator in a filled form', book: budget, change: { '表13-1!D9': '指标1：', '表13-1!E9': null, '表13-1!D10': '指标2：保障率' }, findings: [{ cells: '表13-1!D9', severity: 'hint' }] }],
});

testRule('M6', {
  holds: [base],
  fails: [{ name: '时效指标 under 效益指标 (as in 001 表14-4)', book: budget, change: { '表13-1!C10': '时效指标' }, findings: [{ cells: '表13-1!C10 B10', severity: 'warning' }] }, { name: 'a heading left out is a hint', book: budget, change: { '表13-1!B10': null }, findings: [{ cells: '表13-1!C10 B9', severity: 'hint', message: /没有这个一级指标/ }] }],
});

const self: Book = {
  自编表: [['某市民政局内部汇总'], ['科目编码', '科目名称', '金额'], [null, '合计', 30], ['208', '社会保障和就业支出', 30], ['20805', '行政事业单位养老支出', 10], ['2080505', '机关事业单位基本养老保险缴费支出', 10], ['20820', '临时救助', 20], ['2082001', '临时救助支出', 20]],
};
testRule('G1', {
  holds: [{ name: 'a sheet that is no known table', book: self }],
  fails: [{ name: 'a row at the end', book: self, change: { '自编表!C8': 21 }, findings: [{ cells: '自编表!C7 C8', difference: '-1.00', severity: 'error' }] }],
});
testRule('G2', {
  holds: [{ name: 'columns that add up', book: { 自编表: [['某市民政局内部汇总'], ['科目编码', '科目名称', '合计', '上半年', '下半年'], [null, '合计', 30, 10, 20], ['208', '社会保障和就业支出', 30, 10, 20], ['20805', '行政事业单位养老支出', 10, 10, null], ['20820', '临时救助', 20, null, 20]] } }],
});
