import { chinese, CLASSES, cols, FISCAL3, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Part, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

type Put = (name: string, title: string, header: Row[], body: Row[], below?: Row[]) => Page;

const yuan = (k: Kit): string => (k.manner.unit === 'yuan' ? '元' : '万元');
const put = (above: (title: string, name: string, w: number) => Row[]): Put => (name, title, header, body, below = []) => page(name, titled((w) => above(title, name, w))(header, body, below));
const single: Pick = (i) => other(i) && i.source !== 'account';
const THREE = [['合计', 'all'], ['一、因公出国（境）费', 'abroad'], ['二、公务接待费', 'reception'], ['三、公务用车购置及运行费', 'cars'], ['其中：公务用车购置费', 'purchase'], ['      公务用车运行费', 'running']] as const;
const income = (k: Kit): Row[] => [['一、一般公共预算拨款收入', k.m(and(general, now))], ['二、政府性基金预算拨款收入', k.m(and(fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(capital, now))], ['四、财政专户管理资金收入', k.m(source('account'))], ['五、单位资金收入', k.m(and(now, single))]];

/** 新疆生产建设兵团: 师、团场 as units in rows, 兵团 as fund's owner; 上年结转 as rows below each fund. */
function bingtuan(k: Kit): Page[] {
  const at = put((t, n, w) => [[`兵团部门预算公开表${n}`], [`${k.year}年${t}`], right(w, `部门：${k.ledger.name}`, `单位：${yuan(k)}`)]);
  const by = (figures: (p: Pick) => Row): Row[] => [...k.ledger.units.map((u, n): Row => [n + 1, u.code, u.name, ...figures(unit(n))]), [null, null, '合　计', ...figures(all)]];
  return [
    at('01', '部门收支总体情况表', [['收入', null, '支出', null, null, null], ['项目', '预算数', '功能分类科目', '合计', '基本支出', '项目支出']], level(1, [['兵团财政拨款收入', k.m(fiscal)], ['  其中：一般公共预算', k.m(general)], ['        政府性基金预算', k.m(fund)], ['        国有资本经营预算', k.m(capital)], ['财政专户管理资金', k.m(source('account'))], ['单位资金', k.m(single)], ['收入总计', k.m(all)]], [...lines(k, used(k, all), () => '', [all, basic, project]), ['支出总计', ...cols(k, [all, basic, project])(all)]])),
    at('02', '部门收入总体情况表', [['序号', '单位编码', '单位名称', '合计', '兵团财政拨款', null, null, null, '财政专户管理资金', '单位资金'], [null, null, null, null, '小计', '一般公共预算', '政府性基金预算', '国有资本经营预算', null, null]], by(cols(k, [all, ...FISCAL3, source('account'), single]))),
    at('03', '部门支出总体情况表', [['科目编码', null, null, '科目名称', '合计', '基本支出', null, null, '项目支出', '本年', '上年结转'], ['类', '款', '项', null, null, '小计', '人员经费', '公用经费', null, null, null]], [[null, null, null, '合计', ...cols(k, [all, basic, personnel, publicMoney, project, now, carried])(all)], ...k.tree(func, all, (c, name, p) => [...parts(c, 3, false), name, ...cols(k, [all, basic, personnel, publicMoney, project, now, carried])(p)])]),
    at('05', '一般公共预算基本支出情况表', [['科目编码', null, '科目名称', '合计', ...k.ledger.units.map((u) => u.name)], ['类', '款']], [[null, null, '合计', ...cols(k, [all, ...k.ledger.units.map((_, n) => unit(n))])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [...parts(c, 2, false), name, ...cols(k, [all, ...k.ledger.units.map((_, n) => unit(n))])(p)], [3, 5])]),
    at('07', '一般公共预算“三公”经费支出情况表', [['序号', '单位名称', '合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, null, null, '小计', '购置费', '运行费', null]], [...k.ledger.units.map((u, n): Row => [n + 1, u.name, ...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(three(k, and(general, unit(n))))]), [null, '合计', ...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(three(k, general))]]),
  ];
}

/** 湖北: pairs of 上年 and 本年 with 增减额 and 增减率 in every table; subtotals 小计 within groups of units. */
function hubei(k: Kit): Page[] {
  const at = put((t, n, w) => [[t], right(w, n), right(w, `填报单位：${k.ledger.name}`, `单位：${yuan(k)}`)]);
  const both = [...k.items, ...k.ledger.last];
  const pair = (p: Pick): Row => {
    const [a, b] = [k.cents(and(p, general), k.ledger.last), k.cents(and(p, general))];
    return [k.printed(a), k.printed(b), k.printed(b - a), a === 0 ? null : Math.round(((b - a) / a) * 10_000) / 100];
  };
  const head: Row = [`${k.year - 1}年预算数`, `${k.year}年预算数`, '增减额', '增减%'];
  return [
    at('表1', '部门收支总表', [['收      入', null, '支      出'], ['项    目', '预算数', '项    目', '预算数']], level(4, [...income(k), ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], [], ['收入总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['本年支出合计', k.m(all)], ['结转下年', null], [], ['支出总计', k.m(all)]])),
    at('表2', '一般公共预算支出表', [['功能分类科目', null, ...head], ['科目编码', '科目名称', null, null, null, null]], [['合计', null, ...pair(all)], ...k.tree(func, general, (c, name) => [c, name, ...pair(code(c))], [3, 5, 7], both)]),
    at('表3', '一般公共预算基本支出表', [['经济分类科目', null, `${k.year}年基本支出`, null, null], ['科目编码', '科目名称', '合计', '人员经费', '公用经费']], [['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at('表4', '一般公共预算“三公”经费支出表', [['项目', ...head]], THREE.map(([t, x]): Row => { const codes = { all: ['30212', '30217', '31013', '30231'], abroad: ['30212'], reception: ['30217'], cars: ['31013', '30231'], purchase: ['31013'], running: ['30231'] }[x]; return [t, ...pair(eco(...codes))]; })),
    at('表5', '项目支出表', [['项目名称', '项目单位', '合计', '本年财政拨款', null, null, '上年结转', '其他资金'], [null, null, null, '一般公共预算', '政府性基金预算', '国有资本经营预算', null, null]], [['合计', null, ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), carried, and(now, other)])((i) => i.project !== null)], ...k.ledger.projects.map((p, j): Row => [p.name, k.ledger.units[p.unit].name, ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), carried, and(now, other)])((i) => i.project === j)])]),
  ];
}

/** 广东 counties: 按支出用途, items by indentation alone, 其中 in a column of its own, notes between title and header. */
function guangdong(k: Kit): Page[] {
  const at = put((t, n, w) => [[`${n}`], [`${k.year}年${t}`], ['（本表由预算单位填报）'], right(w, `单位名称：${k.ledger.name}`, `单位：${yuan(k)}`)]);
  const nat: [string, Pick][] = [['工资福利支出', eco('301')], ['商品和服务支出', eco('302')], ['对个人和家庭的补助', eco('303')], ['资本性支出', eco('310')]];
  const deep = (c: string, name: string): string => `${'　'.repeat((c.length - 3) / 2 + 1)}[${c}]${name}`;
  return [
    at('表1', '收支总体情况表', [['收入', null, '支出', null], ['项目', `${k.year}年预算`, '项目', `${k.year}年预算`]], level(2, [['一、一般公共预算拨款', k.m(and(general, now))], ['二、政府性基金预算拨款', k.m(and(fund, now))], ['三、国有资本经营预算拨款', k.m(and(capital, now))], ['四、财政专户拨款', k.m(source('account'))], ['五、事业收入', k.m(source('institution'))], ['六、其他资金', k.m(and(now, single, (i) => i.source !== 'institution'))], ['七、上年结转', k.m(carried)], ['收入总计', k.m(all)]], [['一、基本支出', k.m(basic)], ...nat.map(([t, p]): Row => [`　　${t}`, k.m(and(basic, p))]), ['二、项目支出', k.m(project)], ...nat.map(([t, p]): Row => [`　　${t}`, k.m(and(project, p))]), ['支出总计', k.m(all)]])),
    at('表3', '支出总体情况表', [['支出项目类别（功能科目）', '合计', '基本支出', '项目支出', '其中：上年结转']], [['合计', ...cols(k, [all, basic, project, carried])(all)], ...k.tree(func, all, (c, name, p) => [deep(c, name), ...cols(k, [all, basic, project, carried])(p)])]),
    at('表5', '一般公共预算支出情况表（按功能分类科目）', [['功能科目名称', '总计', '基本支出', '项目支出']], [['合计', ...cols(k, [all, basic, project])(general)], ...k.tree(func, general, (c, name, p) => [deep(c, name), ...cols(k, [all, basic, project])(p)])]),
    at('表6', '一般公共预算基本支出情况表（按支出经济分类科目）', [['经济科目名称', '一般公共预算基本支出']], [['合计', k.m(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [deep(c, name), k.m(p)], [3, 5])]),
    at('表7', '一般公共预算项目支出情况表', [['项目名称', '合计', '其中', null], [null, null, '本年', '上年结转']], [['合计', ...cols(k, [all, now, carried])(and(general, project, (i) => i.project !== null))], ...k.ledger.projects.flatMap((p, j): Row[] => (k.cents((i) => general(i) && i.project === j) ? [[p.name, ...cols(k, [all, now, carried])((i) => general(i) && i.project === j)]] : []))]),
    at('表9', '部门预算基本支出预算表', [['支出项目类别', '支出总计', '财政拨款', null, null, '财政专户拨款', '其他资金'], [null, null, '一般公共预算', '政府性基金预算', '国有资本经营预算', null, null]], [['合计', ...cols(k, [all, general, fund, capital, source('account'), single])(basic)], ...k.ledger.units.flatMap((u, n): Row[] => [[u.name, ...cols(k, [all, general, fund, capital, source('account'), single])(and(basic, unit(n)))], ...nat.flatMap(([t, q]): Row[] => (k.cents(and(basic, unit(n), q)) ? [[`　　${t}`, ...cols(k, [all, general, fund, capital, source('account'), single])(and(basic, unit(n), q))]] : []))])]),
  ];
}

/** 吉林: funds in groups with 小计, indented names in two columns, 合计 in its own merged row above the header of codes. */
function jilin(k: Kit): Page[] {
  const at = put((t, n, w) => [right(w, null, `表${n}`), [t], right(w, `部门名称:${k.ledger.name}`, `单位:${yuan(k)}`)]);
  const srcs: Pick[] = [all, now, and(fiscal, now), and(general, now), and(fund, now), and(capital, now), and(source('account'), now), and(single, now), carried, and(carried, fiscal), and(carried, other)];
  const head: Row[] = [['科目编码', '科目名称', '合计', '本年收入', null, null, null, null, null, null, '上年结转结余', null, null], [null, null, null, '小计', '财政拨款', null, null, null, '财政专户管理资金', '单位资金', '小计', '财政拨款', '非财政拨款'], [null, null, null, null, '小计', '一般公共预算', '政府性基金', '国有资本经营', null, null, null, null, null]];
  return [
    at('一', '部门收支总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(3, [...income(k), ['本年收入小计', k.m(now)], ['上年结转结余', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, CLASSES, chinese, [all]), ['本年支出小计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]])),
    at('二', '部门收入总表', head, [['合计', null, ...cols(k, srcs)(all)], ...k.tree(func, all, (c, name, p) => [c, `${' '.repeat(c.length - 3)}${name}`, ...cols(k, srcs)(p)])]),
    at('三', '部门支出总表', [['科目编码', '科目名称', '合计', '基本支出', null, null, null, '项目支出', null, null], [null, null, null, '小计', '人员经费', '公用经费', null, '小计', '其中：上年结转', '其中：财政拨款'], [null, null, null, null, null, '小计', '其中：资本性支出', null, null, null]], [['合计', null, ...cols(k, [all, basic, personnel, publicMoney, and(publicMoney, eco('310')), project, and(project, carried), and(project, fiscal)])(all)], ...k.tree(func, all, (c, name, p) => [c, name, ...cols(k, [all, basic, personnel, publicMoney, and(publicMoney, eco('310')), project, and(project, carried), and(project, fiscal)])(p)])]),
    at('四', '财政拨款收支总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算', k.m(and(general, now))], ['（二）政府性基金预算', k.m(and(fund, now))], ['（三）国有资本经营预算', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...used(k, fiscal).map((c): Row => [`  ${k.name(c)}`, ...FISCAL3.map((p) => k.m(and(p, code(c))))]), ['二、结转下年'], ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at('六', '一般公共预算基本支出表', [['部门预算支出经济分类科目', null, '合计', '财政拨款', '上年结转'], ['科目编码', '科目名称']], [...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, now, carried])(p)], [3, 5]), ['总计', null, ...cols(k, [all, now, carried])(and(general, basic))]]),
  ];
}

/** 社会保险基金, 国有资产占用, 非税收入, people: tables about other things than the budget's money, beside a few of its own. */
function things(k: Kit): Page[] {
  const at = put((t, n, w) => [[n], [t], right(w, `编制单位：${k.ledger.name}`, `单位：${yuan(k)}`)]);
  const n = k.ledger.units.length;
  const f = (x: number): number => Math.round(x * 100) / 100;
  const seed = k.cents(all) % 9973;
  const draw = (i: number, scale = 1): number => f((((seed * 31 + i * 7919) % 10007) / 7) * scale);
  const sum = (...list: number[]): number => f(list.reduce((a, b) => a + b, 0));
  const asset = k.ledger.units.map((_, i) => [draw(i), draw(i + 20), draw(i + 40), draw(i + 60), draw(i + 80), draw(i + 100)]);
  const row = (a: number[]): Row => [sum(...a), a[0], sum(a[1], a[2], a[3]), a[1], a[2], a[3], a[4], a[5]];
  const whole = Array.from({ length: 6 }, (_, c) => sum(...asset.map((a) => a[c])));
  const fees: [string, number, number][] = [['行政事业性收费收入', draw(201), draw(202)], ['罚没收入', draw(203), draw(204)], ['国有资源（资产）有偿使用收入', draw(205), draw(206)], ['其他非税收入', draw(207), draw(208)]];
  const insured = [draw(301), draw(302), draw(303), draw(304), draw(305)];
  return [
    at('附表1', '收支预算总表', [['收入', null, '支出'], ['项目', '金额', '项目', '金额']], level(1, [...income(k), ['六、上年结转', k.m(carried)], ['收入总计', k.m(all)]], [['一、人员支出', k.m(personnel)], ['二、公用支出', k.m(publicMoney)], ['三、项目支出', k.m(project)], ['支出总计', k.m(all)]])),
    at('附表2', '国有资产占有使用情况表', [['单位名称', '资产总额', '流动资产', '固定资产', null, null, null, '无形资产', '其他资产'], [null, null, null, '小计', '房屋', '车辆', '其他', null, null]], [['合计', ...row(whole)], ...k.ledger.units.map((u, i): Row => [u.name, ...row(asset[i])])]),
    at('附表3', '非税收入征收预算表', [['收入项目', '上年执行数', '本年预算数', '增减额', '备注']], [...fees.map(([t, a, b]): Row => [t, a, b, f(b - a)]), ['合计', sum(...fees.map((x) => x[1])), sum(...fees.map((x) => x[2])), f(sum(...fees.map((x) => x[2])) - sum(...fees.map((x) => x[1])))]]),
    at('附表4', '社会保险基金收支预算表', [['项目', '合计', '企业职工基本养老保险', '城乡居民基本养老保险', '失业保险']], [['一、收入', sum(draw(310), draw(311), draw(312)), draw(310), draw(311), draw(312)], ['其中：保险费收入', sum(draw(320, 0.1), draw(321, 0.1), draw(322, 0.1)), draw(320, 0.1), draw(321, 0.1), draw(322, 0.1)], ['二、支出', sum(insured[0], insured[1], insured[2]), insured[0], insured[1], insured[2]], ['三、本年收支结余', f(sum(draw(310), draw(311), draw(312)) - sum(insured[0], insured[1], insured[2])), f(draw(310) - insured[0]), f(draw(311) - insured[1]), f(draw(312) - insured[2])]]),
    at('附表5', '人员及车辆情况表', [['单位名称', '编制人数', null, null, '在职人数', '离休', '退休', '车辆编制数', '实有车辆'], [null, '小计', '行政', '事业', null, null, null, null, null]], [...k.ledger.units.map((u, i): Row => [u.name, 30 + 3 * i, 20 + i, 10 + 2 * i, 28 + i, i, 12 + i, 2, 1 + i]), ['合计', 30 * n + (3 * n * (n - 1)) / 2, 20 * n + (n * (n - 1)) / 2, 10 * n + n * (n - 1), 28 * n + (n * (n - 1)) / 2, (n * (n - 1)) / 2, 12 * n + (n * (n - 1)) / 2, 2 * n, n + (n * (n - 1)) / 2]]),
    at('附表6', '项目支出绩效目标表', [['项目名称', '预算金额', '财政拨款', '其他资金', '年度绩效目标', '产出指标', null, '效益指标', '满意度指标'], [null, null, null, null, null, '数量指标', '质量指标', '社会效益', '服务对象满意度']], k.ledger.projects.map((p, j): Row => [p.name, ...cols(k, [all, fiscal, other])((i) => i.project === j), `完成${p.name}工作`, '≥12次', '合格率100%', '群众获得感提升', '≥95%'])),
    at('附表7', '所属单位预算汇总表', [['序号', '单位编码', '单位名称', '单位性质', '收入合计', '支出合计', '其中：基本支出', '项目支出']], [...k.ledger.units.map((u, i): Row => [i + 1, u.code, u.name, u.kind === 'organ' ? '行政' : '事业', ...cols(k, [all, all, basic, project])(unit(i))]), [null, null, '合计', null, ...cols(k, [all, all, basic, project])(all)]]),
  ];
}

/** A list of lines for everything: no codes, 其中 rows, each figure's 上年 beside it, the share of the whole behind. */
function plain(k: Kit): Page[] {
  const at = put((t, _, w) => [[`${k.ledger.name}${k.year}年${t}`], right(w, null, `（单位：${yuan(k)}）`)]);
  const share = (p: Pick, whole: Pick): Row[number] => (k.cents(whole) === 0 ? null : `${((k.cents(p) / k.cents(whole)) * 100).toFixed(2)}%`);
  const leaf = (of: typeof func, pick: Pick, lens: readonly number[]): Row[] => k.codes(of, pick, lens).map((c): Row => [`${c.length === 3 ? '' : '  '.repeat((c.length - 3) / 2)}${k.name(c)}`, k.m(and(pick, (i) => of(i).startsWith(c))), share(and(pick, (i) => of(i).startsWith(c)), pick)]);
  return [
    at('收支', '收支总表', [['收入', null, null, '支出', null, null], ['项目', '预算数', '占比', '项目', '预算数', '占比']], level(1, [...income(k).map((r, i): Row => [...r, share([and(general, now), and(fund, now), and(capital, now), source('account'), and(now, single)][i], all)]), ['六、上年结转', k.m(carried), share(carried, all)], ['收入总计', k.m(all), '100%']], [...used(k, all).map((c, i): Row => [`${chinese(i)}${k.name(c)}`, k.m(code(c)), share(code(c), all)]), ['支出总计', k.m(all), '100%']])),
    at('支出', '一般公共预算支出表', [['功能分类科目名称', '预算数', '占比（%）']], [...leaf(func, general, [3, 5, 7]), ['合计', k.m(general), '100.00%']]),
    at('基本', '一般公共预算基本支出表', [['经济分类科目名称', '预算数', '占比（%）']], [['合计', k.m(and(general, basic)), '100.00%'], ...leaf(econ, and(general, basic), [3, 5])]),
    at('三公', '“三公”经费支出表', [['项目', '预算数', '备注']], THREE.map(([t, x]): Row => [t, three(k, general)(x), x === 'running' ? '车辆保有量3辆' : null])),
  ];
}

/** Final accounts of a department's own table set: Z01 …, 年初预算数 | 全年预算数 | 决算数, blocks of funds below one another. */
function zTables(k: Kit): Page[] {
  const spent: Pick = (i) => !i.kept;
  const fresh: Pick = (i) => !i.carried && i.source !== 'reserve';
  const at = put((t, n, w) => [[t], right(w, null, `财决${n}表`), right(w, `编制单位：${k.ledger.name}`, `金额单位：${yuan(k)}`)]);
  const codeHead = (groups: Row, below: Row = []): Row[] => [['项目', null, null, null, ...groups], ['支出功能分类科目编码', null, null, '科目名称', ...below], ['类', '款', '项']];
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [[null, null, null, '合计', ...cols(k, picks)(pick)], ...k.tree(func, pick, (c, name, p) => [...parts(c, 3, false), name, ...cols(k, picks)(p)])];
  const inc: [string, Pick][] = [['一、一般公共预算财政拨款收入', general], ['二、政府性基金预算财政拨款收入', fund], ['三、国有资本经营预算财政拨款收入', capital], ['四、上级补助收入', source('superior')], ['五、事业收入', source('institution', 'account')], ['六、经营收入', source('business')], ['七、附属单位上缴收入', source('affiliate')], ['八、其他收入', source('other')]];
  return [
    at('01', '收入支出决算总表', [['收入', null, null, '支出'], ['项目', '行次', '决算数', '项目（按功能分类）', '行次', '决算数']], (() => {
      const spend = used(k, spent).map((c, i): Row => [`${chinese(i)}${k.name(c)}`, k.m(and(spent, code(c)))]);
      const lists = [[...inc.map(([t, p]): Row => [t, k.m(and(fresh, p))]), ...Array.from({ length: Math.max(0, spend.length - inc.length) }, (): Row => []), ['本年收入合计', k.m(fresh)] as Row, ['使用非财政拨款结余', k.m(source('reserve'))] as Row, ['年初结转和结余', k.m(carried)] as Row, ['总计', k.m(all)] as Row], [...spend, ...Array.from({ length: Math.max(0, inc.length - spend.length) }, (): Row => []), ['本年支出合计', k.m(spent)] as Row, ['结余分配'] as Row, ['年末结转和结余', k.m((i) => i.kept)] as Row, ['总计', k.m(all)] as Row]];
      return lists[0].map((l, r): Row => [l[0] ?? null, r + 1, l[1] ?? null, lists[1][r][0] ?? null, lists[0].length + r + 1, lists[1][r][1] ?? null]);
    })()),
    at('03', '收入决算表', codeHead(['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入']), tree(fresh, [all, fiscal, source('superior'), source('institution', 'account'), source('business'), source('affiliate'), source('other')])),
    at('04', '支出决算表', codeHead(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']), tree(spent, [all, basic, project, (i) => i.nature === 'remit', (i) => i.nature === 'business', (i) => i.nature === 'subsidy'])),
    at('07', '一般公共预算财政拨款支出决算表', codeHead(['本年支出', null, null], ['小计', '基本支出', '项目支出']), tree(and(general, spent), [all, basic, project])),
    at('08', '财政拨款“三公”经费支出决算表', [['项目', '行次', '年初预算数', '全年预算数', '决算数'], ['栏次', null, 1, 2, 3]], (['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map((x, i): Row => [['一、“三公”经费支出', '（一）因公出国（境）费', '（二）公务用车购置及运行维护费', '1．公务用车购置费', '2．公务用车运行维护费', '（三）公务接待费'][i], i + 1, three(k, and(general, spent))(x), three(k, and(general, spent))(x), three(k, and(general, spent))(x)])),
    at('10', '国有资产占用情况表', [['项目', '行次', '数量', '项目', '行次', '数量'], ['栏次', null, 1, '栏次', null, 2]], [['一、车辆数合计（辆）', 1, 6, '二、单价100万元（含）以上设备（台/套）', 7, 2], ['1.副部（省）级及以上领导用车', 2], ['2.主要负责人用车', 3], ['3.机要通信用车', 4, 1], ['4.应急保障用车', 5, 2], ['5.其他用车', 6, 3]]),
  ];
}

/** One sheet a unit's whole budget: small tables below one another without titles of their own but 一、 二、 三、. */
function sections(k: Kit): Page[] {
  const u = yuan(k);
  const part = (title: string, header: Row[], body: Row[], below: Row[] = []): Part => ({ above: [[title]], header, body, below: [...below, []] });
  return [
    page('预算', { above: [[`${k.ledger.name}${k.year}年单位预算公开表`], [`单位：${u}`]], header: [], body: [], below: [] },
      part('表一、单位收支总表', [['收入项目', '金额', '支出项目', '金额']], level(1, [...income(k), ['六、上年结转', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['支出总计', k.m(all)]])),
      part('表二、单位支出总表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], [...k.tree(func, all, (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)]), ['合计', null, ...cols(k, [all, basic, project])(all)]]),
      part('表三、一般公共预算支出表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], [...k.tree(func, general, (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)]), ['合计', null, ...cols(k, [all, basic, project])(general)]]),
      part('表四、一般公共预算基本支出表', [['科目编码', '科目名称', '合计', '人员经费', '公用经费']], [...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5]), ['合计', null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))]]),
      part('表五、一般公共预算“三公”经费支出表', [['项目', '金额']], THREE.map(([t, x]): Row => [t, three(k, general)(x)]), [['备注：以上数据均不含涉密内容。']])),
  ];
}

const TWICE = <T extends Omit<PlaceForm, 'id'>>(id: string, form: T, round: Partial<PlaceForm['manner']>): PlaceForm[] => [{ id, ...form }, { ...form, id: `${id}-round`, ledger: { ...form.ledger, step: 1 }, manner: { ...form.manner, ...round } }];

export const FURTHER: readonly PlaceForm[] = [
  ...TWICE('bingtuan', { ledger: { carry: 'fiscal', capital: true }, manner: {}, file: '兵团', write: bingtuan }, { merges: 'unknown', zero: 'zero' }),
  ...TWICE('hubei', { ledger: { carry: 'none', fund: false }, manner: {}, file: '湖北', write: hubei }, { merges: 'none' }),
  ...TWICE('guangdong', { ledger: { carry: 'fiscal', capital: true }, manner: {}, file: '广东', write: guangdong }, { merges: 'unknown', zero: 'zero', unit: 'yuan' }),
  ...TWICE('jilin', { ledger: { carry: 'all', capital: true }, manner: {}, file: '吉林', write: jilin }, { merges: 'unknown' }),
  ...TWICE('things', { ledger: { carry: 'fiscal' }, manner: {}, file: '附表', write: things }, { merges: 'none', zero: 'zero' }),
  ...TWICE('plain', { ledger: { carry: 'fiscal', fund: false }, manner: {}, file: '简表', write: plain }, { merges: 'unknown' }),
  ...TWICE('z-tables', { ledger: { carry: 'all', kept: true, reserve: true, transfers: true, capital: true }, manner: {}, file: '2024年度部门决算', write: zTables }, { merges: 'unknown', zero: 'zero' }),
  ...TWICE('sections', { ledger: { carry: 'fiscal', level: 'unit', units: 1 }, manner: {}, file: '单位预算', write: sections }, { merges: 'none', unit: 'yuan' }),
];
