import { chinese, cols, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, eco, econ, fiscal, func, fund, general, level, other, page, personnel, project, publicMoney, right, source, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const spent: Pick = (i) => !i.kept;
const left: Pick = (i) => i.kept;
const fresh: Pick = (i) => !i.carried && i.source !== 'reserve';
const reserve: Pick = source('reserve');
const INCOME: readonly (readonly [string, Pick])[] = [['一般公共预算财政拨款收入', general], ['政府性基金预算财政拨款收入', fund], ['国有资本经营预算财政拨款收入', capital], ['上级补助收入', source('superior')], ['事业收入', source('institution', 'account')], ['经营收入', source('business')], ['附属单位上缴收入', source('affiliate')], ['其他收入', source('other')]];
const NATURES: readonly Pick[] = [basic, project, (i) => i.nature === 'remit', (i) => i.nature === 'business', (i) => i.nature === 'subsidy'];
const THREE = ['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const;
const yuan = (k: Kit): string => (k.manner.unit === 'yuan' ? '元' : '万元');

type Put = (n: number, title: string, header: Row[], body: Row[], below?: Row[]) => Page;

/** 收支总表 as every place prints it. */
const totals = (k: Kit, at: Put, title: string, words: readonly [string, string, string]): Page => {
  const classes = used(k, all);
  return at(1, title, [['收入', null, '支出'], ['项目', '决算数', '项目', '决算数']], level(4, [...INCOME.map(([t, p], i): Row => [`${chinese(i)}${t}`, k.m(and(fresh, p))]), ['本年收入合计', k.m(fresh)], [words[0], k.m(reserve)], [words[1], k.m(and(carried, (i) => i.source !== 'reserve'))], ['总计', k.m(all)]], [...lines(k, classes, chinese, [spent]), ['本年支出合计', k.m(spent)], ['结余分配', null], [words[2], k.m(left)], ['总计', k.m(all)]]));
};

const fiscalTotals = (k: Kit, at: Put, n: number, title: string): Page => {
  const picks: Pick[] = [fiscal, general, fund, capital];
  const show = (of: Pick): Row => picks.map((p) => k.m(and(p, of)));
  return at(n, title, [['收入', null, '支出'], ['项目', '决算数', '项目', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款']],
    level(6, [['一、一般公共预算财政拨款', k.m(and(fresh, general))], ['二、政府性基金预算财政拨款', k.m(and(fresh, fund))], ['三、国有资本经营预算财政拨款', k.m(and(fresh, capital))], ['本年收入合计', k.m(and(fresh, fiscal))], ['年初财政拨款结转和结余', k.m(and(carried, fiscal))], ['一、一般公共预算财政拨款', k.m(and(carried, general))], ['二、政府性基金预算财政拨款', k.m(and(carried, fund))], ['三、国有资本经营预算财政拨款', k.m(and(carried, capital))], ['总计', k.m(fiscal)]],
      [...lines(k, used(k, fiscal), chinese, picks.map((p) => and(p, spent))), ['本年支出合计', ...show(spent)], ['年末财政拨款结转和结余', ...show(left)], [], [], [], ['总计', ...show(all)]]));
};

/** 江苏: thirteen tables; 财政拨款 beside 一般公共预算, 基本支出 twice, 三公 with meetings and training and counts, 机关运行经费 by class, purchases. */
function jiangsu(k: Kit): Page[] {
  const at: Put = (n, title, header, body, below = []) => page(`公开${String(n).padStart(2, '0')}表`, titled((w) => [[title], right(w, null, `公开${String(n).padStart(2, '0')}表`), right(w, `部门名称：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const head = (a: Row, b: Row = []): Row[] => [['项目', null, ...a], ['功能分类科目编码', '科目名称（类、款、项）', ...b]];
  const basicTable = (n: number, title: string, of: Pick): Page => at(n, title, [['项目', null, '财政拨款基本支出'], ['经济分类科目编码', '科目名称', '合计', '人员经费', '公用经费']], [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(of, basic))], ...k.tree(econ, and(of, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]);
  const g = and(general, spent);
  const run = and(g, publicMoney, eco('302', '310'));
  const bought = [31_200_000, 120_000_000, 48_750_000];
  return [
    totals(k, at, '收入支出决算总表', ['使用非财政拨款结余（含专用结余）', '年初结转和结余', '年末结转和结余']),
    at(2, '收入决算表', [...head(['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', null, '经营收入', '附属单位上缴收入', '其他收入'], [null, null, null, '小计', '其中：教育收费', null, null, null])], tree(fresh, [all, fiscal, source('superior'), source('institution', 'account'), source('account'), source('business'), source('affiliate'), source('other')])),
    at(3, '支出决算表', head(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']), tree(spent, [all, ...NATURES])),
    fiscalTotals(k, at, 4, '财政拨款收入支出决算总表'),
    at(5, '财政拨款支出决算表（功能科目）', head(['本年支出合计', '基本支出', '项目支出']), tree(and(fiscal, spent), [all, basic, project])),
    basicTable(6, '财政拨款基本支出决算表（经济科目）', and(fiscal, spent)),
    at(7, '一般公共预算支出决算表（功能科目）', head(['本年支出合计', '基本支出', '项目支出']), tree(g, [all, basic, project])),
    basicTable(8, '一般公共预算基本支出决算表（经济科目）', g),
    at(9, '财政拨款“三公”经费、会议费、培训费支出决算表', [['预算数', null, null, null, null, null, null, null, '决算数'], ['“三公”经费合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费', '会议费', '培训费', '“三公”经费合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费', '会议费', '培训费'], [null, null, '小计', '公务用车购置费', '公务用车运行维护费', null, null, null, null, null, '小计', '公务用车购置费', '公务用车运行维护费', null, null, null]],
      [[...THREE.map(three(k, and(general, spent))), k.m(and(g, eco('30215'))), k.m(and(g, eco('30216'))), ...THREE.map(three(k, and(general, spent))), k.m(and(g, eco('30215'))), k.m(and(g, eco('30216')))], ['相关统计数：'], ['项目', null, null, '统计数', '项目', null, null, '统计数'], ['因公出国（境）团组数（个）', null, null, 1, '公务用车购置数（辆）', null, null, 2], ['因公出国（境）人次数（人）', null, null, 3, '公务用车保有量（辆）', null, null, 12], ['国内公务接待批次（个）', null, null, 35, '国内公务接待人次（人）', null, null, 420], ['召开会议次数（个）', null, null, 12, '参加会议人次（人）', null, null, 860], ['组织培训次数（个）', null, null, 9, '参加培训人次（人）', null, null, 510]]),
    at(10, '政府性基金预算支出决算表', head(['年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, '小计', '基本支出', '项目支出', null]), k.cents(fund) ? tree(fund, [carried, fresh, spent, and(spent, basic), and(spent, project), left]) : []),
    at(11, '国有资本经营预算支出决算表', head(['本年支出合计', '基本支出', '项目支出']), k.cents(and(capital, spent)) ? tree(and(capital, spent), [all, basic, project]) : []),
    at(12, '财政拨款机关运行经费支出决算表', [['科目编码', '科目名称', '机关运行经费支出']], [['合计', null, k.m(run)], ...k.tree(econ, run, (c, name, p) => [c, name, k.m(p)], [3, 5])]),
    at(13, '政府采购支出决算表', [['项目', null, '总计', '财政性资金', '其他资金']], [['一、政府采购支出合计', null, k.printed(199_950_000), k.printed(199_950_000), null], ['（一）政府采购货物支出', null, k.printed(bought[0]), k.printed(bought[0]), null], ['（二）政府采购工程支出', null, k.printed(bought[1]), k.printed(bought[1]), null], ['（三）政府采购服务支出', null, k.printed(bought[2]), k.printed(bought[2]), null], ['二、政府采购授予中小企业合同金额', null, k.printed(150_000_000), k.printed(150_000_000), null], ['其中：授予小微企业合同金额', null, k.printed(90_000_000), k.printed(90_000_000), null]]),
  ];
}

/** 四川: thirteen tables; 财政拨款 by economic class and fund, projects below their subjects. */
function sichuan(k: Kit): Page[] {
  const at: Put = (n, title, header, body, below = []) => page(`${n}`, titled((w) => [[title], right(w, null, `公开${String(n).padStart(2, '0')}表`), right(w, `公开部门：${k.ledger.name}`, `金额单位：${yuan(k)}`)])(header, body, below));
  const index = (n: number): Row => ['类', '款', '项', '栏次', ...Array.from({ length: n }, (_, i) => i + 1)];
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, null, null, '合计', ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [...parts(c, 3), name, ...cols(k, picks)(p)])];
  const head = (n: number, a: Row, b: Row = []): Row[] => [['项目', null, null, null, ...a], ['支出功能分类科目编码', null, null, '科目名称', ...b], index(n)];
  const g = and(general, spent);
  const funds: Pick[] = [general, fund, capital].map((p) => and(p, spent));
  const flow: Pick[] = [and(fiscal, spent), ...funds].flatMap((p) => [p, and(p, basic), and(p, project)]);
  const projects = (pick: Pick): Row[] => k.codes(func, pick).flatMap((c): Row[] => [[...parts(c, 3), k.name(c), k.m(and(pick, (i) => i.func.startsWith(c)))], ...(c.length === 7 ? k.ledger.projects.flatMap((p, j): Row[] => { const v = k.m(and(pick, (i) => i.func === c && i.project === j)); return v === null || v === 0 ? [] : [[null, null, null, `　${p.name}`, v]]; }) : [])]);
  return [
    totals(k, at, '收入支出决算总表', ['使用非财政拨款结余（含专用结余）', '年初结转和结余', '年末结转和结余']),
    at(2, '收入决算表', head(7, ['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入']), tree(fresh, [all, fiscal, ...INCOME.slice(3).map(([, p]) => p)])),
    at(3, '支出决算表', head(6, ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']), tree(spent, [all, ...NATURES])),
    fiscalTotals(k, at, 4, '财政拨款收入支出决算总表'),
    at(5, '财政拨款支出决算明细表', [['项目', null, '总计', null, null, '一般公共预算财政拨款', null, null, '政府性基金预算财政拨款', null, null, '国有资本经营预算财政拨款'], ['经济分类科目编码', '科目名称', ...Array.from({ length: 4 }, () => ['小计', '基本支出', '项目支出']).flat()]], [['合计', null, ...flow.map((p) => k.m(p))], ...k.tree(econ, and(fiscal, spent), (c, name, p) => [c, name, ...cols(k, flow)(p)], [3, 5])]),
    at(6, '一般公共预算财政拨款支出决算表', head(3, ['合计', '基本支出', '项目支出']), tree(g, [all, basic, project])),
    at(8, '一般公共预算财政拨款基本支出决算表', [['人员经费', null, null, '公用经费'], ['科目编码', '科目名称', '金额', '科目编码', '科目名称', '金额']], level(1, [...k.tree(econ, and(g, personnel), (c, name, p) => [c, name, k.m(p)], [3, 5]), ['人员经费合计', null, k.m(and(g, personnel))]], [...k.tree(econ, and(g, publicMoney), (c, name, p) => [c, name, k.m(p)], [3, 5]), ['公用经费合计', null, k.m(and(g, publicMoney))]])),
    at(9, '一般公共预算财政拨款项目支出决算表', [['科目编码', null, null, '科目名称（项目）', '金额'], ['类', '款', '项']], [[null, null, null, '合计', k.m(and(g, project))], ...projects(and(g, project))]),
    at(10, '政府性基金预算财政拨款收入支出决算表', head(6, ['年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, '小计', '基本支出', '项目支出', null]), k.cents(fund) ? tree(fund, [carried, fresh, spent, and(spent, basic), and(spent, project), left]) : []),
    at(11, '国有资本经营预算财政拨款收入支出决算表', head(4, ['年初结转和结余', '本年收入', '本年支出', '年末结转和结余']), k.cents(capital) ? tree(capital, [carried, fresh, spent, left]) : []),
    at(13, '财政拨款“三公”经费支出决算表', [['预算数', null, null, null, null, null, '决算数'], ['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费', '合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, '小计', '公务用车购置费', '公务用车运行费', null, null, null, '小计', '公务用车购置费', '公务用车运行费', null], Array.from({ length: 12 }, (_, i) => i + 1)], [[...THREE.map(three(k, and(fiscal, spent))), ...THREE.map(three(k, and(fiscal, spent)))]]),
  ];
}

/** 内蒙古: projects with their balances, 基本支出 and 项目支出 in lists of economic classes, what is used and bought in one table. */
function innerMongolia(k: Kit): Page[] {
  const at: Put = (n, title, header, body, below = []) => page(`${n}${title.slice(0, 14)}`, titled((w) => [[title], right(w, null, `公开${String(n).padStart(2, '0')}表`), right(w, `部门：${k.ledger.name}`, `金额单位：${yuan(k)}`)])(header, body, below));
  const count = (n: number): Row => ['栏次', null, ...Array.from({ length: n }, (_, i) => i + 1)];
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const g = and(general, spent);
  const before = and(carried, (i) => i.source !== 'reserve');
  const flow: Pick[] = [before, and(before, fiscal), and(before, other), fresh, and(fresh, fiscal), and(fresh, other), spent, and(spent, fiscal), and(spent, other), left, and(left, fiscal), and(left, other)];
  const kept = and(project, (i) => i.source !== 'reserve');
  const projects: Row[] = k.codes(func, kept).flatMap((c): Row[] => [[c, k.name(c), null, ...cols(k, flow)(and(kept, (i) => i.func.startsWith(c)))], ...(c.length === 7 ? [...k.ledger.projects.map((p, j) => [p.name, j] as const), ['其他项目', null] as const].flatMap(([name, j]): Row[] => (k.items.some((i) => kept(i) && i.func === c && i.project === j) ? [[null, null, name, ...cols(k, flow)(and(kept, (i) => i.func === c && i.project === j))]] : [])) : [])]);
  const listed = (title: string, n: number, of: Pick): Page => at(n, title, [['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数']], [...level(0, k.tree(econ, and(of, eco('301', '303')), (c, name, p) => [c, name, k.m(p)], [3, 5]), k.tree(econ, and(of, eco('302')), (c, name, p) => [c, name, k.m(p)], [3, 5]), k.tree(econ, and(of, eco('307', '309', '310', '311', '312', '313', '399')), (c, name, p) => [c, name, k.m(p)], [3, 5])), ['合计', null, k.m(of)]]);
  const run = and(g, publicMoney);
  const amounts: Row[] = [['一、机构运行经费支出', k.m(run)], ['（一）行政单位', k.m(and(run, (i) => k.ledger.units[i.unit].kind === 'organ'))], ['（二）参照公务员法管理事业单位', k.m(and(run, (i) => k.ledger.units[i.unit].kind !== 'organ'))], ['二、国有资产占用情况', '—'], ['（一）车辆数合计（辆）', 15], ['1.副部（省）级及以上领导用车', null], ['2.主要负责人用车', 1], ['3.机要通信用车', 4], ['4.应急保障用车', 6], ['5.其他用车', 4], ['（二）单价100万元（含）以上设备（不含车辆）', 3], ['三、政府采购支出信息', '—'], ['（一）政府采购支出合计', k.printed(62_500_000)], ['1.政府采购货物支出', k.printed(12_500_000)], ['2.政府采购工程支出', k.printed(20_000_000)], ['3.政府采购服务支出', k.printed(30_000_000)], ['（二）政府采购授予中小企业合同金额', k.printed(50_000_000)], ['其中：授予小微企业合同金额', k.printed(20_000_000)]];
  return [
    totals(k, at, '收入支出决算总表', ['使用非财政拨款结余（含专用结余）', '年初结转和结余', '年末结转和结余']),
    at(2, '收入决算表', [['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'], count(7)], tree(fresh, [all, fiscal, ...INCOME.slice(3).map(([, p]) => p)])),
    at(3, '支出决算表', [['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'], count(6)], tree(spent, [all, ...NATURES])),
    fiscalTotals(k, at, 4, '财政拨款收入支出决算总表'),
    at(5, '项目收入支出决算表', [['科目编码', '科目名称', '项目名称', '年初结转和结余', null, null, '本年收入', null, null, '本年支出', null, null, '年末结转和结余'], [null, null, null, ...Array.from({ length: 4 }, () => ['合计', '财政拨款', '其他资金']).flat()]], [['合计', null, null, ...cols(k, flow)(kept)], ...projects]),
    at(6, '一般公共预算财政拨款支出决算表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出'], count(3)], tree(g, [all, basic, project])),
    listed('一般公共预算财政拨款基本支出决算明细表', 7, and(g, basic)),
    listed('一般公共预算财政拨款项目支出决算明细表', 8, and(g, project)),
    at(9, '政府性基金预算财政拨款收入支出决算表', [['科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, null, null, '小计', '基本支出', '项目支出', null], count(6)], k.cents(fund) ? tree(fund, [carried, fresh, spent, and(spent, basic), and(spent, project), left]) : []),
    at(10, '国有资本经营预算财政拨款支出决算表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出'], count(3)], k.cents(and(capital, spent)) ? tree(and(capital, spent), [all, basic, project]) : []),
    at(11, '财政拨款“三公”经费支出决算表', [['项目', '年初预算数', '全年预算数', '决算数']], [['合计', 'all'], ['一、因公出国（境）费', 'abroad'], ['二、公务用车购置及运行维护费', 'cars'], ['（一）公务用车购置费', 'purchase'], ['（二）公务用车运行维护费', 'running'], ['三、公务接待费', 'reception'], ['（一）国内接待费', 'reception'], ['（二）国（境）外接待费', null]].map(([t, x]): Row => { const v = x === null ? null : three(k, and(fiscal, spent))(x as typeof THREE[number]); return [t, v, v, v]; })),
    at(12, '机构运行经费支出、国有资产占用情况及政府采购支出信息表', [['项目', '统计数']], amounts),
  ];
}

/** 北京: 财政拨款基本支出 with 人员 and 公用 apart, purchases, services bought by directory. */
function beijing(k: Kit): Page[] {
  const at: Put = (n, title, header, body, below = []) => page(`表${n}`, titled((w) => [[`${k.year}年度${title}`], right(w, `编制单位：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, '合计', ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const g = and(general, spent);
  return [
    totals(k, at, '收入支出决算总表', ['使用非财政拨款结余', '年初结转和结余', '年末结转和结余']),
    at(2, '收入决算表', [['功能分类科目编码', '科目名称', '本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入']], tree(fresh, [all, fiscal, ...INCOME.slice(3).map(([, p]) => p)])),
    at(3, '支出决算表', [['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']], tree(spent, [all, ...NATURES])),
    fiscalTotals(k, at, 4, '财政拨款收入支出决算总表'),
    at(5, '一般公共预算财政拨款支出决算表', [['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出']], tree(g, [all, basic, project])),
    at(6, '一般公共预算财政拨款基本支出决算表', [['人员经费', null, null, '公用经费', null, null], ['经济分类科目编码', '科目名称', '决算数', '经济分类科目编码', '科目名称', '决算数']], [...level(0, k.tree(econ, and(g, personnel), (c, name, p) => [c, name, k.m(p)], [3, 5]), k.tree(econ, and(g, publicMoney), (c, name, p) => [c, name, k.m(p)], [3, 5])), ['人员经费合计', null, k.m(and(g, personnel)), '公用经费合计', null, k.m(and(g, publicMoney))], ['基本支出合计', null, k.m(and(g, basic))]]),
    at(7, '政府性基金预算财政拨款收入支出决算表', [['功能分类科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, null, null, '小计', '基本支出', '项目支出', null]], k.cents(fund) ? tree(fund, [carried, fresh, spent, and(spent, basic), and(spent, project), left]) : []),
    at(8, '国有资本经营预算财政拨款收入支出决算表', [['功能分类科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', '年末结转和结余']], k.cents(capital) ? tree(capital, [carried, fresh, spent, left]) : []),
    at(9, '一般公共预算财政拨款“三公”经费支出决算表', [['项目', `${k.year}年预算数`, `${k.year}年决算数`, '比预算数增减', `${k.year - 1}年决算数`]], [['合计', 'all'], ['1.因公出国（境）费用', 'abroad'], ['2.公务接待费', 'reception'], ['3.公务用车购置及运行维护费', 'cars'], ['其中：公务用车购置费', 'purchase'], ['公务用车运行维护费', 'running']].map(([t, x]): Row => { const v = three(k, g)(x as typeof THREE[number]); return [t, v, v, 0, v]; })),
    at(10, '政府采购情况表', [['项目', '金额']], [['政府采购支出合计', k.printed(62_500_000)], ['  政府采购货物支出', k.printed(12_500_000)], ['  政府采购工程支出', k.printed(20_000_000)], ['  政府采购服务支出', k.printed(30_000_000)], ['授予中小企业合同金额', k.printed(50_000_000)], ['  其中：授予小微企业合同金额', k.printed(20_000_000)]]),
    at(11, '政府购买服务支出情况表', [['指标名称', null, null, '指标值'], ['一级目录', '二级目录', '三级目录', null]], [['政府购买服务支出', null, null, k.printed(18_000_000)], ['政府履职辅助性服务', null, null, k.printed(12_000_000)], [null, '法律服务', null, k.printed(2_000_000)], [null, null, '法律顾问服务', k.printed(2_000_000)], [null, '后勤服务', null, k.printed(10_000_000)], [null, null, '物业管理服务', k.printed(7_000_000)], [null, null, '安全服务', k.printed(3_000_000)], ['公共服务', null, null, k.printed(6_000_000)], [null, '科技服务', null, k.printed(6_000_000)]]),
  ];
}

const LEDGER = { carry: 'all', kept: true, reserve: true, transfers: true, capital: true } as const;
const TWICE = (id: string, file: string, write: PlaceForm['write'], ledger: PlaceForm['ledger'] = {}): PlaceForm[] => [
  { id, ledger: { ...LEDGER, ...ledger }, manner: {}, file, write },
  { id: `${id}-round`, ledger: { ...LEDGER, ...ledger, step: 1, transfers: false }, manner: { merges: 'unknown', zero: 'zero' }, file, write },
];

export const FINALS_OF_PLACES: readonly PlaceForm[] = [
  ...TWICE('jiangsu-final', '2023年度部门决算公开', jiangsu, { year: 2023 }),
  ...TWICE('sichuan-final', '2023年度部门决算', sichuan, { capital: false, year: 2023 }),
  ...TWICE('inner-mongolia-final', '2022年度部门决算公开', innerMongolia, { year: 2022 }),
  ...TWICE('beijing-final', '2023年度部门决算信息公开', beijing, { year: 2023 }),
];
