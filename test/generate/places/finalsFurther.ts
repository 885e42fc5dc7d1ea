import { chinese, cols, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, level, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const yuan = (k: Kit): string => ({ yuan: '元', thousand: '千元', wan: '万元' })[k.manner.unit];
const spent: Pick = (i) => !i.kept;
const left: Pick = (i) => i.kept;
const fresh: Pick = (i) => !i.carried && i.source !== 'reserve';
const reserve: Pick = source('reserve');
const NATURES: readonly Pick[] = [basic, project, (i) => i.nature === 'remit', (i) => i.nature === 'business', (i) => i.nature === 'subsidy'];
const INCOME: readonly (readonly [string, Pick])[] = [['一般公共预算财政拨款收入', general], ['政府性基金预算财政拨款收入', fund], ['国有资本经营预算财政拨款收入', capital], ['上级补助收入', source('superior')], ['事业收入', source('institution', 'account')], ['经营收入', source('business')], ['附属单位上缴收入', source('affiliate')], ['其他收入', source('other')]];
const rate = (a: number, b: number): Row[number] => (b === 0 ? null : Math.round((a / b) * 10_000) / 100);

/** A city's finals with 年初预算 | 调整预算 | 决算 | 完成% everywhere, 三公 with last year, purchases as a matrix, balance sheet, units. */
function execution(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`公开${String(n).padStart(2, '0')}`, titled((w) => [[`${k.year}年度${title}`], right(w, null, `公开${String(n).padStart(2, '0')}表`), right(w, `部门：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  // 年初预算 is last year's size of the same things; 调整预算 what was spent and a little left over in projects.
  const begun = (p: Pick): number => Math.round((k.cents(p, k.ledger.last) * 0.9) / 10_000) * 10_000;
  const plan: Row = ['年初预算数', '调整预算数', '决算数', '完成调整预算的%'];
  const sums = (list: readonly Pick[]): number => list.reduce((n, p) => n + begun(p), 0);
  const line = (p: Pick, first = begun(p)): Row => [k.printed(first), k.m(p), k.m(p), k.cents(p) === 0 ? null : 100];
  const classes = used(k, spent);
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const byClass = classes.map((c) => and(spent, code(c)));
  const trips: readonly (readonly [string, readonly string[]])[] = [['合计', ['30212', '30217', '31013', '30231']], ['1.因公出国（境）费', ['30212']], ['2.公务用车购置及运行维护费', ['31013', '30231']], ['（1）公务用车购置费', ['31013']], ['（2）公务用车运行维护费', ['30231']], ['3.公务接待费', ['30217']], ['（1）国内接待费', ['30217']], ['（2）国（境）外接待费', []]];
  const trip = (codes: readonly string[]): Row => { const [a, b] = [codes.length ? k.cents(and(general, spent, eco(...codes))) : 0, codes.length ? k.cents(and(general, eco(...codes)), k.ledger.last) : 0]; return [k.printed(a), k.printed(a), a === 0 ? null : 100, k.printed(b), k.printed(a - b), b === 0 ? null : rate(a - b, b)]; };
  const bought: readonly (readonly [string, readonly number[]])[] = [['货物', [120_000_00, 20_000_00, 15_000_00]], ['工程', [300_000_00, 0, 0]], ['服务', [88_000_00, 12_000_00, 5_500_00]]];
  const matrix = (list: readonly number[], part: number): Row => { const [g, f, o] = list.map((x) => Math.round((x * part) / 10_000) * 10_000); return [g + f + o, g + f, g, f, o].map((x) => k.printed(x)); };
  const whole = [0, 1, 2].map((j) => bought.reduce((n, [, l]) => n + l[j], 0));
  const actual = [0, 1, 2].map((j) => bought.reduce((n, [, l]) => n + Math.round((l[j] * 0.95) / 10_000) * 10_000, 0));
  return [
    at(1, '收入支出决算总表', [['收入', null, null, null, null, '支出'], ['项目', ...plan, '项目', ...plan]], level(4, [...INCOME.map(([t, p], i): Row => [`${chinese(i)}${t}`, ...line(and(fresh, p))]), ['本年收入合计', ...line(fresh, sums(INCOME.map(([, p]) => and(fresh, p))))], ['使用非财政拨款结余', null, k.m(reserve), k.m(reserve), null], ['年初结转和结余', null, k.m(and(carried, (i) => i.source !== 'reserve')), k.m(and(carried, (i) => i.source !== 'reserve')), null], ['总计', k.printed(sums(INCOME.map(([, p]) => and(fresh, p)))), k.m(all), k.m(all), 100]],
      [...classes.map((c, i): Row => [`${chinese(i)}${k.name(c)}`, ...line(and(spent, code(c)))]), ['本年支出合计', ...line(spent, sums(byClass))], ['结余分配'], ['年末结转和结余', null, k.m(left), k.m(left), null], ['总计', k.printed(sums(byClass)), k.m(all), k.m(all), 100]])),
    at(2, '收入决算表', [['项目', null, '本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', null, '经营收入', '附属单位上缴收入', '其他收入'], ['功能分类科目编码', '科目名称', null, null, null, '小计', '其中：教育收费', null, null, null]], tree(fresh, [all, fiscal, source('superior'), source('institution', 'account'), source('account'), source('business'), source('affiliate'), source('other')])),
    at(3, '支出决算表', [['项目', null, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'], ['功能分类科目编码', '科目名称']], tree(spent, [all, ...NATURES])),
    at(5, '一般公共预算财政拨款支出决算表', [['功能分类科目编码', '科目名称', '年初预算数', '决算数', null, null, null, null], [null, null, null, '合计', '基本支出', null, null, '项目支出'], [null, null, null, null, '小计', '人员经费', '公用经费', null]], [['合计', null, k.printed(begun(and(general, spent))), ...cols(k, [all, basic, personnel, publicMoney, project])(and(general, spent))], ...k.codes(func, and(general, spent), [7]).map((c): Row => [c, k.name(c), null, ...cols(k, [all, basic, personnel, publicMoney, project])(and(general, spent, code(c)))])]),
    at(7, '一般公共预算财政拨款“三公”经费支出决算表', [['项目', '全年预算数', '决算数', '完成预算的%', '上年决算数', '比上年增减额', '比上年增减（%）']], trips.map(([t, c]): Row => [t, ...trip(c)]), [['注：公务接待国内批次12次、人次156人；公务用车保有量3辆。']]),
    at(8, '政府性基金预算财政拨款收入支出决算表', [['功能分类科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, null, null, '小计', '基本支出', '项目支出', null]], k.cents(fund) ? tree(fund, [carried, fresh, spent, and(spent, basic), and(spent, project), left]) : []),
    at(10, '政府采购情况表', [['项目', '采购计划金额', null, null, null, null, '实际采购金额', null, null, null, null], [null, '总计', '财政性资金', null, null, '非财政性资金', '总计', '财政性资金', null, null, '非财政性资金'], [null, null, '小计', '一般公共预算', '政府性基金', null, null, '小计', '一般公共预算', '政府性基金', null]], [['合计', ...matrix(whole, 1), ...[actual[0] + actual[1] + actual[2], actual[0] + actual[1], actual[0], actual[1], actual[2]].map((x) => k.printed(x))], ...bought.map(([t, l]): Row => [t, ...matrix(l, 1), ...matrix(l, 0.95)])]),
    at(11, '资产负债情况表', [['资产', '年初数', '年末数', '负债和净资产', '年初数', '年末数']], [['一、资产合计', ...[900_000_00, 950_000_00].map((x) => k.printed(x)), '二、负债合计', ...[100_000_00, 120_000_00].map((x) => k.printed(x))], ['（一）流动资产', ...[300_000_00, 320_000_00].map((x) => k.printed(x)), '（一）流动负债', ...[80_000_00, 90_000_00].map((x) => k.printed(x))], ['（二）固定资产', ...[500_000_00, 520_000_00].map((x) => k.printed(x)), '（二）长期负债', ...[20_000_00, 30_000_00].map((x) => k.printed(x))], ['（三）无形资产', ...[100_000_00, 110_000_00].map((x) => k.printed(x)), '三、净资产合计', ...[800_000_00, 830_000_00].map((x) => k.printed(x))]]),
    at(12, '所属单位决算收支情况表', [['单位名称', '收入决算', null, null, '支出决算', null, null, '年末结转和结余'], [null, '合计', '其中：财政拨款', '其中：事业收入', '合计', '其中：基本支出', '其中：项目支出', null]], [['合计', ...cols(k, [fresh, and(fresh, fiscal), and(fresh, source('institution')), spent, and(spent, basic), and(spent, project), left])(all)], ...k.ledger.units.map((u, n): Row => [u.name, ...cols(k, [fresh, and(fresh, fiscal), and(fresh, source('institution')), spent, and(spent, basic), and(spent, project), left])(unit(n))])]),
  ];
}

/** 浙江, 重庆: 基本支出 in three lists side by side with running totals below, 收支 by subject with unit above, 三公 and 机关运行 in lines with 行次 on both sides. */
function threefold(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${String(n).padStart(2, '0')}${title.slice(0, 10)}`, titled((w) => [[title], right(w, null, `公开${String(n).padStart(2, '0')}表`), right(w, `公开部门：${k.ledger.name}`, `金额单位：${yuan(k)}`)])(header, body, below));
  const g = and(general, spent);
  const rows = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, null, null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [...parts(c, 3), name, ...cols(k, picks)(p)])];
  const head = (groups: Row, below: Row = []): Row[] => [['项目', null, null, null, ...groups], ['功能分类科目编码', null, null, '科目名称', ...below], ['类', '款', '项', '栏次', ...groups.map((_, i) => i + 1)]];
  const list = (c: string, pick: Pick): Row[] => k.codes(econ, and(g, basic, pick, eco(c)), [3, 5]).map((x): Row => [x, k.name(x), k.m(and(g, basic, pick, eco(x)))]);
  const classes = used(k, spent);
  const t3 = three(k, g);
  return [
    at(1, '收入支出决算总表', [['收入', null, null, '支出'], ['项目', '行次', '金额', '项目', '行次', '金额'], ['栏次', null, 1, '栏次', null, 2]], (() => {
      const a: Row[] = [...INCOME.map(([t, p], i): Row => [`${chinese(i)}${t}`, k.m(and(fresh, p))])];
      const b: Row[] = lines(k, classes, chinese, [spent]);
      const height = Math.max(a.length, b.length) + 4;
      const fill = (l: Row[], tail: Row[]): Row[] => [...l, ...Array.from({ length: height - l.length - tail.length }, (): Row => []), ...tail];
      const [x, y] = [fill(a, [['本年收入合计', k.m(fresh)], ['使用非财政拨款结余和专用结余', k.m(reserve)], ['年初结转和结余', k.m(and(carried, (i) => i.source !== 'reserve'))], ['总计', k.m(all)]]), fill(b, [['本年支出合计', k.m(spent)], ['结余分配', null], ['年末结转和结余', k.m(left)], ['总计', k.m(all)]])];
      return x.map((r, i): Row => [r[0] ?? null, i + 1, r[1] ?? null, y[i][0] ?? null, height + i + 1, y[i][1] ?? null]);
    })()),
    at(2, '收入决算表', head(['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入']), rows(fresh, [all, fiscal, source('superior'), source('institution', 'account'), source('business'), source('affiliate'), source('other')])),
    at(3, '支出决算表', head(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']), rows(spent, [all, ...NATURES])),
    at(5, '一般公共预算财政拨款收入支出决算表', head(['年初结转和结余', null, null, '本年收入', null, null, '本年支出', null, null, '年末结转和结余', null, null], ['合计', '基本支出结转', '项目支出结转和结余', '合计', '基本支出', '项目支出', '合计', '基本支出', '项目支出', '合计', '基本支出结转', '项目支出结转和结余']), rows(and(general, (i) => basic(i) || project(i)), [carried, and(carried, basic), and(carried, project), fresh, and(fresh, basic), and(fresh, project), spent, and(spent, basic), and(spent, project), left, and(left, basic), and(left, project)])),
    at(6, '一般公共预算财政拨款基本支出决算表', [['人员经费', null, null, '公用经费', null, null, '公用经费', null, null], ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数']], (() => {
      const b = list('302', publicMoney);
      const half = Math.ceil(b.length / 2);
      return [...level(0, [...list('301', personnel), ...list('303', personnel)], b.slice(0, half), [...b.slice(half), ...list('310', publicMoney)]), ['人员经费合计', null, k.m(and(g, personnel)), '公用经费合计', null, null, null, null, k.m(and(g, publicMoney))]];
    })()),
    at(9, '机构运行信息表', [['项目', '行次', '年初预算数', '全年预算数', '决算数', '项目', '行次', '决算数'], ['栏次', null, 1, 2, 3, '栏次', null, 4]], level(0, [['一、“三公”经费支出', 1, '—', '—', '—'], ['（一）支出合计', 2, t3('all'), t3('all'), t3('all')], ['  1．因公出国（境）费', 3, t3('abroad'), t3('abroad'), t3('abroad')], ['  2．公务用车购置及运行维护费', 4, t3('cars'), t3('cars'), t3('cars')], ['  （1）公务用车购置费', 5, t3('purchase'), t3('purchase'), t3('purchase')], ['  （2）公务用车运行维护费', 6, t3('running'), t3('running'), t3('running')], ['  3．公务接待费', 7, t3('reception'), t3('reception'), t3('reception')], ['  （1）国内接待费', 8, '—', '—', t3('reception')], ['     其中：外事接待费', 9, '—', '—', null], ['  （2）国（境）外接待费', 10, '—', '—', null], ['（二）相关统计数', 11, '—', '—', '—'], ['  1．因公出国（境）团组数（个）', 12, '—', '—', 2], ['  2．因公出国（境）人次数（人）', 13, '—', '—', 7], ['  3．公务用车购置数（辆）', 14, '—', '—', 1], ['  4．公务用车保有量（辆）', 15, '—', '—', 15], ['  5．国内公务接待批次（个）', 16, '—', '—', 112], ['  6．国内公务接待人次（人）', 17, '—', '—', 1_345]],
      [['三、机关运行经费', 18, k.m(and(g, publicMoney))], ['（一）行政单位', 19, k.m(and(g, publicMoney, (i) => k.ledger.units[i.unit].kind === 'organ'))], ['（二）参照公务员法管理事业单位', 20, k.m(and(g, publicMoney, (i) => k.ledger.units[i.unit].kind !== 'organ'))], ['四、国有资产占用情况', 21, '—'], ['（一）车辆数合计（辆）', 22, 15], ['  1．副部（省）级及以上领导用车', 23, null], ['  2．主要负责人用车', 24, 2], ['  3．机要通信用车', 25, 3], ['  4．应急保障用车', 26, 4], ['  5．执法执勤用车', 27, 6], ['（二）单价100万元（含）以上设备（不含车辆）（台、套）', 28, 8], ['五、政府采购支出信息', 29, '—'], ['（一）政府采购支出合计', 30, k.printed(508_500_00)], ['  1．政府采购货物支出', 31, k.printed(155_000_00)], ['  2．政府采购工程支出', 32, k.printed(300_000_00)], ['  3．政府采购服务支出', 33, k.printed(53_500_00)], ['（二）政府采购授予中小企业合同金额', 34, k.printed(408_500_00)]])),
  ];
}

/** Performance beside the budget: 整体绩效 by income and by nature in one row, a form a project, self-assessment lists, indicators with scores. */
function performance(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`附件${n}`, titled((w) => [[`附件${n}`], [`${k.year}年${title}`], right(w, `部门名称：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const rest: Pick = (i) => !fiscal(i);
  const half = (p: Pick): number => Math.round((k.cents(p) * 0.96) / 10_000) * 10_000;
  const sum = (f: (j: number) => number): number => k.ledger.projects.reduce((n, _, j) => n + f(j), 0);
  const of = (j: number): Pick => (i) => i.project === j;
  return [
    at(1, '部门支出总表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], tree(all, [all, basic, (i) => !basic(i)])),
    at(2, '部门整体支出绩效目标申报表', [['部门名称', k.ledger.name]], [['年度预算申请', '资金总额', '按收入性质分', null, null, '按支出性质分', null], [null, null, '一般公共预算', '政府性基金', '其他资金', '基本支出', '项目支出'], [null, ...cols(k, [all, general, fund, (i) => !general(i) && i.source !== 'fund', basic, (i) => !basic(i)])(all)], ['部门职能职责概述', '贯彻执行有关法律法规，承担相关行政管理和公共服务工作。'], ['整体绩效目标', '全面完成年度各项工作任务。'], ['整体绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '单位', '备注'], [null, '产出指标', '数量指标', '举办培训', 12, '期', null], [null, null, '时效指标', '按时完成率', 100, '%', null], [null, '效益指标', '社会效益指标', '投诉处理及时率', 98, '%', null], [null, '满意度指标', '服务对象满意度', '群众满意度', 95, '%', null]]),
    ...k.ledger.projects.slice(0, 2).map((p, j) => at(3 + j, '项目支出绩效目标表', [['项目名称', p.name]], [['主管部门', k.ledger.name, null, '实施单位', k.ledger.units[p.unit].name], ['项目资金', '年度资金总额', k.m(of(j)), '其中：财政拨款', k.m(and(of(j), fiscal))], [null, null, null, '其他资金', k.m(and(of(j), rest))], ['总体目标', '按期完成建设任务'], ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'], [null, '产出指标', '数量指标', '采购设备数量', '≥10台'], [null, null, '成本指标', '单位成本', '≤5000元'], [null, '效益指标', '可持续影响指标', '使用年限', '≥5年'], [null, '满意度指标', '服务对象满意度指标', '满意度', '≥90%']])),
    at(5, '项目绩效自评结果汇总表', [['序号', '项目名称', '项目单位', '年初预算数', '全年预算数', '全年执行数', '执行率（%）', '自评得分', '评价等级'], [null, null, null, 'A', 'B', 'C', 'C/B', null, null]], [...k.ledger.projects.map((p, j): Row => [j + 1, p.name, k.ledger.units[p.unit].name, k.m(of(j)), k.m(of(j)), k.printed(half(of(j))), rate(half(of(j)), k.cents(of(j))), 95, '优']), [null, '合计', null, k.printed(sum((j) => k.cents(of(j)))), k.printed(sum((j) => k.cents(of(j)))), k.printed(sum((j) => half(of(j)))), rate(sum((j) => half(of(j))), sum((j) => k.cents(of(j)))), null, null]]),
    at(6, '项目支出绩效目标汇总表', [['项目名称', '资金总额', '财政拨款', null, null, '其他资金', '绩效目标'], [null, null, '小计', '其中：本年', '上年结转', null, null]], [...k.ledger.projects.map((p, j): Row => [p.name, ...cols(k, [all, fiscal, and(fiscal, (i) => !i.carried), and(fiscal, carried), rest])(of(j)), '保障履职']), ['合计', ...cols(k, [all, fiscal, and(fiscal, (i) => !i.carried), and(fiscal, carried), rest])((i) => i.project !== null), null]]),
    at(7, '一般公共预算支出表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], tree(general, [all, basic, project])),
  ];
}

const TWICE = (id: string, form: Omit<PlaceForm, 'id'>, others: Partial<PlaceForm['manner']>): PlaceForm[] => [{ id, ...form }, { id: `${id}-round`, ...form, ledger: { ...form.ledger, step: 1 }, manner: { ...form.manner, ...others } }];

export const FINALS_FURTHER: readonly PlaceForm[] = [
  ...TWICE('execution', { ledger: { carry: 'all', kept: true, capital: true, transfers: true, reserve: true }, manner: {}, file: '部门决算公开', write: execution }, { merges: 'unknown', zero: 'zero' }),
  ...TWICE('threefold', { ledger: { carry: 'all', kept: true, capital: true, transfers: true, reserve: true }, manner: {}, file: '部门决算', write: threefold }, { merges: 'none', zero: 'zero', unit: 'yuan' }),
  ...TWICE('performance', { ledger: { carry: 'fiscal', units: 2 }, manner: {}, file: '部门预算及绩效', write: performance }, { merges: 'unknown', zero: 'zero' }),
];
