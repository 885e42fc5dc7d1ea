import { chinese, cols, FISCAL3, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, gov, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Part, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const yuan = (k: Kit): string => ({ yuan: '元', thousand: '千元', wan: '万元' })[k.manner.unit];
const own: Pick = (i) => other(i) && i.source !== 'account';
const SIX = ['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const;
const NATURES: readonly Pick[] = [basic, project, (i) => i.nature === 'business', (i) => i.nature === 'remit', (i) => i.nature === 'subsidy'];

/** A university of a ministry or province: 教育事业 and 科研事业 income, expenditure by activity beside function, staff and students, loans. */
function university(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`表${n}`, titled((w) => [right(w, null, `校预${String(n).padStart(2, '0')}表`), [`${k.year}年${title}`], right(w, `学校名称：${k.ledger.units[0].name}`, `单位：${yuan(k)}`)])(header, body, below));
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)]), [null, '合计', ...cols(k, picks)(pick)]];
  const teach: Pick = (i) => i.source === 'institution' || i.source === 'account';
  const activity: readonly (readonly [string, Pick])[] = [['一、教育支出', (i) => basic(i) && i.econ.startsWith('301')], ['二、科研支出', project], ['三、行政管理支出', (i) => basic(i) && i.econ.startsWith('302')], ['四、后勤保障支出', (i) => basic(i) && i.econ.startsWith('310')], ['五、离退休支出', (i) => basic(i) && i.econ.startsWith('303')], ['六、其他支出', (i) => !basic(i) && !project(i)]];
  const heads = [12_400, 3_150, 860, 1_204, 980];
  return [
    at(1, '收支预算总表', [['收入', null, '支出'], ['项目', '预算数', '项目（按功能分类）', '预算数', '项目（按活动分类）', '预算数']], level(3, [['一、财政拨款收入', k.m(and(fiscal, now))], ['  1.一般公共预算拨款', k.m(and(general, now))], ['    其中：基本支出拨款', k.m(and(general, now, basic))], ['          项目支出拨款', k.m(and(general, now, project))], ['  2.政府性基金预算拨款', k.m(and(fund, now))], ['二、事业收入', k.m(teach)], ['  1.教育事业收入', k.m(source('institution'))], ['  2.科研事业收入', k.m(source('account'))], ['三、上级补助收入', k.m(source('superior'))], ['四、附属单位上缴收入', k.m(source('affiliate'))], ['五、经营收入', k.m(source('business'))], ['六、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上年结转', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]], [...activity.map(([t, p]): Row => [t, k.m(p)]), ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]])),
    at(2, '收入预算总表', [['科目编码', '科目名称', '合计', '财政拨款收入', null, null, '事业收入', null, null, '上级补助收入', '附属单位上缴收入', '经营收入', '其他收入', '上年结转'], [null, null, null, '小计', '一般公共预算', '政府性基金', '小计', '教育事业收入', '科研事业收入']], tree(all, [all, and(fiscal, now), and(general, now), and(fund, now), teach, source('institution'), source('account'), source('superior'), source('affiliate'), source('business'), and(now, source('other')), carried])),
    at(3, '支出预算总表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出', '上缴上级支出', '对附属单位补助支出']], tree(all, [all, ...NATURES])),
    at(4, '财政拨款收支总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算拨款', k.m(and(general, now))], ['（二）政府性基金预算拨款', k.m(and(fund, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...cols(k, FISCAL3.slice(0, 3))(all)], ...used(k, fiscal).map((c): Row => [`  ${k.name(c)}`, ...cols(k, FISCAL3.slice(0, 3))(code(c))]), ['二、结转下年'], ['支出总计', ...cols(k, FISCAL3.slice(0, 3))(all)]])),
    at(5, '一般公共预算支出表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], tree(general, [all, basic, project])),
    at(6, '一般公共预算基本支出表', [['科目编码', '科目名称', '合计', '人员经费', '公用经费']], [...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5]), [null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))]]),
    at(7, '支出预算明细表（按活动和经济分类）', [['活动分类', '合计', '工资福利支出', '商品和服务支出', '对个人和家庭的补助', '资本性支出']], [...activity.map(([t, p]): Row => [t, ...cols(k, [all, ...['301', '302', '303', '310'].map((c) => eco(c))])(p)]), ['合计', ...cols(k, [all, ...['301', '302', '303', '310'].map((c) => eco(c))])(all)]]),
    at(8, '在校学生及教职工人数表', [['项目', '上年末数', '本年计划数', '备注']], [['一、在校学生数（人）', heads[0] + heads[1], heads[0] + heads[1] + 510, null], ['  其中：本科生', heads[0], heads[0] + 300, null], ['        研究生', heads[1], heads[1] + 210, null], ['二、教职工人数（人）', heads[2] + heads[3], heads[2] + heads[3] + 25, null], ['  其中：专任教师', heads[2], heads[2] + 20, null], ['        其他人员', heads[3], heads[3] + 5, null], ['三、离退休人员（人）', heads[4], heads[4] + 12, null]]),
    at(9, '银行贷款情况表', [['贷款银行', '年初余额', '本年借入', '本年偿还本金', '本年付息', '年末余额']], [['工商银行', ...[6_000_000_00, 1_000_000_00, 2_000_000_00, 245_000_00, 5_000_000_00].map((x) => k.printed(x))], ['建设银行', ...[4_000_000_00, 0, 1_500_000_00, 160_000_00, 2_500_000_00].map((x) => k.printed(x))], ['合计', ...[10_000_000_00, 1_000_000_00, 3_500_000_00, 405_000_00, 7_500_000_00].map((x) => k.printed(x))]]),
  ];
}

/** A 镇 or 街道: one organ and its stations, 村级 transfers, expenditure by use with 三保, a list of villages; 元 or 万元, everything on few sheets. */
function township(k: Kit): Page[] {
  const at = (title: string, header: Row[], body: Row[], below: Row[] = []): Part => titled((w) => [[`${k.ledger.name}${k.year}年${title}`], right(w, `编制单位：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below);
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const wages: Pick = personnel;
  const villages = ['东村', '西村', '南村', '北村', '中心社区'].map((name, i) => [name, 3_120 + 211 * i, [36_000_00 + 1_200_00 * i, 24_000_00, 12_500_00 + 500_00 * i]] as const);
  const sum = (f: (v: (typeof villages)[number]) => number): number => villages.reduce((n, v) => n + f(v), 0);
  return [
    page('收支', at('收支预算总表', [['收入', null, null, '支出'], ['项目', '上年预算', '本年预算', '项目', '上年预算', '本年预算']], level(1, [['一、财政拨款', k.printed(k.cents(fiscal, k.ledger.last)), k.m(fiscal)], ['二、财政专户管理资金', k.printed(k.cents(source('account'), k.ledger.last)), k.m(source('account'))], ['三、单位资金', k.printed(k.cents(own, k.ledger.last)), k.m(own)], ['收入总计', k.printed(k.cents(all, k.ledger.last)), k.m(all)]], [['一、保工资', k.printed(k.cents(wages, k.ledger.last)), k.m(wages)], ['二、保运转', k.printed(k.cents(publicMoney, k.ledger.last)), k.m(publicMoney)], ['三、项目支出', k.printed(k.cents((i) => !basic(i), k.ledger.last)), k.m((i) => !basic(i))], ['支出总计', k.printed(k.cents(all, k.ledger.last)), k.m(all)]])),
      at('支出预算表（按功能分类）', [['科目编码', '科目名称', '合计', '保工资', '保运转', '项目支出']], tree(all, [all, wages, publicMoney, (i) => !basic(i)]))),
    page('一般公共预算', at('一般公共预算支出表', [['科目编码', '科目名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '保工资', '保运转', null]], tree(general, [all, basic, wages, publicMoney, project])),
      at('一般公共预算基本支出表', [['政府预算经济分类', null, '部门预算经济分类', null, '金额'], ['编码', '名称', '编码', '名称', null]], [['合计', null, null, null, k.m(and(general, basic))], ...k.codes(gov, and(general, basic), [5]).flatMap((g) => k.codes(econ, and(general, basic, (i) => i.gov === g), [5]).map((e, j): Row => [j === 0 ? g : null, j === 0 ? k.name(g) : null, e, k.name(e), k.m(and(general, basic, (i) => i.gov === g, eco(e)))]))])),
    page('三公', at('“三公”经费预算表', [['单位', '人数', '“三公”经费', null, null, null, null, null, '会议费', '培训费'], [null, null, '合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费', null, null], [null, null, null, null, '小计', '购置费', '运行费', null, null, null]], [['合计', k.ledger.units.length * 10 + (k.ledger.units.length * (k.ledger.units.length - 1)) / 2, ...SIX.map(three(k, general)), k.m(and(general, eco('30215'))), k.m(and(general, eco('30216')))], ...k.ledger.units.map((u, n): Row => [u.name, 10 + n, ...SIX.map(three(k, and(general, unit(n)))), k.m(and(general, unit(n), eco('30215'))), k.m(and(general, unit(n), eco('30216')))])])),
    page('村级', at('村（社区）经费安排表', [['村（社区）', '人口数', '合计', '村干部报酬', '办公经费', '服务群众经费']], [...villages.map(([name, n, list]): Row => [name, n, k.printed(list[0] + list[1] + list[2]), ...list.map((x) => k.printed(x))]), ['合计', sum((v) => v[1]), k.printed(sum((v) => v[2][0] + v[2][1] + v[2][2])), ...[0, 1, 2].map((j) => k.printed(sum((v) => v[2][j])))]])),
    page('项目', at('项目支出预算明细表', [['序号', '项目名称', '资金来源', null, null, '支出内容', '是否政府采购'], [null, null, '合计', '本级财力', '上级补助', null, null]], [...k.ledger.projects.map((p, j): Row => [j + 1, p.name, ...cols(k, [all, general, (i) => !general(i)])((i) => i.project === j), '按实施方案执行', j % 2 ? '否' : '是']), [null, '合计', ...cols(k, [all, general, (i) => !general(i)])((i) => i.project !== null), null, null]])),
  ];
}

/** A department and its 本级 in one workbook, each table twice: 表X（部门） and 表X（本级）, one after another. */
function inner(k: Kit): Page[] {
  const sets: [string, string, Pick][] = [['部门', k.ledger.name, all], ['本级', `${k.ledger.name}（本级）`, unit(0)]];
  const at = (n: number, title: string, header: (of: Pick) => Row[], body: (of: Pick) => Row[]): Page[] => sets.map(([label, name, of]) => page(`${n}${label}`, titled((w) => [[`${title}（${label}）`], right(w, `${label === '部门' ? '部门' : '单位'}：${name}`, `单位：${yuan(k)}`)])(header(of), body(of))));
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  return [
    ...at(1, '收支总表', () => [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], (of) => level(3, [['一、一般公共预算拨款收入', k.m(and(of, general, now))], ['二、政府性基金预算拨款收入', k.m(and(of, fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(of, capital, now))], ['四、财政专户管理资金收入', k.m(and(of, source('account')))], ['五、单位资金收入', k.m(and(of, now, own))], ['本年收入合计', k.m(and(of, now))], ['上年结转', k.m(and(of, carried))], ['收入总计', k.m(of)]], [...lines(k, used(k, of), chinese, [of]), ['本年支出合计', k.m(of)], ['结转下年', null], ['支出总计', k.m(of)]])),
    ...at(2, '收入总表', () => [['科目编码', '科目名称', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金', '上年结转']], (of) => tree(of, [all, and(general, now), and(fund, now), and(capital, now), source('account'), and(own, now), carried])),
    ...at(3, '支出总表', () => [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], (of) => tree(of, [all, basic, project])),
    ...at(4, '一般公共预算支出表', () => [['科目编码', '科目名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '人员经费', '公用经费', null]], (of) => tree(and(of, general), [all, basic, personnel, publicMoney, project])),
    ...at(5, '一般公共预算基本支出表', () => [['科目编码', '科目名称', '合计', '人员经费', '公用经费']], (of) => [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(of, general, basic))], ...k.tree(econ, and(of, general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    ...at(6, '一般公共预算“三公”经费支出表', () => [['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, '小计', '购置费', '运行费', null]], (of) => [SIX.map(three(k, and(of, general)))]),
    page('附 所属单位', titled((w) => [['部门所属单位预算表'], right(w, `部门：${k.ledger.name}`, `单位：${yuan(k)}`)])([['单位', '收入预算', null, null, '支出预算', null, null], [null, '合计', '财政拨款', '其他', '合计', '基本支出', '项目支出']], [['合计', ...cols(k, [all, fiscal, other, all, basic, project])(all)], ['  本级', ...cols(k, [all, fiscal, other, all, basic, project])(unit(0))], ['  所属单位小计', ...cols(k, [all, fiscal, other, all, basic, project])((i) => i.unit > 0)], ...k.ledger.units.slice(1).map((u, n): Row => [`    ${u.name}`, ...cols(k, [all, fiscal, other, all, basic, project])(unit(n + 1))])])),
  ];
}

/** 2016, 2017: 公共财政预算, 纳入预算管理的非税, 结余; expenditure in one wide table by nature with economic classes; 三公 as a short list. */
function old(k: Kit): Page[] {
  const at = (n: string, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(title.slice(0, 16), titled((w) => [[`${n}`], [`${k.year}年${title}`], right(w, `单位名称：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const e3: readonly (readonly [string, string])[] = [['工资福利支出', '301'], ['商品和服务支出', '302'], ['对个人和家庭的补助', '303'], ['其他资本性支出', '310']];
  const wide: Pick[] = [all, basic, ...e3.map(([, c]) => and(basic, eco(c))), project, ...e3.map(([, c]) => and(project, eco(c)))];
  return [
    at('表一', '部门收支预算总表', [['收入', null, '支出', null, null, null], ['项目', '本年预算', '项目（按支出性质）', '本年预算', '项目（按功能分类）', '本年预算']], level(1, [['一、公共财政预算拨款（补助）', k.m(and(general, now))], ['二、政府性基金拨款', k.m(and(fund, now))], ['三、财政专户核拨资金', k.m(source('account'))], ['四、事业收入', k.m(source('institution'))], ['五、事业单位经营收入', k.m(source('business'))], ['六、其他收入', k.m(and(now, source('other')))], ['七、上年结余（结转）', k.m(carried)], ['收入总计', k.m(all)]], [['一、基本支出', k.m(basic)], ...e3.map(([t, c], i): Row => [`  ${i + 1}、${t}`, k.m(and(basic, eco(c)))]), ['二、项目支出', k.m(project)], ...e3.map(([t, c], i): Row => [`  ${i + 1}、${t}`, k.m(and(project, eco(c)))]), ['支出总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['支出总计', k.m(all)]])),
    at('表二', '部门收入预算总表', [['单位编码', '单位名称', '总计', '公共财政预算拨款', '政府性基金拨款', '财政专户核拨资金', '事业收入', '事业单位经营收入', '其他收入', '上年结余']], [...k.ledger.units.map((u, n): Row => [u.code, u.name, ...cols(k, [all, and(general, now), and(fund, now), source('account'), source('institution'), source('business'), and(now, source('other')), carried])(unit(n))]), [null, '合计', ...cols(k, [all, and(general, now), and(fund, now), source('account'), source('institution'), source('business'), and(now, source('other')), carried])(all)]]),
    at('表三', '部门支出预算总表', [['科目编码', null, null, '科目名称', '总计', '基本支出', null, null, null, null, '项目支出', null, null, null, null], ['类', '款', '项', null, null, '小计', ...e3.map(([t]) => t), '小计', ...e3.map(([t]) => t)]], [[null, null, null, '合计', ...cols(k, wide)(all)], ...k.tree(func, all, (c, name, p) => [...parts(c, 3), name, ...cols(k, wide)(p)])]),
    at('表四', '公共财政拨款支出预算表', [['科目编码', null, null, '科目名称', '总计', '基本支出', null, null, null, null, '项目支出', null, null, null, null], ['类', '款', '项', null, null, '小计', ...e3.map(([t]) => t), '小计', ...e3.map(([t]) => t)]], [[null, null, null, '合计', ...cols(k, wide)(general)], ...k.tree(func, general, (c, name, p) => [...parts(c, 3), name, ...cols(k, wide)(p)])]),
    at('表五', '公共财政拨款基本支出预算表', [['经济科目', null, '金额'], ['编码', '名称', null]], [...k.tree(econ, and(general, basic), (c, name, p) => [c, name, k.m(p)], [3, 5]), [null, '合计', k.m(and(general, basic))]]),
    at('表六', '“三公”经费预算表', [['项目', '本年预算数']], [['合计', three(k, general)('all')], ['1、因公出国（境）费用', three(k, general)('abroad')], ['2、公务接待费', three(k, general)('reception')], ['3、公务用车费', three(k, general)('cars')], ['其中：（1）公务用车运行维护费', three(k, general)('running')], ['      （2）公务用车购置', three(k, general)('purchase')]], [['注：“三公”经费包括公共财政拨款安排的因公出国（境）经费、公务用车购置及运行费和公务接待费。']]),
    at('表七', '政府性基金支出预算表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? [[null, '合计', ...cols(k, [all, basic, project])(fund)], ...k.tree(func, fund, (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)])] : [['无']]),
  ];
}

const TWICE = (id: string, form: Omit<PlaceForm, 'id'>, others: Partial<PlaceForm['manner']>): PlaceForm[] => [{ id, ...form }, { id: `${id}-round`, ...form, ledger: { ...form.ledger, step: 1 }, manner: { ...form.manner, ...others } }];

export const BODIES_OF_PLACES: readonly PlaceForm[] = [
  ...TWICE('university', { ledger: { carry: 'all', level: 'unit', units: 1, transfers: true }, manner: {}, file: '部属高校', write: university }, { merges: 'unknown', zero: 'zero' }),
  ...TWICE('township', { ledger: { units: 4 }, manner: { unit: 'yuan' }, file: '某镇', write: township }, { merges: 'none', zero: 'zero' }),
  ...TWICE('inner', { ledger: { carry: 'all', capital: true, units: 4 }, manner: {}, file: '部门及本级', write: inner }, { merges: 'unknown', zero: 'text' }),
  ...TWICE('old', { ledger: { carry: 'all', year: 2016 }, manner: {}, file: '2016年部门预算', write: old }, { merges: 'unknown', zero: 'zero' }),
];
