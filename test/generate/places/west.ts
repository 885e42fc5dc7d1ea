import { bare, chinese, CLASSES, cols, FISCAL3, lines, parts, three, titled, used } from './common';
import { all, and, basic, beside, capital, carried, code, eco, econ, fiscal, func, fund, general, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const of = (nature: string): Pick => (i) => i.nature === nature;
const NATURES: Pick[] = [all, basic, project, of('business'), of('remit'), of('subsidy')];
const CARS = ['all', 'abroad', 'reception', 'cars', 'purchase', 'running'] as const;
const TRAVEL3 = ['30212', '30217', '31013', '30231'];

/** 甘肃: 收入总体情况表 is a list of sources; 三公 beside 会议费, 培训费; 机关运行经费 by economic subject. */
function gansu(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`表${n}`, titled((w) => [[title], right(w, `部门名称：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const sources: [string, Pick][] = [['一般公共预算财政拨款收入', and(general, now)], ['政府性基金预算财政拨款收入', and(fund, now)], ['国有资本经营预算财政拨款收入', and(capital, now)], ['财政专户管理资金收入', source('account')], ['事业收入', source('institution')], ['上级补助收入', source('superior')], ['附属单位上缴收入', source('affiliate')], ['事业单位经营收入', source('business')], ['其他收入', and(now, source('other'))]];
  const income = sources.map(([t, p], i): Row => [`${chinese(i)}${t}`, k.m(p)]);
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, '合计', ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const t3 = three(k, general);
  const run = and(general, publicMoney);
  return [
    at(1, '部门收支总体情况表', [['收     入', null, '支     出'], ['项目', '预算数', '项目', '预算数']], level(3, [...income, ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, CLASSES, chinese, [all]), ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]])),
    at(2, '部门收入总体情况表', [['项      目', `${k.year}年预算数`]], [...income, ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['    其中：一般公共预算财政拨款', k.m(and(general, carried))], ['收入总计', k.m(all)]]),
    at(3, '部门支出总体情况表', [['科目编码', '科目名称', '支出合计', '基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出']], tree(all, NATURES)),
    at(4, '财政拨款收支总体情况表', [['收     入', null, '支     出'], ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算财政拨款', k.m(and(general, now))], ['（二）政府性基金预算财政拨款', k.m(and(fund, now))], ['（三）国有资本经营预算财政拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['（一）一般公共预算财政拨款', k.m(and(general, carried))], ['（二）政府性基金预算财政拨款', k.m(and(fund, carried))], ['（三）国有资本经营预算财政拨款', k.m(and(capital, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...lines(k, CLASSES, (i) => `（${chinese(i).slice(0, -1)}）`, FISCAL3), ['二、结转下年'], ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at(5, '一般公共预算支出情况表', [['科目编码', '科目名称', '一般公共预算支出'], [null, null, '合计', '基本支出', '项目支出']], tree(general, [all, basic, project])),
    at(6, '一般公共预算基本支出情况表', [['经济分类科目', null, '一般公共预算基本支出'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费']], [[null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(7, '一般公共预算“三公”经费、会议费、培训费支出情况表', [['单位名称', '“三公”经费', null, null, null, null, null, '会议费', '培训费'], [null, '合计', '因公出国（境）费', '公务接待费', '公务用车购置和运行费', null, null, null, null], [null, null, null, null, '小计', '公务用车购置费', '公务用车运行费', null, null]], [['合计', ...CARS.map(t3), k.m(and(general, eco('30215'))), k.m(and(general, eco('30216')))], ...k.ledger.units.map((u, n): Row => [u.name, ...CARS.map(three(k, and(general, unit(n)))), k.m(and(general, unit(n), eco('30215'))), k.m(and(general, unit(n), eco('30216')))])]),
    at(8, '一般公共预算机关运行经费', [['编码', '经济分类科目', '金额']], [[null, '合计', k.m(run)], ...k.codes(econ, run, [5]).map((c): Row => [c, k.name(c), k.m(and(run, eco(c)))])]),
    at(9, '政府性基金预算支出情况表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? tree(fund, [all, basic, project]) : [], [['注：没有政府性基金预算支出的，本表为空。']]),
    at(10, '部门管理转移支付表', [['科目编码', '科目名称', '合计', '一般公共预算项目支出', '政府性基金预算项目支出', '国有资本经营预算项目支出']], [], [['本部门没有管理的转移支付，本表为空。']]),
  ];
}

/** 青海: last year's 三公 beside this year's, 教育收费 inside 事业收入, 财政拨款 as a group of 收入总表. */
function qinghai(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${n}${title.slice(0, 8)}`, titled((w) => [right(w, null, `部门公开表${n}`), [title], right(w, null, '单位：万元')])(header, body, below));
  const inst = source('institution', 'account');
  const srcs: Pick[] = [all, carried, and(fiscal, now), and(general, now), and(fund, now), and(capital, now), inst, source('account'), source('business'), source('superior'), source('affiliate'), and(now, source('other'))];
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, null, null, '合计', ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [...parts(c, 3), name, ...cols(k, picks)(p)])];
  const head = (a: Row, b: Row = []): Row[] => [['科目编码', null, null, '科目名称', ...a], ['类', '款', '项', null, ...b]];
  return [
    at(1, '部门收支总体情况表', [['收　入', null, '支　出'], ['项　目', '预算数', '项　目（按功能分类）', '预算数']], level(3, [['一、一般公共预算拨款收入', k.m(and(general, now))], ['二、政府性基金预算拨款收入', k.m(and(fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(capital, now))], ['四、上级补助收入', k.m(source('superior'))], ['五、附属单位上缴收入', k.m(source('affiliate'))], ['六、事业收入', k.m(inst)], ['七、事业单位经营收入', k.m(source('business'))], ['八、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上年结转', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, CLASSES, chinese, [all]), ['本年支出合计', k.m(all)], ['结转下年', k.printed(0)], ['支出总计', k.m(all)]])),
    at(2, '部门收入总体情况表', [['单位', '合计', '上年结转', '财政拨款收入', null, null, null, '事业收入', null, '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'], [null, null, null, '小计', '一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算拨款收入', '金额', '其中：教育收费', null, null, null, null]], [['合计', ...cols(k, srcs)(all)], [k.ledger.name, ...cols(k, srcs)(all)], ...k.ledger.units.map((u, n): Row => [`　${u.name}`, ...cols(k, srcs)(unit(n))])]),
    at(3, '部门支出总体情况表', head(['合计', '基本支出', '项目支出', '上缴上级支出', '事业单位经营支出', '对附属单位补助支出']), tree(all, [all, basic, project, of('remit'), of('business'), of('subsidy')])),
    at(4, '财政拨款收支总体情况表', [['收　入', null, '支　出'], ['项　目', '预算数', '项　目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['1.一般公共预算拨款', k.m(and(general, now))], ['2.政府性基金预算拨款', k.m(and(fund, now))], ['3.国有资本经营预算拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['1.一般公共预算拨款', k.m(and(general, carried))], ['2.政府性基金预算拨款', k.m(and(fund, carried))], ['3.国有资本经营预算拨款', k.m(and(capital, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...lines(k, used(k, fiscal), bare, FISCAL3), ['二、结转下年', ...FISCAL3.map(() => k.printed(0))], ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at(5, '一般公共预算支出情况表', head(['合计', '基本支出', '项目支出']), tree(general, [all, basic, project])),
    at(6, '一般公共预算基本支出情况表', [['支出经济分类科目', null, null, '基本支出'], ['科目编码', null, '科目名称', '合计', '人员经费', '公用经费'], ['类', '款', null, null, null, null]], [[null, null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [...parts(c, 2), name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(7, '一般公共预算“三公”经费支出情况表', [['上年预算数', null, null, null, null, null, '当年预算数'], ['合计', '因公出国（境）费用', '公务接待费', '公务用车购置及运行费', null, null, '合计', '因公出国（境）费用', '公务接待费', '公务用车购置及运行费', null, null], [null, null, null, '小计', '公务用车购置费', '公务用车运行费', null, null, null, '小计', '公务用车购置费', '公务用车运行费']], [[...CARS.map((x) => k.m(and(general, eco(...({ all: TRAVEL3, abroad: ['30212'], reception: ['30217'], cars: ['31013', '30231'], purchase: ['31013'], running: ['30231'] })[x])), k.ledger.last)), ...CARS.map(three(k, general))]]),
    at(8, '政府性基金预算支出情况表', head(['合计', '基本支出', '项目支出']), k.cents(fund) ? tree(fund, [all, basic, project]) : []),
    at(9, '国有资本经营预算支出情况表', head(['合计', '基本支出', '项目支出']), k.cents(capital) ? tree(capital, [all, basic, project]) : []),
  ];
}

/** 宁夏: income, expenditure by function and by department economic class side by side; 财政拨款(补助)收入. */
function ningxia(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(title.slice(0, 14), titled((w) => [[`附表${n}`], [title], right(w, `单位名称：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const eco3 = k.codes(econ, all, [3]);
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const spending: Row[] = [['一、基本支出', k.m(basic)], ['    人员经费', k.m(personnel)], ['    公用经费', k.m(publicMoney)], ['二、项目支出', k.m(project)], ['三、事业单位经营支出', k.m(of('business'))], ['四、上缴上级支出', k.m(of('remit'))], ['五、对附属单位补助支出', k.m(of('subsidy'))]];
  return [
    at(1, '部门收支预算总表', [['收入', null, '支出'], ['项目', '预算数', '项目（按功能分类）', '预算数', '项目（按支出性质）', '预算数', '项目（按经济分类）', '预算数']], level(1, [['一、财政拨款（补助）收入', k.m(and(fiscal, now))], ['  1.一般公共预算拨款（补助）', k.m(and(general, now))], ['  2.政府性基金预算拨款（补助）', k.m(and(fund, now))], ['  3.国有资本经营预算拨款（补助）', k.m(and(capital, now))], ['二、财政专户管理资金收入', k.m(source('account'))], ['三、单位资金收入', k.m(and(now, other, (i) => i.source !== 'account'))], ['  1.事业收入', k.m(source('institution'))], ['  2.事业单位经营收入', k.m(source('business'))], ['  3.上级补助收入', k.m(source('superior'))], ['  4.附属单位上缴收入', k.m(source('affiliate'))], ['  5.其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, CLASSES, chinese, [all]), ['支出总计', k.m(all)]], [...spending, ['支出总计', k.m(all)]], [...eco3.map((c): Row => [k.name(c), k.m(eco(c))]), ['支出总计', k.m(all)]])),
    at(2, '部门收入预算总表', [['单位名称', '合计', '本年收入', null, null, null, null, null, '上年结转结余'], [null, null, '小计', '一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款', '财政专户管理资金', '单位资金', null]], [['合计', ...cols(k, [all, now, and(general, now), and(fund, now), and(capital, now), source('account'), and(now, other, (i) => i.source !== 'account'), carried])(all)], ...k.ledger.units.map((u, n): Row => [u.name, ...cols(k, [all, now, and(general, now), and(fund, now), and(capital, now), source('account'), and(now, other, (i) => i.source !== 'account'), carried])(unit(n))])]),
    at(3, '部门支出预算总表', [['功能科目编码', '功能科目名称', '合计', '基本支出', null, null, '项目支出', '经营支出', '上缴上级支出', '对附属单位补助'], [null, null, null, '小计', '人员经费', '公用经费', null, null, null, null]], tree(all, [all, basic, personnel, publicMoney, project, of('business'), of('remit'), of('subsidy')])),
    at(4, '财政拨款收支预算总表', [['收入', null, '支出'], ['项目', '金额', '项目', '小计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算拨款', k.m(and(general, now))], ['（二）政府性基金预算拨款', k.m(and(fund, now))], ['（三）国有资本经营预算拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [...lines(k, used(k, fiscal), chinese, FISCAL3), ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at(5, '一般公共预算支出表', [['支出功能分类科目', null, `${k.year}年预算数`], ['科目编码', '科目名称', '小计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '人员经费', '公用经费', null]], tree(general, [all, basic, personnel, publicMoney, project])),
    at(6, '一般公共预算基本支出表', [['部门预算支出经济分类科目', null, `${k.year}年基本支出`], ['科目编码', '科目名称', '小计', '人员经费', '公用经费']], [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(7, '一般公共预算“三公”经费、会议费、培训费支出表', [['项目', `${k.year}年预算数`]], [['“三公”经费合计', three(k, general)('all')], ['1.因公出国（境）费', three(k, general)('abroad')], ['2.公务接待费', three(k, general)('reception')], ['3.公务用车购置及运行费', three(k, general)('cars')], ['  其中：公务用车购置费', three(k, general)('purchase')], ['        公务用车运行维护费', three(k, general)('running')], ['会议费', k.m(and(general, eco('30215')))], ['培训费', k.m(and(general, eco('30216')))]]),
    at(8, '政府性基金预算支出表', [['科目编码', '科目名称', '小计', '基本支出', '项目支出']], k.cents(fund) ? tree(fund, [all, basic, project]) : []),
  ];
}

/** 江西: expenditure by nature and economic class; 教育收费 of its own; tables with a unit above its subjects. */
function jiangxi(k: Kit): Page[] {
  const at = (_: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(title, titled((w) => [[title], right(w, `填报单位:[${k.ledger.units[0].code.slice(0, 3)}]${k.ledger.name}`, '单位：万元')])(header, body, below));
  const nat: [string, Pick][] = [['工资福利支出', eco('301')], ['商品和服务支出', eco('302')], ['对个人和家庭的补助', eco('303')], ['资本性支出', eco('310')]];
  const inner = (p: Pick): Row[] => nat.map(([t, q]): Row => [`  ${t}`, k.m(and(p, q))]);
  const srcs: Pick[] = [all, carried, and(fiscal, now), and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('business'), source('affiliate'), source('superior'), and(now, source('other'))];
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const rest = and(all, (i) => !['301', '302', '303', '310'].some((c) => i.econ.startsWith(c)));
  const odd = k.cents(and(project, rest)) > 0 ? [['  其他支出', k.m(and(project, rest))] as Row] : [];
  const oddBasic = k.cents(and(basic, rest)) > 0 ? [['  其他支出', k.m(and(basic, rest))] as Row] : [];
  return [
    at(1, '收支预算总表', [['收      入', null, '支      出'], ['项目', '预算数', '项目(按支出功能科目类级)', '预算数']], level(3, [['一、财政拨款收入', k.m(and(fiscal, now))], ['    （一）一般公共预算收入', k.m(and(general, now))], ['    （二）政府性基金预算收入', k.m(and(fund, now))], ['    （三）国有资本经营预算收入', k.m(and(capital, now))], ['二、教育收费资金收入', k.m(source('account'))], ['三、事业收入', k.m(source('institution'))], ['四、事业单位经营收入', k.m(source('business'))], ['五、附属单位上缴收入', k.m(source('affiliate'))], ['六、上级补助收入', k.m(source('superior'))], ['七、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['八、使用非财政拨款结余', null], ['九、上年结转（结余）', k.m(carried)], ['收入总计', k.m(all)]], [...used(k, all).map((c): Row => [k.name(c), k.m(code(c))]), ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]])),
    at(2, '部门收入总表', [['科目', null, '合计', '上年结转（结余）', '财政拨款', null, null, null, '教育收费资金收入', '事业收入', '事业单位经营收入', '附属单位上缴收入', '上级补助收入', '其他收入'], ['科目编码', '科目名称', null, null, '小计', '一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算收入', null, null, null, null, null, null], ['**', '**', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]], tree(all, srcs)),
    at(3, '部门支出总表', [['支出功能分类科目', null, '合计', '基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出'], ['科目编码', '科目名称', null, null, null, null, null, null], ['**', '**', 1, 2, 3, 4, 5, 6]], tree(all, NATURES)),
    at(4, '财政拨款收支总表', [['收      入', null, '支      出'], ['项目', '预算数', '项目(按支出功能科目类级)', '合计', '一般公共预算支出', '政府性基金预算支出', '国有资本经营预算支出']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算收入', k.m(and(general, now))], ['（二）政府性基金预算收入', k.m(and(fund, now))], ['（三）国有资本经营预算收入', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...used(k, fiscal).map((c): Row => [k.name(c), ...FISCAL3.map((p) => k.m(and(p, code(c))))]), ['二、结转下年'], ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at(5, '一般公共预算支出表', [['支出功能分类科目', null, `${k.year}年预算数`], ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ['**', '**', 1, 2, 3]], tree(general, [all, basic, project])),
    at(6, '一般公共预算基本支出表', [['支出经济分类科目', null, `${k.year}年基本支出`], ['科目编码', '科目名称', '合计', '人员经费', '公用经费'], ['**', '**', 1, 2, 3]], [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(7, '财政拨款“三公”经费支出表', [['单位编码', '单位名称', '因公出国(境)', '公务接待费', '公务用车购置及运行费', null, '合计'], [null, null, null, null, '公务用车运行维护费', '公务用车购置', null], ['**', '**', 1, 2, 3, 4, 5]], [[k.ledger.units[0].code.slice(0, 3), k.ledger.name, ...(['abroad', 'reception', 'running', 'purchase', 'all'] as const).map(three(k, fiscal))], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...(['abroad', 'reception', 'running', 'purchase', 'all'] as const).map(three(k, and(fiscal, unit(n))))])]),
    at(8, '政府性基金预算支出表', [['支出功能分类科目', null, `${k.year}年预算数`], ['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? tree(fund, [all, basic, project]) : [], k.cents(fund) ? [] : [['注：若为空表，则为该部门（单位）无政府性基金收支']]),
    at(10, '支出预算经济分类总表', [['支出项目', '预算数']], [['一、基本支出', k.m(basic)], ...inner(basic), ...oddBasic, ['二、项目支出', k.m(project)], ...inner(project), ...odd, ['三、其他', k.m(and(all, (i) => !['personnel', 'public', 'project'].includes(i.nature)))], ['支出总计', k.m(all)]]),
  ];
}

/** 海南: subjects below each unit, the unit's row above them; 上年结转 first of the columns; unit 元 with two decimals. */
function hainan(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`表${n}`, titled((w) => [[title], right(w, null, `表${n}`), right(w, `单位：${k.ledger.name}`, '金额单位：元')])(header, body, below));
  const srcs: Pick[] = [all, carried, and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('superior'), source('affiliate'), source('business'), and(now, source('other'))];
  const byUnit = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, null, '合计', ...cols(k, picks)(pick)], ...k.ledger.units.flatMap((u, n): Row[] => (k.cents(and(pick, unit(n))) === 0 ? [] : [[u.code, null, u.name, ...cols(k, picks)(and(pick, unit(n)))], ...k.tree(func, and(pick, unit(n)), (c, name, p): Row => [u.code, c, name, ...cols(k, picks)(p)])]))];
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, '合计', ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  return [
    at(1, '部门收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(1, [['一、本年收入', k.m(now)], ['1.一般公共预算', k.m(and(general, now))], ['2.政府性基金预算', k.m(and(fund, now))], ['3.国有资本经营预算', k.m(and(capital, now))], ['4.财政专户管理资金', k.m(source('account'))], ['5.事业收入', k.m(source('institution'))], ['6.上级补助收入', k.m(source('superior'))], ['7.附属单位上缴收入', k.m(source('affiliate'))], ['8.事业单位经营收入', k.m(source('business'))], ['9.其他收入', k.m(and(now, source('other')))], ['二、上年结转结余', k.m(carried)], ['收入总计', k.m(all)]], [['一、本年支出', k.m(all)], ...lines(k, CLASSES, (i) => `（${chinese(i).slice(0, -1)}）`, [all]), ['二、年终结转结余'], ['支出总计', k.m(all)]])),
    at(2, '部门收入总体情况表', [['单位编码', '科目编码', '单位名称（科目名称）', '合计', '上年结转结余', '一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款', '财政专户管理资金', '事业收入', '上级补助收入', '附属单位上缴收入', '事业单位经营收入', '其他收入']], byUnit(all, srcs)),
    at(3, '部门支出总体情况表', [['单位编码', '科目编码', '单位名称（科目名称）', '合计', '基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出']], byUnit(all, NATURES)),
    at(4, '财政拨款收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算', k.m(and(general, now))], ['（二）政府性基金预算', k.m(and(fund, now))], ['（三）国有资本经营预算', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['（一）一般公共预算', k.m(and(general, carried))], ['（二）政府性基金预算', k.m(and(fund, carried))], ['（三）国有资本经营预算', k.m(and(capital, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...lines(k, CLASSES, (i) => `（${chinese(i).slice(0, -1)}）`, FISCAL3), ['二、结转下年'], ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at(5, '一般公共预算支出情况表', [['科目编码', '科目名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '人员经费', '公用经费', null]], tree(general, [all, basic, personnel, publicMoney, project])),
    at(6, '一般公共预算基本支出情况表', [['经济科目编码', '经济科目名称', '基本支出合计', '人员经费', '公用经费']], [[null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(7, '一般公共预算“三公”经费支出情况表', [['单位编码', '单位名称', '“三公”经费合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费'], [null, null, null, null, '小计', '公务用车购置费', '公务用车运行维护费', null]], [[null, '合计', ...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(three(k, general))], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(three(k, and(general, unit(n))))])]),
    at(8, '政府性基金预算支出情况表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? tree(fund, [all, basic, project]) : []),
    at(9, '国有资本经营预算支出情况表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(capital) ? tree(capital, [all, basic, project]) : []),
  ];
}

/** A hospital: 医疗收入 below 事业收入, tables of one unit, 支出 by function with its 项 beside its economic classes. */
function hospital(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`附件1-${n}`, titled((w) => [[`附件1-${n}`], [`${k.year}年${title}`], right(w, `单位名称：${k.ledger.units[0].name}`, '单位：万元')])(header, body, below));
  const inst = source('institution', 'account');
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)]), [null, '合  计', ...cols(k, picks)(pick)]];
  const eco3 = k.codes(econ, all, [3]);
  return [
    at(1, '收支预算总表', [['收入', null, '支出'], ['项目', '金额', '项目', '金额']], level(3, [['一、财政拨款收入', k.m(and(fiscal, now))], ['二、事业收入', k.m(inst)], ['    其中：医疗收入', k.m(source('institution'))], ['三、上级补助收入', k.m(source('superior'))], ['四、附属单位上缴收入', k.m(source('affiliate'))], ['五、经营收入', k.m(source('business'))], ['六、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上年结转', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['本年支出合计', k.m(all)], ['结转下年', k.printed(0)], ['支出总计', k.m(all)]])),
    at(2, '收入预算总表', [['科目编码', '科目名称', '合计', '财政拨款收入', '事业收入', null, '上级补助收入', '附属单位上缴收入', '经营收入', '其他收入', '上年结转'], [null, null, null, null, '小计', '其中：医疗收入', null, null, null, null, null]], tree(all, [all, and(fiscal, now), inst, source('institution'), source('superior'), source('affiliate'), source('business'), and(now, source('other')), carried])),
    at(3, '支出预算总表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出', '上缴上级支出', '对附属单位补助支出']], tree(all, NATURES)),
    at(4, '财政拨款收支预算总表', [['收入', null, '支出'], ['项目', '金额', '项目', '合计', '一般公共预算', '政府性基金预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算财政拨款', k.m(and(general, now))], ['（二）政府性基金预算财政拨款', k.m(and(fund, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [...lines(k, used(k, fiscal), chinese, [fiscal, general, fund]), ['支出总计', ...[fiscal, general, fund].map((p) => k.m(p))]])),
    at(5, '一般公共预算财政拨款支出预算表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], tree(general, [all, basic, project])),
    at(6, '一般公共预算财政拨款基本支出预算表', [['科目编码', '科目名称', '合计', '人员经费', '公用经费']], [...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5]), [null, '合  计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))]]),
    at(7, '支出预算明细表', [['功能科目编码', '功能科目名称', '合计', ...eco3.map((c) => k.name(c))]], tree(all, [all, ...eco3.map((c) => eco(c))])),
    at(8, '财政拨款“三公”经费预算表', [['合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费'], [null, null, null, '小计', '公务用车购置费', '公务用车运行维护费']], [CARS.map(three(k, fiscal))]),
    at(9, '政府性基金预算财政拨款支出预算表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? tree(fund, [all, basic, project]) : [], k.cents(fund) ? [] : [['说明：本单位无政府性基金预算财政拨款支出。']]),
  ];
}

/** 广西: 类 款 项 in three columns with the unit above, project rows below the subject they belong to; 三公 as rows with two years and their change. */
function guangxi(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${n}、${title}`, titled((w) => [right(w, null, `预算公开${String(n).padStart(2, '0')}表`), [title], right(w, `部门：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const mixed = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, null, null, '合计', ...cols(k, picks)(pick)], ...k.ledger.units.flatMap((u, n): Row[] => (k.cents(and(pick, unit(n))) === 0 ? [] : [[null, null, null, u.name, ...cols(k, picks)(and(pick, unit(n)))], ...k.tree(func, and(pick, unit(n)), (c, name, p): Row => [...parts(c, 3), `  ${name}`, ...cols(k, picks)(p)], [7])]))];
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, null, null, '合计', ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [...parts(c, 3), name, ...cols(k, picks)(p)])];
  const head = (a: Row, b: Row = []): Row[] => [['科目编码', null, null, '单位名称（科目）', ...a], ['类', '款', '项', null, ...b]];
  const yoy = (...c: string[]): Row => {
    const [b, a] = [k.cents(and(general, eco(...c)), k.ledger.last), k.cents(and(general, eco(...c)))];
    return [k.printed(b), k.printed(a), k.printed(a - b), b === 0 ? null : `${(Math.round(((a - b) / b) * 10_000) / 100).toFixed(2)}%`];
  };
  return [
    at(1, '部门收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(3, [['一、一般公共预算拨款', k.m(and(general, now))], ['二、政府性基金预算拨款', k.m(and(fund, now))], ['三、国有资本经营预算拨款', k.m(and(capital, now))], ['四、财政专户管理资金', k.m(source('account'))], ['五、单位资金', k.m(and(now, other, (i) => i.source !== 'account'))], ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, CLASSES, chinese, [all]), ['本年支出合计', k.m(all)], ['年终结转结余', null], ['支出总计', k.m(all)]])),
    at(2, '部门收入总体情况表', [['单位代码', '单位名称', '总计', '本年收入', null, null, null, null, null, '上年结转结余'], [null, null, null, '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金', null]], [[null, '合计', ...cols(k, [all, now, and(general, now), and(fund, now), and(capital, now), source('account'), and(now, other, (i) => i.source !== 'account'), carried])(all)], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...cols(k, [all, now, and(general, now), and(fund, now), and(capital, now), source('account'), and(now, other, (i) => i.source !== 'account'), carried])(unit(n))])]),
    at(3, '部门支出总体情况表', head(['合计', '基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出']), mixed(all, NATURES)),
    at(4, '财政拨款收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算拨款', k.m(and(general, now))], ['（二）政府性基金预算拨款', k.m(and(fund, now))], ['（三）国有资本经营预算拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...lines(k, used(k, fiscal), (i) => `（${chinese(i).slice(0, -1)}）`, FISCAL3), ['二、年终结转结余'], ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at(5, '一般公共预算支出情况表', head(['合计', '基本支出', null, null, '项目支出'], [null, '小计', '人员经费', '公用经费', null]), mixed(general, [all, basic, personnel, publicMoney, project])),
    at(6, '一般公共预算基本支出情况表', [['部门经济科目编码', null, '部门经济科目名称', '合计', '人员经费', '公用经费'], ['类', '款', null, null, null, null]], [[null, null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [...parts(c, 2), name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(7, '一般公共预算“三公”经费支出情况表', [['项目', `${k.year - 1}年预算数`, `${k.year}年预算数`, '增减额', '增减%']], [['“三公”经费合计', ...yoy(...TRAVEL3)], ['1.因公出国（境）费', ...yoy('30212')], ['2.公务用车购置及运行维护费', ...yoy('31013', '30231')], ['（1）公务用车购置', ...yoy('31013')], ['（2）公务用车运行维护', ...yoy('30231')], ['3.公务接待费', ...yoy('30217')]]),
    at(8, '政府性基金预算支出情况表', head(['合计', '基本支出', '项目支出']), k.cents(fund) ? tree(fund, [all, basic, project]) : []),
  ];
}

/** A school of a county: old words (预算外), one sheet with several tables below each other. */
function school(k: Kit): Page[] {
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const above = (title: string) => titled((w) => [[`${k.year}年${title}`], right(w, `编制单位：${k.ledger.units[0].name}`, '单位：元')]);
  return [
    page('预算公开', above('单位收支总表')([['收入', null, '支出'], ['项目', '金额', '项目', '金额']], level(1, [['一般公共预算拨款收入', k.m(general)], ['政府性基金预算拨款收入', k.m(fund)], ['财政专户管理资金收入', k.m(source('account'))], ['单位资金收入', k.m(and(other, (i) => i.source !== 'account'))], ['收入总计', k.m(all)]], [...lines(k, used(k, all), bare, [all]), ['支出总计', k.m(all)]])),
      above('单位收入总表')([['科目编码', '科目名称', '合计', '一般公共预算', '政府性基金预算', '财政专户管理资金', '单位资金']], tree(all, [all, general, fund, source('account'), and(other, (i) => i.source !== 'account')])),
      above('单位支出总表')([['科目编码', '科目名称', '合计', '人员支出', '公用支出', '项目支出']], tree(all, [all, personnel, publicMoney, project])),
      above('一般公共预算支出表')([['科目编码', '科目名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '人员支出', '公用支出', null]], tree(general, [all, basic, personnel, publicMoney, project])),
      above('一般公共预算基本支出表')([['经济分类编码', '经济分类名称', '合计', '人员支出', '公用支出']], [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
      above('“三公”经费支出表')([['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, '小计', '公务用车购置费', '公务用车运行费', null]], [(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(three(k, general))]),
      above('政府性基金预算支出表')([['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? tree(fund, [all, basic, project]) : [], k.cents(fund) ? [] : [['备注：本单位无政府性基金预算支出']])),
    page('目标', { above: [['项目支出绩效目标表']], header: [['项目名称', '校舍维修'], ['主管部门', k.ledger.name, '实施单位', k.ledger.units[0].name]], body: beside([['项目资金（元）', '资金总额', 50000], [null, '其中：财政拨款', 50000], [null, '其他资金', null], ['总体目标', '完成校舍维修'], ['一级指标', '二级指标', '三级指标', '指标值'], ['产出指标', '数量指标', '维修面积', '≥500平方米']]) }),
  ];
}

export const WEST: readonly PlaceForm[] = [
  { id: 'gansu', ledger: { carry: 'all', transfers: true, capital: true }, manner: {}, file: '甘肃', write: gansu },
  { id: 'gansu-round', ledger: { step: 1 }, manner: { merges: 'unknown', zero: 'zero' }, file: '甘肃', write: gansu },
  { id: 'qinghai', ledger: { carry: 'all', transfers: true, capital: true }, manner: {}, file: '青海', write: qinghai },
  { id: 'qinghai-round', ledger: { step: 1, carry: 'fiscal' }, manner: { merges: 'unknown', zero: 'zero' }, file: '青海', write: qinghai },
  { id: 'ningxia', ledger: { carry: 'all', transfers: true, capital: true }, manner: {}, file: '宁夏', write: ningxia },
  { id: 'ningxia-round', ledger: { step: 1, carry: 'fiscal', fund: false }, manner: { merges: 'unknown', zero: 'zero' }, file: '宁夏', write: ningxia },
  { id: 'jiangxi', ledger: { carry: 'all', transfers: true, capital: true }, manner: {}, file: '江西', write: jiangxi },
  { id: 'jiangxi-round', ledger: { step: 1, fund: false }, manner: { merges: 'unknown', zero: 'zero' }, file: '江西', write: jiangxi },
  { id: 'hainan', ledger: { carry: 'all', transfers: true, capital: true }, manner: { unit: 'yuan' }, file: '海南', write: hainan },
  { id: 'hainan-plain', ledger: { step: 1 }, manner: { unit: 'yuan', merges: 'unknown', zero: 'zero' }, file: '海南', write: hainan },
  { id: 'hospital', ledger: { carry: 'all', level: 'unit', units: 1, transfers: true }, manner: {}, file: '医院', write: hospital },
  { id: 'hospital-round', ledger: { step: 1, level: 'unit', units: 1, fund: false, year: 2022 }, manner: { merges: 'unknown', zero: 'zero' }, file: '医院', write: hospital },
  { id: 'guangxi', ledger: { carry: 'all', transfers: true, capital: true }, manner: {}, file: '广西', write: guangxi },
  { id: 'guangxi-round', ledger: { step: 1, carry: 'fiscal' }, manner: { merges: 'unknown', zero: 'zero' }, file: '广西', write: guangxi },
  { id: 'school', ledger: { level: 'unit', units: 1 }, manner: { unit: 'yuan' }, file: '学校', write: school },
  { id: 'school-round', ledger: { level: 'unit', units: 1, step: 1, fund: false, year: 2021 }, manner: { unit: 'yuan', merges: 'unknown', zero: 'zero' }, file: '学校', write: school },
];

