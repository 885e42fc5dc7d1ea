/** Further kinds of what the way from paper to a workbook leaves behind: titles cut within a word, names broken over rows, tables beside and below one another. */
import { expect, it } from 'vitest';
import { accusations, audit, type LiteralSheet } from './literal';

const sheet = (name: string, rows: LiteralSheet['rows'], merges: LiteralSheet['merges'] = null): LiteralSheet => ({ name, rows, merges });
const ids = (session: ReturnType<typeof audit>): string[] => session.report.tables.map((t) => t.id);

const HEADER = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS: LiteralSheet['rows'] = [[null, '合计', 310, 110, 200], ['213', '农林水支出', 300, 100, 200], ['21303', '水利', 300, 100, 200], ['2130301', '行政运行', 100, 100, null], ['2130399', '其他水利支出', 200, null, 200], ['229', '其他支出', 10, 10], ['22999', '其他支出', 10, 10], ['2299999', '其他支出', 10, 10]];
const UNIT = ['部门：某市水利局', null, null, null, '单位：万元'];
const HEAD3: LiteralSheet['rows'] = [['支出预算总表'], UNIT, HEADER];

it.each<[string, LiteralSheet['rows']]>([
  ['below one another', [['某市水利局2024年一'], ['般公共预算支出表']]],
  ['with the number of the table', [['表5 2024年一'], ['般公共预算支出表']]],
])('a title cut within a word, %s, is one title', (_, title) => {
  expect(ids(audit(sheet('支出', [...title, UNIT, HEADER, ...ROWS])))).toEqual(['N05']);
});

it('a title cut within a word beside the title of another table', () => {
  const economic: LiteralSheet['rows'] = [[null, '合计', 110, 90, 20], ['301', '工资福利支出', 90, 90], ['30101', '基本工资', 90, 90], ['302', '商品和服务支出', 20, null, 20], ['30201', '办公费', 20, null, 20]];
  const both = (left: LiteralSheet['rows'][number], right: LiteralSheet['rows'][number]): LiteralSheet['rows'][number] => [...left, ...Array<null>(6 - left.length).fill(null), ...right];
  const session = audit(sheet('支出', [
    both(['一般公共预'], ['一般公共预算基本支出表']), ['算支出表'], both(UNIT, UNIT), both(HEADER, ['经济科目编码', '经济科目名称', '合计', '人员经费', '公用经费']),
    ...ROWS.map((row, i) => both(row, economic[i] ?? [])),
  ]));
  expect(ids(session)).toEqual(['N05', 'N06']);
  expect(accusations(session)).toEqual([]);
});

it('two tables beside one another, the title of the first lost: two tables', () => {
  const income: LiteralSheet['rows'] = [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、财政拨款收入', 310, '一、农林水支出', 300], [null, null, '二、其他支出', 10], ['收入总计', 310, '支出总计', 310]];
  const rows = (title: string | null): LiteralSheet['rows'] => [
    ['表3', null, null, null, null, null, '表1'], [title, null, null, null, null, null, '收支预算总表'], [...UNIT, null, '部门：某市水利局', null, null, '单位：万元'],
    [...HEADER, null, ...income[0]], [null, null, null, null, null, null, ...income[1]],
    ...ROWS.map((row, i) => [...row, ...Array<null>(6 - row.length).fill(null), ...(income[i + 2] ?? [])]),
  ];
  const [whole, lost] = [audit(sheet('3', rows('支出预算总表'))), audit(sheet('收支预算总表', rows(null)))];
  expect(accusations(lost)).toEqual([]);
  expect(ids(whole)).toEqual(['N03', 'N01']);
  expect(ids(lost)).toEqual(['N01', 'G']);
});

it('文化旅游体育与传媒 above 支出: known with and without it, among names that end so', () => {
  const rows = (name: LiteralSheet['rows']): LiteralSheet => sheet('支出', [
    ['一般公共预算支出预算表'], ['单位：万元'], ['功能分类科目名称', '预算数'],
    ['公共安全支出', 60], ['  司法', 60], ['  行政运行', 60], ...name, ['  文物', 40], ['  博物馆', 40], ['卫生健康支出', 5], ['  行政事业单位医疗', 5], ['  行政单位医疗', 5], ['合计', 105],
  ]);
  const [whole, torn] = [audit(rows([['文化旅游体育与传媒支出', 40]])), audit(rows([['文化旅游体育与传媒', 40], ['支出']]))];
  expect(accusations(torn)).toEqual([]);
  expect(torn.report.outcomes).toEqual(whole.report.outcomes);
});

it('附属单位上缴 above 收入, among names that end so', () => {
  const rows = (lines: LiteralSheet['rows']): LiteralSheet => sheet('表1', [
    ['收入支出决算总表'], ['单位：万元'], ['收入', null, '支出'], ['项目', '金额', '项目', '金额'],
    ['一、财政拨款收入', 221, '一、教育支出', 230], ['二、上级补助收入', 2, '二、科学技术支出'], ['三、事业收入', 4], ['四、经营收入'], ...lines, ['六、其他收入', 1], ['本年收入合计', 230, '本年支出合计', 230], ['总计', 230, '总计', 230],
  ]);
  const [whole, torn] = [audit(rows([['五、附属单位上缴收入', 2]])), audit(rows([['五、附属单位上缴', 2], ['收入']]))];
  expect(accusations(torn)).toEqual([]);
  expect(torn.report.outcomes).toEqual(whole.report.outcomes);
});

it('the name of a unit broken over two rows', () => {
  const items = (code: string): LiteralSheet['rows'] => [[code, '213', '农林水支出', 10, 10], [code, '21303', '水利', 10, 10], [code, '2130301', '行政运行', 10, 10]];
  const rows = (name: LiteralSheet['rows']): LiteralSheet => sheet('表3', [
    ['部门支出总表'], ['单位：元'], ['单位编码', '科目编码', '单位名称（科目名称）', '合计', '基本支出', '项目支出'], [null, null, '合计', 20, 20],
    ['279001', null, '某县气象局机关', 10, 10], ...items('279001'), ...name, ...items('279002'),
  ]);
  const [whole, torn] = [audit(rows([['279002', null, '某县气象研究所', 10, 10]])), audit(rows([['279002', null, '某县气象研', 10, 10], [null, null, '究所']]))];
  expect(accusations(torn)).toEqual([]);
  expect(torn.report.outcomes).toEqual(whole.report.outcomes);
});

it('the word above a column of figures lost: a column without figures beside it keeps its own', () => {
  const head = ['项目', null, null, null, '本年收入合计', '财政拨款收入', '事业收入', null, '附属单位上缴收入', '其他收入'];
  const merges = [{ top: 2, left: 0, bottom: 2, right: 3 }, ...[4, 5, 6, 7, 8, 9].map((column) => ({ top: 2, left: column, bottom: 4, right: column }))];
  const income = (isMerged: boolean): LiteralSheet => sheet('财决公开02表', [
    ['收入决算表'], ['单位：万元'], head, ['功能分类科目编码', null, null, '科目名称'], ['类', '款', '项'], ['栏次', null, null, null, 1, 2, 3, 4, 5, 6],
    ...[['合计'], ['211'], ['211', '04'], ['211', '04', '99']].map((code, i) => [i === 0 ? null : code[0], code[1] ?? null, code[2] ?? null, ['合计', '节能环保支出', '自然生态保护', '其他自然生态保护支出'][i], 10, 7, 1, 2, null, null]),
  ], isMerged ? merges : null);
  const summary = sheet('财决公开01表', [
    ['收入支出决算总表'], ['单位：万元'], ['收入', null, '支出'], ['项目', '金额', '项目', '金额'],
    ['一、财政拨款收入', 7, '一、节能环保支出', 10], ['二、上级补助收入'], ['三、事业收入', 1], ['四、经营收入', 2], ['五、附属单位上缴收入'], ['六、其他收入'], ['本年收入合计', 10, '本年支出合计', 10], ['总计', 10, '总计', 10],
  ]);
  for (const isMerged of [true, false]) expect(accusations(audit(summary, income(isMerged)))).toEqual([]);
});

it('支出决算明细表 above 基本支出决算明细表 on one sheet: two tables, though no word of the first is the other\'s', () => {
  const detail = (title: string, base: number): LiteralSheet['rows'] => [
    [title], ['单位：元'], ['科目编码', '科目名称', '合计', '工资福利支出', null, null, '商品和服务支出', null, null], [null, null, null, '小计', '基本工资', '津贴补贴', '小计', '办公费', '水费'],
    ...[[null, '合计'], ['213', '农林水支出'], ['21303', '水利'], ['2130301', '行政运行']].map((name) => [...name, base * 10, base * 6, base * 4, base * 2, base * 4, base * 3, base]),
  ];
  const session = audit(sheet('决算', [...detail('支出决算明细表', 200), ...detail('基本支出决算明细表', 100)]));
  expect(accusations(session)).toEqual([]);
  expect(session.report.tables.length).toBe(2);
});

it('the head of the first table within another\'s rows, the unit of the figures lost above', () => {
  const first = (unit: string | null): LiteralSheet['rows'] => [['部门收支总表'], ['部门：某市水利局', null, null, unit], ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']];
  const rows: LiteralSheet['rows'] = [...first(null), ['一、财政拨款收入', 310, '一、农林水支出', 300], [null, null, '二、其他支出', 10], ['收入总计', 310, '支出总计', 310], [], ['支出预算总表'], UNIT, HEADER, ...ROWS.slice(0, 4), [], ...first('单位：万元'), ...ROWS.slice(4)];
  const session = audit(sheet('收支', rows));
  expect(accusations(session)).toEqual([]);
  expect(ids(session)).toEqual(['N01', 'N03']);
});

it('a header printed again, a word of it broken over its rows', () => {
  const head: LiteralSheet['rows'] = [['2024年一般公共预算基本支出表'], ['单位：万元'], ['功能科目编码', '单位/功能', '合计', '工资福利支出', '商品和服务支出', '对个人和家'], [null, '科目名称', null, null, null, '庭的补助']];
  const session = audit(sheet('基本支出', [...head, [null, '合计', 60, 40, 15, 5], ['2130301', '行政运行', 30, 20, 8, 2], ...head, ['2130399', '其他水利支出', 30, 20, 7, 3]]));
  expect(accusations(session)).toEqual([]);
  expect(ids(session)).toEqual(['N06']);
});

it('a header with a word misspelt, another broken, and 合计 among them', () => {
  const session = audit(sheet('4', [
    ['2018年财政拨款收支预算总表'], ['单位：元'], ['收入', null, '支出'], ['项目', '予算数', '项目', '合计', '公共财政予算', '政府'], [null, null, null, null, null, '性基金予算'],
    ['一、公共财政预算拨款', 600, '一、教育支出', 600, 600, 0], ['二、政府性基金预算拨款', 20, '二、其他支出', 20, 0, 20], ['收入总计', 620, '支出总计', 620, 600, 20],
  ]));
  expect(accusations(session)).toEqual([]);
  expect(ids(session)).toEqual(['N04']);
});

it('the title lost, and printed again with the header in the middle of the lines', () => {
  const head: LiteralSheet['rows'] = [['单位：万元'], ['收入', null, '支出'], ['项目', '决算数', '项目', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '项目（按支出性质和经济分类）', '合计']];
  const upper: LiteralSheet['rows'] = [['一、一般公共预算财政拨款', 90, '一、教育支出', 60, 60, 0, '经济分类支出合计', 100], ['二、政府性基金预算财政拨款', 10, '二、科学技术支出', 30, 30, 0, '一、工资福利支出', 100], [null, null, '三、文化旅游体育与传媒支出', 0, 0, 0]];
  const lower: LiteralSheet['rows'] = [[null, null, '四、其他支出', 10, 0, 10], ['本年收入合计', 100, '本年支出合计', 100, 90, 10, '本年支出合计', 100], ['总计', 100, '总计', 100, 90, 10, '总计', 100]];
  const session = audit(sheet('财决01-1表 财政拨款收入支出决算总表', [...head, ...upper, ['财政拨款收入支出决算总表'], ...head, ...lower]));
  expect(accusations(session)).toEqual([]);
  expect(ids(session)).toEqual(['F04']);
});

it('codes of units in three columns beside those of the subjects', () => {
  const session = audit(sheet('15', [
    ['政府性基金预算支出分类汇总表（按政府预算经济分类）'], ['单位：万元'], ['科目编码', null, null, '单位代码', null, null, '单位名称（功能分类科目名称）', '总计', '机关商品和服务支出', '机关资本性支出（一）'],
    ['类', '款', '项', '类', '款', '项'],
    [null, null, null, '148', null, null, '某县文化和旅游局', 266, 181, 85], [null, null, null, '148', '00', '1', '某县文化和旅游局（本级）', 266, 181, 85],
    ['212', null, null, '212', null, null, '城乡社区支出', 266, 181, 85], ['212', '08', null, '212', '08', null, '国有土地使用权出让收入安排的支出', 266, 181, 85], ['212', '08', '01', '212', '08', '01', '征地和拆迁补偿支出', 266, 181, 85],
  ]));
  expect(accusations(session)).toEqual([]);
});

it('a column of rates whose word says nothing is read by its figures', () => {
  const rows = (word: string): LiteralSheet => sheet('表8', [
    ['2024年“三公”经费支出情况表'], ['单位：万元'], ['项目', '2023年预算数', '2024年预算数', null, word],
    ['一、“三公”经费合计', 107.42, 123.09, 15.67, 14.59], ['（一）因公出国（境）费', 91.66, 108.52, 16.86, 18.39], ['（二）公务接待费'], ['（三）公务用车购置及运行维护费', 15.76, 14.57, -1.19, -7.55], ['1.公务用车购置费'], ['2.公务用车运行维护费', 15.76, 14.57, -1.19, -7.55],
  ]);
  const unnamed = audit(rows('另列'));
  expect(accusations(unnamed)).toEqual([]);
  expect(unnamed.report.outcomes).toEqual(audit(rows('增减%')).report.outcomes);
});

it('0.00 above differences that cancel each other but for their rounding', () => {
  const rows = (total: number): LiteralSheet => sheet('表8', [
    ['2024年“三公”经费支出情况表'], ['单位：万元'], ['项目', '2023年预算数', '2024年预算数', '增减额'],
    ['一、“三公”经费合计', 0.26, 0.25, total], ['（一）因公出国（境）费', 0, 0, 0], ['（二）公务接待费', 0.05, 0.04, -0.01], ['（三）公务用车购置及运行维护费', 0.21, 0.21, 0], ['1.公务用车购置费', 0, 0, 0], ['2.公务用车运行维护费', 0.21, 0.21, 0],
  ]);
  const errors = (session: ReturnType<typeof audit>): string[] => accusations(session).filter((text) => text.startsWith('error'));
  expect(errors(audit(rows(0)))).toEqual([]);
  expect(errors(audit(rows(0.02))).length).toBeGreaterThan(0);
});

it.each([['one number lost', [1, 2, 3, null, 5]], ['words written over one', ['1', '2', '其他来源', '4', '5']], ['words written over that of the names', ['1', '某某部分', '3', '4', '5']]])('numbers of columns, %s', (_, numbers) => {
  const session = audit(sheet('表3', [['支出预算总表'], UNIT, HEADER, numbers, ...ROWS]));
  expect(accusations(session)).toEqual([]);
  expect(session.report.outcomes).toEqual(audit(sheet('表3', [['支出预算总表'], UNIT, HEADER, ...ROWS])).report.outcomes);
});

it.each<[string, LiteralSheet['rows']]>([
  ['a blank row', [[]]],
  ['the end of a name beside it', [[null, null, null, '经费']]],
])('a heading with dashes, %s, and the total that it heads', (_, between) => {
  const session = audit(sheet('机构运行信息表', [
    ['机构运行信息表'], ['金额单位：万元'], ['项目', '预算数', '决算数', '项目', '决算数'],
    ['一、“三公”经费支出', '—', '—', '四、机关运行', 1451.33], ...between, ['（一）支出合计', 128.03, 128.03, '五、资产信息', '—'], ['1．因公出国（境）费', 11.8, 11.8, '（一）车辆数合计（辆）', 12],
    ['2．公务用车购置及运行维护费', 116.23, 116.23, '1．机要通信用车', 5], ['（1）公务用车购置费'], ['（2）公务用车运行维护费', 116.23, 116.23, '2．应急保障用车', 7], ['3．公务接待费', 0, 0],
  ]));
  expect(accusations(session)).toEqual([]);
});

it('the end of a name beside a code in three columns, the beginning another code\'s name', () => {
  const rows = (name: LiteralSheet['rows']): LiteralSheet => sheet('公开02表', [
    ['收入决算表'], ['金额单位：元'], ['功能分类科目编码', null, null, '科目名称', '本年收入合计', '财政拨款收入', '事业收入'], ['类', '款', '项'], [null, null, null, '合计', 90, 60, 30],
    ['206', null, null, '科学技术支出', 90, 60, 30], ['206', '06', null, '社会科学', 90, 60, 30], ...name,
  ]);
  const [whole, torn] = [audit(rows([['206', '06', '01', '社会科学研究机构', 90, 60, 30]])), audit(rows([['206', '06', '01', '社会科学研究', 90, 60, 30], [null, null, null, '机构']]))];
  expect(accusations(torn)).toEqual([]);
  expect(torn.report.outcomes).toEqual(whole.report.outcomes);
});

it('the head of the first table, its title broken, right below the total of another', () => {
  const head: LiteralSheet['rows'] = [['2024年度一般公共'], ['预算“三公”经费支出表'], UNIT, ['项目', '上年预算数', '本年预算数', '比上年增减']];
  const session = audit(sheet('三公', [
    ...head, ['合计', 2.76, 2.34, -0.42], ['因公出国（境）费用', 0.28, 0.28, 0], ['公务用车购置及运行费', 2.48, 2.06, -0.42], ['其中：公务用车购置费', 0, 0, 0], ['公务用车运行费', 2.48, 2.06, -0.42], [],
    ['2024年度政府性基金预算支出表'], UNIT, HEADER, ['合计', null, 2.74, 0, 2.74], [], ...head, ['212', '城乡社区支出', 2.74, 0, 2.74], ['21208', '国有土地使用权出让收入安排的支出', 2.74, 0, 2.74], ['2120807', '廉租住房支出', 2.74, 0, 2.74],
  ]));
  expect(accusations(session)).toEqual([]);
  expect(ids(session)).toEqual(['N09', 'N07']);
  expect(session.state.recognition.tables[1].blocks[0].rows.map((row) => row.key)).toEqual(['合计', '212', '21208', '2120807']);
});

it('of the funds of a summary a word lost, and the next column without figures: of which fund they are is not known', () => {
  const session = audit(sheet('表4', [
    ['财政拨款收入支出决算总表'], ['金额单位：万元'], ['收入', null, '支出'], ['项目', '金额', '项目', '合计', null, '政府性基金预算财政拨款'],
    ['一、一般公共预算财政拨款', 200, '一、教育支出', 190, 190], ['二、政府性基金预算财政拨款', null, '二、住房保障支出', 10, 10], ['本年收入合计', 200, '本年支出合计', 200, 200], ['年初财政拨款结转和结余', null, '年末财政拨款结转和结余'], ['总计', 200, '总计', 200, 200],
  ]), sheet('表8', [['政府性基金预算财政拨款收入支出决算表'], ['金额单位：万元'], ['功能分类科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, null, null, '小计', '基本支出', '项目支出'], [null, '合计', 0, 0, 0, 0, 0, 0]]));
  expect(accusations(session)).toEqual([]);
});

it('a year torn in the header, which is printed again', () => {
  const head: LiteralSheet['rows'] = [['支出功能分类科目', '20', '24年预算数'], HEADER, ['**', '**', '1', '2', '3']];
  const session = audit(sheet('表5', [['一般公共预算支出表'], UNIT, ...head, ...ROWS.slice(0, 4), ...head, ...ROWS.slice(4)]));
  expect(accusations(session)).toEqual([]);
  expect(session.report.outcomes.consistent).toBeGreaterThanOrEqual(15);
});

it('项目类别（功能科目） by itself above codes in front of their names', () => {
  const rows = (head: LiteralSheet['rows']): LiteralSheet => sheet('表3', [['支出总体情况表'], ['单位：万元'], ...head, ...ROWS.map(([code, name, ...figures]) => [code ? `[${code}]${name}` : name, ...figures])]);
  const [whole, torn] = [audit(rows([['支出项目类别（功能科目）', ...HEADER.slice(2)]])), audit(rows([['支出', ...HEADER.slice(2)], ['项目类别（功能科目）']]))];
  expect(accusations(torn)).toEqual([]);
  expect(torn.report.outcomes).toEqual(whole.report.outcomes);
});

it('the header of another table within lines: they go on where their numbers do', () => {
  const first: LiteralSheet['rows'] = [['收入', null, null, null, '支出'], ['项目', '行次', '年初预算数', '决算数', '项目', '行次', '年初预算数', '决算数']];
  const lines: LiteralSheet['rows'] = [['一、一般公共预算财政拨款', 1, 200, '一、教育支出', 6, 190, 190], ['二、政府性基金预算财政拨款', 2, null, '二、科学技术支出', 7, 0, 0], [null, 3, null, '三、住房保障支出', 8, 10, 10], ['本年收入合计', 4, 200, '本年支出合计', 9, 200, 200], ['总计', 5, 200, '总计', 10, 200, 200]];
  const session = audit(sheet('决算', [
    ['收入支出决算总表'], ['金额单位：万元'], ...first, ['一、一般公共预算财政拨款收入', 1, 200, 200, '一、教育支出', 4, 190, 190], ['二、其他收入', 2, 10, 10, '二、住房保障支出', 5, 20, 20], ['总计', 3, 210, 210, '总计', 6, 210, 210], [],
    ['财政拨款收入支出决算总表'], ['金额单位：万元'], ['收入', null, null, '支出'], ['项目', '行次', '决算数', '项目', '行次', '合计', '一般公共预算财政拨款'], ...lines.slice(0, 2), ...first, ...lines.slice(2),
  ]));
  expect(accusations(session)).toEqual([]);
  expect(session.state.recognition.tables[1].blocks.map((block) => block.rows.length)).toEqual([4, 5]);
});

it('of a table over two sheets the second prints its head and first row again', () => {
  const head: LiteralSheet['rows'] = [['支出预算总表（续表）'], UNIT, HEADER];
  const session = audit(sheet('3', [...HEAD3, ...ROWS.slice(0, 3)]), sheet('3续', [...head, ...ROWS.slice(3, 5), ...head, ROWS[3], ...ROWS.slice(5)]));
  expect(accusations(session)).toEqual([]);
  expect(session.state.recognition.tables.map((t) => t.id)).toEqual(['N03']);
  expect(session.report.outcomes.consistent).toBeGreaterThanOrEqual(15);
});

it('a title whose bracket closes in the row below, on the second sheet of its table', () => {
  const session = audit(sheet('5', [['支出预算分类汇总表（按部门预算经济分类）'], UNIT, HEADER, ...ROWS.slice(0, 3)]), sheet('5续', [['支出预算分类汇总表（按'], ['部门预算经济分类）（续）'], UNIT, HEADER, ...ROWS.slice(3)]));
  expect(accusations(session)).toEqual([]);
  expect(session.state.recognition.tables.map((t) => t.title)).toEqual(['支出预算分类汇总表（按部门预算经济分类）']);
});

it('numbered lines go on below their title and first lines printed again', () => {
  const head: LiteralSheet['rows'] = [['部门收支总表'], ['单位：万元'], ['序号', '收入', null, '支出'], [null, '项目', '预算金额', '项目', '预算金额']];
  const lines: LiteralSheet['rows'] = [[1, '一、财政拨款收入', 310, '一、农林水支出', 200], [2, '二、事业收入', 5, '二、教育支出', 45], [3, '三、其他收入', 5, '三、科学技术支出', 55], [4, null, null, '四、卫生健康支出', 10], [5, null, null, '五、其他支出', 10], [6, '收入总计', 320, '支出总计', 320]];
  const session = audit(sheet('1', [...head, ...lines.slice(0, 4), ...head, ...lines.slice(0, 3), ...lines.slice(4)]));
  expect(accusations(session)).toEqual([]);
  expect(session.state.recognition.tables.map((t) => t.blocks.map((b) => b.rows.length))).toEqual([[4, 6]]);
});

it('a word of the header printed again broken over two rows, and the first row with it', () => {
  const head = ['项目', '2023年执行数', '2024年预算数'];
  const row: LiteralSheet['rows'][number] = ['一、企业职工基本养老保险基金支出', 494, 3137, 635];
  const session = audit(sheet('12', [['2024年社会保险基金支出表'], ['单位：万元'], [...head, '预算数为上年执行数的%'], row, ['二、机关事业单位基本养老保险基金支出', 6030, 8672, 143.8], [...head, '预算数为上年执行数'], [null, null, null, '的%'], row, ['三、城乡居民基本养老保险基金支出', 1155, 3797, 328.7], ['支出合计', 7679, 15606, 203.2]]));
  expect(session.state.recognition.tables[0].blocks[0].rows.map((r) => r.label)).toEqual(['一、企业职工基本养老保险基金支出', '二、机关事业单位基本养老保险基金支出', '三、城乡居民基本养老保险基金支出', '支出合计']);
});

it('the row that numbers the columns printed again by itself', () => {
  const numbers = ['**', '**', '1', '2', '3'];
  const session = audit(sheet('表3', [...HEAD3, numbers, ...ROWS.slice(0, 4), numbers, ...ROWS.slice(4)]));
  expect(accusations(session)).toEqual([]);
  expect(session.state.recognition.tables[0].blocks[0].rows.length).toBe(ROWS.length);
});

it('codes of units below no word, 合计 above them in their column', () => {
  const rows = (word: string | null): LiteralSheet => sheet('2', [['部门收入预算总表'], ['单位：万元'], [word, '单位名称', '合计', '一般公共预算拨款', '事业收入'], ['合计', null, 222.53, 202.32, 20.21], ['213001', '某县司法局', 89.25, 72.64, 16.61], ['213002', '某县司法信息中心', 81.45, 77.85, 3.6], ['213003', '某县司法学校', 51.83, 51.83, 0]]);
  const lost = audit(rows(null), sheet('1', [['部门收支总表'], ['单位：万元'], ['收入', null, '支出'], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算', 202.32, '一、公共安全支出', 222.53], ['二、事业收入', 20.21], ['收入总计', 222.53, '支出总计', 222.53]]));
  expect(accusations(lost)).toEqual([]);
  expect(lost.state.recognition.tables[0].blocks[0].columns.map((column) => column.id)).toEqual(['合计', '一般公共预算', '事业收入']);
});

it('a header in which one word is misspelt in each of its lists', () => {
  const lines: LiteralSheet['rows'] = [['一、财政拨款收入', 310, '一、农林水支出', 300, '一、基本支出', 110, '工资福利支出', 110], ['二、事业收入', 10, '二、教育支出', 20, '二、项目支出', 210, '商品和服务支出', 210], ['收入总计', 320, '支出总计', 320, '支出总计', 320, '支出总计', 320]];
  const session = audit(sheet('附表1', [['部门收支预算总表'], ['单位：万元'], ['收入', null, '支出'], ['项目', '予算数', '项目（按功能分类）', '予算数', '项目（按支出性质）', '予算数', '某某部分', '予算数'], ...lines]));
  expect(accusations(session)).toEqual([]);
});

it('a title in two cells, printed again with the header', () => {
  const head: LiteralSheet['rows'] = [['一般公共预算支', '出预算表'], UNIT, HEADER];
  const session = audit(sheet('5', [...head, ...ROWS.slice(0, 4), ...head, ...ROWS.slice(4)]));
  expect(accusations(session)).toEqual([]);
  expect(session.state.recognition.tables.map((t) => t.blocks[0].rows.length)).toEqual([ROWS.length]);
});

it('某县卫生健康委 above 员会: the end of a name that ends as a body in either way', () => {
  const rows = (unit: LiteralSheet['rows'], value: number): LiteralSheet => sheet('3', [
    ['部门：某县卫生健康委员会', null, null, null, null, '单位：元'], ['科目编码', null, null, '单位代码', '单位名称（科目）', '金额'], ['类', '款', '项'], [null, null, null, null, '合计', 30 + value],
    ...unit, [null, null, null, null, '水利工程建设', 10], ['213', '03', '05', '137001', '规划编制', 10], [null, null, null, null, '水利行业业务管理', 20], ['213', '03', '04', '137001', '法律顾问服务', 20],
    [null, null, null, null, '某县水利站', value], [null, null, null, null, '水利行业业务管理', value], ['213', '03', '04', '137003', '档案整理', value],
  ]);
  const whole = audit(rows([[null, null, null, null, '某县卫生健康委员会', 30]], 30));
  const torn = audit(rows([[null, null, null, null, '某县卫生健康委', 30], [null, null, null, null, '员会']], 30));
  expect(torn.report.findings).toEqual([]);
  expect(torn.report.outcomes).toEqual(whole.report.outcomes);
});

it('a name glued to its code goes on in the column of names', () => {
  const session = audit(sheet('6', [['2024年度一般公共预算财政拨款基本支出决算表'], ['单位：万元'], ['人员经费', null, null, '公用经费'], ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'], ['301　工资福利支出', null, 40, '302　商品和服务支出', null, 9], ['30101　基本工资', null, 10, '30201　办公费', null, 9], ['30112　其他社会保障', null, 20], [null, '缴费'], ['30113　住房公积金', null, 10], ['人员经费合计', null, 40, '公用经费合计', null, 9]]));
  expect(accusations(session)).toEqual([]);
});

it('a row of stars of which one was misread numbers the columns', () => {
  const rows = (marks: LiteralSheet['rows'][number]): LiteralSheet => sheet('3', [['一般公共预算项目支出预算表'], ['单位：元'], ['科目编码', null, null, '单位代码', '单位名称（科目）', '金额'], ['类', '款', '项'], marks, [null, null, null, null, '合计', 60], [null, null, null, null, '某县水利局', 60], [null, null, null, null, '水利工程建设', 60], ['213', '03', '05', '137001', '规划编制', 60]]);
  expect(audit(rows(['**', '**', '**', '另列', '**', 1])).report.outcomes).toEqual(audit(rows(['**', '**', '**', '**', '**', 1])).report.outcomes);
  expect(accusations(audit(rows(['**', '**', '**', '另列', '**', 1])))).toEqual([]);
});

it('类 | another word | 项 | 栏次 | 1 2 3 4 numbers the columns', () => {
  const session = audit(sheet('9', [['国有资本经营预算财政拨款收入支出决算表'], ['部门：某县残疾人联合会', null, null, null, null, null, null, '金额单位：万元'], ['项目', null, null, null, '年初结转和结余', '本年收入', '本年支出', '年末结转和结余'], ['支出功能分类科目编码', null, null, '科目名称'], ['类', '另列', '项', '栏次', 1, 2, 3, 4], ['合计', null, null, null, null, 3.51, 3.51], ['223', null, null, '国有资本经营预算支出', null, 3.51, 3.51], ['223', '02', null, '国有企业资本金注入', null, 3.51, 3.51], ['223', '02', '01', '国有经济结构调整支出', null, 3.51, 3.51]]));
  expect(accusations(session)).toEqual([]);
});

it('codes of a unit and of those below it, their word lost, are no amounts', () => {
  const rows = (total: number): LiteralSheet => sheet('13', [['一般公共预算“三公”经费支出表'], ['部门：212_某市信访局', null, null, null, null, null, null, '单位：万元'], [null, '单位名称', '“三公”经费合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, null, null, '小计', '公务用车购置费', '公务用车运行费'],
    ['212', '某市信访局', total, 151, 0, 0, 0, 9], ['  212001', '  某市信访局机关', 142, 133, 0, 0, 0, 9], ['  212002', '  某市信访研究所', 18, 18, 0, 0, 0, 0]]);
  expect(accusations(audit(rows(160)))).toEqual([]);
  expect(accusations(audit(rows(161))).join()).toContain('N09');
});

it('其中：医疗收入 beside a word that is not known, below 事业收入: it is not all of 事业收入', () => {
  const session = audit(
    sheet('1', [['收支预算总表'], ['单位：万元'], ['收入', null, '支出'], ['项目', '金额', '项目', '金额'], ['一、财政拨款收入', 60, '一、卫生健康支出', 90], ['二、事业收入', 30], ['其中：医疗收入', 20], ['收入总计', 90, '支出总计', 90]]),
    sheet('2', [['收入预算总表'], ['单位：万元'], ['科目编码', '科目名称', '合计', '财政拨款收入', '事业收入', null], [null, null, null, null, '地方统筹安排部分', '其中：医疗收入'], ['210', '卫生健康支出', 90, 60, 30, 20], ['21002', '公立医院', 90, 60, 30, 20], ['2100201', '综合医院', 90, 60, 30, 20], [null, '合计', 90, 60, 30, 20]], [{ top: 2, left: 4, bottom: 2, right: 5 }]),
  );
  expect(accusations(session)).toEqual([]);
});

it('a name line that holds nothing but the code of the budget unit names nobody', () => {
  const session = audit(sheet('支出', [['支出预算总表'], ['填报单位：[123]', null, null, null, '单位：万元'], ['某县卫生健康委员会'], HEADER, ...ROWS]));
  expect(session.report.unit).not.toBe(']');
  expect(accusations(session)).toEqual([]);
});

it.each([0, 1, -1])('title and header of the sheet’s first table, which lost its own or a word, printed again within the second: the second goes on (%i rows lost)', (lost) => {
  const fiscal: LiteralSheet['rows'] = [['财政拨款收支预算总表'], UNIT, ['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '一般公共预算'], ['一、一般公共预算', 310, '一、农林水支出', 300, 300], [null, null, '二、其他支出', 10, 10], ['收入总计', 310, '支出总计', 310, 310]];
  const rows = (value: number): LiteralSheet['rows'] => ROWS.map((row, i) => (i === 3 ? [row[0], row[1], value, value] : row));
  const session = (value: number, more: LiteralSheet['rows']): ReturnType<typeof audit> => audit(sheet('财政拨款', [...(lost < 0 ? fiscal.map((row, i) => (i === 3 ? ['项目', null, ...row.slice(2)] : row)) : fiscal.slice(lost)), [], ['一般公共预算支出预算表'], UNIT, HEADER, ...rows(value).slice(0, 3), ...more, ...rows(value).slice(3)]));
  const again = [[], ...fiscal.slice(0, 4)];
  const [whole, cut] = [session(100, []), session(100, again)];
  expect(accusations(cut)).toEqual([]);
  if (lost >= 0) expect(cut.report.outcomes.consistent).toBe(whole.report.outcomes.consistent);
  expect(accusations(session(90, again)).join()).toContain('N05.2');
});

it('a list of income that no word calls so has no functional classes: 国有资本经营预算 is a fund there', () => {
  const rows = (total: number): LiteralSheet => sheet('01', [['2024年部门收支总体情况表'], ['部门：某市司法局', null, null, null, null, '单位：万元'], [null, null, '支出'], ['项目', '预算数', '功能分类科目', '合计', '基本支出', '项目支出'],
    ['兵团财政拨款收入', 90, '科学技术支出', 70, 60, 10], ['  其中：一般公共预算', 60, '社会保障和就业支出', 10, 10], ['        政府性基金预算', 20, '城乡社区支出', 20, null, 20], ['        国有资本经营预算', 10, '国有资本经营预算支出', 10, null, 10], ['财政专户管理资金', 8], ['单位资金', 12], ['收入总计', total, '支出总计', 110, 70, 40]]);
  expect(accusations(audit(rows(110)))).toEqual([]);
  expect(accusations(audit(rows(111))).join()).toContain('N01.1');
});

it('金额 alone below a name is its end: 授予中小企业合同 | 金额', () => {
  const rows = (name: LiteralSheet['rows'], small: number): LiteralSheet => sheet('表10', [['2023年度政府采购情况表'], ['编制单位：某区司法局', '单位：万元'], ['项目', '金额'], ['政府采购支出合计', 62.5], ['  政府采购货物支出', 12.5], ['  政府采购工程支出', 20], ['  政府采购服务支出', 30], ...name, ['  其中：授予小微企业合同金额', small]]);
  expect(accusations(audit(rows([['授予中小企业合同', 50], ['金额']], 20)))).toEqual([]);
  expect(accusations(audit(rows([['授予中小企业合同', 50], ['金额']], 51))).join()).toContain('N43');
});

it('小计 lost below a group of the first of two years', () => {
  const words = ['“三公”经费合计', '因公出国（境）经费', '公务用车购置及运行维护费', null, null, '公务接待费'];
  const rows = (total: number): LiteralSheet => sheet('公开7', [['2024年一般公共预算“三公”经费支出情况表'], ['部门（单位）名称：某区残疾人联合会'], ['2023年预算数', null, null, null, null, null, '2024年预算数'], [...words, ...words], [null, null, null, '公务用车购置经费', '公务用车运行维护费', null, null, null, '小计', '公务用车购置经费', '公务用车运行维护费'], [total, 26, 28, 9, 19, 2, 70, 35, 34, 16, 18, 1]]);
  expect(accusations(audit(rows(56)))).toEqual([]);
  expect(accusations(audit(rows(57))).join()).toContain('N09');
});
