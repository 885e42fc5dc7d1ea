import { bare, chinese, CLASSES, cols, FISCAL3, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, gov, govern, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Part, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const single: Pick = (i) => other(i) && i.source !== 'account';
const SIX = ['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const;

/** 辽宁, 吉林: one sheet holds several tables below one another, without number; wide economic columns by unit. */
function liaoning(k: Kit): Page[] {
  const part = (title: string, header: Row[], body: Row[], below: Row[] = []): Part => titled((w) => [[], [`${k.year}年度${title}`], right(w, `部门名称：${k.ledger.name}`, '金额单位：万元')])(header, body, below);
  const e3 = k.codes(econ, basic, [3]);
  const byUnit = (pick: Pick): Row[] => [['合计', null, ...cols(k, [all, ...e3.map((e) => eco(e))])(pick)], ...k.ledger.units.flatMap((u, n): Row[] => [[u.name, null, ...cols(k, [all, ...e3.map((e) => eco(e))])(and(pick, unit(n)))], ...k.codes(func, and(pick, unit(n)), [7]).map((c): Row => [`  ${c}`, `  ${k.name(c)}`, ...cols(k, [all, ...e3.map((e) => eco(e))])(and(pick, unit(n), code(c)))])])];
  return [
    page('收支总表',
      part('部门收支预算总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(1, [['一、财政拨款收入', k.m(and(fiscal, now))], ['二、纳入专户管理的行政事业性收费收入', k.m(source('account'))], ['三、事业收入', k.m(source('institution'))], ['四、单位其他收入', k.m(and(now, single, (i) => i.source !== 'institution'))], ['五、上年结转', k.m(carried)], ['收入总计', k.m(all)]], [['一、基本支出', k.m(basic)], ['（一）工资福利支出', k.m(and(basic, eco('301')))], ['（二）商品和服务支出', k.m(and(basic, eco('302')))], ['（三）对个人和家庭的补助', k.m(and(basic, eco('303')))], ['（四）资本性支出', k.m(and(basic, eco('310')))], ['二、项目支出', k.m(project)], ['支出总计', k.m(all)]])),
      part('部门收入预算总表', [['单位名称', '收入总计', '财政拨款', '专户管理资金', '事业收入', '其他收入', '上年结转']], [['合计', ...cols(k, [all, and(fiscal, now), source('account'), source('institution'), and(now, single, (i) => i.source !== 'institution'), carried])(all)], ...k.ledger.units.map((u, n): Row => [u.name, ...cols(k, [all, and(fiscal, now), source('account'), source('institution'), and(now, single, (i) => i.source !== 'institution'), carried])(unit(n))])]),
      part('部门支出预算总表', [['功能科目编码', '功能科目名称', '支出总计', '基本支出', '项目支出']], [['合计', null, ...cols(k, [all, basic, project])(all)], ...k.tree(func, all, (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)])], [['注：本表按支出功能分类列示。']])),
    page('财政拨款', part('财政拨款收支预算总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算', k.m(and(general, now))], ['（二）政府性基金预算', k.m(and(fund, now))], ['（三）国有资本经营预算', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [...lines(k, used(k, fiscal), chinese, FISCAL3), ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
      part('一般公共预算支出表', [['支出功能分类科目', null, '合计', '基本支出', null, null, '项目支出'], ['科目编码', '科目名称', null, '小计', '人员经费', '公用经费', null]], [['合计', null, ...cols(k, [all, basic, personnel, publicMoney, project])(general)], ...k.tree(func, general, (c, name, p) => [c, name, ...cols(k, [all, basic, personnel, publicMoney, project])(p)])])),
    page('基本支出', part('一般公共预算基本支出表（按单位）', [['功能科目编码', '单位/功能科目名称', '合计', ...e3.map((e) => k.name(e))]], byUnit(and(general, basic))), part('一般公共预算基本支出表', [['部门预算经济分类', null, '合计', '人员经费', '公用经费'], ['科目编码', '科目名称']], [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])])),
    page('三公', part('一般公共预算“三公”经费支出表', [['项目', '上年预算数', '本年预算数', '比上年增减']], ([['合计', ['30212', '30217', '31013', '30231']], ['因公出国（境）费用', ['30212']], ['公务接待费', ['30217']], ['公务用车购置及运行费', ['31013', '30231']], ['其中：公务用车购置费', ['31013']], ['公务用车运行费', ['30231']]] as [string, string[]][]).map(([t, c]): Row => { const [b, a] = [k.cents(and(general, eco(...c)), k.ledger.last), k.cents(and(general, eco(...c)))]; return [t, k.printed(b), k.printed(a), k.printed(a - b)]; })), part('政府性基金预算支出表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? [['合计', null, ...cols(k, [all, basic, project])(fund)], ...k.tree(func, fund, (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)])] : [['本部门无此项支出']])),
  ];
}

/** A long table over several sheets and pages: 续表 with the header again, 过次页 / 承前页 without figures. */
function pages3(k: Kit): Page[] {
  const head = (title: string, more = ''): ((w: number) => Row[]) => (w) => [[`${title}${more}`], right(w, `单位名称：${k.ledger.name}`, '单位：元')];
  const rows = k.tree(func, all, (c, name, p) => [c, `${'　'.repeat((c.length - 3) / 2)}${name}`, ...cols(k, [all, basic, project])(p)]);
  const header: Row[] = [['功能分类科目', null, '合计', '基本支出', '项目支出'], ['科目编码', '科目名称']];
  const cut = Math.ceil(rows.length / 2);
  const e = k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5]);
  const eh: Row[] = [['经济分类科目', null, '基本支出'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费']];
  const third = Math.ceil(e.length / 3);
  return [
    page('01', titled(head('收支预算总表'))([['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(3, [['一、一般公共预算拨款收入', k.m(and(general, now))], ['二、政府性基金预算拨款收入', k.m(and(fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(capital, now))], ['四、财政专户管理资金收入', k.m(source('account'))], ['五、事业收入', k.m(source('institution'))], ['六、上级补助收入', k.m(source('superior'))], ['七、附属单位上缴收入', k.m(source('affiliate'))], ['八、事业单位经营收入', k.m(source('business'))], ['九、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, CLASSES, chinese, [all]), ['本年支出合计', k.m(all)], ['年终结转结余', null], ['支出总计', k.m(all)]]))),
    page('03', titled(head('支出预算总表'))(header, [['合计', null, ...cols(k, [all, basic, project])(all)], ...rows.slice(0, cut)])),
    page('03续', titled(head('支出预算总表', '（续表）'))(header, rows.slice(cut))),
    page('08', ...[e.slice(0, third), e.slice(third, 2 * third), e.slice(2 * third)].map((list, i): Part => (i === 0 ? titled(head('一般公共预算基本支出预算表'))(eh, [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...list]) : { above: [[`第${i + 1}页`]], header: eh, body: list }))),
    page('05', titled(head('一般公共预算支出预算表'))(header, [...k.tree(func, and(general, now), (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)]), ['总计', null, ...cols(k, [all, basic, project])(and(general, now))]])),
  ];
}

/** Tables turned: funds and natures are rows, units or accounts columns. */
function turned(k: Kit): Page[] {
  const at = (name: string, title: string, header: Row[], body: Row[]): Page => page(name, titled((w) => [[title], right(w, `单位：${k.ledger.name}`, '单位：万元')])(header, body));
  const e3 = k.codes(econ, all, [3]);
  return [
    at('1', '部门收支总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '基本支出', '项目支出']], level(1, [['一般公共预算拨款', k.m(general)], ['政府性基金预算拨款', k.m(fund)], ['财政专户管理资金', k.m(source('account'))], ['单位资金', k.m(single)], ['收入合计', k.m(all)]], [...lines(k, used(k, all), bare, [all, basic, project]), ['支出合计', ...cols(k, [all, basic, project])(all)]])),
    at('2', '部门收入总表', [['资金来源', '合计', ...k.ledger.units.map((u) => u.name)]], [['一般公共预算拨款', k.m(general), ...k.ledger.units.map((_, n) => k.m(and(general, unit(n))))], ['政府性基金预算拨款', k.m(fund), ...k.ledger.units.map((_, n) => k.m(and(fund, unit(n))))], ['财政专户管理资金', k.m(source('account')), ...k.ledger.units.map((_, n) => k.m(and(source('account'), unit(n))))], ['单位资金', k.m(single), ...k.ledger.units.map((_, n) => k.m(and(single, unit(n))))], ['合计', k.m(all), ...k.ledger.units.map((_, n) => k.m(unit(n)))]]),
    at('3', '部门支出总表', [['支出项目', '合计', ...e3.map((e) => k.name(e))]], [['基本支出', ...cols(k, [all, ...e3.map((e) => eco(e))])(basic)], ['  人员经费', ...cols(k, [all, ...e3.map((e) => eco(e))])(personnel)], ['  公用经费', ...cols(k, [all, ...e3.map((e) => eco(e))])(publicMoney)], ['项目支出', ...cols(k, [all, ...e3.map((e) => eco(e))])(project)], ...k.ledger.projects.map((p, j): Row => [`  ${p.name}`, ...cols(k, [all, ...e3.map((e) => eco(e))])((i) => i.project === j)]), ['合计', ...cols(k, [all, ...e3.map((e) => eco(e))])(all)]]),
    at('4', '一般公共预算“三公”经费支出表', [['单位名称', '“三公”经费合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费'], [null, null, null, '小计', '购置费', '运行维护费', null]], [...k.ledger.units.map((u, n): Row => [u.name, ...SIX.map(three(k, and(general, unit(n))))]), ['合计', ...SIX.map(three(k, general))]]),
    at('5', '政府采购预算表', [['采购项目', '采购目录', '数量', '计量单位', '单价', '预算金额', '资金来源'], [null, null, null, null, null, null, '一般公共预算', '单位资金']], [['台式计算机', 'A02010105', 20, '台', 0.5, 10, 10, null], ['复印纸', 'A05040101', 300, '箱', 0.02, 6, 5, 1], ['物业服务', 'C21040000', 1, '项', 80, 80, 80, null], ['合计', null, null, null, null, 96, 95, 1]]),
    at('6', '新增资产配置预算表', [['单位名称', '资产类别', '资产名称', '数量', '单价', '金额', '备注']], [[k.ledger.units[0].name, '通用设备', '台式计算机', 20, 0.5, 10], [null, '家具', '办公桌', 10, 0.2, 2, '更新'], ['合计', null, null, 30, null, 12]]),
    at('7', '国有资产占有使用情况表', [['资产总额', '流动资产', '固定资产', null, null, null, '在建工程', '无形资产', '其他资产'], [null, null, '小计', '房屋构筑物', '车辆', '其他固定资产', null, null, null], ['栏次', 1, 2, 3, 4, 5, 6, 7, 8]], [[1000, 200, 600, 400, 100, 100, 150, 50, null]]),
    at('8', '对下转移支付预算表', [['项目名称', '合计', '一般公共预算', '政府性基金', '地区'], [null, null, null, null, '青山区', '白云区', '沙河县']], [['合计', 60, 50, 10, 20, 25, 15], ['农村饮水安全', 40, 40, null, 15, 15, 10], ['水库移民扶持', 20, 10, 10, 5, 10, 5]]),
  ];
}

/** 山东 (济南, 青岛): 功能分类 in three columns with names of each level in its own column; 部门, 政府 economic beside. */
function jinan(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`公开${n}`, titled((w) => [[`公开表${n}`], [`${k.year}年${title}`], right(w, `部门（单位）名称：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const srcs: Pick[] = [all, and(fiscal, now), and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('business'), source('superior'), source('affiliate'), and(now, source('other')), source('reserve'), carried];
  return [
    at(1, '收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(3, [['一、财政拨款收入', k.m(and(fiscal, now))], ['（一）一般公共预算收入', k.m(and(general, now))], ['（二）政府性基金预算收入', k.m(and(fund, now))], ['（三）国有资本经营预算收入', k.m(and(capital, now))], ['二、财政专户管理资金收入', k.m(source('account'))], ['三、事业收入（不含教育收费）', k.m(source('institution'))], ['四、事业单位经营收入', k.m(source('business'))], ['五、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(and(now, (i) => !['superior', 'affiliate', 'reserve'].includes(i.source)))], ['上级补助收入', k.m(source('superior'))], ['附属单位上缴收入', k.m(source('affiliate'))], ['使用非财政拨款结余', k.m(source('reserve'))], ['上年结转', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, CLASSES, chinese, [(i) => !['remit', 'subsidy'].includes(i.nature)]), ['本年支出合计', k.m((i) => !['remit', 'subsidy'].includes(i.nature))], ['对附属单位补助支出', k.m((i) => i.nature === 'subsidy')], ['上缴上级支出', k.m((i) => i.nature === 'remit')], ['结转下年'], ['支出总计', k.m(all)]])),
    at(2, '收入总体情况表', [['科目编码', null, null, '科目名称', '合计', '财政拨款收入', null, null, null, '财政专户管理资金收入', '事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入', '使用非财政拨款结余', '上年结转'], ['类', '款', '项', null, null, '小计', '一般公共预算收入', '政府性基金预算收入', '国有资本经营预算收入']], [[null, null, null, '合计', ...cols(k, srcs)(all)], ...k.tree(func, all, (c, name, p) => [...parts(c, 3, false), name, ...cols(k, srcs)(p)])]),
    at(3, '支出总体情况表', [['科目编码', null, null, '科目名称', '合计', '基本支出', '项目支出', '上缴上级支出', '事业单位经营支出', '对附属单位补助支出', '结转下年'], ['类', '款', '项']], [[null, null, null, '合计', ...cols(k, [all, basic, project, (i) => i.nature === 'remit', (i) => i.nature === 'business', (i) => i.nature === 'subsidy'])(all)], ...k.tree(func, all, (c, name, p) => [...parts(c, 3, false), name, ...cols(k, [all, basic, project, (i) => i.nature === 'remit', (i) => i.nature === 'business', (i) => i.nature === 'subsidy'])(p)])]),
    at(5, '一般公共预算支出情况表', [['科目编码', null, null, '科目名称', '合计', '基本支出', null, null, '项目支出'], ['类', '款', '项', null, null, '小计', '人员支出', '日常公用支出', null]], [[null, null, null, '合计', ...cols(k, [all, basic, personnel, publicMoney, project])(and(general, now))], ...k.tree(func, and(general, now), (c, name, p) => [...parts(c, 3, false), name, ...cols(k, [all, basic, personnel, publicMoney, project])(p)])]),
    at(6, '一般公共预算基本支出情况表', [['部门预算支出经济分类', null, null, '政府预算支出经济分类', null, null, '合计', '人员支出', '日常公用支出'], ['类', '款', '科目名称', '类', '款', '科目名称']], [['合计', null, null, null, null, null, ...cols(k, [all, personnel, publicMoney])(and(general, now, basic))], ...k.codes(econ, and(general, now, basic), [3]).flatMap((e3): Row[] => k.codes(gov, and(general, now, basic, eco(e3)), [3]).flatMap((g3): Row[] => [[e3, null, k.name(e3), g3, null, k.name(g3), ...cols(k, [all, personnel, publicMoney])(and(general, now, basic, eco(e3), govern(g3)))], ...k.codes(econ, and(general, now, basic, eco(e3), govern(g3)), [5]).flatMap((e): Row[] => k.codes(gov, and(general, now, basic, eco(e), govern(g3)), [5]).map((g): Row => [null, e.slice(3), k.name(e), null, g.slice(3), k.name(g), ...cols(k, [all, personnel, publicMoney])(and(general, now, basic, eco(e), govern(g)))]))]))]),
    at(7, '一般公共预算“三公”经费支出情况表', [[`${k.year - 1}年预算数`, null, null, null, null, null, `${k.year}年预算数`], ['“三公”经费合计', '因公出国（境）经费', '公务用车购置及运行维护费', null, null, '公务接待费', '“三公”经费合计', '因公出国（境）经费', '公务用车购置及运行维护费', null, null, '公务接待费'], [null, null, '小计', '公务用车购置经费', '公务用车运行维护费', null, null, null, '小计', '公务用车购置经费', '公务用车运行维护费']], [[...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map((x) => k.m(and(general, eco(...({ all: ['30212', '30217', '31013', '30231'], abroad: ['30212'], reception: ['30217'], cars: ['31013', '30231'], purchase: ['31013'], running: ['30231'] })[x])), k.ledger.last)), ...SIX.map(three(k, and(general, now)))]]),
    at(10, '项目支出预算情况表', [['项目名称', '项目单位', '项目类别', '合计', '财政拨款', null, null, '财政专户管理资金', '单位资金', '上年结转'], [null, null, null, null, '一般公共预算', '政府性基金', '国有资本经营预算']], [['合计', null, null, ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), source('account'), and(now, single), carried])((i) => i.project !== null)], ...k.ledger.projects.map((p, j): Row => [p.name, k.ledger.units[p.unit].name, '特定目标类', ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), source('account'), and(now, single), carried])((i) => i.project === j)])]),
    at(11, '政府购买服务支出情况表', [['单位名称', '购买项目名称', '购买服务目录代码', '金额', null, null, '承接主体'], [null, null, null, '合计', '财政拨款', '其他资金', null]], [['合计', null, null, 55, 50, 5], [k.ledger.units[0].name, '法律顾问服务', 'D0101', 15, 15, null, '律师事务所'], [k.ledger.units[0].name, '课题研究', 'D0301', 40, 35, 5, '高校']]),
  ];
}

export const EAST: readonly PlaceForm[] = [
  { id: 'liaoning', ledger: { carry: 'fiscal' }, manner: {}, file: '辽宁', write: liaoning },
  { id: 'liaoning-round', ledger: { step: 1 }, manner: { merges: 'unknown', zero: 'zero' }, file: '辽宁', write: liaoning },
  { id: 'pages', ledger: { carry: 'fiscal', units: 5 }, manner: { unit: 'yuan' }, file: '续表', write: pages3 },
  { id: 'pages-round', ledger: { step: 1, transfers: false }, manner: { unit: 'yuan', merges: 'unknown' }, file: '续表', write: pages3 },
  { id: 'turned', ledger: {}, manner: {}, file: '横表', write: turned },
  { id: 'turned-round', ledger: { step: 1 }, manner: { merges: 'unknown', zero: 'zero' }, file: '横表', write: turned },
  { id: 'jinan', ledger: { carry: 'all', transfers: true, reserve: true, capital: true }, manner: {}, file: '济南', write: jinan },
  { id: 'jinan-round', ledger: { step: 1, transfers: true }, manner: { merges: 'unknown', zero: 'zero' }, file: '济南', write: jinan },
];
