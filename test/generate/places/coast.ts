import { chinese, cols, FISCAL3, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const yuan = (k: Kit): string => ({ yuan: '元', thousand: '千元', wan: '万元' })[k.manner.unit];
const own: Pick = (i) => other(i) && i.source !== 'account';
const SIX = ['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const;
const index = (texts: number, figures: number): Row => [...Array<string>(texts).fill('**'), ...Array.from({ length: figures }, (_, i) => i + 1)];
const NATURES: readonly Pick[] = [basic, project, (i) => i.nature === 'business', (i) => i.nature === 'remit', (i) => i.nature === 'subsidy'];

/** 浙江 counties: 收支总表 of three panels (by function, by use), units above their subjects with the unit's code in a column of its own, 三公 by unit. */
function zhejiang(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${n}、${title}`, titled((w) => [[`${k.year}年${title}`], right(w, null, `表${String(n).padStart(2, '0')}`), right(w, `部门名称：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const use = (of: Pick): Row[] => [['  工资福利支出', k.m(and(of, eco('301')))], ['  商品和服务支出', k.m(and(of, eco('302')))], ['  对个人和家庭的补助', k.m(and(of, eco('303')))], ['  资本性支出', k.m(and(of, eco('310')))]];
  const sources: Pick[] = [all, now, and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('business'), source('superior'), source('affiliate'), and(now, source('other')), carried];
  const byUnit = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, null, '合计', ...cols(k, picks)(pick)], ...k.ledger.units.flatMap((u, n): Row[] => (k.cents(and(pick, unit(n))) === 0 ? [] : [[u.code, null, u.name, ...cols(k, picks)(and(pick, unit(n)))], ...k.codes(func, and(pick, unit(n)), [7]).map((c): Row => [null, c, `　${k.name(c)}`, ...cols(k, picks)(and(pick, unit(n), code(c)))])]))];
  const items = (p: Pick, j: number): Pick => and(p, (i) => i.project === j);
  const money: Pick[] = [all, general, fund, capital, source('account'), own];
  return [
    at(1, '收支预算总表', [['收入', null, '支出', null, null, null], ['项目', '预算数', '项目（按支出功能分类）', '预算数', '项目（按支出用途）', '预算数']], level(3, [['一、一般公共预算', k.m(and(general, now))], ['二、政府性基金预算', k.m(and(fund, now))], ['三、国有资本经营预算', k.m(and(capital, now))], ['四、专户资金', k.m(source('account'))], ['五、事业收入（不含专户资金）', k.m(source('institution'))], ['六、事业单位经营收入', k.m(source('business'))], ['七、上级补助收入', k.m(source('superior'))], ['八、附属单位上缴收入', k.m(source('affiliate'))], ['九、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上年结转', k.m(carried)], ['收入总计', k.m(all)]],
      [...lines(k, used(k, all), chinese, [all]), ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]], [['一、基本支出', k.m(basic)], ...use(basic), ['二、项目支出', k.m(project)], ...use(project), ['三、事业单位经营支出', k.m(NATURES[2])], ['四、上缴上级支出', k.m(NATURES[3])], ['五、对附属单位补助支出', k.m(NATURES[4])], ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]])),
    at(2, '收入预算总表', [['单位编码', '单位名称', '总计', '本年收入', null, null, null, null, null, null, null, null, null, '上年结转'], [null, null, null, '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '专户资金', '事业收入（不含专户资金）', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入', null], index(2, 12)], [[null, '合计', ...cols(k, sources)(all)], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...cols(k, sources)(unit(n))])]),
    at(3, '支出预算总表', [['单位编码', '科目编码', '单位（科目）名称', '合计', '基本支出', null, null, '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出'], [null, null, null, null, '小计', '人员支出', '日常公用支出', null, null, null, null], index(3, 8)], byUnit(all, [all, basic, personnel, publicMoney, ...NATURES.slice(1)])),
    at(4, '财政拨款收支预算总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算', k.m(and(general, now))], ['（二）政府性基金预算', k.m(and(fund, now))], ['（三）国有资本经营预算', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['（一）一般公共预算', k.m(and(general, carried))], ['（二）政府性基金预算', k.m(and(fund, carried))], ['（三）国有资本经营预算', k.m(and(capital, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...cols(k, FISCAL3)(all)], ...used(k, fiscal).map((c, i): Row => [`（${chinese(i).slice(0, -1)}）${k.name(c)}`, ...cols(k, FISCAL3)(code(c))]), ['二、结转下年'], ['支出总计', ...cols(k, FISCAL3)(all)]])),
    at(5, '一般公共预算支出表', [['单位编码', '科目编码', '单位（科目）名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, null, '小计', '人员支出', '日常公用支出', null], index(3, 5)], byUnit(general, [all, basic, personnel, publicMoney, project])),
    at(6, '一般公共预算基本支出表', [['经济分类科目', null, `${k.year}年基本支出`], ['科目编码', '科目名称', '合计', '人员支出', '日常公用支出'], index(2, 3)], [[null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(7, '一般公共预算“三公”经费支出表', [['单位编码', '单位名称', '“三公”经费合计', '因公出国（境）费用', '公务用车购置及运行维护费', null, null, '公务接待费'], [null, null, null, null, '小计', '公务用车购置费', '公务用车运行维护费', null], index(2, 6)], [[null, '合计', ...SIX.map(three(k, general))], ...k.ledger.units.map((u, n): Row => [u.code, u.name, ...SIX.map(three(k, and(general, unit(n))))])]),
    at(8, '政府性基金预算支出表', [['单位编码', '科目编码', '单位（科目）名称', '合计', '基本支出', '项目支出'], index(3, 3)], k.cents(fund) ? byUnit(fund, [all, basic, project]) : [], k.cents(fund) ? [] : [['说明：本部门没有使用政府性基金预算安排的支出。']]),
    at(10, '部门项目支出预算表', [['单位编码', '单位（项目）名称', '项目类别', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '专户资金', '单位资金'], index(3, 6)], [[null, '合计', null, ...cols(k, money)((i) => i.project !== null)], ...k.ledger.units.flatMap((u, n): Row[] => [[u.code, u.name, null, ...cols(k, money)(and(unit(n), (i) => i.project !== null))], ...k.ledger.projects.flatMap((p, j): Row[] => (p.unit === n ? [[null, `　${p.name}`, '特定目标类', ...cols(k, money)(items(all, j))]] : []))])]),
  ];
}

/** 大连, 青岛: last year, this year and the change on both sides of 收支总表 and in every table; rates with % as text. */
function dalian(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`附表${n}`, titled((w) => [[`附表${n}`], [`${k.ledger.name}${k.year}年${title}`], right(w, null, `金额单位：${yuan(k)}`)])(header, body, below));
  const both = [...k.items, ...k.ledger.last];
  const pair = (p: Pick): Row => { const [a, b] = [k.cents(p, k.ledger.last), k.cents(p)]; return [k.printed(a), k.printed(b), k.printed(b - a), a === 0 ? '-' : `${(Math.round(((b - a) / a) * 1000) / 10).toFixed(1)}%`]; };
  const head: Row = ['上年预算数', '本年预算数', '增减额', '增减（%）'];
  const classes = (pick: Pick): string[] => k.codes(func, pick, [3], both);
  const tree = (of: (i: Parameters<Pick>[0]) => string, pick: Pick, lengths: readonly number[]): Row[] => [[null, '合计', ...pair(pick)], ...k.codes(of, pick, lengths, both).map((c): Row => [c, `${'  '.repeat((c.length - 3) / 2)}${k.name(c)}`, ...pair((i) => pick(i) && of(i).startsWith(c))])];
  const trips: [string, string[]][] = [['“三公”经费合计', ['30212', '30217', '31013', '30231']], ['一、因公出国（境）费', ['30212']], ['二、公务用车购置及运行费', ['31013', '30231']], ['　其中：公务用车运行维护费', ['30231']], ['　　　　公务用车购置费', ['31013']], ['三、公务接待费', ['30217']]];
  return [
    at(1, '收支总体情况表', [['收入', null, null, null, null, '支出'], ['项目', ...head, '项目', ...head]], level(1, [['一、一般公共预算拨款收入', ...pair(general)], ['二、政府性基金预算拨款收入', ...pair(fund)], ['三、国有资本经营预算拨款收入', ...pair(capital)], ['四、财政专户管理资金收入', ...pair(source('account'))], ['五、单位资金收入', ...pair(own)], ['收入总计', ...pair(all)]], [...classes(all).map((c, i): Row => [`${chinese(i)}${k.name(c)}`, ...pair(code(c))]), ['支出总计', ...pair(all)]])),
    at(2, '支出总体情况表', [['科目编码', '科目名称', ...head]], tree(func, all, [3, 5, 7])),
    at(3, '财政拨款收支总体情况表', [['收入', null, null, '支出'], ['项目', '上年预算数', '本年预算数', '项目', '上年预算数', '本年预算数']], level(1, [['一、一般公共预算拨款', k.printed(k.cents(general, k.ledger.last)), k.m(general)], ['二、政府性基金预算拨款', k.printed(k.cents(fund, k.ledger.last)), k.m(fund)], ['三、国有资本经营预算拨款', k.printed(k.cents(capital, k.ledger.last)), k.m(capital)], ['收入总计', k.printed(k.cents(fiscal, k.ledger.last)), k.m(fiscal)]], [...classes(fiscal).map((c, i): Row => [`${chinese(i)}${k.name(c)}`, k.printed(k.cents(and(fiscal, code(c)), k.ledger.last)), k.m(and(fiscal, code(c)))]), ['支出总计', k.printed(k.cents(fiscal, k.ledger.last)), k.m(fiscal)]])),
    at(4, '一般公共预算支出情况表', [['科目编码', '科目名称', ...head]], tree(func, general, [3, 5, 7])),
    at(5, '一般公共预算基本支出情况表', [['科目编码', '科目名称', ...head]], tree(econ, and(general, basic), [3, 5])),
    at(6, '一般公共预算“三公”经费支出情况表', [['项目', ...head, '增减原因']], trips.map(([t, c]): Row => [t, ...pair(and(general, eco(...c))), null])),
    at(7, '项目支出情况表', [['序号', '项目名称', '实施单位', ...head, '主要内容']], [...k.ledger.projects.map((p, j): Row => [j + 1, p.name, k.ledger.units[p.unit].name, ...pair((i) => i.project === j), '按计划实施']), [null, '合计', null, ...pair((i) => i.project !== null), null]]),
    at(8, '部门收入总体情况表', [['单位名称', '合计', null, '一般公共预算', null, '其他资金', null], [null, '上年', '本年', '上年', '本年', '上年', '本年']], [['合计', ...[all, general, (i: Parameters<Pick>[0]) => !general(i)].flatMap((p) => [k.printed(k.cents(p, k.ledger.last)), k.m(p)])], ...k.ledger.units.map((u, n): Row => [u.name, ...[all, general, (i: Parameters<Pick>[0]) => !general(i)].flatMap((p) => [k.printed(k.cents(and(p, unit(n)), k.ledger.last)), k.m(and(p, unit(n)))])])]),
  ];
}

/** 天津: 千元; 财政拨款 by function with what is 基本 and 项目 inside each fund; 三公 with 会议费 and 培训费 as columns and last year as a row. */
function tianjin(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`表${n}`, titled((w) => [[`${n}.${title}`], right(w, `部门：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [['合计', null, ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...cols(k, picks)(p)])];
  const each = (f: Pick): Pick[] => [f, and(f, basic), and(f, project)];
  const trips = (items = k.items): Row => [k.m(and(general, eco('30212', '30217', '31013', '30231', '30215', '30216')), items), ...(['30212', '30217'] as const).map((c) => k.m(and(general, eco(c)), items)), k.m(and(general, eco('31013', '30231')), items), ...(['31013', '30231', '30215', '30216'] as const).map((c) => k.m(and(general, eco(c)), items))];
  return [
    at(1, '部门收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(2, [['一、一般公共预算拨款收入', k.m(and(general, now))], ['二、政府性基金预算拨款收入', k.m(and(fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(capital, now))], ['四、财政专户管理资金收入', k.m(source('account'))], ['五、事业收入', k.m(source('institution'))], ['六、事业单位经营收入', k.m(source('business'))], ['七、上级补助收入', k.m(source('superior'))], ['八、附属单位上缴收入', k.m(source('affiliate'))], ['九、其他收入', k.m(and(now, source('other')))], ['十、上年结转结余', k.m(carried)], [], ['收入总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['结转下年支出', null], ['支出总计', k.m(all)]])),
    at(2, '部门收入总体情况表', [['功能分类科目编码', '功能分类科目名称', '合计', '上年结转结余', '财政拨款收入', null, null, null, '财政专户管理资金收入', '事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'], [null, null, null, null, '小计', '一般公共预算', '政府性基金', '国有资本经营预算']], tree(all, [all, carried, and(fiscal, now), and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('business'), source('superior'), source('affiliate'), and(now, source('other'))])),
    at(3, '部门支出总体情况表', [['功能分类科目编码', '功能分类科目名称', '合计', '基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出']], tree(all, [all, ...NATURES])),
    at(4, '财政拨款收支总体情况表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算拨款', k.m(and(general, now))], ['（二）政府性基金预算拨款', k.m(and(fund, now))], ['（三）国有资本经营预算拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['（一）一般公共预算拨款', k.m(and(general, carried))], ['（二）政府性基金预算拨款', k.m(and(fund, carried))], ['（三）国有资本经营预算拨款', k.m(and(capital, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', k.m(fiscal)], ...lines(k, used(k, fiscal), (i) => `（${chinese(i).slice(0, -1)}）`, [fiscal]), ['二、结转下年', null], ['支出总计', k.m(fiscal)]])),
    at(5, '财政拨款支出情况表（按功能分类）', [['科目编码', null, null, '科目名称', '合计', '一般公共预算', null, null, '政府性基金预算', null, null, '国有资本经营预算', null, null], ['类', '款', '项', null, null, '小计', '基本支出', '项目支出', '小计', '基本支出', '项目支出', '小计', '基本支出', '项目支出']], [[null, null, null, '合计', ...cols(k, [fiscal, ...each(general), ...each(fund), ...each(capital)])(all)], ...k.tree(func, fiscal, (c, name, p) => [...parts(c, 3, false), name, ...cols(k, [fiscal, ...each(general), ...each(fund), ...each(capital)])(p)])]),
    at(6, '一般公共预算支出情况表', [['功能分类科目编码', '功能分类科目名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '人员经费', '公用经费']], tree(general, [all, basic, personnel, publicMoney, project])),
    at(7, '一般公共预算基本支出情况表', [['经济分类科目编码', '经济分类科目名称', '合计', '人员经费', '公用经费']], [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at(8, '一般公共预算“三公”经费、会议费、培训费支出情况表', [['年度', '合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行费', null, null, '会议费', '培训费'], [null, null, null, null, '小计', '购置费', '运行费']], [[`${k.year - 1}年`, ...trips(k.ledger.last)], [`${k.year}年`, ...trips()]]),
    at(9, '政府性基金预算支出情况表', [['功能分类科目编码', '功能分类科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? tree(fund, [all, basic, project]) : [['空表']]),
    at(10, '项目支出表', [['项目类别', '项目名称', '项目单位', '合计', '财政拨款', null, null, null, null, null, '财政专户管理资金', '单位资金'], [null, null, null, null, '本年拨款', null, null, '上年结转', null, null, null, null], [null, null, null, null, '一般公共预算', '政府性基金', '国有资本经营', '一般公共预算', '政府性基金', '国有资本经营', null, null]], [['合计', null, null, ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), and(general, carried), and(fund, carried), and(capital, carried), source('account'), own])((i) => i.project !== null)], ...k.ledger.projects.map((p, j): Row => ['特定目标类', p.name, k.ledger.units[p.unit].name, ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), and(general, carried), and(fund, carried), and(capital, carried), source('account'), own])((i) => i.project === j)])]),
  ];
}

const TWICE = (id: string, form: Omit<PlaceForm, 'id'>, others: Partial<PlaceForm['manner']>): PlaceForm[] => [{ id, ...form }, { id: `${id}-round`, ...form, ledger: { ...form.ledger, step: 1 }, manner: { ...form.manner, ...others } }];

export const COAST: readonly PlaceForm[] = [
  ...TWICE('zhejiang', { ledger: { carry: 'all', transfers: true, capital: true }, manner: {}, file: '浙江', write: zhejiang }, { merges: 'unknown', zero: 'zero' }),
  ...TWICE('dalian', { ledger: {}, manner: {}, file: '大连', write: dalian }, { merges: 'none', zero: 'zero' }),
  ...TWICE('tianjin', { ledger: { carry: 'all', transfers: true, capital: true, step: 10_000 }, manner: { unit: 'thousand', decimals: 1 }, file: '天津', write: tianjin }, { merges: 'unknown', decimals: 0 }),
];
