import { chinese, cols, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, eco, econ, fiscal, func, fund, general, govern, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const yuan = (k: Kit): string => (k.manner.unit === 'yuan' ? '元' : '万元');
const spent: Pick = (i) => !i.kept;
const left: Pick = (i) => i.kept;
const fresh: Pick = (i) => !i.carried && i.source !== 'reserve';
const OWN: readonly (readonly [string, Pick])[] = [['事业收入', source('institution')], ['事业单位经营收入', source('business')], ['上级补助收入', source('superior')], ['附属单位上缴收入', source('affiliate')], ['其他收入', source('other')]];
const own: Pick = (i) => other(i) && i.source !== 'account';
const index = (texts: number, figures: number): Row => Array.from({ length: texts + figures }, (_, i) => i + 1);

/** 云南: seventeen tables; items of 人员类, 运转类 with 功能 and 经济科目 on each row, purchases with quantities, 中期规划 of three years. */
function yunnan(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${title.slice(0, 20)}${String(n).padStart(2, '0')}-${n}`, titled((w) => [right(w, null, `预算${String(n).padStart(2, '0')}-1表`), [`${k.year}年${title}`], right(w, `单位名称：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)]), ['合  计', null, ...cols(k, picks)(pick)]];
  const sources: Pick[] = [general, fund, capital, source('account'), own];
  const unitRow = (figures: (p: Pick) => Row): Row[] => [...k.ledger.units.map((u, n): Row => [u.code, u.name, ...figures(unit(n))]), ['合  计', null, ...figures(all)]];
  const kinds: readonly (readonly [string, Pick])[] = [['行政人员支出工资', and(personnel, eco('301'))], ['对个人和家庭的补助', and(personnel, eco('303'))], ['一般公用经费支出', and(publicMoney, eco('302'))], ['其他公用支出', and(basic, (i) => !['301', '302', '303'].some((c) => i.econ.startsWith(c)))], ['其他人员支出', and(personnel, eco('302'))], ['公用支出工资', and(publicMoney, eco('301', '303'))]];
  const items = k.ledger.units.flatMap((u, n) => kinds.flatMap(([name, kind], j): Row[] => {
    const mine = and(basic, unit(n), kind);
    return k.codes(func, mine, [7]).flatMap((f) => k.codes(econ, and(mine, (i) => i.func === f), [5]).map((e): Row => {
      const p = and(mine, (i) => i.func === f, eco(e));
      return [u.name, `53000021000000000${n}${j}`, name, f, k.name(f), e, k.name(e), ...cols(k, [all, fiscal, and(fiscal, now), general, fund, capital, carried, source('account'), own])(p)];
    }));
  }));
  const projectRows = k.ledger.projects.map((p, j): Row => ['311 专项业务类', `5300002410000000${100 + j}`, p.name, k.ledger.units[p.unit].name, ...cols(k, [all, general, fund, capital, source('account'), own])((i) => i.project === j)]);
  const t3 = three(k, general);
  const bought = ['复印纸', '台式计算机', '物业管理服务'].map((name, i): Row => { const [count, price] = [10 + 7 * i, 2500 + 130 * i]; const sum = k.printed(count * price * 100); return [k.ledger.projects[0]?.name ?? '一般公用经费', name, ['A05040101', 'A02010105', 'C21040000'][i], '批', count, sum, sum, sum, null, null, null]; });
  const boughtTotal = k.printed([0, 1, 2].reduce((n, i) => n + (10 + 7 * i) * (2500 + 130 * i) * 100, 0));
  return [
    at(1, '部门财务收支预算总表', [['收        入', null, '支        出'], ['项      目', `${k.year}年预算数`, '项      目', `${k.year}年预算数`]], level(4, [['一、一般公共预算拨款收入', k.m(and(general, now))], ['二、政府性基金预算拨款收入', k.m(and(fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(capital, now))], ['四、财政专户管理资金收入', k.m(source('account'))], ['五、单位资金', k.m(and(own, now))], ...OWN.map(([t, p], i): Row => [`${i + 1}、${t}`, k.m(and(p, now))]), ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['　其中：财政拨款', k.m(and(carried, fiscal))], ['收  入  总  计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['本年支出合计', k.m(all)], ['年终结转结余', null], [], ['支  出  总  计', k.m(all)]])),
    at(2, '部门收入预算表', [['部门（单位）代码', '部门（单位）名称', '合计', '本年收入', null, null, null, null, null, '上年结转结余', null, null], [null, null, null, '小计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金', '小计', '一般公共预算', '政府性基金预算'], index(2, 10)], unitRow(cols(k, [all, now, ...sources.map((s) => and(s, now)), carried, and(carried, general), and(carried, fund)]))),
    at(3, '部门支出预算表', [['科目编码', '科目名称', '合计', '一般公共预算', null, null, '政府性基金预算', '国有资本经营预算', '财政专户管理的支出', '单位资金'], [null, null, null, '小计', '基本支出', '项目支出', null, null, null, null], index(2, 8)], tree(all, [all, general, and(general, basic), and(general, project), fund, capital, source('account'), own])),
    at(4, '部门财政拨款收支预算总表', [['收        入', null, '支出功能分类科目'], ['项      目', '预算数', '项      目', '预算数']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算拨款', k.m(and(general, now))], ['（二）政府性基金预算拨款', k.m(and(fund, now))], ['（三）国有资本经营预算拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['（一）一般公共预算拨款', k.m(and(general, carried))], ['（二）政府性基金预算拨款', k.m(and(fund, carried))], ['（三）国有资本经营预算拨款', k.m(and(capital, carried))], ['收 入 总 计', k.m(fiscal)]], [['一、本年支出', k.m(fiscal)], ...used(k, fiscal).map((c, i): Row => [`（${chinese(i).slice(0, -1)}）${k.name(c)}`, k.m(and(fiscal, (x) => x.func.startsWith(c)))]), ['二、年终结转结余', null], ['支 出 总 计', k.m(fiscal)]])),
    at(5, '一般公共预算支出预算表（按功能科目分类）', [['部门预算支出功能分类科目', null, '合计', '基本支出', null, null, '项目支出'], ['科目编码', '科目名称', null, '小计', '人员经费', '公用经费', null], index(2, 5)], tree(general, [all, basic, personnel, publicMoney, project])),
    at(6, '一般公共预算“三公”经费支出预算表', [['“三公”经费合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, '小计', '公务用车购置费', '公务用车运行费', null], index(0, 6)], [(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(t3)]),
    at(7, '部门基本支出预算表', [['单位名称', '项目代码', '项目名称', '功能科目编码', '功能科目名称', '部门经济科目编码', '部门经济科目名称', '资金来源', null, null, null, null, null, null, null, null], [null, null, null, null, null, null, null, '总计', '财政拨款', null, null, null, null, '上年结转', '财政专户管理资金', '单位资金'], [null, null, null, null, null, null, null, null, '小计', '其中：本年', '一般公共预算', '政府性基金预算', '国有资本经营预算', null, null, null], index(7, 9)], [...items, ['合  计', null, null, null, null, null, null, ...cols(k, [all, fiscal, and(fiscal, now), general, fund, capital, carried, source('account'), own])(basic)]]),
    at(8, '部门项目支出预算表', [['项目分类', '项目代码', '项目名称', '项目单位', '总计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'], index(4, 6)], [...projectRows, ['合  计', null, null, null, ...cols(k, [all, general, fund, capital, source('account'), own])((i) => i.project !== null)]]),
    at(9, '政府性基金预算支出预算表', [['单位名称', '科目编码', '科目名称', '政府性基金预算支出', null, null], [null, null, null, '合计', '基本支出', '项目支出'], index(3, 3)], k.cents(fund) ? [...k.ledger.units.flatMap((u, n): Row[] => k.codes(func, and(fund, unit(n)), [7]).map((c) => [u.name, c, k.name(c), ...cols(k, [all, basic, project])(and(fund, unit(n), (i) => i.func === c))])), ['合  计', null, null, ...cols(k, [all, basic, project])(fund)]] : [], [['备注：我部门无政府性基金预算支出时，本表为空表。']]),
    at(10, '部门政府采购预算表', [['预算项目', '采购项目', '采购目录', '计量单位', '数量', '资金来源', null, null, null, null, null], [null, null, null, null, null, '合计', '一般公共预算', '其中：面向中小企业预留资金', '政府性基金', '国有资本经营收益', '单位自筹'], index(5, 6)], [...bought, ['合  计', null, null, null, null, boughtTotal, boughtTotal, boughtTotal, null, null, null]]),
    at(13, '省对下转移支付预算表', [['单位名称（项目）', '资金来源', null, null, '地区', null, null], [null, '合计', '一般公共预算', '政府性基金', '昆明', '昭通', '曲靖'], index(1, 6)], [], [['备注：我部门无对下转移支付，此表为空。']]),
    at(17, '部门项目中期规划预算表', [['单位名称', '项目类别', '项目名称', '项目级次', '一般公共预算', null, null], [null, null, null, null, `${k.year}年`, `${k.year + 1}年`, `${k.year + 2}年`], index(4, 3)], [...k.ledger.projects.map((p, j): Row => [k.ledger.units[p.unit].name, '311 专项业务类', p.name, '本级', k.m((i) => i.project === j && general(i)), k.m((i) => i.project === j && general(i)), null]), ['合  计', null, null, null, k.m(and(general, (i) => i.project !== null)), k.m(and(general, (i) => i.project !== null)), null]]),
    at(18, '机关运行经费预算表', [['政府经济科目编码', '政府经济科目名称', '金额']], [...k.tree((i) => i.gov, and(general, publicMoney, govern('502', '505')), (c, name, p) => [c, name, k.m(p)], [3, 5]), ['合  计', null, k.m(and(general, publicMoney, govern('502', '505')))]]),
  ];
}

/** 云南决算: balances of 基本支出 and 项目支出 beside income and expenditure, 三公 with quantities, 国有资产占有使用. */
function yunnanFinal(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`附表${n}${title.slice(0, 16)}`, titled((w) => [[title], right(w, null, `公开${String(n).padStart(2, '0')}表`), right(w, `部门：${k.ledger.name}`, `金额单位：${yuan(k)}`)])(header, body, below));
  const rows = (pick: Pick, figures: (p: Pick) => Row): Row[] => [['合计', null, null, null, ...figures(pick)], ...k.tree(func, pick, (c, name, p) => [...parts(c, 3), name, ...figures(p)])];
  const flow = (of: Pick): Pick[] => [carried, and(carried, basic), and(carried, project), fresh, and(fresh, basic), and(fresh, project), spent, and(spent, basic), and(spent, personnel), and(spent, publicMoney), and(spent, project), left, and(left, basic), and(left, project)].map((p) => and(of, p));
  const heads: Row[] = [['项目', null, null, null, '年初结转和结余', null, null, '本年收入', null, null, '本年支出', null, null, null, null, '年末结转和结余', null, null], ['支出功能分类科目编码', null, null, '科目名称', '合计', '基本支出结转', '项目支出结转和结余', '合计', '基本支出', '项目支出', '合计', '基本支出', null, null, '项目支出', '合计', '基本支出结转', '项目支出结转和结余'], [null, null, null, null, null, null, null, null, null, null, null, '小计', '人员经费', '公用经费', null, null, null, null], ['类', '款', '项', '栏次', ...Array.from({ length: 14 }, (_, i) => i + 1)]];
  const natured: Pick = (i) => basic(i) || project(i);
  const t3 = three(k, and(general, spent));
  const run = and(general, spent, publicMoney);
  const assets = [1_234_567_800, 210_000_000, 800_000_000, 500_000_000, 90_000_000, 60_000_000, 150_000_000, 24_567_800, 100_000_000, 90_000_000, 10_000_000];
  return [
    at(5, '一般公共预算财政拨款收入支出决算表', heads, rows(and(general, natured), (p) => flow(p).map((q) => k.m(q)))),
    at(7, '政府性基金预算财政拨款收入支出决算表', heads, k.cents(fund) ? rows(and(fund, natured), (p) => flow(p).map((q) => k.m(q))) : []),
    at(9, '国有资本经营预算财政拨款收入支出决算表', [['项目', null, null, null, '年初结转和结余', '本年收入', '本年支出', '年末结转和结余'], ['支出功能分类科目编码', null, null, '科目名称', null, null, null, null], ['类', '款', '项', '栏次', 1, 2, 3, 4]], k.cents(capital) ? rows(capital, cols(k, [carried, fresh, spent, left])) : []),
    at(10, '“三公”经费、行政参公单位机关运行经费情况表', [['项  目', '行次', '统计数', '项  目', '行次', '统计数'], ['栏  次', null, '1', '栏  次', null, '2']], level(1, [['一、“三公”经费支出', 1, '—'], ['（一）支出合计', 2, t3('all')], ['1．因公出国（境）费', 3, t3('abroad')], ['2．公务用车购置及运行维护费', 4, t3('cars')], ['（1）公务用车购置费', 5, t3('purchase')], ['（2）公务用车运行维护费', 6, t3('running')], ['3．公务接待费', 7, t3('reception')], ['（1）国内接待费', 8, '—'], ['（2）国（境）外接待费', 9, '—']], [['（二）相关统计数', 10, '—'], ['1．因公出国（境）团组数（个）', 11, 1], ['2．因公出国（境）人次数（人）', 12, 4], ['3．公务用车购置数（辆）', 13, 1], ['4．公务用车保有量（辆）', 14, 12], ['5．国内公务接待批次（个）', 15, 42], ['二、机关运行经费', 16, k.m(run)], ['（一）行政单位', 17, k.m(and(run, (i) => k.ledger.units[i.unit].kind === 'organ'))], ['（二）参照公务员法管理事业单位', 18, k.m(and(run, (i) => k.ledger.units[i.unit].kind !== 'organ'))]])),
    at(11, '国有资产占有使用情况表', [['项目', '资产总额', '流动资产', '固定资产', null, null, null, null, '对外投资/有价证券', '在建工程', '无形资产', '其他资产'], [null, null, null, '小计', '房屋构筑物', '车辆', '单价200万以上大型设备', '其他固定资产', null, null, null, null], ['栏次', 1, '2', '3', '4', '5', 6, '7', '8', '9', '10', '11']], [['合计', ...assets.map((c) => k.printed(c))]], [['填报说明：'], ['1.资产总额＝流动资产＋固定资产＋对外投资／有价证券＋在建工程＋无形资产＋其他资产'], ['2.固定资产＝房屋构筑物＋车辆＋单价200万元以上大型设备＋其他固定资产']]),
    at(12, '一般公共预算财政拨款基本支出决算表', [['人员经费', null, null, '公用经费'], ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数']], level(1, [...k.tree(econ, and(general, spent, personnel), (c, name, p) => [c, name, k.m(p)], [3, 5]), ['人员经费合计', null, k.m(and(general, spent, personnel))]], [...k.tree(econ, and(general, spent, publicMoney), (c, name, p) => [c, name, k.m(p)], [3, 5]), ['公用经费合计', null, k.m(and(general, spent, publicMoney))]])),
  ];
}

const TWICE = (id: string, form: Omit<PlaceForm, 'id'>, other: Partial<PlaceForm['manner']>): PlaceForm[] => [{ id, ...form }, { id: `${id}-round`, ...form, ledger: { ...form.ledger, step: 1 }, manner: { ...form.manner, ...other } }];

export const BORDERS: readonly PlaceForm[] = [
  ...TWICE('yunnan', { ledger: { carry: 'fiscal' }, manner: { unit: 'yuan' }, file: '云南', write: yunnan }, { merges: 'unknown', unit: 'wan', zero: 'zero' }),
  ...TWICE('yunnan-final', { ledger: { carry: 'all', kept: true, capital: true }, manner: {}, file: '2024年部门决算公开', write: yunnanFinal }, { merges: 'none', zero: 'zero', unit: 'yuan' }),
];
