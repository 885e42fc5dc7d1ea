import { chinese, CLASSES, cols, FISCAL3, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, code, eco, econ, fiscal, func, fund, general, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const single: Pick = (i) => other(i) && i.source !== 'account';
const never: Pick = () => false;
const six = ['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const;

/** 河北: a running number before each line and a letter over each column; 项目 tables. */
function hebei(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${n}.${title.slice(0, 10)}`, titled((w) => [[title], right(w, null, `预算${String(n).padStart(2, '0')}表`), right(w, `${k.ledger.units[0].code.slice(0, 3)}${k.ledger.name}`, '单位：万元')])(header, body, below));
  let serial = 0;
  const numbered = (rows: Row[]): Row[] => { serial = 0; return rows.map((r) => [++serial, ...r]); };
  const srcs: Pick[] = [all, and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('business'), source('superior'), source('affiliate'), and(now, source('other')), carried];
  const nat: Pick[] = [all, basic, project, never, never, never];
  const [inc, out] = level(0, [['一、一般公共预算拨款收入', k.m(srcs[1])], ['二、政府性基金预算拨款收入', k.m(srcs[2])], ['三、国有资本经营预算拨款收入', k.m(srcs[3])], ['四、财政专户管理资金收入', k.m(srcs[4])], ['五、事业收入', k.m(srcs[5])], ['六、上级补助收入', k.m(srcs[7])], ['七、附属单位上缴收入', k.m(srcs[8])], ['八、事业单位经营收入', k.m(srcs[6])], ['九、其他收入', k.m(srcs[9])], ...Array.from({ length: 20 }, (): Row => []), ['本年收入合计', k.m(now)], ['上年结转结余', k.m(carried)], ['收入总计', k.m(all)]],
    [...lines(k, CLASSES, chinese, [all]), ['本年支出合计', k.m(all)], ['年终结转结余'], ['支出总计', k.m(all)]]).reduce<[Row[], Row[]]>((acc, r, i) => { acc[0].push([i + 1, r[0] ?? null, r[1] ?? null]); acc[1].push([r[2] ?? null, r[3] ?? null]); return acc; }, [[], []]);
  return [
    at(1, '部门预算收支总表', [['序号', '收入', null, '支出'], [null, '项目', '预算金额', '项目', '预算金额'], ['栏次', 1, 2, 3, 4]], inc.map((r, i): Row => [...r, ...out[i]])),
    at(2, '部门预算收入总表', [['序号', '功能分类科目', null, '合计', '本年收入', null, null, null, null, null, null, null, null, '上年结转结余'], [null, '科目编码', '科目名称', null, '一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算拨款收入', '财政专户管理资金收入', '事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入', null], ['栏次', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]], numbered([[null, '合计', ...cols(k, srcs)(all)], ...k.tree(func, all, (c, name, p) => [c, name, ...cols(k, srcs)(p)])])),
    at(3, '部门预算支出总表', [['序号', '功能分类科目', null, '合计', '基本支出', '项目支出', '上缴上级支出', '事业单位经营支出', '对附属单位补助支出'], [null, '科目编码', '科目名称'], ['栏次', 1, 2, 3, 4, 5, 6, 7, 8]], numbered([[null, '合计', ...cols(k, nat)(all)], ...k.tree(func, all, (c, name, p) => [c, name, ...cols(k, nat)(p)])])),
    at(4, '部门预算财政拨款收支总表', [['序号', '收入', null, '支出'], [null, '项目', '金额', '项目', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款']], numbered(level(0, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算拨款', k.m(and(general, now))], ['（二）政府性基金预算拨款', k.m(and(fund, now))], ['（三）国有资本经营预算拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['（一）一般公共预算拨款', k.m(and(general, carried))], ['（二）政府性基金预算拨款', k.m(and(fund, carried))], ['（三）国有资本经营预算拨款', k.m(and(capital, carried))], ...Array.from({ length: used(k, fiscal).length + 2 - 8 }, (): Row => []), ['收入总计', k.m(fiscal)]], [['一、本年支出', ...FISCAL3.map((p) => k.m(p))], ...lines(k, used(k, fiscal), (i) => `（${chinese(i).slice(0, -1)}）`, FISCAL3), ['二、年终结转结余'], ['支出总计', ...FISCAL3.map((p) => k.m(p))]]))),
    at(5, '部门预算一般公共预算财政拨款支出表', [['序号', '功能分类科目', null, '合计', '基本支出', null, null, '项目支出'], [null, '科目编码', '科目名称', null, '小计', '人员经费', '公用经费', null], ['栏次', 1, 2, 3, 4, 5, 6, 7]], numbered([[null, '合计', ...cols(k, [all, basic, personnel, publicMoney, project])(general)], ...k.tree(func, general, (c, name, p) => [c, name, ...cols(k, [all, basic, personnel, publicMoney, project])(p)])])),
    at(6, '部门预算一般公共预算财政拨款基本支出表', [['序号', '经济分类科目', null, '合计', '人员经费', '公用经费'], [null, '科目编码', '科目名称'], ['栏次', 1, 2, 3, 4, 5]], numbered([[null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5])])),
    at(7, '部门预算政府性基金预算财政拨款支出表', [['序号', '功能分类科目', null, '合计', '基本支出', '项目支出'], [null, '科目编码', '科目名称'], ['栏次', 1, 2, 3, 4, 5]], k.cents(fund) ? numbered([[null, '合计', ...cols(k, [all, basic, project])(fund)], ...k.tree(func, fund, (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)])]) : [], [['注：本部门无政府性基金预算，空表列示。']]),
    at(9, '部门预算财政拨款“三公”经费支出表', [['序号', '项目', '合计', '一般公共预算拨款', '基金预算拨款', '国有资本经营预算拨款'], ['栏次', 1, 2, 3, 4, 5]], numbered(([['“三公”经费', 'all'], ['1、因公出国（境）费', 'abroad'], ['2、公务用车购置及运维费', 'cars'], ['其中：公务用车购置费', 'purchase'], ['      公务用车运行维护费', 'running'], ['3、公务接待费', 'reception']] as const).map(([t, c]): Row => [t, three(k, fiscal)(c), three(k, general)(c), three(k, fund)(c), three(k, capital)(c)]))),
    at(10, '部门预算项目支出安排情况表', [['序号', '项目名称', '资金性质', '合计', '本年拨款', '上年结转'], ['栏次', 1, 2, 3, 4, 5]], numbered([['合计', null, k.m(project), k.m(and(project, now)), k.m(and(project, carried))], ...k.ledger.units.flatMap((u, n): Row[] => [[u.name, null, k.m(and(project, unit(n))), k.m(and(project, unit(n), now)), k.m(and(project, unit(n), carried))], ...k.ledger.projects.flatMap((p, j): Row[] => (p.unit === n ? [[`  ${p.name}`, '一般公共预算', ...cols(k, [all, now, carried])((i) => i.project === j)]] : []))])])),
  ];
}

/** 新疆: one table per sheet, income and expenditure by subject, 财政拨款 split in columns; code in three columns on every row. */
function xinjiang(k: Kit): Page[] {
  const at = (n: string, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`表${n}`, titled((w) => [[`表${n}`], [title], right(w, `编制部门：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const head = (...groups: Row): Row[] => [['功能分类科目编码', null, null, '功能分类科目名称', ...groups], ['类', '款', '项', null]];
  const srcs: Pick[] = [all, and(general, now), and(general, carried), and(fund, now), and(fund, carried), and(capital, now), source('account'), and(now, single), and(carried, other)];
  const dep = k.codes(econ, project, [3]);
  return [
    at('一', '部门收支总体情况表', [['收     入', null, '支     出'], ['项目', '预算数', '功能分类', '预算数']], level(1, [['财政拨款（补助）', k.m(fiscal)], ['一般公共预算', k.m(general)], ['政府性基金预算', k.m(fund)], ['国有资本经营预算', k.m(capital)], ['财政专户管理资金', k.m(source('account'))], ['教育收费（财政专户）', k.m(source('account'))], ['单位资金', k.m(single)], ['事业收入', k.m(source('institution'))], ['事业单位经营收入', k.m(source('business'))], ['上级补助收入', k.m(source('superior'))], ['附属单位上缴收入', k.m(source('affiliate'))], ['其他收入', k.m(source('other'))], ['小  计', k.m(all)], [], ['收  入  总  计', k.m(all)]], [...CLASSES.map((c): Row => [`${c}  ${k.name(c)}`, k.m(code(c))]), ['小  计', k.m(all)], ['结转下年'], ['支  出  总  计', k.m(all)]])),
    at('二', '部门收入总体情况表', [['功能分类科目编码', null, null, '功能分类科目名称', '合计', '一般公共预算', null, '政府性基金预算', null, '国有资本经营预算', '财政专户管理资金', '单位资金'], ['类', '款', '项', null, null, '本年', '上年结转', '本年', '上年结转', null, null, '本年', '上年结转']], [...k.tree(func, all, (c, name, p) => [...parts(c, 3), name, ...cols(k, srcs)(p)]), [null, null, null, '合  计', ...cols(k, srcs)(all)]]),
    at('三', '部门支出总体情况表', head('合计', '基本支出', '项目支出'), [...k.tree(func, all, (c, name, p) => [...parts(c, 3), name, ...cols(k, [all, basic, project])(p)]), [null, null, null, '合  计', ...cols(k, [all, basic, project])(all)]]),
    at('四', '财政拨款收支预算总体情况表', [['财政拨款收入', null, '财政拨款支出'], ['项目', '合计', '功能分类', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']], level(1, [['财政拨款（补助）', k.m(fiscal)], ['一般公共预算', k.m(general)], ['政府性基金预算', k.m(fund)], ['国有资本经营预算', k.m(capital)], [], ['收  入  总  计', k.m(fiscal)]], [...CLASSES.map((c): Row => [`${c}  ${k.name(c)}`, ...FISCAL3.map((p) => k.m(and(p, code(c))))]), ['小  计', ...FISCAL3.map((p) => k.m(p))], ['支  出  总  计', ...FISCAL3.map((p) => k.m(p))]])),
    at('五', '一般公共预算支出情况表', head('一般公共预算支出').map((r, i): Row => (i === 1 ? [...r, '小计', '基本支出', '项目支出'] : r)), [...k.tree(func, general, (c, name, p) => [...parts(c, 3), name, ...cols(k, [all, basic, project])(p)]), [null, null, null, '合计', ...cols(k, [all, basic, project])(general)]]),
    at('六', '一般公共预算基本支出情况表', [['经济分类科目编码', null, '经济分类科目名称', '一般公共预算基本支出'], ['类', '款', null, '小计', '人员经费', '公用经费']], [...k.tree(econ, and(general, basic), (c, name, p) => [...parts(c, 2), name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5]), [null, null, '合计', ...cols(k, [all, personnel, publicMoney])(and(general, basic))]]),
    at('七', '一般公共预算项目支出情况表', [['科目编码', null, null, '功能分类科目名称', '项目名称', '项目支出合计', ...dep.map((c) => k.name(c))], ['类', '款', '项']], [...k.codes(func, and(general, project), [7]).flatMap((c): Row[] => k.ledger.projects.flatMap((p, j): Row[] => (k.cents((i) => general(i) && i.project === j && i.func === c) ? [[...parts(c, 3), k.name(c), p.name, ...cols(k, [all, ...dep.map((d) => eco(d))])((i) => general(i) && i.project === j && i.func === c)]] : []))), [null, null, null, '合计', null, ...cols(k, [all, ...dep.map((d) => eco(d))])(and(general, project, (i) => i.project !== null))]]),
    at('八', '一般公共预算“三公”经费支出情况表', [['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'], [null, null, '小计', '公务用车购置费', '公务用车运行费', null]], [six.map(three(k, general))]),
    at('九', '政府性基金预算支出情况表', head('政府性基金预算支出').map((r, i): Row => (i === 1 ? [...r, '小计', '基本支出', '项目支出'] : r)), k.cents(fund) ? [...k.tree(func, fund, (c, name, p) => [...parts(c, 3), name, ...cols(k, [all, basic, project])(p)]), [null, null, null, '合计', ...cols(k, [all, basic, project])(fund)]] : [], [['备注：我单位无政府性基金预算拨款安排，此表为空表。']]),
  ];
}

/** 深圳: 收支 by line, 基本支出 and 项目支出 tables with units first. */
function shenzhen(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`表${n}${title.slice(0, 10)}`, titled((w) => [[`表${n}`], [`${k.year}年${title}`], right(w, `预算单位：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const unitRows = (figures: (p: Pick) => Row): Row[] => [[k.ledger.name, ...figures(all)], ...k.ledger.units.map((u, n): Row => [`  ${u.name}`, ...figures(unit(n))])];
  const bySubject = (pick: Pick, of: typeof func, figures: (p: Pick) => Row, lens: number[]): Row[] => [['合计', null, ...figures(pick)], ...k.tree(of, pick, (c, name, p) => [c, name, ...figures(p)], lens)];
  return [
    at(1, '部门收支预算总表', [['收入', null, '支出'], ['项目', `${k.year}年预算数`, '项目', `${k.year}年预算数`]], level(4, [['一、财政预算拨款', k.m(and(fiscal, now))], ['    （一）一般公共预算拨款', k.m(and(general, now))], ['    （二）政府性基金预算拨款', k.m(and(fund, now))], ['    （三）国有资本经营预算拨款', k.m(and(capital, now))], ['二、财政专户拨款', k.m(source('account'))], ['三、事业收入', k.m(source('institution'))], ['四、事业单位经营收入', k.m(source('business'))], ['五、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(now)], ['上级补助收入', null], ['上年结余、结转', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['本年支出合计', k.m(all)], ['对附属单位补助支出'], ['结转下年'], ['支出总计', k.m(all)]])),
    at(2, '部门收入预算总表', [['预算单位', '收入总计', '上年结余、结转', '财政预算拨款', null, null, null, '财政专户拨款', '事业收入', '事业单位经营收入', '其他收入'], [null, null, null, '小计', '一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款']], unitRows(cols(k, [all, carried, and(fiscal, now), and(general, now), and(fund, now), and(capital, now), source('account'), source('institution'), source('business'), and(now, source('other'))]))),
    at(3, '部门支出预算总表', [['预算单位', '支出总计', '基本支出', null, null, null, '项目支出'], [null, null, '小计', '工资福利支出', '商品和服务支出', '对个人和家庭的补助', null]], unitRows((p) => [k.m(p), k.m(and(p, basic)), k.m(and(p, basic, eco('301'))), k.m(and(p, basic, eco('302', '310'))), k.m(and(p, basic, eco('303'))), k.m(and(p, project))])),
    at(4, '部门财政拨款收支总表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(1, [['一、本年收入', k.m(and(fiscal, now))], ['（一）一般公共预算拨款', k.m(and(general, now))], ['（二）政府性基金预算拨款', k.m(and(fund, now))], ['（三）国有资本经营预算拨款', k.m(and(capital, now))], ['二、上年结转', k.m(and(fiscal, carried))], ['收入总计', k.m(fiscal)]], [...lines(k, used(k, fiscal), chinese, [fiscal]), ['支出总计', k.m(fiscal)]])),
    at(5, '一般公共预算支出表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], bySubject(general, func, cols(k, [all, basic, project]), [3, 5, 7])),
    at(6, '一般公共预算基本支出表', [['部门预算支出经济分类科目', null, '基本支出'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费']], bySubject(and(general, basic), econ, cols(k, [all, personnel, publicMoney]), [3, 5])),
    at(7, '政府性基金预算支出表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? bySubject(fund, func, cols(k, [all, basic, project]), [3, 5, 7]) : []),
    at(9, '部门政府采购项目支出预算表', [['预算单位', '采购品目名称', '总金额', '财政预算拨款', '财政专户拨款', '其他资金']], [['合计', null, 300, 260, 0, 40], [k.ledger.units[0].name, '计算机设备', 100, 100], [null, '物业管理服务', 150, 150], [null, '家具', 50, 10, 0, 40]]),
    at(10, '部门“三公”经费财政拨款预算表', [['单位名称', '年度', '“三公”经费财政拨款预算总额', '因公出国（境）费用', '公务接待费', '公务用车购置和运行维护费'], [null, null, null, null, null, '小计', '公务用车购置费', '公务用车运行维护费']], [[k.ledger.name, `${k.year - 1}年`, ...(['all', 'abroad', 'reception', 'cars', 'purchase', 'running'] as const).map((x) => k.m(and(general, eco(...({ all: ['30212', '30217', '31013', '30231'], abroad: ['30212'], reception: ['30217'], cars: ['31013', '30231'], purchase: ['31013'], running: ['30231'] })[x])), k.ledger.last))], [null, `${k.year}年`, ...(['all', 'abroad', 'reception', 'cars', 'purchase', 'running'] as const).map(three(k, general))]]),
  ];
}

/** County form of 2016: 公共财政预算拨款 split into 经费拨款 and non-tax; expenditure by 工资福利…; many hand-made spellings. */
function county(k: Kit): Page[] {
  const fees: Pick = (i) => general(i) && i.nature === 'public' && i.econ.startsWith('30201');
  const grants: Pick = (i) => general(i) && !fees(i);
  const at = (name: string, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(name, titled((w) => [[`附件${name}`], [`${k.year}年${title}`], right(w, `填报单位（盖章）：${k.ledger.name}`, '单位：元')])(header, body, below));
  const nat: [string, Pick][] = [['工资福利支出', eco('301')], ['商品和服务支出', eco('302')], ['对个人和家庭的补助', eco('303')], ['其他资本性支出', eco('310')]];
  const srcs: Pick[] = [all, general, grants, fees, fund, source('account'), single];
  return [
    at('1', '部门收支预算总表', [['收    入', null, '支    出'], ['项   目', '预算数', '项   目', '预算数']], level(2, [['一、公共财政预算拨款', k.m(general)], ['  1、经费拨款', k.m(grants)], ['  2、纳入预算管理的行政事业性收费', k.m(fees)], ['  3、专项收入', null], ['  4、罚没收入', null], ['二、政府性基金预算拨款', k.m(fund)], ['三、财政专户管理资金', k.m(source('account'))], ['四、事业收入', k.m(source('institution'))], ['五、其他收入', k.m(and(single, (i) => i.source !== 'institution'))], ['本年收入合计', k.m(all)], ['收 入 总 计', k.m(all)]], [['一、基本支出', k.m(basic)], ...nat.map(([t, p], i): Row => [`  ${i + 1}、${t}`, k.m(and(basic, p))]), ['二、项目支出', k.m(project)], ...nat.map(([t, p], i): Row => [`  ${i + 1}、${t}`, k.m(and(project, p))]), ['本年支出合计', k.m(all)], ['支 出 总 计', k.m(all)]])),
    at('2', '部门收入预算总表', [['单位名称', '合计', '公共财政预算拨款', null, null, '政府性基金', '财政专户管理资金', '其他收入'], [null, null, '小计', '经费拨款', '纳入预算管理的行政事业性收费', null, null, null]], [['合  计', ...cols(k, srcs)(all)], ...k.ledger.units.map((u, n): Row => [u.name, ...cols(k, srcs)(unit(n))])]),
    at('3', '部门支出预算总表', [['科目编码', null, null, '科目名称', '合计', '基本支出', null, null, null, null, '项目支出'], ['类', '款', '项', null, null, '小计', ...nat.map(([t]) => t), null]], [[null, null, null, '合  计', k.m(all), k.m(basic), ...nat.map(([, p]) => k.m(and(basic, p))), k.m(project)], ...k.tree(func, all, (c, name, p) => [...parts(c, 3, false), name, k.m(p), k.m(and(p, basic)), ...nat.map(([, q]) => k.m(and(p, basic, q))), k.m(and(p, project))])]),
    at('4', '财政拨款收支预算总表', [['收    入', null, '支    出'], ['项   目', '预算数', '项   目', '合计', '公共财政预算', '政府性基金预算']], level(1, [['一、公共财政预算拨款', k.m(general)], ['二、政府性基金预算拨款', k.m(fund)], ['收 入 总 计', k.m(fiscal)]], [...lines(k, used(k, fiscal), chinese, [fiscal, general, fund]), ['支 出 总 计', ...[fiscal, general, fund].map((p) => k.m(p))]])),
    at('5', '公共财政预算拨款支出表', [['科目编码', '科目名称', `${k.year - 1}年预算数`, `${k.year}年预算数`, '增减%']], [['合计', null, ...yoy(k, all)], ...k.tree(func, general, (c, name) => [c, name, ...yoy(k, code(c))], [3, 5, 7], [...k.items, ...k.ledger.last])]),
    at('6', '公共财政预算拨款基本支出表', [['经济科目编码', '经济科目名称', '金额']], [['合计', null, k.m(and(general, basic))], ...k.tree(econ, and(general, basic), (c, name, p) => [c, name, k.m(p)], [3, 5])]),
    at('7', '一般公共预算拨款“三公”经费预算表', [['项目', `${k.year - 1}年`, `${k.year}年`]], ([['因公出国（境）费', ['30212']], ['公务接待费', ['30217']], ['公务用车购置及运行费', ['31013', '30231']], ['其中：购置费', ['31013']], ['运行费', ['30231']], ['合计', ['30212', '30217', '31013', '30231']]] as [string, string[]][]).map(([t, c]): Row => [t, k.m(and(general, eco(...c)), k.ledger.last), k.m(and(general, eco(...c)))])),
    at('8', '政府性基金预算支出表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], k.cents(fund) ? [['合计', null, ...cols(k, [all, basic, project])(fund)], ...k.tree(func, fund, (c, name, p) => [c, name, ...cols(k, [all, basic, project])(p)])] : [['我单位没有政府性基金预算，此表为空。']]),
    at('9', '非税收入征收计划表', [['收入项目', '上年完成数', '本年计划数', '其中：上缴国库', '上缴财政专户', '备注']], [['合计', 120000, 150000, 100000, 50000], ['行政事业性收费收入', 80000, 100000, 100000, null, '按标准征收'], ['国有资产有偿使用收入', 40000, 50000, null, 50000]]),
    at('10', '部门基本情况表', [['单位名称', '单位性质', '编制人数', null, null, '实有人数', null, null, '离退休人数', '车辆（辆）'], [null, null, '合计', '行政', '事业', '合计', '行政', '事业', null, null]], [['合计', null, 86, 30, 56, 80, 28, 52, 33, 5], ...k.ledger.units.map((u, n): Row => [u.name, u.kind === 'organ' ? '行政' : '全额事业', ...(n === 0 ? [50, 30, 20, 46, 28, 18, 20, 3] : n === 1 ? [20, null, 20, 18, null, 18, 8, 1] : [16, null, 16, 16, null, 16, 5, 1])])]),
  ];
}

function yoy(k: Kit, p: Pick): Row {
  const [b, a] = [k.cents(and(p, general), k.ledger.last), k.cents(and(p, general))];
  return [k.printed(b), k.printed(a), b === 0 ? null : `${(Math.round(((a - b) / b) * 10_000) / 100).toFixed(2)}%`];
}

export const NORTH: readonly PlaceForm[] = [
  { id: 'hebei', ledger: { carry: 'fiscal', capital: true }, manner: { decimals: 2 }, file: '河北', write: hebei },
  { id: 'hebei-round', ledger: { step: 1 }, manner: { merges: 'unknown', zero: 'zero' }, file: '河北', write: hebei },
  { id: 'xinjiang', ledger: { carry: 'all' }, manner: {}, file: '新疆', write: xinjiang },
  { id: 'xinjiang-round', ledger: { step: 1, level: 'unit', units: 1 }, manner: { merges: 'unknown', zero: 'zero' }, file: '新疆', write: xinjiang },
  { id: 'shenzhen', ledger: { carry: 'fiscal' }, manner: {}, file: '深圳', write: shenzhen },
  { id: 'shenzhen-round', ledger: { step: 1, otherMoney: false }, manner: { merges: 'unknown', zero: 'text' }, file: '深圳', write: shenzhen },
  { id: 'county-2016', ledger: { year: 2016 }, manner: { unit: 'yuan' }, file: '2016年预算公开', write: county },
  { id: 'county-2018', ledger: { year: 2018, step: 1 }, manner: { unit: 'yuan', merges: 'unknown', zero: 'zero' }, file: '县', write: county },
];
