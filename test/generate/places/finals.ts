import { chinese, CLASSES, cols, lines, parts, three, titled, used } from './common';
import { all, and, basic, capital, carried, eco, econ, fiscal, func, fund, general, level, now, page, personnel, project, publicMoney, right, source, type Kit, type Page, type Pick, type Row } from './kit';
import type { PlaceForm } from './placeForm';

const spent: Pick = (i) => !i.kept;
const left: Pick = (i) => i.kept;
const newMoney: Pick = (i) => !i.carried && i.source !== 'reserve';

/** What differs between years and places of 部门决算公开. */
interface Style {
  readonly number: (n: number) => string;
  readonly title: (t: string) => string;
  readonly lineNumbers: boolean;
  readonly index: boolean;
  readonly codes: 1 | 3;
  readonly old: boolean;
  readonly columns: '决算数' | 'three';
  readonly detail: boolean;
}

const SRC: readonly (readonly [string, Pick])[] = [['上级补助收入', source('superior')], ['事业收入', source('institution', 'account')], ['经营收入', source('business')], ['附属单位上缴收入', source('affiliate')], ['其他收入', source('other')]];

function final(k: Kit, s: Style): Page[] {
  const yuan = k.manner.unit === 'yuan' ? '元' : '万元';
  const at = (n: number, title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(`${s.number(n)}${title.slice(0, 12)}`, titled((w) => [[s.title(title)], right(w, null, s.number(n)), right(w, `部门：${k.ledger.name}`, `金额单位：${yuan}`)])(header, body, below));
  const numbered = (lists: Row[][]): Row[][] => { let n = 0; return s.lineNumbers ? lists.map((l) => { const h = Math.max(...lists.map((x) => x.length)); const start = n; n += h; return Array.from({ length: h }, (_, r): Row => [l[r]?.[0] ?? null, start + r + 1, ...(l[r] ?? []).slice(1)]); }) : lists; };
  const index = (texts: number, count: number, word = '栏次'): Row[] => (s.index ? [[word, ...Array<null>(texts - 1).fill(null), ...Array.from({ length: count }, (_, i) => i + 1)]] : []);
  const three3 = (c: string): Row => (s.codes === 3 ? parts(c, 3) : [c]);
  const codeHead: Row[] = s.codes === 3 ? [['项目', null, null, null], ['功能分类科目编码', null, null, '科目名称'], ['类', '款', '项', null]] : [['项目', null], ['功能分类科目编码', '科目名称']];
  const headed = (groups: Row, below: Row = [], third: Row = []): Row[] => codeHead.map((r, i) => [...r, ...(i === 0 ? groups : i === 1 ? below : third)]);
  const total = (figures: Row): Row => [...(s.codes === 3 ? [null, null, null] : [null]), '合计', ...figures];
  const sub = (c: string, name: string, figures: Row): Row => [...three3(c), name, ...figures];
  const line = (name: string, p: Pick): Row => [name, k.m(p)];
  const inc = s.old ? [['一、财政拨款收入', fiscal], ['其中：政府性基金预算财政拨款', fund], ['二、上级补助收入', SRC[0][1]], ['三、事业收入', SRC[1][1]], ['四、经营收入', SRC[2][1]], ['五、附属单位上缴收入', SRC[3][1]], ['六、其他收入', SRC[4][1]]] as const
    : [['一、一般公共预算财政拨款收入', general], ['二、政府性基金预算财政拨款收入', fund], ['三、国有资本经营预算财政拨款收入', capital], ['四、上级补助收入', SRC[0][1]], ['五、事业收入', SRC[1][1]], ['六、经营收入', SRC[2][1]], ['七、附属单位上缴收入', SRC[3][1]], ['八、其他收入', SRC[4][1]]] as const;
  const income = inc.map(([t, p]) => line(t, and(newMoney, p)));
  const spend = lines(k, CLASSES.filter((c) => s.old ? !['224', '230', '231', '232'].includes(c) : c !== '230'), chinese, [spent]);
  const tail = (a: string, b: string, c: string, pa: Pick, pb: Pick, pc: Pick): Row[] => [line(a, pa), line(b, pb), line(c, pc), ['总计', k.m(all)]];
  const [l1, r1] = numbered([[...income, ...Array.from({ length: spend.length - income.length }, (): Row => []), ...tail('本年收入合计', s.old ? '用事业基金弥补收支差额' : '使用非财政拨款结余（含专用结余）', '年初结转和结余', newMoney, source('reserve'), carried)], [...spend, ...tail('本年支出合计', '结余分配', '年末结转和结余', spent, () => false, left)]]);
  const f4: Pick[] = [fiscal, general, fund, ...(s.old ? [] : [capital])];
  const fl: Row[] = [line('一、一般公共预算财政拨款', and(newMoney, general)), line('二、政府性基金预算财政拨款', and(newMoney, fund)), ...(s.old ? [] : [line('三、国有资本经营预算财政拨款', and(newMoney, capital))])];
  const fs = lines(k, CLASSES.filter((c) => c !== '230'), chinese, f4.map((p) => and(p, spent)));
  const [l4, r4] = numbered([[...fl, ...Array.from({ length: fs.length - fl.length }, (): Row => []), line('本年收入合计', and(newMoney, fiscal)), line('年初财政拨款结转和结余', and(carried, fiscal)), line('　　一般公共预算财政拨款', and(carried, general)), line('　　政府性基金预算财政拨款', and(carried, fund)), ...(s.old ? [] : [line('　　国有资本经营预算财政拨款', and(carried, capital))]), ['总计', k.m(fiscal)]],
    [...fs, ['本年支出合计', ...f4.map((p) => k.m(and(p, spent)))], ['年末财政拨款结转和结余', ...f4.map((p) => k.m(and(p, left)))], [], [], ...(s.old ? [] : [[] as Row]), ['总计', ...f4.map((p) => k.m(p))]]]);
  const rowsOf = (pick: Pick, figures: (p: Pick) => Row): Row[] => [total(figures(pick)), ...k.tree(func, pick, (c, name, p) => sub(c, name, figures(p)))];
  const gb = and(general, spent, basic);
  const list = (...classes: string[]): Row[] => classes.flatMap((g): Row[] => [[g, k.name(g), k.m(and(gb, eco(g)))], ...k.codes(econ, and(gb, eco(g)), [5]).map((c): Row => [c, k.name(c), k.m(and(gb, eco(c)))])]);
  const three6 = ['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const;
  const t3 = three(k, and(general, spent));
  const lh = s.lineNumbers ? ['行次'] : [];
  const amount = s.columns === 'three' ? ['年初预算数', '全年预算数', '决算数'] : ['金额'];
  const wide = (r: Row): Row => (s.columns === 'three' ? [...r.slice(0, r.length - 1), r[r.length - 1], r[r.length - 1], r[r.length - 1]] : r);
  const widen = (l: Row[]): Row[] => l.map((r) => (r.length === 0 || r[0] === null ? [r[0] ?? null, r[1] ?? null] : wide(r)));
  const w = 1 + lh.length + amount.length;
  const pad = (r: Row, n: number): Row => [...r, ...Array<null>(Math.max(0, n - r.length)).fill(null)];
  return [
    at(1, '收入支出决算总表', [pad(['收入', ...Array<null>(w - 1).fill(null), '支出'], 2 * w), ['项目', ...lh, ...amount, '项目', ...lh, ...amount], ...(s.index ? [['栏次', ...lh.map(() => null), ...amount.map((_, i) => i + 1), '栏次', ...lh.map(() => null), ...amount.map((_, i) => i + 1 + amount.length)] as Row] : [])], level(0, widen(l1).map((r) => pad(r, w)), widen(r1).map((r) => pad(r, w))), [['注：本表反映部门本年度的总收支和年末结转结余情况。']]),
    at(2, '收入决算表', [...headed(['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入']), ...index(s.codes + 1, 7)], rowsOf(newMoney, (p) => [k.m(p), k.m(and(p, fiscal)), ...SRC.map(([, q]) => k.m(and(p, q)))]), [['注：本表反映部门本年度取得的各项收入情况。']]),
    at(3, '支出决算表', [...headed(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']), ...index(s.codes + 1, 6)], rowsOf(spent, (p) => [k.m(p), ...[basic, project, (i: Parameters<Pick>[0]) => i.nature === 'remit', (i: Parameters<Pick>[0]) => i.nature === 'business', (i: Parameters<Pick>[0]) => i.nature === 'subsidy'].map((q) => k.m(and(p, q)))]), [['注：本表反映部门本年度各项支出情况。']]),
    at(4, '财政拨款收入支出决算总表', [['收     入', ...lh.map(() => null), null, '支     出'], ['项目', ...lh, '金额', '项目', ...lh, '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', ...(s.old ? [] : ['国有资本经营预算财政拨款'])], ...(s.index ? [['栏次', ...lh.map(() => null), 1, '栏次', ...lh.map(() => null), 2, 3, 4, ...(s.old ? [] : [5])] as Row] : [])], level(0, l4.map((r) => pad(r, 2 + lh.length)), r4), [['注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。']]),
    s.old
      ? at(5, '一般公共预算财政拨款支出决算表', [...headed(['本年支出'], ['小计', '基本支出', '项目支出']), ...index(s.codes + 1, 3)], rowsOf(and(general, spent), cols(k, [all, basic, project])))
      : at(5, '一般公共预算财政拨款支出决算表', [...headed(['本年支出合计', '基本支出', null, null, '项目支出'], [null, '小计', '人员经费', '公用经费', null]), ...index(s.codes + 1, 5)], rowsOf(and(general, spent), cols(k, [all, basic, personnel, publicMoney, project]))),
    at(6, '一般公共预算财政拨款基本支出决算表', [['人员经费', null, null, '公用经费'], ['经济分类科目编码', '科目名称', '决算数', '经济分类科目编码', '科目名称', '决算数', '经济分类科目编码', '科目名称', '决算数']], [...level(0, list('301', '303'), list('302'), list('310')), ['人员经费合计', null, k.m(and(gb, eco('301', '303'))), '公用经费合计', null, null, null, null, k.m(and(gb, eco('302', '310')))]], [['注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。']]),
    at(7, '一般公共预算财政拨款“三公”经费支出决算表', [['预算数', null, null, null, null, null, '决算数'], ['合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费', '合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费'], [null, null, '小计', '公务用车购置费', '公务用车运行维护费', null, null, null, '小计', '公务用车购置费', '公务用车运行维护费', null], ...(s.index ? [Array.from({ length: 12 }, (_, i) => i + 1) as Row] : [])], [[...three6.map(t3), ...three6.map(t3)]], [['注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数是包括当年一般公共预算财政拨款和以前年度结转资金安排的实际支出。']]),
    at(8, '政府性基金预算财政拨款收入支出决算表', [...headed(['年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], [null, null, '小计', '基本支出', '项目支出', null]), ...index(s.codes + 1, 6)], k.cents(fund) === 0 ? [] : rowsOf(fund, (p) => [k.m(and(p, carried)), k.m(and(p, newMoney)), ...cols(k, [spent, and(spent, basic), and(spent, project), left])(p)]), k.cents(fund) === 0 ? [['注：本部门本年度无政府性基金预算财政拨款收入、支出和结转结余，故本表无数据。']] : [['注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。']]),
    ...(s.old ? [] : [at(9, '国有资本经营预算财政拨款支出决算表', [...headed(['本年支出'], ['合计', '基本支出', '项目支出']), ...index(s.codes + 1, 3)], k.cents(capital) === 0 ? [] : rowsOf(and(capital, spent), cols(k, [all, basic, project])), [['注：本表反映部门本年度国有资本经营预算财政拨款支出情况。']])]),
    ...(s.detail ? details(k, at, rowsOf, headed) : []),
  ];
}

/** 四川: wide tables whose columns are economic classes. */
function details(k: Kit, at: (n: number, title: string, header: Row[], body: Row[]) => Page, rowsOf: (pick: Pick, figures: (p: Pick) => Row) => Row[], headed: (groups: Row, below?: Row) => Row[]): Page[] {
  const codes = k.codes(econ, and(general, spent), [3, 5]);
  const wide = (p: Pick): Row => [k.m(p), ...codes.map((c) => k.m(and(p, eco(c))))];
  const groups: Row = ['合计'];
  const below: Row = [null];
  codes.forEach((c) => { groups.push(c.length === 3 ? k.name(c) : null); below.push(c.length === 3 ? '小计' : k.name(c)); });
  return [
    at(10, '一般公共预算财政拨款支出决算明细表', headed(groups, below), rowsOf(and(general, spent), wide)),
    at(11, '一般公共预算财政拨款项目支出决算表', headed(['金额']), [...k.tree(func, and(general, spent, project), (c, name, p) => [...(headed([])[0].length === 4 ? parts(c, 3) : [c]), name, k.m(p)])]),
  ];
}

const NEW: Style = { number: (n) => `公开${String(n).padStart(2, '0')}表`, title: (t) => t, lineNumbers: true, index: true, codes: 1, old: false, columns: '决算数', detail: false };
const style = (s: Partial<Style>) => (k: Kit): Page[] => final(k, { ...NEW, ...s });
const LEDGER = { carry: 'all', kept: true, reserve: true, transfers: true, capital: true } as const;

/** 上海: no line numbers, codes in three columns, one table per heading, 元. */
function shanghai(k: Kit): Page[] {
  const at = (title: string, header: Row[], body: Row[], below: Row[] = []): Page => page(title.slice(0, 20), titled((w) => [[title], right(w, `编制单位：${k.ledger.name}`, '单位：万元')])(header, body, below));
  const y = `${k.year}年度`;
  const tree = (pick: Pick, picks: readonly Pick[]): Row[] => [...k.tree(func, pick, (c, name, p) => [...parts(c, 3), name, ...cols(k, picks)(p)]), ['合计', null, null, null, ...cols(k, picks)(pick)]];
  const head = (a: Row, b: Row = []): Row[] => [['项目', null, null, null, ...a], ['功能分类科目编码', null, null, '科目名称', ...b], ['类', '款', '项']];
  return [
    at(`${y}收入支出决算总表`, [['收入', null, '支出'], ['项目', '决算数', '项目', '决算数']], level(2, [['一、财政拨款收入', k.m(and(now, fiscal))], ['其中：政府性基金', k.m(and(now, fund))], ['二、事业收入', k.m(source('institution', 'account'))], ['三、经营收入', k.m(source('business'))], ['四、其他收入', k.m(and(now, source('other')))], ['本年收入合计', k.m(and(now, (i) => i.source !== 'reserve'))], ['用事业基金弥补收支差额', k.m(source('reserve'))], ['年初结转和结余', k.m(carried)], ['总计', k.m(all)]], [...lines(k, used(k, spent), chinese, [spent]), ['本年支出合计', k.m(spent)], ['结余分配'], ['年末结转和结余', k.m(left)], ['总计', k.m(all)]])),
    at(`${y}收入决算表`, head(['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入']), tree(newMoney, [all, fiscal, ...SRC.map(([, p]) => p)])),
    at(`${y}支出决算表`, head(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']), tree(spent, [all, basic, project, (i) => i.nature === 'remit', (i) => i.nature === 'business', (i) => i.nature === 'subsidy'])),
    at(`${y}财政拨款收入支出决算总表`, [['收入', null, '支出'], ['项目', '决算数', '项目', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款']], level(2, [['一、一般公共预算财政拨款', k.m(and(now, general))], ['二、政府性基金预算财政拨款', k.m(and(now, fund))], ['本年收入合计', k.m(and(now, fiscal))], ['年初财政拨款结转和结余', k.m(and(carried, fiscal))], ['其中：一般公共预算财政拨款', k.m(and(carried, general))], ['      政府性基金预算财政拨款', k.m(and(carried, fund))], [], ['总计', k.m(fiscal)]], [...lines(k, used(k, and(spent, fiscal)), chinese, [fiscal, general, fund].map((p) => and(p, spent))), ['本年支出合计', ...[fiscal, general, fund].map((p) => k.m(and(p, spent)))], ['年末财政拨款结转和结余', ...[fiscal, general, fund].map((p) => k.m(and(p, left)))], ['总计', ...[fiscal, general, fund].map((p) => k.m(p))]])),
    at(`${y}一般公共预算财政拨款支出决算表`, head(['合计', '基本支出', '项目支出']), tree(and(general, spent), [all, basic, project])),
    at(`${y}一般公共预算财政拨款基本支出决算表`, [['项目', null, null, '合计', '人员经费', '公用经费'], ['经济分类科目编码', null, '科目名称'], ['类', '款']], [...k.tree(econ, and(general, spent, basic), (c, name, p) => [...parts(c, 2), name, ...cols(k, [all, personnel, publicMoney])(p)], [3, 5]), ['合计', null, null, ...cols(k, [all, personnel, publicMoney])(and(general, spent, basic))]]),
    at(`${y}一般公共预算财政拨款“三公”经费及机关运行经费支出决算表`, [['合计', null, '“三公”经费', null, null, null, null, null, null, null, null, null, '机关运行经费'], [null, null, '因公出国（境）费', null, '公务用车购置及运行费', null, null, null, null, null, '公务接待费', null, null], [null, null, null, null, '小计', null, '公务用车购置费', null, '公务用车运行费', null, null, null, null], ['预算数', '决算数', '预算数', '决算数', '预算数', '决算数', '预算数', '决算数', '预算数', '决算数', '预算数', '决算数', '决算数']], [[...(['all', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const).flatMap((x): Row => [three(k, and(general, spent))(x), three(k, and(general, spent))(x)]), k.m(and(general, spent, publicMoney))]]),
    at(`${y}政府性基金预算财政拨款收入支出决算表`, [['项目', null, null, null, '年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'], ['功能分类科目编码', null, null, '科目名称', null, null, '小计', '基本支出', '项目支出'], ['类', '款', '项']], k.cents(fund) ? tree(fund, [carried, newMoney, spent, and(spent, basic), and(spent, project), left]) : []),
    at(`${y}资产负债简表`, [['项目', '期初数', '期末数', '项目', '期初数', '期末数']], [['一、流动资产', 1200.5, 1300.25, '一、流动负债', 200.5, 300.25], ['二、固定资产', 5000, 5200, '二、非流动负债', null, null], ['  其中：房屋', 3000, 3000], ['三、无形资产', 10, 12, '净资产合计', 6010, 6212], ['资产合计', 6210.5, 6512.25, '负债与净资产合计', 6210.5, 6512.25]]),
  ];
}

export const FINALS: readonly PlaceForm[] = [
  { id: 'final-2017', ledger: { ...LEDGER, year: 2017, capital: false }, manner: {}, file: '2017年部门决算公开', write: style({ old: true, codes: 3, number: (n) => `财决公开${String(n).padStart(2, '0')}表` }) },
  { id: 'final-2019', ledger: { ...LEDGER, year: 2019, step: 1 }, manner: { merges: 'unknown' }, file: '部门决算', write: style({ lineNumbers: true, codes: 3 }) },
  { id: 'final-2021', ledger: { ...LEDGER, year: 2021, step: 1 }, manner: { zero: 'zero' }, file: '部门决算公开表', write: style({ columns: 'three', title: (t) => t }) },
  { id: 'final-2024', ledger: { ...LEDGER, year: 2024, step: 1, level: 'unit', units: 1 }, manner: {}, file: '附件', write: style({ detail: true }) },
  { id: 'final-2025-yuan', ledger: { ...LEDGER, year: 2025, step: 1 }, manner: { unit: 'yuan', merges: 'unknown', zero: 'zero' }, file: '附件', write: style({ index: false, lineNumbers: false, codes: 3, title: (t) => `2025年度${t}` }) },
  { id: 'final-2016-plain', ledger: { ...LEDGER, year: 2016, capital: false, fund: false }, manner: {}, file: '2016年度决算', write: style({ old: true, index: false, lineNumbers: false, number: (n) => `表${n}`, title: (t) => `2016年度${t}` }) },
  { id: 'final-shanghai', ledger: { ...LEDGER, year: 2022, step: 1, capital: false, transfers: false }, manner: {}, file: '上海', write: shanghai },
];
