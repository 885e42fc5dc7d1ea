import { cols, three, titled } from './common';
import { all, and, basic, beside, fund, func, general, gov, govern, level, page, right, type Kit, type Page, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const TAXES = ['增值税', '企业所得税', '个人所得税', '资源税', '城市维护建设税', '房产税', '印花税', '城镇土地使用税', '土地增值税', '车船税', '耕地占用税', '契税', '环境保护税', '其他税收收入'];
const OTHERS = ['专项收入', '行政事业性收费收入', '罚没收入', '国有资本经营收入', '国有资源（资产）有偿使用收入', '捐赠收入', '政府住房基金收入', '其他收入'];
const FUNDS: readonly (readonly [string, string])[] = [['国有土地使用权出让', '212'], ['城市基础设施配套费', '212'], ['污水处理费', '212'], ['彩票公益金', '229'], ['大中型水库移民后期扶持基金', '208']];
const INSURED = ['企业职工基本养老保险基金', '机关事业单位基本养老保险基金', '城乡居民基本养老保险基金', '城镇职工基本医疗保险基金', '城乡居民基本医疗保险基金', '工伤保险基金', '失业保险基金'];
const THREE = [['合计', 'all'], ['1.因公出国（境）费', 'abroad'], ['2.公务接待费', 'reception'], ['3.公务用车购置及运行费', 'cars'], ['  其中：公务用车购置费', 'purchase'], ['        公务用车运行维护费', 'running']] as const;
const REGIONS = ['城关镇', '东风镇', '西河乡', '开发区'];

/**
 * A county's own budget (政府预算公开, not a department's): income by tax, transfers, debt, funds, state capital, social insurance.
 * The workbook is no department's; nothing in it may be held against the relations of departments' tables.
 */
function county(k: Kit): Page[] {
  const seed = k.cents(all) % 9973;
  const draw = (i: number, scale = 1): number => Math.round((((seed * 37 + i * 6151) % 10007) + 11) * scale);
  const at = (n: string, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${n}${title.slice(0, 14)}`, titled((w) => [[n], [`某某县${k.year}年${title}`], right(w, null, '单位：万元')])(header, body, below));
  const pair = (a: number, b: number): Row => [a, b, a === 0 ? null : Math.round((b / a) * 1000) / 10];
  const sum = (list: readonly (readonly [string, number, number])[]): readonly [number, number] => [list.reduce((n, x) => n + x[1], 0), list.reduce((n, x) => n + x[2], 0)];
  const rows = (list: readonly (readonly [string, number, number])[], indent = '    '): Row[] => list.map(([t, a, b]) => [`${indent}${t}`, ...pair(a, b)]);
  const two = (names: readonly string[], base: number): (readonly [string, number, number])[] => names.map((t, i) => [t, draw(base + i), draw(base + 50 + i)]);
  const [taxes, others] = [two(TAXES, 0), two(OTHERS, 200)];
  const [tax, other] = [sum(taxes), sum(others)];
  const transfers = two(['返还性收入', '一般性转移支付收入', '专项转移支付收入'], 300);
  const [given] = [sum(transfers)];
  const rest = two(['上年结余收入', '调入资金', '地方政府一般债务转贷收入'], 400);
  const [more] = [sum(rest)];
  const own: readonly [number, number] = [tax[0] + other[0], tax[1] + other[1]];
  const total: readonly [number, number] = [own[0] + given[0] + more[0], own[1] + given[1] + more[1]];
  const classes = k.codes(func, general, [3]).map((c, i): [string, number, number] => [k.name(c), draw(500 + i), draw(550 + i)]);
  const spent = sum(classes);
  const level1 = (n: number): string => `${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六'][n] ?? n}、`;
  const up: readonly [number, number] = [total[0] - spent[0], total[1] - spent[1]];
  const funds = FUNDS.map(([t], i): [string, number, number] => [`${t}收入`, draw(600 + i), draw(620 + i)]);
  const fundsOut = FUNDS.map(([t], i): [string, number, number] => [`${t}相关支出`, draw(640 + i), draw(660 + i)]);
  const insured = INSURED.map((t, i): [string, number, number] => [t, draw(700 + i), draw(720 + i)]);
  const regions = REGIONS.map((t, i): Row => [t, draw(800 + i) + draw(810 + i) + draw(820 + i), draw(800 + i), draw(810 + i), draw(820 + i)]);
  const whole = (c: number): number => regions.reduce((n, r) => n + Number(r[c]), 0);
  const head: Row[] = [['项目', `${k.year - 1}年执行数`, `${k.year}年预算数`, '预算数为上年执行数的%']];
  return [
    at('表1', '一般公共预算收入表', head, [['一、税收收入', ...pair(...tax)], ...rows(taxes), ['二、非税收入', ...pair(...other)], ...rows(others), ['本年收入合计', ...pair(...own)], ['转移性收入', ...pair(given[0] + more[0], given[1] + more[1])], ['  上级补助收入', ...pair(...given)], ...rows(transfers), ...rows(rest, '  '), ['收入总计', ...pair(...total)]]),
    at('表2', '一般公共预算支出表', head, [...classes.map(([t, a, b], i): Row => [`${level1(i)}${t}`, ...pair(a, b)]), ['本年支出合计', ...pair(...spent)], ['转移性支出', ...pair(...up)], ['  上解支出', ...pair(...up)], ['支出总计', ...pair(...total)]]),
    at('表3', '一般公共预算收支平衡表', [['收入', null, '支出'], ['项目', '预算数', '项目', '预算数']], level(1, [['本级收入', own[1]], ['上级补助收入', given[1]], ...rest.map(([t, , b]): Row => [t, b]), ['收入总计', total[1]]], [['本级支出', spent[1]], ['上解支出', up[1]], ['支出总计', total[1]]])),
    at('表4', '一般公共预算本级支出表（功能分类）', [['科目编码', '科目名称', '预算数']], [...k.tree(func, general, (c, name, p) => [c, name, k.m(p)]), [null, '本级支出合计', k.m(general)]]),
    at('表5', '一般公共预算本级基本支出表（政府经济分类）', [['科目编码', '科目名称', '预算数']], [...k.tree(gov, and(general, basic), (c, name, p) => [c, name, k.m(p)], [3, 5]), [null, '合计', k.m(and(general, basic))]]),
    at('表6', '一般公共预算税收返还和转移支付表（分地区）', [['地区', '合计', '税收返还', '一般性转移支付', '专项转移支付']], [...regions, ['合计', whole(1), whole(2), whole(3), whole(4)]]),
    at('表7', '政府一般债务限额和余额情况表', [['项目', '预算数', '执行数']], [[`一、${k.year - 2}年末政府一般债务余额实际数`, null, draw(901)], [`二、${k.year - 1}年末政府一般债务余额限额`, draw(902), null], [`三、${k.year - 1}年政府一般债务发行额`, draw(903), draw(904)], ['    新增一般债券发行额', draw(905), draw(906)], ['    再融资一般债券发行额', draw(907), draw(908)], [`四、${k.year - 1}年政府一般债务还本额`, draw(909), draw(910)]]),
    at('表8', '政府性基金预算收支表', [['收入', null, null, '支出', null, null], ['项目', '上年执行数', '预算数', '项目', '上年执行数', '预算数']], level(1, [...funds.map((r): Row => [...r]), ['本年收入合计', ...sum(funds)]], [...fundsOut.map((r): Row => [...r]), ['本年支出合计', ...sum(fundsOut)]])),
    at('表9', '政府性基金预算本级支出表', [['科目编码', '科目名称', '预算数']], k.cents(fund) ? [...k.tree(func, fund, (c, name, p) => [c, name, k.m(p)]), [null, '合计', k.m(fund)]] : [], [['说明：无支出的科目未列示。']]),
    at('表10', '国有资本经营预算收支表', [['收入', null, '支出', null], ['项目', '预算数', '项目', '预算数']], level(1, [['一、利润收入', draw(950)], ['二、股利、股息收入', draw(951)], ['收入总计', draw(950) + draw(951)]], [['一、解决历史遗留问题及改革成本支出', draw(950)], ['二、其他国有资本经营预算支出', draw(951)], ['支出总计', draw(950) + draw(951)]])),
    at('表11', '社会保险基金收入表', head, [...insured.map(([t, a, b], i): Row => [`${level1(i)}${t}收入`, ...pair(a, b)]), ['收入合计', ...pair(...sum(insured))]]),
    at('表12', '社会保险基金支出表', head, [...insured.map(([t, a, b], i): Row => [`${level1(i)}${t}支出`, ...pair(Math.round(a * 0.9), Math.round(b * 0.9))]), ['支出合计', ...pair(insured.reduce((n, x) => n + Math.round(x[1] * 0.9), 0), insured.reduce((n, x) => n + Math.round(x[2] * 0.9), 0))]]),
    at('表13', '“三公”经费汇总表', [['项目', '预算数']], THREE.map(([t, x]): Row => [t, three(k, general)(x)])),
    at('表14', '支出政府经济分类情况表', [['科目编码', '科目名称', '合计', '基本支出', '项目支出']], [...k.tree(gov, and(general, govern('5')), (c, name, p) => [c, name, ...cols(k, [all, basic, (i) => !basic(i)])(p)], [3, 5]), [null, '合计', ...cols(k, [all, basic, (i) => !basic(i)])(and(general, govern('5')))]]),
    at('表15', '重点项目支出情况表', [['序号', '项目名称', '主管部门', '金额', '序号', '项目名称', '主管部门', '金额']], beside(k.ledger.projects.slice(0, 5).map((p, j): Row => [j + 1, p.name, k.ledger.units[p.unit].name, k.m((i) => i.project === j)]), k.ledger.projects.slice(5).map((p, j): Row => [j + 6, p.name, k.ledger.units[p.unit].name, k.m((i) => i.project === j + 5)]).concat([[null, '合计', null, k.m((i) => i.project !== null)]]))),
  ];
}

export const GOVERNMENT: readonly PlaceForm[] = [
  { id: 'county', ledger: { carry: 'none' }, manner: {}, file: '县级政府预算公开', write: county },
  { id: 'county-round', ledger: { carry: 'none', step: 1 }, manner: { merges: 'unknown', zero: 'zero', decimals: 0 }, file: '县级政府预算公开', write: county },
];
