import { chinese, cols, lines, titled, used } from './common';
import { all, and, basic, capital, carried, econ, fiscal, func, fund, general, gov, level, now, other, page, personnel, project, publicMoney, right, source, unit, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const yuan = (k: Kit): string => (k.manner.unit === 'yuan' ? '元' : '万元');
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/**
 * What stands beside the statutory tables of a city's departments: units as columns, three years beside one another, staff, assets, non-tax
 * revenue, debt, transfers to districts, averages a head. Parts that are no sum stand among sums.
 */
function annexes(k: Kit): Page[] {
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`附表${n}`, titled((w) => [[`附表${n}`], [title], right(w, `部门名称：${k.ledger.name}`, `单位：${yuan(k)}`)])(header, body, below));
  const units = k.ledger.units;
  const byUnit = (pick: Pick): Row => [k.m(pick), ...units.map((_, n) => k.m(and(pick, unit(n))))];
  const tree = (pick: Pick, figures: (p: Pick) => Row): Row[] => [[null, '合计', ...figures(pick)], ...k.tree(func, pick, (c, name, p) => [c, name, ...figures(p)])];
  const sources: Pick[] = [general, fund, capital, source('account'), (i) => other(i) && i.source !== 'account'];
  // Staff: posts, those in them and those retired; an average a head has two decimals.
  const staff = units.map((_, n) => ({ organ: 20 + 7 * n, institution: 30 + 11 * n, organNow: 18 + 6 * n, institutionNow: 27 + 10 * n, retired: 9 + 4 * n }));
  const total = <K extends keyof (typeof staff)[number]>(key: K): number => sum(staff.map((s) => s[key]));
  const perHead = (pick: Pick, heads: number): Row[number] => Math.round((k.cents(pick) / 1_000_000 / heads) * 100) / 100;
  const goods = [['台式计算机', 12, 5000], ['便携式计算机', 5, 8000], ['多功能一体机', 3, 6500], ['空调机', 8, 4200]] as const;
  const income = [['10304', '行政事业性收费收入', 4_500_000_00], ['1030446', '  仲裁委行政事业性收费收入', 1_500_000_00], ['1030450', '  其他行政事业性收费收入', 3_000_000_00], ['10305', '罚没收入', 2_250_000_00], ['10307', '国有资源（资产）有偿使用收入', 1_200_000_00]] as const;
  const districts = ['东区', '西区', '南县', '北县', '开发区'].map((name, i) => [name, 1_200_000_00 + 350_000_00 * i, 300_000_00 + 50_000_00 * i] as const);
  const debts = [['一般债务', 50_000_000_00, 12_000_000_00, 8_000_000_00], ['专项债务', 30_000_000_00, 5_000_000_00, 2_000_000_00]] as const;
  const assets = [['一、流动资产', 8_120_000_00], ['二、固定资产净值', 45_300_000_00], ['  固定资产原值', 60_000_000_00], ['  减：累计折旧', 14_700_000_00], ['三、在建工程', 3_000_000_00], ['四、无形资产', 580_000_00]] as const;
  const p = (cents: number): Row[number] => k.printed(cents);
  return [
    at(1, `${k.year}年部门收支预算总表`, [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(3, [['一、一般公共预算拨款收入', k.m(and(general, now))], ['二、政府性基金预算拨款收入', k.m(and(fund, now))], ['三、国有资本经营预算拨款收入', k.m(and(capital, now))], ['四、财政专户管理资金收入', k.m(source('account'))], ['五、单位资金收入', k.m(and(sources[4], now))], ['本年收入合计', k.m(now)], ['上年结转', k.m(carried)], ['收入总计', k.m(all)]], [...lines(k, used(k, all), chinese, [all]), ['本年支出合计', k.m(all)], ['结转下年', null], ['支出总计', k.m(all)]])),
    at(2, `${k.year}年部门支出预算总表（分单位）`, [['科目编码', '科目名称', '合计', ...units.map((u) => u.name)]], tree(all, byUnit)),
    at(3, `${k.year}年部门支出预算总表`, [['科目编码', '科目名称', '合计', '基本支出', null, null, '项目支出'], [null, null, null, '小计', '人员经费', '公用经费', null]], tree(all, cols(k, [all, basic, personnel, publicMoney, project]))),
    at(4, `${k.year}年部门支出预算明细表（按资金来源）`, [['科目编码', '科目名称', '合计', '一般公共预算', '政府性基金', '国有资本经营预算', '财政专户', '单位资金', '其中：上年结转', '其中：政府采购']], tree(all, (q) => [...cols(k, [all, ...sources, carried])(q), null])),
    at(5, `${k.year}年财政拨款支出预算表（按政府预算支出经济分类）`, [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], [...k.tree(gov, fiscal, (c, name, q) => [c, name, ...cols(k, [all, basic, project])(q)], [3, 5]), ['合计', null, ...cols(k, [all, basic, project])(fiscal)]]),
    at(6, '2022—2024年部门收支情况表', [['项目', '2022年决算数', '2023年执行数', `${k.year}年预算数`, '比上年增减额', '比上年增减（%）']], [['一、收入合计', 0.93], ['二、支出合计', 0.93]].flatMap(([t, f], j): Row[] => { const v = k.cents(all); const before = Math.round(v * Number(f) / 10_000) * 10_000; const first = before - 35_000_000; return [[t, p(first), p(before), p(v), p(v - before), Math.round(((v - before) / before) * 10_000) / 100], ...(j === 1 ? [['其中：工资福利支出', p(1_000_000_00), p(1_100_000_00), p(1_210_000_00), p(110_000_00), 10]] as Row[] : [])]; })),
    at(7, '人员编制及实有情况表', [['单位名称', '编制数', null, null, '实有在职人数', null, null, '离退休人数', '人均基本支出'], [null, '小计', '行政编制', '事业编制', '小计', '行政人员', '事业人员', null, null]], [['合计', total('organ') + total('institution'), total('organ'), total('institution'), total('organNow') + total('institutionNow'), total('organNow'), total('institutionNow'), total('retired'), perHead(basic, total('organNow') + total('institutionNow'))], ...units.map((u, n): Row => { const s = staff[n]; return [u.name, s.organ + s.institution, s.organ, s.institution, s.organNow + s.institutionNow, s.organNow, s.institutionNow, s.retired, perHead(and(basic, unit(n)), s.organNow + s.institutionNow)]; })], [['注：人均基本支出＝基本支出÷实有在职人数，单位：万元/人。']]),
    at(8, '新增资产配置表', [['资产名称', '数量', '单价（元）', '金额', '备注']], [...goods.map(([name, n, price]): Row => [name, n, price, p(n * price * 100), n > 10 ? '更新' : null]), ['合计', sum(goods.map(([, n]) => n)), null, p(sum(goods.map(([, n, price]) => n * price * 100))), null]]),
    at(9, '非税收入征收计划表', [['科目编码', '科目名称', '上年完成数', '本年计划数', '增减额']], [['合计', null, p(7_500_000_00), p(sum(income.filter(([c]) => c.length === 5).map(([, , v]) => v))), p(sum(income.filter(([c]) => c.length === 5).map(([, , v]) => v)) - 7_500_000_00)], ...income.map(([c, name, v], i): Row => { const before = [4_300_000_00, 1_400_000_00, 2_900_000_00, 2_100_000_00, 1_100_000_00][i]; return [c, name, p(before), p(v), p(v - before)]; })]),
    at(10, '对区县转移支付表', [['地区', '合计', '一般性转移支付', '专项转移支付', null], [null, null, null, '小计', '其中：提前下达']], [...districts.map(([name, a, b]): Row => [name, p(a + b), p(a), p(b), p(Math.round(b * 0.7 / 10_000) * 10_000)]), ['合计', p(sum(districts.map(([, a, b]) => a + b))), p(sum(districts.map(([, a]) => a))), p(sum(districts.map(([, , b]) => b))), p(sum(districts.map(([, , b]) => Math.round(b * 0.7 / 10_000) * 10_000)))]]),
    at(11, '债务情况表', [['项目', '年初余额', '本年新增', '本年偿还', '年末余额', '债务限额']], [...debts.map(([name, a, b, c]): Row => [name, p(a), p(b), p(c), p(a + b - c), p(a + 20_000_000_00)]), ['合计', p(80_000_000_00), p(17_000_000_00), p(10_000_000_00), p(87_000_000_00), p(120_000_000_00)]]),
    at(12, '国有资产占有使用情况表', [['项目', '期末数', '占比（%）']], [...assets.map(([name, v], i): Row => [name, p(v), [14.25, 79.47, null, null, 5.26, 1.02][i]]), ['资产总计', p(57_000_000_00), 100]]),
    at(13, '重点项目分年度资金安排表', [['序号', '项目名称', '实施单位', '起止年限', '总投资', '已安排资金', null, null, `${k.year}年安排`, '以后年度安排'], [null, null, null, null, null, '小计', '财政资金', '自筹资金', null, null]], [...k.ledger.projects.slice(0, 6).map((x, j): Row => { const [a, b, c, d] = [500_000_00 + 70_000_00 * j, 120_000_00 + 10_000_00 * j, 300_000_00 + 25_000_00 * j, 80_000_00 * (j + 1)]; return [j + 1, x.name, units[x.unit].name, `${k.year - 2}-${k.year + 1}`, p(a + b + c + d), p(a + b), p(a), p(b), p(c), p(d)]; }), (() => { const n = Math.min(6, k.ledger.projects.length); const over = (f: (j: number) => number): number => sum(Array.from({ length: n }, (_, j) => f(j))); const [a, b, c, d] = [over((j) => 500_000_00 + 70_000_00 * j), over((j) => 120_000_00 + 10_000_00 * j), over((j) => 300_000_00 + 25_000_00 * j), over((j) => 80_000_00 * (j + 1))]; return [null, '合计', null, null, p(a + b + c + d), p(a + b), p(a), p(b), p(c), p(d)] as Row; })()]),
    at(14, '基本支出预算明细表（按部门预算支出经济分类）', [['科目编码', '科目名称', '合计', ...units.map((u) => u.name), '占比（%）']], [['合计', null, ...byUnit(basic), 100], ...k.tree(econ, basic, (c, name, q) => [c, name, ...byUnit(q), Math.round((k.cents(q) / k.cents(basic)) * 10_000) / 100], [3, 5])]),
  ];
}

const TWICE = (id: string, form: Omit<PlaceForm, 'id'>, others: Partial<PlaceForm['manner']>): PlaceForm[] => [{ id, ...form }, { id: `${id}-round`, ...form, ledger: { ...form.ledger, step: 1 }, manner: { ...form.manner, ...others } }];

export const ANNEXES: readonly PlaceForm[] = [
  ...TWICE('annexes', { ledger: { carry: 'fiscal', capital: true }, manner: {}, file: '市级部门预算及附表', write: annexes }, { merges: 'unknown', zero: 'zero' }),
];
