import { chinese, CLASSES, cols, FISCAL3, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, gov, govern, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const GOV: readonly (readonly [string, string])[] = [['501', '机关工资福利支出'], ['502', '机关商品和服务支出'], ['503', '机关资本性支出（一）'], ['504', '机关资本性支出（二）'], ['505', '对事业单位经常性补助'], ['506', '对事业单位资本性补助'], ['507', '对企业补助'], ['508', '对企业资本性支出'], ['509', '对个人和家庭的补助'], ['510', '对社会保障基金补助'], ['511', '债务利息及费用支出'], ['512', '债务还本支出'], ['513', '转移性支出'], ['514', '预备费及预留'], ['599', '其他支出']];
const DEP: readonly (readonly [string, string])[] = [['301', '工资福利支出'], ['302', '商品和服务支出'], ['303', '对个人和家庭的补助'], ['307', '债务利息及费用支出'], ['309', '资本性支出（基本建设）'], ['310', '资本性支出'], ['311', '对企业补助（基本建设）'], ['312', '对企业补助'], ['313', '对社会保障基金补助'], ['399', '其他支出']];

/** 湖南 2021–: 24 tables, wide tables whose columns are economic classes. */
function hunan(k: Kit): Page[] {
  let n = 0;
  const at = (title: string, header: Row[], body: Row[], below: Row[] = []): Page => {
    const number = `部门公开表${String(++n).padStart(2, '0')}`;
    return page(`${n}${title.slice(0, 20)}`, titled((w) => [right(w, null, number), [title], right(w, `部门：${k.ledger.units[0].code.slice(0, 3)}_${k.ledger.name}`, '单位：万元')])(header, body, below));
  };
  const rowsOf = (of: typeof func, pick: Pick, figures: (p: Pick) => Row): Row[] => [
    [null, null, null, k.ledger.units[0].code.slice(0, 3), k.ledger.name, ...figures(pick)],
    ...k.ledger.units.flatMap((u, i): Row[] => (k.cents(and(pick, unit(i))) === 0 ? [] : [[null, null, null, `  ${u.code}`, `  ${u.name}`, ...figures(and(pick, unit(i)))], ...k.codes(of, and(pick, unit(i)), of === func ? [3, 5, 7] : [3, 5]).map((c): Row => [...parts(c, 3), `    ${c}`, `    ${k.name(c)}`, ...figures((x) => pick(x) && x.unit === i && of(x).startsWith(c))])])),
  ];
  const three4: Row[] = [['科目编码', null, null, '单位代码', '单位名称（功能分类科目名称）'], ['类', '款', '项', null, null]];
  const head = (a: Row, b: Row = [], c?: Row): Row[] => [[...three4[0], ...a], [...three4[1], ...b], ...(c ? [[null, null, null, null, null, ...c]] : [])];
  const wide = (p: Pick): Row => [all, ...GOV.map(([g]) => govern(g))].map((q) => k.m(and(p, q)));
  const wideDep = (p: Pick): Row => [all, ...DEP.map(([g]) => eco(g))].map((q) => k.m(and(p, q)));
  const line = (name: string, p: Pick): Row => [name, k.m(p)];
  const gb = and(general, now, basic);
  const pay: [string, string[]][] = [['小计', ['30101', '30102', '30103', '30106', '30107']], ['基本工资', ['30101']], ['津贴补贴', ['30102']], ['奖金', ['30103']], ['伙食补助费', ['30106']], ['绩效工资', ['30107']], ['小计', ['30108', '30109', '30110', '30111', '30112']], ['机关事业单位基本养老保险缴费', ['30108']], ['职业年金缴费', ['30109']], ['职工基本医疗保险缴费', ['30110']], ['公务员医疗补助缴费', ['30111']], ['其他社会保障缴费', ['30112']], ['住房公积金', ['30113']], ['小计', ['30114', '30199']], ['医疗费', ['30114']], ['其他工资福利支出', ['30199']]];
  const goods = ['30201', '30202', '30205', '30206', '30207', '30209', '30211', '30212', '30213', '30214', '30215', '30216', '30217', '30218', '30226', '30227', '30228', '30229', '30231', '30239', '30299'];
  const srcs: Pick[] = [all, now, and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('superior'), source('affiliate'), source('business'), and(now, source('other')), carried];
  const g301 = and(gb, eco('301'));
  const g302 = and(gb, eco('302'));
  return [
    page('封面', { above: [], header: [], body: [[`${k.year}年部门预算公开表`], [`部门：${k.ledger.name}`]] }),
    at('收支总表', [['收入', null, '支出'], ['项目', '本年预算', '项目（按功能分类）', '本年预算', '项目（按部门预算经济分类）', '本年预算', '项目（按政府预算经济分类）', '本年预算']], level(4,
      [line('一、一般公共预算拨款收入', and(general, now)), line('二、政府性基金预算拨款收入', and(fund, now)), line('三、国有资本经营预算拨款收入', and(capital, now)), line('四、社会保险基金预算资金', (() => false)), line('五、财政专户管理资金收入', source('account')), line('    教育收费收入', source('account')), line('六、上级补助收入', source('superior')), line('七、附属单位上缴收入', source('affiliate')), line('八、事业收入', source('institution')), line('九、事业单位经营收入', source('business')), line('十、其他收入', and(now, source('other'))), ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], [], ['收入总计', k.m(all)]],
      [...lines(k, CLASSES.slice(0, 28), chinese, [all]), ['本年支出合计', k.m(all)], ['年终结转结余'], [], ['支出总计', k.m(all)]],
      [['一、基本支出', k.m(basic)], ...['301', '302', '303', '310'].map((c): Row => [`    ${k.name(c)}`, k.m(and(basic, eco(c)))]), ['二、项目支出', k.m(project)], ...DEP.map(([c, name]): Row => [`    ${name}`, k.m(and(project, eco(c)))]), ['三、事业单位经营支出'], ['本年支出合计', k.m(all)], ['年终结转结余'], [], ['支出总计', k.m(all)]],
      [...GOV.map(([g, name], i): Row => [`${chinese(i)}${name}`, k.m(govern(g))]), ['本年支出合计', k.m(all)], ['年终结转结余'], [], ['支出总计', k.m(all)]])),
    at('收入总表', [['单位代码', '单位名称', '合计', '本年收入', null, null, null, null, null, null, null, null, null, '上年结转结余'], [null, null, null, '小计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '事业收入', '上级补助收入', '附属单位上缴收入', '事业单位经营收入', '其他收入', null]], [['合计', null, ...cols(k, srcs)(all)], [k.ledger.units[0].code.slice(0, 3), k.ledger.name, ...cols(k, srcs)(all)], ...k.ledger.units.map((u, i): Row => [`  ${u.code}`, `  ${u.name}`, ...cols(k, srcs)(unit(i))])]),
    at('支出总表', [['科目编码', null, null, '科目名称', '合计', '基本支出', '项目支出', '事业单位经营支出', '上缴上级支出', '对附属单位补助支出'], ['类', '款', '项', null]], [[null, null, null, '合计', ...cols(k, [all, basic, project])(all)], ...k.tree(func, all, (c, name, p) => [...parts(c, 3, false), name, ...cols(k, [all, basic, project])(p)])]),
    at('支出预算分类汇总表（按政府预算经济分类）', head(['总计', ...GOV.map(([, name]) => name)], []), rowsOf(func, all, wide)),
    at('支出预算分类汇总表（按部门预算经济分类）', head(['总计', '基本支出', null, null, null, null, '项目支出'], ['', '合计', '工资福利支出', '商品和服务支出', '对个人和家庭的补助', '资本性支出', '合计', ...DEP.map(([, name]) => name)].map((t) => t || null)), rowsOf(func, all, (p) => [k.m(p), k.m(and(p, basic)), ...['301', '302', '303', '310'].map((c) => k.m(and(p, basic, eco(c)))), ...wideDep(and(p, project))])),
    at('财政拨款收支总表', [['收入', null, '支出'], ['项目', '金额', '项目', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款']], level(1,
      [line('一、本年收入', and(fiscal, now)), line('（一）一般公共预算拨款', and(general, now)), line('（二）政府性基金预算拨款', and(fund, now)), line('（三）国有资本经营预算拨款', and(capital, now)), line('二、上年结转', and(fiscal, carried)), line('（一）一般公共预算拨款', and(general, carried)), line('（二）政府性基金预算拨款', and(fund, carried)), line('（三）国有资本经营预算拨款', and(capital, carried)), ['收入总计', k.m(fiscal)]],
      [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...lines(k, CLASSES, (i) => `（${chinese(i).slice(0, -1)}）`, FISCAL3), ['二、年终结转结余'], ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    at('一般公共预算支出表', head(['合计', '基本支出', null, null, null, '项目支出'], [null, '小计', '工资福利支出', '商品和服务支出', '对个人和家庭的补助', null]), rowsOf(func, and(general, now), (p) => [k.m(p), k.m(and(p, basic)), k.m(and(p, basic, eco('301'))), k.m(and(p, basic, eco('302', '310'))), k.m(and(p, basic, eco('303'))), k.m(and(p, project))])),
    at('一般公共预算基本支出表', [['科目编码', null, '科目名称', '基本支出'], ['类', '款', null, '合计', '人员经费', '公用经费']], [[null, null, '合计', ...cols(k, [all, personnel, publicMoney])(gb)], ...k.tree(econ, gb, (c, name, p) => [...parts(c, 2), name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])]),
    at('一般公共预算基本支出表 人员经费(工资福利支出)(按政府预算经济分类)', head(['总计', '工资福利支出', null, null, null, null, '对事业单位经常性补助'], [null, '合计', '工资奖金津补贴', '社会保障缴费', '住房公积金', '其他工资福利支出', '合计', '工资福利支出', '其他对事业单位补助']), rowsOf(func, g301, cols(k, [all, govern('501'), govern('50101'), govern('50102'), govern('50103'), govern('50199'), govern('505'), govern('50501'), govern('50599')]))),
    at('一般公共预算基本支出表 人员经费(工资福利支出)(按部门预算经济分类)', head(['总计', '工资津补贴', null, null, null, null, null, '社会保障缴费', null, null, null, null, null, '住房公积金', '其他工资福利支出'], [null, ...pay.map(([name]) => name)].map((t, i) => (i === 13 ? null : t))), rowsOf(func, g301, (p) => [k.m(p), ...pay.map(([, codes]) => k.m(and(p, eco(...codes))))])),
    at('一般公共预算基本支出表 人员经费(对个人和家庭的补助)(按部门预算经济分类)', head(['总计', '离休费', '退休费', '退职（役）费', '抚恤金', '生活补助', '其他对个人和家庭的补助']), rowsOf(func, and(gb, eco('303')), cols(k, [all, eco('30301'), eco('30302'), eco('30303'), eco('30304'), eco('30305'), eco('30399')]))),
    at('一般公共预算基本支出表 公用经费(商品和服务支出)(按部门预算经济分类)', head(['总计', ...goods.map((c) => k.name(c))]), rowsOf(func, g302, cols(k, [all, ...goods.map((c) => eco(c))]))),
    at('一般公共预算“三公”经费支出表', [['单位编码', '单位名称', '“三公”经费合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, null, null, '小计', '公务用车购置费', '公务用车运行费', null]], [[k.ledger.units[0].code.slice(0, 3), k.ledger.name, ...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(three(k, and(general, now)))], ...k.ledger.units.map((u, i): Row => [`  ${u.code}`, `  ${u.name}`, ...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).map(three(k, and(general, now, unit(i))))])]),
    at('政府性基金预算支出表', [['科目编码', null, null, '科目名称', '本年政府性基金预算支出'], ['类', '款', '项', null, '合计', '基本支出', '项目支出']], k.cents(fund) === 0 ? [] : [[null, null, null, '合计', ...cols(k, [all, basic, project])(fund)], ...k.tree(func, fund, (c, name, p) => [...parts(c, 3), name, ...cols(k, [all, basic, project])(p)])], k.cents(fund) === 0 ? [['注：如本表格为空，则表示本年度未安排此项目。']] : []),
    at('政府性基金预算支出分类汇总表（按政府预算经济分类）', head(['总计', ...GOV.map(([, name]) => name)], []), rowsOf(func, fund, wide), [['注：如本表格为空，则表示本年度未安排此项目。']]),
    at('国有资本经营预算支出表', [['科目编码', null, null, '科目名称', '本年国有资本经营预算支出'], ['类', '款', '项', null, '合计', '基本支出', '项目支出']], [], [['注：如本表格为空，则表示本年度未安排此项目。']]),
    at('财政专户管理资金预算支出表', [['科目编码', null, null, '科目名称', '本年财政专户管理资金预算支出'], ['类', '款', '项', null, '合计', '基本支出', '项目支出']], k.cents(source('account')) === 0 ? [] : [[null, null, null, '合计', ...cols(k, [all, basic, project])(source('account'))], ...k.tree(func, source('account'), (c, name, p) => [...parts(c, 3), name, ...cols(k, [all, basic, project])(p)])], [['注：如本表格为空，则表示本年度未安排此项目。']]),
    at('专项资金预算汇总表', [['单位代码', '单位名称（专项名称）', '本年预算', '上年结转'], [null, null, '合计', '一般公共预算', '政府性基金预算', '其他资金', null]], []),
    at('项目支出绩效目标表', [['单位代码', '单位（专项）名称', '资金总额', '绩效目标', '绩效指标'], [null, null, null, null, '一级指标', '二级指标', '三级指标', '指标值', '指标值内容', '评（扣）分标准', '度量单位', '指标值类型', '备注']], k.ledger.units.flatMap((u, i): Row[] => [[u.code, u.name, k.m(and(project, unit(i)))], ...k.ledger.projects.flatMap((p, j): Row[] => (p.unit !== i ? [] : [[u.code, `  ${p.name}`, k.m((x) => x.project === j), '按时完成年度任务', '产出指标', '数量指标', '完成数', '≥10', '10', '未完成扣分', '个', '定量']]))])),
    at('部门整体支出绩效目标表', [['部门名称', '年度预算申请', null, null, null, null, null, null, '整体绩效目标'], [null, '资金总额', '按收入性质分', null, null, null, '按支出性质分'], [null, null, '一般公共预算', '政府性基金拨款', '财政专户管理资金', '单位资金', '基本支出', '项目支出']], [[k.ledger.name, k.m(all), k.m(general), k.m(fund), k.m(source('account')), k.m(and(other, (i) => i.source !== 'account')), k.m(basic), k.m(project), '全面完成年度工作']]),
  ];
}

/** 河南: 收支总表 with natures × funds, 支出 by subject with 工资福利 … over natures. */
function henan(k: Kit): Page[] {
  const part = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${n}`, titled((w) => [right(w, null, `预算${String(n).padStart(2, '0')}表`), [`${k.year}年${title}`], right(w, `部门名称：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const f: Pick[] = [all, and(general, now), and(fund, now), and(capital, now), source('account'), (i) => now(i) && other(i) && i.source !== 'account', carried];
  const nat: Row[] = [['一、基本支出', basic], ['1、工资福利支出', and(basic, eco('301'))], ['2、商品和服务支出', and(basic, eco('302'))], ['3、对个人和家庭的补助', and(basic, eco('303'))], ['4、资本性支出', and(basic, eco('310'))], ['二、项目支出', project], ['1、一般性项目', project], ['2、专项资金', (() => false)]].map(([name, p]): Row => [String(name), ...cols(k, f)(p as unknown as Pick)]);
  const three4: Row[] = [['科目编码', null, null, '单位代码', '单位（科目名称）'], ['类', '款', '项', null, null]];
  const nc = (p: Pick): Row => [all, basic, and(basic, eco('301')), and(basic, eco('303')), and(basic, eco('302', '310')), project, and(project, (i) => i.project !== null)].map((q) => k.m(and(p, q)));
  const byUnit = (pick: Pick): Row[] => [[null, null, null, null, '合计', ...nc(pick)], ...k.ledger.units.flatMap((u, n): Row[] => (k.cents(and(pick, unit(n))) === 0 ? [] : [[null, null, null, u.code, u.name, ...nc(and(pick, unit(n)))], ...k.codes(func, and(pick, unit(n)), [7]).map((c): Row => [...parts(c, 3), u.code, `  ${k.name(c)}`, ...nc(and(pick, unit(n), code(c)))])]))];
  const pairs = (pick: Pick): Row[] => k.codes(econ, pick, [5]).flatMap((e): Row[] => k.codes(gov, and(pick, eco(e)), [5]).map((g): Row => [...parts(e, 2), k.name(e), ...parts(g, 2), k.name(g), ...cols(k, [all, personnel, publicMoney])(and(pick, eco(e), govern(g)))]));
  return [
    part(1, '部门收支总体情况表', [['收入', null, '支出'], ['项目', '金额', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金', '上年结转结余']], [...level(1,
      [['一般公共预算', k.m(and(general, now))], ['  其中：财政拨款', k.m(and(general, now))], ['政府性基金', k.m(and(fund, now))], ['国有资本经营预算', k.m(and(capital, now))], ['财政专户管理资金', k.m(source('account'))], ['单位资金', k.m(f[5])], ['本年收入小计', k.m(now)], ['加：上年结转结余', k.m(carried)], ['收入合计', k.m(all)]],
      [...nat, ['支出合计', ...cols(k, f)(all)]])]),
    part(2, '部门收入总体情况表', [['单位代码', '单位名称', '总计', '一般公共预算', null, null, '政府性基金', '国有资本经营预算', '财政专户管理资金', '单位资金', '上年结转'], [null, null, null, '小计', '财政拨款', '非税收入拨款', null, null, null, null, null]],
      [[null, '合计', ...[all].map((p) => k.m(p)), k.m(f[1]), k.m(f[1]), null, ...f.slice(2).map((p) => k.m(p))], ...k.ledger.units.map((u, n): Row => [u.code, u.name, k.m(unit(n)), k.m(and(f[1], unit(n))), k.m(and(f[1], unit(n))), null, ...f.slice(2).map((p) => k.m(and(p, unit(n))))])]),
    part(3, '部门支出总体情况表', [[...three4[0], '总计', '基本支出', null, null, null, '项目支出'], [...three4[1], null, '合计', '工资福利支出', '对个人和家庭的补助', '商品和服务支出', '合计', '其他运转类']], byUnit(all)),
    part(4, '财政拨款收支总体情况表', [['收入', null, '支出'], ['项目', '金额', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、一般公共预算', k.m(general)], ['二、政府性基金', k.m(fund)], ['三、国有资本经营预算', k.m(capital)], ['收入合计', k.m(fiscal)]], [...lines(k, CLASSES, chinese, FISCAL3), ['支出合计', ...FISCAL3.map((p) => k.m(p))]])),
    part(5, '一般公共预算支出情况表', [[...three4[0], '总计', '基本支出', null, null, null, '项目支出'], [...three4[1], null, '合计', '工资福利支出', '对个人和家庭的补助', '商品和服务支出', '合计', '其他运转类']], byUnit(general)),
    part(6, '一般公共预算基本支出情况表', [['部门预算经济分类', null, null, '政府预算经济分类', null, null, '总计', '人员经费', '公用经费'], ['类', '款', '科目名称', '类', '款', '科目名称']], [[null, null, '合计', null, null, null, ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...pairs(and(general, basic))]),
    part(7, '一般公共预算“三公”经费支出情况表', [['项目', `“三公”经费${k.year}年预算数`]], [['合计', 'all'], ['1、因公出国（境）费用', 'abroad'], ['2、公务接待费', 'reception'], ['3、公务用车费', 'cars'], ['其中：（1）公务用车运行维护费', 'running'], ['      （2）公务用车购置', 'purchase']].map(([t, key]): Row => [t, three(k, general)(key as 'all')]), [['注：按照规定，“三公”经费包括因公出国（境）费、公务用车购置及运行费和公务接待费。（1）因公出国（境）费，指单位工作人员公务出国（境）的住宿费、旅费等支出。'], ['（2）公务用车购置及运行费，指单位公务用车购置费及租用费、燃料费、维修费等支出。']]),
    part(8, '政府性基金支出情况表', [[...three4[0], '总计', '基本支出', null, null, null, '项目支出'], [...three4[1], null, '合计', '工资福利支出', '对个人和家庭的补助', '商品和服务支出', '合计', '其他运转类']], k.cents(fund) ? byUnit(fund) : []),
    part(9, '支出经济分类汇总表', [['部门预算经济分类', null, null, '政府预算经济分类', null, null, '总计', '一般公共预算', '政府性基金', '国有资本经营预算', '财政专户管理资金', '单位资金', '上年结转结余'], ['类', '款', '科目名称', '类', '款', '科目名称']], [[null, null, '合计', null, null, null, ...cols(k, f)(all)], ...k.codes(econ, all, [5]).flatMap((e): Row[] => k.codes(gov, eco(e), [5]).map((g): Row => [...parts(e, 2), k.name(e), ...parts(g, 2), k.name(g), ...cols(k, f)(and(eco(e), govern(g)))]))]),
    part(10, '项目支出预算表', [['类型', '项目名称', '项目单位', '合计', '本年财政拨款', null, null, '财政拨款结转结余', '财政专户管理资金', '单位资金'], [null, null, null, null, '一般公共预算', '政府性基金', '国有资本经营预算', null, null, null]], [['合计', null, null, ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), and(fiscal, carried), source('account'), (i) => other(i) && i.source !== 'account'])(project)], ...k.ledger.projects.map((p, j): Row => [j % 2 ? '特定目标类' : '其他运转类', p.name, k.ledger.units[p.unit].name, ...cols(k, [all, and(general, now), and(fund, now), and(capital, now), and(fiscal, carried), source('account'), (i) => other(i) && i.source !== 'account'])((i) => i.project === j)])]),
  ];
}

/** 山西, 内蒙古: two years and the change beside each line. */
function shanxi(k: Kit): Page[] {
  const L = k.ledger.last;
  const year = (p: Pick): Row => { const [b, a] = [k.cents(and(p, general), L), k.cents(p)]; return [k.printed(b), k.printed(a), b === 0 ? null : Math.round(((a - b) / b) * 10_000) / 100]; };
  const part = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`预算公开表${n}`, titled((w) => [[`表${n}`], [`${k.ledger.name}${k.year}年${title}`], right(w, null, '单位：万元')])(header, body, below));
  const [y, z] = [`${k.year - 1}年`, `${k.year}年`];
  const yh = [y, z, `${k.year}年比${k.year - 1}年增减%`];
  const cmp = (p: Pick): Row => { const [b, a] = [k.cents(and(p, general), L), k.cents(and(p, general))]; return [k.printed(b), k.m(and(p, general, basic), L), k.m(and(p, general, project), L), k.printed(a), k.m(and(p, general, basic)), k.m(and(p, general, project)), b === 0 ? null : Math.round(((a - b) / b) * 10_000) / 100]; };
  const both = [...k.items, ...L];
  return [
    part(1, '预算收支总表', [['收入', null, null, null, '支出'], ['项目', ...yh, '项目', ...yh]], level(2, [['一、一般公共预算', ...year(general)], ['二、政府性基金预算', ...year(fund)], ['三、国有资本经营预算', ...year(capital)], ['四、财政专户管理资金', ...year(source('account'))], ['五、单位资金', ...year((i) => other(i) && i.source !== 'account')], ['本年收入合计', ...year(all)], ['收入总计', ...year(all)]], [...lines(k, CLASSES, chinese, []).map((r, i): Row => [r[0], ...year(code(CLASSES[i]))]), ['本年支出合计', ...year(all)], ['支出总计', ...year(all)]])),
    part(2, '预算收入总表', [['项目', null, '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'], ['科目编码', '科目名称']], [['合计', null, ...cols(k, [all, general, fund, capital, source('account'), (i) => other(i) && i.source !== 'account'])(all)], ...k.tree(func, all, (c, name, p) => [Number(c), name, ...cols(k, [all, general, fund, capital, source('account'), (i) => other(i) && i.source !== 'account'])(p)])]),
    part(3, '预算支出总表', [['项目', null, '合计', '基本支出', '项目支出', '上缴上级支出', '事业单位经营支出', '对附属单位补助支出'], ['科目编码', '科目名称']], [['合计', null, ...cols(k, [all, basic, project])(all)], ...k.tree(func, all, (c, name, p) => [Number(c), name, ...cols(k, [all, basic, project])(p)])]),
    part(4, '财政拨款收支总表', [['收入', null, '支出'], ['项目', '金额', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['一、一般公共预算', k.m(general)], ['二、政府性基金预算', k.m(fund)], ['三、国有资本经营预算', k.m(capital)], ['收入总计', k.m(fiscal)]], [...lines(k, used(k, fiscal), chinese, FISCAL3), ['支出总计', ...FISCAL3.map((p) => k.m(p))]])),
    part(5, '一般公共预算支出预算表', [['项目', null, `${y}预算数`, null, null, `${z}预算数`, null, null, '增减%'], ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '合计', '基本支出', '项目支出', null]], [['合计', null, ...cmp(all)], ...k.tree(func, general, (c, name, p) => [Number(c), name, ...cmp(p)], [3, 5, 7], both)]),
    part(6, '一般公共预算安排基本支出分经济科目表', [['经济科目名称', '预算数', '备注']], [['合计', k.m(and(general, basic))], ...k.codes(econ, and(general, basic), [3, 5]).map((c): Row => [`${' '.repeat(c.length - 3)}${k.name(c)}`, k.m(and(general, basic, eco(c)))])]),
    part(7, '政府性基金预算收入表', [['政府性基金预算收入', `${z}预算数`]], [['合计', k.m(fund)], ['国有土地使用权出让收入', k.m(fund)]]),
    part(8, '政府性基金预算支出表', [['项目', null, `${z}预算数`], ['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? [['合计', null, ...cols(k, [all, basic, project])(fund)], ...k.tree(func, fund, (c, name, p) => [Number(c), name, ...cols(k, [all, basic, project])(p)])] : []),
    part(9, '国有资本经营预算收支预算表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], [['一、利润收入', null, '一、解决历史遗留问题及改革成本支出'], ['二、股利、股息收入', null, '二、国有企业资本金注入'], ['收入合计', null, '支出合计']]),
    part(10, '“三公”经费预算财政拨款情况统计表', [['项目', `${y}预算数`, `${z}预算数`, '增减额', '备注']], ([['因公出国（境）费', ['30212']], ['公务接待费', ['30217']], ['公务用车购置及运行维护费', ['31013', '30231']], ['①公务用车购置费', ['31013']], ['②公务用车运行维护费', ['30231']], ['合计', ['30212', '30217', '31013', '30231']]] as [string, string[]][]).map(([t, c]): Row => { const [b, a] = [k.cents(and(general, eco(...c)), L), k.cents(and(general, eco(...c)))]; return [t, k.printed(b), k.printed(a), k.printed(a - b)]; })),
    part(11, '机关运行经费预算财政拨款情况统计表', [['单位名称', '预算数', '备注']], [['合计', k.m(and(general, publicMoney))], ...k.ledger.units.map((u, n): Row => [u.name, k.m(and(general, publicMoney, unit(n)))])]),
  ];
}

export const CENTRAL: readonly PlaceForm[] = [
  { id: 'hunan', ledger: { carry: 'all' }, manner: {}, file: '湖南', write: hunan },
  { id: 'hunan-zero', ledger: { step: 1, fund: false, units: 2 }, manner: { zero: 'zero', merges: 'unknown' }, file: '湖南', write: hunan },
  { id: 'henan', ledger: { carry: 'all' }, manner: { zero: 'zero' }, file: '河南', write: henan },
  { id: 'henan-unit', ledger: { step: 1, level: 'unit', units: 1, carry: 'fiscal' }, manner: { merges: 'unknown' }, file: '河南', write: henan },
  { id: 'shanxi', ledger: {}, manner: {}, file: '山西', write: shanxi },
  { id: 'shanxi-round', ledger: { step: 1, year: 2019 }, manner: { merges: 'unknown' }, file: '山西', write: shanxi },
];
