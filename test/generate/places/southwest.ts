import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, gov, govern, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Part, type Pick, type Row } from './kit';
import { chinese, CLASSES, lines, parts } from './common';
import type { PlaceForm } from './placeForm';

const never: Pick = () => false;
/** 单位资金 of the year. */
const restOf: Pick = (i) => now(i) && other(i) && i.source !== 'account';

/** A unit's row, then its subjects with code in three columns, the unit's code on each. */
const byUnit = (k: Kit, of: (i: Parameters<Pick>[0]) => string, count: number, pick: Pick, figures: (p: Pick) => Row, deepest: boolean): Row[] => [
  [...Array<null>(count + 1).fill(null), '合    计', ...figures(pick)],
  ...k.ledger.units.flatMap((u, n): Row[] => {
    const mine: Pick = (i) => pick(i) && i.unit === n;
    if (k.cents(mine) === 0) return [];
    const rows = deepest ? k.codes(of, mine, count === 3 ? [7] : [5]) : k.codes(of, mine, count === 3 ? [3, 5, 7] : [3, 5]);
    return [[...Array<null>(count + 1).fill(null), u.name, ...figures(mine)], ...rows.map((c): Row => [...parts(c, count), u.code, k.name(c), ...figures((i) => mine(i) && of(i).startsWith(c))])];
  }),
];

function sichuan(k: Kit): Page[] {
  const head = (n: string, title: string, width: number): Row[] => [right(width, null, `表${n}`), [title], right(width, `部门：${k.ledger.name}`, '金额单位：元')];
  const part = (n: string, title: string, header: Row[], body: Row[]): Part => ({ above: head(n, title, Math.max(...header.map((r) => r.length))), header, body });
  const three: Row[] = [['科目编码', null, null, '单位代码', '单位名称（科目）'], ['类', '款', '项', null, null]];
  const over = (a: Row, b: Row, c?: Row): Row[] => [[...three[0], ...a], [...three[1], ...b], ...(c ? [[null, null, null, null, null, ...c]] : [])];
  const income: Row[] = [
    ['一、一般公共预算拨款收入', k.m(and(general, now))], ['二、政府性基金预算拨款收入', k.m(and(fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(capital, now))], ['四、事业收入', k.m(source('institution', 'account'))], ['五、事业单位经营收入', k.m(source('business'))],
    ['六、其他收入', k.m(and(now, source('other', 'superior', 'affiliate')))], [], [], ['本 年 收 入 合 计', k.m(now)], ['七、用事业基金弥补收支差额', null], ['八、上年结转', k.m(carried)], [], [], ['收 入 总 计', k.m(all)]];
  const spend: Row[] = [...lines(k, CLASSES, chinese, [all]), ['本 年 支 出 合 计', k.m(all)], ['三十、事业单位结余分配', null], ['    其中：转入事业基金', null], ['三十一、结转下年', null], [], ['支 出 总 计', k.m(all)]];
  const srcs: Pick[] = [all, carried, and(general, now), and(fund, now), and(capital, now), source('institution', 'account'), source('business'), and(now, source('other')), source('superior'), source('affiliate'), source('reserve')];
  const natures = (p: Pick): Row => [all, basic, project, never, never].map((q) => k.m(and(p, q)));
  const give = (f: Pick): Pick[] => [f, and(f, basic), and(f, project)];
  const groups = (p: Pick): Row => [all, and(now, fiscal), ...give(and(general, now)), ...give(and(fund, now)), ...give(and(capital, now)), carried, and(carried, general), and(carried, fund), and(carried, capital)].map((q) => k.m(and(p, q)));
  const trips = (p: Pick): Row => [eco('30212', '31013', '30231', '30217'), eco('30212'), eco('31013', '30231'), eco('31013'), eco('30231'), eco('30217')].map((q) => k.m(and(p, q, general, now)));
  const gp = and(general, now, project);
  return [
    page('封面', { above: [], header: [], body: [[null], [k.ledger.name], [`${k.year}年部门预算`], ['报送日期：    年  月  日']] }),
    page('1', part('1', '部门收支总表', [['收          入', null, '支             出'], ['项              目', `${k.year}年预算数`, '项              目', `${k.year}年预算数`]], level(1, income, spend))),
    page('1-1', part('1-1', '部门收入总表', [['项    目', null, '合计', '上年结转', '一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算拨款收入', '事业收入', '事业单位经营收入', '其他收入', '上级补助收入', '附属单位上缴收入', '用事业基金弥补收支差额'], ['单位代码', '单位名称（科目）']],
      [[null, '合    计', ...srcs.map((p) => k.m(p))], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...srcs.map((p) => k.m(and(p, unit(n))))])])),
    page('1-2', part('1-2', '部门支出总表', over(['合计', '基本支出', '项目支出', '上缴上级支出', '对附属单位补助支出'], []), byUnit(k, func, 3, all, natures, true))),
    page('2', part('2', '财政拨款收支预算总表', [['收          入', null, '支             出'], ['项              目', `${k.year}年预算数`, '项              目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1,
      [['一、本年收入', k.m(and(fiscal, now))], ['　一般公共预算拨款收入', k.m(and(general, now))], ['　政府性基金预算拨款收入', k.m(and(fund, now))], ['　国有资本经营预算拨款收入', k.m(and(capital, now))], ['一、上年结转', k.m(and(fiscal, carried))], ['　一般公共预算拨款收入', k.m(and(general, carried))], ['　政府性基金预算拨款收入', k.m(and(fund, carried))], ['　国有资本经营预算拨款收入', k.m(and(capital, carried))], [], ['收 入 总 计', k.m(fiscal)]],
      [['一、本年支出', ...[fiscal, general, fund, capital].map((p) => k.m(p))], ...CLASSES.map((c): Row => [`　${k.name(c)}`, ...[fiscal, general, fund, capital].map((p) => k.m(and(p, code(c))))]), ['二、结转下年'], [], ['支 出 总 计', ...[fiscal, general, fund, capital].map((p) => k.m(p))]]))),
    page('2-1', part('2-1', '财政拨款支出预算表（部门经济分类科目）', [['科目编码', null, '单位代码', '单位名称（科目）', '总计', '省级当年财政拨款安排', null, null, null, null, null, null, null, null, null, '上年结转安排'], ['类', '款', null, null, null, '合计', '一般公共预算拨款', null, null, '政府性基金安排', null, null, '国有资本经营预算安排', null, null, '合计', '一般公共预算', '政府性基金', '国有资本经营预算'], [null, null, null, null, null, null, '小计', '基本支出', '项目支出', '小计', '基本支出', '项目支出', '小计', '基本支出', '项目支出']], byUnit(k, econ, 2, fiscal, groups, false))),
    page('3', part('3', '一般公共预算支出预算表', over(['合计', '当年财政拨款安排', '上年结转安排'], []), byUnit(k, func, 3, general, (p) => [all, now, carried].map((q) => k.m(and(p, q))), true))),
    page('3-1', part('3-1', '一般公共预算基本支出预算表', [['科目编码', null, '单位代码', '单位名称（科目）', '基本支出'], ['类', '款', null, null, '合计', '人员经费', '公用经费']], byUnit(k, econ, 2, and(general, now, basic), (p) => [all, personnel, publicMoney].map((q) => k.m(and(p, q))), false))),
    page('3-2', part('3-2', '一般公共预算项目支出预算表', over(['金额'], []), [[null, null, null, null, '合    计', k.m(gp)], ...k.ledger.units.flatMap((u, n): Row[] => {
      const mine = and(gp, unit(n));
      return k.cents(mine) === 0 ? [] : [[null, null, null, null, u.name, k.m(mine)], ...k.codes(func, mine, [7]).flatMap((c): Row[] => [[null, null, null, null, k.name(c), k.m(and(mine, code(c)))], ...k.ledger.projects.flatMap((p, j): Row[] => (k.cents((i) => mine(i) && i.func === c && i.project === j) === 0 ? [] : [[...parts(c, 3), u.code, `  ${p.name}`, k.m((i) => mine(i) && i.func === c && i.project === j)]]))])];
    })])),
    page('3-3', part('3-3', '一般公共预算“三公”经费支出预算表', [['单位编码', '单位名称（科目）', '当年财政拨款预算安排'], [null, null, '合计', '因公出国（境）费用', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, null, null, '小计', '公务用车购置费', '公务用车运行费']], [[null, '合    计', ...trips(all)], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...trips(unit(n))])])),
    page('4', part('4', '政府性基金预算支出预算表', over(['本年政府性基金预算支出'], ['合计', '基本支出', '项目支出']), byUnit(k, func, 3, and(fund, now), (p) => [all, basic, project].map((q) => k.m(and(p, q))), true))),
    page('4-1', part('4-1', '政府性基金预算“三公”经费支出预算表', [['单位编码', '单位名称（科目）', '当年财政拨款预算安排'], [null, null, '合计', '因公出国（境）费用', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, null, null, '小计', '公务用车购置费', '公务用车运行费']], [['此表无数据']])),
    page('5', part('5', '国有资本经营预算支出预算表', over(['本年国有资本经营预算支出'], ['合计', '基本支出', '项目支出']), [['本部门无国有资本经营预算支出，此表无数据']])),
    page('6', part('6', '部门预算项目绩效目标表', [['单位名称', '项目名称', '项目资金', null, null, '年度目标', '绩效指标'], [null, null, '资金总额', '财政拨款', '其他资金', null, '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '权重']],
      k.ledger.projects.flatMap((p, j): Row[] => { const x: Pick = (i) => i.project === j; return [[k.ledger.units[p.unit].name, p.name, k.m(x), k.m(and(x, fiscal)), k.m(and(x, other)), '保障工作正常开展', '产出指标', '数量指标', '完成任务数量', '≥', 12, '项', 20], [null, null, null, null, null, null, null, '时效指标', '按期完成率', '＝', 100, '%', 30], [null, null, null, null, null, null, '满意度指标', '服务对象满意度指标', '群众满意度', '≥', 95, '%', 10]]; }))),
  ];
}

/** 贵州: 表1 … with 政府 and 部门 economic classes in one table, amounts of a year ago and change. */
function guizhou(k: Kit): Page[] {
  const head = (n: string, title: string, width: number): Row[] => [[`${n}  ${k.year}年${title}`], right(width, `单位名称：${k.ledger.name}`, '单位：万元')];
  const part = (n: string, title: string, header: Row[], body: Row[], below: Row[] = []): Part => ({ above: head(n, title, Math.max(...header.map((r) => r.length))), header, body, below });
  const pairs = (pick: Pick, figures: (p: Pick) => Row): Row[] => k.codes(gov, pick, [3, 5]).flatMap((g): Row[] => {
    const mine = and(pick, govern(g));
    return g.length === 3 ? [[g, k.name(g), null, null, ...figures(mine)]] : k.codes(econ, mine, [5]).map((e): Row => [g, k.name(g), e, k.name(e), ...figures(and(mine, eco(e)))]);
  });
  const income: Row[] = [['一、财政拨款收入', k.m(and(fiscal, now))], ['（一）一般公共预算', k.m(and(general, now))], ['（二）政府性基金预算', k.m(and(fund, now))], ['（三）国有资本经营预算', k.m(and(capital, now))], ['二、财政专户管理资金收入', k.m(source('account'))], ['三、单位资金', k.m(and(now, source('institution', 'business', 'superior', 'affiliate', 'other')))], ['（一）事业收入', k.m(source('institution'))], ['（二）事业单位经营收入', k.m(source('business'))], ['（三）上级补助收入', k.m(source('superior'))], ['（四）附属单位上缴收入', k.m(source('affiliate'))], ['（五）其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['收入总计', k.m(all)]];
  const natures: Row[] = [['一、基本支出', k.m(basic)], ['（一）人员类项目支出', k.m(personnel)], ['（二）公用经费项目支出', k.m(publicMoney)], ['二、项目支出', k.m((i) => !basic(i))], ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]];
  const cols: [string, Pick][] = [['合计', all], ['基本支出', basic], ['人员类项目', personnel], ['公用经费项目', publicMoney], ['项目支出', (i) => !basic(i)]];
  return [
    page('表1', part('表1', '部门收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目（按功能分类）', '预算数', '项目（按支出性质）', '预算数']], level(3, income, [...CLASSES.filter((c) => k.cents(code(c)) > 0).map((c, i): Row => [`${chinese(i)}${k.name(c)}`, k.m(code(c))]), ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]], natures))),
    page('表2', part('表2', '部门收入总体情况表', [['部门（单位）代码', '部门（单位）名称', '合计', '本年收入', null, null, null, null, null, '上年结转结余', null, null, null], [null, null, null, '小计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金', '小计', '一般公共预算', '政府性基金预算', '单位资金']],
      [['合计', null, ...[all, now, and(now, general), and(now, fund), and(now, capital), source('account'), restOf, carried, and(carried, general), and(carried, fund), and(carried, other)].map((p: Pick) => k.m(p))], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...[all, now, and(now, general), and(now, fund), and(now, capital), source('account'), restOf, carried, and(carried, general), and(carried, fund), and(carried, other)].map((p: Pick) => k.m(and(p, unit(n))))])])),
    page('表3', part('表3', '部门支出总体情况表', [['科目编码', '科目名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '人员类项目', '公用经费项目', null]], [['合计', null, ...cols.map(([, p]) => k.m(p))], ...k.tree(func, all, (c, name, p) => [c, `${' '.repeat(c.length - 3)}${name}`, ...cols.map(([, q]) => k.m(and(p, q)))])])),
    page('表4', part('表4', '一般公共预算支出情况表', [['功能分类科目', null, `${k.year - 1}年预算数`, `${k.year}年预算数`, null, null, `${k.year}年预算数比${k.year - 1}年预算数`], ['科目编码', '科目名称', null, '小计', '基本支出', '项目支出', '增减额', '增减%']],
      [compare(k, ['合计', null], all), ...k.tree(func, and(general, now), (c, name) => compare(k, [c, name], code(c)), [3, 5, 7], [...k.items, ...k.ledger.last])])),
    page('表5', part('表5', '一般公共预算基本支出情况表', [['政府预算支出经济分类科目', null, '部门预算支出经济分类科目', null, '合计', '人员经费', '公用经费'], ['科目编码', '科目名称', '科目编码', '科目名称']], [['合计', null, null, null, ...[all, personnel, publicMoney].map((q) => k.m(and(general, now, basic, q)))], ...pairs(and(general, now, basic), (p) => [all, personnel, publicMoney].map((q) => k.m(and(p, q))))])),
    page('表6', part('表6', '政府性基金预算支出情况表', [['科目编码', '科目名称', '本年政府性基金预算财政拨款支出'], [null, null, '合计', '基本支出', '项目支出']], [['合计', null, k.m(fund), k.m(and(fund, basic)), k.m(and(fund, project))], ...k.tree(func, fund, (c, name, p) => [c, name, k.m(p), k.m(and(p, basic)), k.m(and(p, project))])])),
    page('表7', part('表7', '国有资本经营预算支出情况表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], [], [['注：本部门无国有资本经营预算拨款，本表无数据。']])),
    page('表8', part('表8', '“三公”经费、会议费、培训费支出情况表', [['项目', `${k.year - 1}年预算数`, `${k.year}年预算数`, '增减额', '增减（%）', '备注']], [['一、“三公”经费合计', ['30212', '30217', '31013', '30231']], ['（一）因公出国（境）费', ['30212']], ['（二）公务接待费', ['30217']], ['（三）公务用车购置及运行维护费', ['31013', '30231']], ['1.公务用车购置费', ['31013']], ['2.公务用车运行维护费', ['30231']], ['二、会议费', ['30215']], ['三、培训费', ['30216']]].map(([name, codes]): Row => change(k, [String(name)], k.cents(and(general, eco(...(codes as string[]))), k.ledger.last), k.cents(and(general, now, eco(...(codes as string[])))))))),
  ];
}

function change(k: Kit, texts: Row, before: number, after: number): Row {
  return [...texts, k.printed(before), k.printed(after), k.printed(after - before), before === 0 ? null : Math.round(((after - before) / before) * 10_000) / 100];
}

function compare(k: Kit, texts: Row, p: Pick): Row {
  const mine = and(p, general, now);
  const before = k.cents(and(p, general), k.ledger.last);
  const after = k.cents(mine);
  return [...texts, k.printed(before), k.printed(after), k.m(and(mine, basic)), k.m(and(mine, project)), k.printed(after - before), before === 0 ? null : Math.round(((after - before) / before) * 10_000) / 100];
}

export const SOUTHWEST: readonly PlaceForm[] = [
  { id: 'sichuan', ledger: {}, manner: { unit: 'yuan' }, file: '部门预算公开表', write: sichuan },
  { id: 'sichuan-carry', ledger: { carry: 'fiscal', year: 2021 }, manner: { unit: 'yuan', merges: 'unknown' }, file: '四川', write: sichuan },
  { id: 'guizhou', ledger: { carry: 'all' }, manner: { decimals: 2 }, file: '附件', write: guizhou },
  { id: 'guizhou-round', ledger: { step: 1 }, manner: { decimals: 2, merges: 'unknown' }, file: '附件', write: guizhou },
];
