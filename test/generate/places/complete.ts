import { chinese, CLASSES, cols, parts, titled } from './common';
import { all, and, basic, capital, carried, eco, econ, fiscal, func, fund, general, level, other, page, personnel, project, publicMoney, right, source, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const spent: Pick = (i) => !i.kept;
const left: Pick = (i) => i.kept;
const fresh: Pick = (i) => !i.carried && i.source !== 'reserve';
const reserve: Pick = source('reserve');
const NATURES: readonly (readonly [string, Pick])[] = [['一、基本支出', basic], ['      人员经费', personnel], ['      公用经费', publicMoney], ['二、项目支出', project], ['      其中：基本建设类项目', () => false], ['三、上缴上级支出', (i) => i.nature === 'remit'], ['四、经营支出', (i) => i.nature === 'business'], ['五、对附属单位补助支出', (i) => i.nature === 'subsidy']];
const ECONOMIC = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'];
const OTHERS: readonly (readonly [string, Pick])[] = [['四、上级补助收入', source('superior')], ['五、事业收入', source('institution', 'account')], ['六、经营收入', source('business')], ['七、附属单位上缴收入', source('affiliate')], ['八、其他收入', source('other')]];

/**
 * The whole set of 财决 tables (部门决算报表), not only the nine that are published: expenditure a second time by nature and economic class in
 * 财决01表, balances beside income and expenditure, projects with their balances, wide tables of economic classes.
 */
function complete(k: Kit): Page[] {
  const at = (n: string, title: string, header: Row[], body: Row[]): Page => page(`${n} ${title}`.slice(0, 30), titled((w) => [[title], right(w, null, n), right(w, `编制单位：${k.ledger.name}`, `${k.year}年度`, `金额单位：${k.manner.unit === 'yuan' ? '元' : '万元'}`)])(header, body));
  const thrice = (v: Row[number]): Row => [v, v, v];
  const number = (lists: readonly (readonly Row[])[]): Row[][] => {
    let from = 1;
    return lists.map((list) => { const start = from; from += list.length; return list.map((r, i): Row => (r.length === 0 ? [null, start + i] : [r[0], start + i, ...r.slice(1)])); });
  };
  const pad = (list: Row[], tail: Row[], height: number): Row[] => [...list, ...Array.from({ length: height - list.length - tail.length }, (): Row => []), ...tail];
  const line = (name: string, p: Pick): Row => [name, ...thrice(k.m(p))];
  const income: Row[] = [line('一、一般公共预算财政拨款收入', and(fresh, general)), line('二、政府性基金预算财政拨款收入', and(fresh, fund)), line('三、国有资本经营预算财政拨款收入', and(fresh, capital)), ...OTHERS.map(([t, p]) => line(t, and(fresh, p)))];
  const tailLeft = [line('本年收入合计', fresh), line('使用非财政拨款结余和专用结余', reserve), line('年初结转和结余', and(carried, (i) => i.source !== 'reserve')), line('总计', all)];
  const byFunction = CLASSES.filter((c) => c !== '230').map((c, i) => line(`${chinese(i)}${k.name(c)}`, and(spent, (x) => x.func.startsWith(c))));
  const tailRight = [line('本年支出合计', spent), [...['结余分配'], ...thrice(null)] as Row, line('年末结转和结余', left), line('总计', all)];
  const byNature: Row[] = [...NATURES.map(([t, p]) => line(t, and(spent, p))), [], ['经济分类支出合计', '—', '—', k.m(spent)], ...ECONOMIC.map((c, i): Row => [`${chinese(i)}${k.name(c)}`, '—', '—', k.m(and(spent, eco(c)))])];
  const height = Math.max(byFunction.length + 4, byNature.length + 4, income.length + 4);
  const [a, b, c] = number([pad(income, tailLeft, height), pad(byFunction, tailRight, height), pad(byNature, tailRight, height)]);
  const funds: Pick[] = [all, general, fund, capital];
  const f = (name: string, p: Pick): Row => [name, ...funds.map((q) => k.m(and(p, q)))];
  const fiscalLeft: Row[] = [['一、一般公共预算财政拨款', k.m(and(fresh, general))], ['二、政府性基金预算财政拨款', k.m(and(fresh, fund))], ['三、国有资本经营预算财政拨款', k.m(and(fresh, capital))]];
  const fiscalTail: Row[] = [['本年收入合计', k.m(and(fresh, fiscal))], ['年初财政拨款结转和结余', k.m(and(carried, fiscal))], ['一、一般公共预算财政拨款', k.m(and(carried, general))], ['二、政府性基金预算财政拨款', k.m(and(carried, fund))], ['三、国有资本经营预算财政拨款', k.m(and(carried, capital))], ['总计', k.m(fiscal)]];
  const spentFiscal = and(spent, fiscal);
  const fiscalFunction = CLASSES.filter((x) => x !== '230').map((x, i) => f(`${chinese(i)}${k.name(x)}`, and(spentFiscal, (y) => y.func.startsWith(x))));
  const fiscalTail2: Row[] = [f('本年支出合计', spentFiscal), f('年末财政拨款结转和结余', and(left, fiscal)), [], [], [], f('总计', fiscal)];
  const fiscalNature: Row[] = [f('一、基本支出', and(spentFiscal, basic)), f('      人员经费', and(spentFiscal, personnel)), f('      公用经费', and(spentFiscal, publicMoney)), f('二、项目支出', and(spentFiscal, project)), [], f('经济分类支出合计', spentFiscal), ...ECONOMIC.map((x, i) => f(`${chinese(i)}${k.name(x)}`, and(spentFiscal, eco(x))))];
  const h2 = Math.max(fiscalFunction.length, fiscalNature.length) + 6;
  const [fa, fb, fc] = number([pad(fiscalLeft, fiscalTail, h2), pad(fiscalFunction, fiscalTail2, h2), pad(fiscalNature, fiscalTail2, h2)]);
  const index = (n: number): Row => ['栏次', null, null, null, ...Array.from({ length: n }, (_, i) => i + 1)];
  const rows = (pick: Pick, figures: (p: Pick) => Row): Row[] => [['合计', null, null, null, ...figures(pick)], ...k.tree(func, pick, (x, name, p) => [...parts(x, 3), name, ...figures(p)])];
  const head = (groups: Row, below: Row = [], n = groups.length): Row[] => [['项目', null, null, null, ...groups], ['支出功能分类科目编码', null, null, '科目名称', ...below], ['类', '款', '项'], index(n)];
  const before = and(carried, (i) => i.source !== 'reserve');
  const trading: Pick = (i) => !basic(i) && !project(i);
  const flow: Pick[] = [before, and(before, basic), and(before, project), and(before, trading), fresh, spent, reserve, left, and(left, basic), and(left, project), and(left, trading)];
  const codes = k.codes(econ, spent, [3, 5]);
  const groups: Row = ['合计'];
  const below: Row = [null];
  codes.forEach((x) => { groups.push(x.length === 3 ? k.name(x) : null); below.push(x.length === 3 ? '小计' : k.name(x)); });
  const wide = (p: Pick): Row => [k.m(p), ...codes.map((x) => k.m(and(p, eco(x))))];
  return [
    at('财决01表', '收入支出决算总表', [['收入', null, null, null, null, '支出'], ['项目', '行次', '年初预算数', '全年预算数', '决算数', '项目（按功能分类）', '行次', '年初预算数', '全年预算数', '决算数', '项目（按支出性质和经济分类）', '行次', '年初预算数', '全年预算数', '决算数'], ['栏次', null, 1, 2, 3, '栏次', null, 4, 5, 6, '栏次', null, 7, 8, 9]], level(0, a, b, c)),
    at('财决01-1表', '财政拨款收入支出决算总表', [['收入', null, null, '支出'], ['项目', '行次', '决算数', '项目（按功能分类）', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款', '项目（按支出性质和经济分类）', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'], ['栏次', null, 1, '栏次', null, 2, 3, 4, 5, '栏次', null, 6, 7, 8, 9]], level(0, fa, fb, fc)),
    at('财决02表', '收入支出决算表', head(['年初结转和结余', null, null, null, '本年收入', '本年支出', '使用非财政拨款结余和专用结余', '年末结转和结余', null, null, null], ['合计', '基本支出结转', '项目支出结转和结余', '经营结余', null, null, null, '合计', '基本支出结转', '项目支出结转和结余', '经营结余'], 11), rows(all, (p) => flow.map((q) => k.m(and(p, q))))),
    at('财决03表', '收入决算表', head(['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入']), rows(fresh, cols(k, [all, fiscal, ...OTHERS.map(([, p]) => p)]))),
    at('财决04表', '支出决算表', head(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']), rows(spent, cols(k, [all, basic, project, (i) => i.nature === 'remit', (i) => i.nature === 'business', (i) => i.nature === 'subsidy']))),
    at('财决05表', '支出决算明细表', head(groups, below, groups.length), rows(spent, wide)),
    at('财决05-1表', '基本支出决算明细表', head(groups, below, groups.length), rows(and(spent, basic), wide)),
    at('财决06表', '项目收入支出决算表', [['项目名称', '支出功能分类科目编码', '年初结转和结余', '本年收入', null, null, '本年支出', null, null, '年末结转和结余'], [null, null, null, '合计', '财政拨款', '其他资金', '合计', '财政拨款', '其他资金', null]], [['合计', null, ...cols(k, [carried, fresh, and(fresh, fiscal), and(fresh, other), spent, and(spent, fiscal), and(spent, other), left])(and((i) => i.project !== null, (i) => i.source !== 'reserve'))], ...k.ledger.projects.map((p, j): Row => [p.name, k.items.find((i) => i.project === j)?.func ?? null, ...cols(k, [carried, fresh, and(fresh, fiscal), and(fresh, other), spent, and(spent, fiscal), and(spent, other), left])((i) => i.project === j && i.source !== 'reserve')])]),
    at('财决07表', '一般公共预算财政拨款收入支出决算表', head(['年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, '合计', '基本支出', '项目支出', null], 6), rows(general, cols(k, [carried, fresh, spent, and(spent, basic), and(spent, project), left]))),
    at('财决08表', '一般公共预算财政拨款支出决算明细表', head(groups, below, groups.length), rows(and(spent, general), wide)),
    at('财决09表', '政府性基金预算财政拨款收入支出决算表', head(['年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, '合计', '基本支出', '项目支出', null], 6), k.cents(fund) ? rows(fund, cols(k, [carried, fresh, spent, and(spent, basic), and(spent, project), left])) : []),
    at('财决10表', '政府性基金预算财政拨款支出决算明细表', head(groups, below, groups.length), k.cents(and(fund, spent)) ? rows(and(spent, fund), wide) : []),
    at('财决11表', '国有资本经营预算财政拨款收入支出决算表', head(['年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, '合计', '基本支出', '项目支出', null], 6), k.cents(capital) ? rows(capital, cols(k, [carried, fresh, spent, and(spent, basic), and(spent, project), left])) : []),
    at('财决附03表', '机构运行信息表', [['项目', '行次', '预算数', '决算数', '项目', '行次', '决算数'], ['栏次', null, 1, 2, '栏次', null, 3]], level(0, [['一、“三公”经费支出', 1, '—', '—'], ['（一）支出合计', 2, k.m(and(general, spent, eco('30212', '30217', '31013', '30231'))), k.m(and(general, spent, eco('30212', '30217', '31013', '30231')))], ['1．因公出国（境）费', 3, k.m(and(general, spent, eco('30212'))), k.m(and(general, spent, eco('30212')))], ['2．公务用车购置及运行维护费', 4, k.m(and(general, spent, eco('31013', '30231'))), k.m(and(general, spent, eco('31013', '30231')))], ['（1）公务用车购置费', 5, k.m(and(general, spent, eco('31013'))), k.m(and(general, spent, eco('31013')))], ['（2）公务用车运行维护费', 6, k.m(and(general, spent, eco('30231'))), k.m(and(general, spent, eco('30231')))], ['3．公务接待费', 7, k.m(and(general, spent, eco('30217'))), k.m(and(general, spent, eco('30217')))], ['（1）国内接待费', 8, '—', k.m(and(general, spent, eco('30217')))], ['其中：外事接待费', 9, '—', null]], [['四、机关运行经费', 20, k.m(and(general, spent, publicMoney))], ['五、资产信息', 21, '—'], ['（一）车辆数合计（辆）', 22, 12], ['1．副部（省）级及以上领导用车', 23, 0], ['2．机要通信用车', 24, 5], ['3．应急保障用车', 25, 7], ['（二）单价100万元（含）以上设备（不含车辆）', 26, 2], ['六、政府采购支出信息', 27, '—'], ['（一）政府采购支出合计', 28, null]])),
  ];
}

const LEDGER = { carry: 'all', kept: true, reserve: true, transfers: true, capital: true } as const;

export const COMPLETE: readonly PlaceForm[] = [
  { id: 'final-complete', ledger: LEDGER, manner: {}, file: '2024年度部门决算报表', write: complete },
  { id: 'final-complete-yuan', ledger: { ...LEDGER, step: 1 }, manner: { unit: 'yuan', zero: 'zero', merges: 'none' }, file: '2024年度部门决算报表', write: complete },
  { id: 'final-complete-round', ledger: { ...LEDGER, step: 1, transfers: false }, manner: { merges: 'unknown', zero: 'zero' }, file: '2024年度部门决算报表', write: complete },
];
