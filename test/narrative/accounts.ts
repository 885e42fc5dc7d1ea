import { Random } from '../generate';
import type { FinalAccounts, FiscalAccount } from '../generate/finalAccounts/model';
import type { NationalBook } from '../generate/national';
import { TRAVEL } from '../generate/national/drawLedger';
import { codeName, FISCAL, type Nature, type Source } from '../generate/national/ledger';
import { total, type Select } from '../generate/national/select';
import type { Account, Figure, Row } from './template';

const STEP = 10_000;
const round = (fen: number): number => Math.round(fen / STEP) * STEP;
const NONE: Figure = { now: 0, before: 0, plan: 0 };
const isSome = ({ figure }: Row): boolean => figure.now > 0;
const sum = (figures: readonly Figure[]): Figure => ({ now: figures.reduce((n, f) => n + f.now, 0), before: figures.reduce((n, f) => n + f.before, 0), plan: figures.reduce((n, f) => n + f.plan, 0) });
/** As it is printed: a table and a text round each figure by itself. */
const printed = ({ now, before, plan }: Figure): Figure => ({ now: round(now), before: round(before), plan: round(plan) });

/** A budget of the national form: this year's and last year's money as its tables have them. */
export function budgetAccount({ ledger }: NationalBook): Account {
  const of = (select: Select): Figure => ({ now: round(total(ledger, select)), before: round(total(ledger, { ...select, of: 'last' })), plan: 0 });
  const source = (...sources: Source[]): Figure => of({ sources });
  const nature = (...natures: Nature[]): Figure => of({ side: 'expense', natures });
  const general = (more: Select = {}): Figure => of({ sources: ['general'], side: 'expense', ...more });
  const buys = (econ: string): Figure => ({ ...NONE, now: round(total(ledger, { of: 'purchases', econ })) });
  const [goods, works, services] = ['A', 'B', 'C'].map(buys);
  const figures: Readonly<Record<string, () => Figure>> = {
    收入: () => of({}), 支出: () => of({ side: 'expense' }), 财政拨款: () => of({ sources: FISCAL }), 一般收入: () => source('general'), 基金收入: () => source('fund'), 国资收入: () => source('capital'),
    专户: () => source('account'), 事业收入: () => source('institution'), 经营收入: () => source('business'), 上级补助: () => source('superior'), 附属上缴: () => source('affiliate'), 其他收入: () => source('other'), 非财政结余: () => source('reserve'),
    基本: () => nature('personnel', 'public'), 项目: () => nature('project'), 经营: () => nature('business'), 上缴: () => nature('remit'), 补助: () => nature('subsidy'),
    一般: () => general(), 一般基本: () => general({ natures: ['personnel', 'public'] }), 一般项目: () => general({ natures: ['project'] }), 人员: () => general({ natures: ['personnel'] }), 公用: () => general({ natures: ['public'] }),
    基金: () => of({ sources: ['fund'], side: 'expense' }), 国资: () => of({ sources: ['capital'], side: 'expense' }),
    三公: () => general({ econs: [TRAVEL.abroad, TRAVEL.reception, TRAVEL.purchase, TRAVEL.running] }), 出国: () => general({ econ: TRAVEL.abroad }), 接待: () => general({ econ: TRAVEL.reception }),
    用车: () => general({ econs: [TRAVEL.purchase, TRAVEL.running] }), 购置: () => general({ econ: TRAVEL.purchase }), 运行: () => general({ econ: TRAVEL.running }),
    会议费: () => general({ econ: TRAVEL.meeting }), 培训费: () => general({ econ: TRAVEL.training }),
    采购: () => sum([goods, works, services]), 货物: () => goods, 工程: () => works, 服务: () => services,
  };
  const codes = (length: number, sources: readonly Source[]): string[] => [...new Set(ledger.items.filter((i) => sources.includes(i.source) && !i.kept).map((i) => i.func.slice(0, length)))].sort();
  const names = (code: string): Record<string, string> => ({ code, 类: codeName(ledger, code.slice(0, 3)), 款: codeName(ledger, code.slice(0, 5)), 项: codeName(ledger, code), 类名: codeName(ledger, code.slice(0, 3)).replace(/支出$/, '') });
  const byCode = (length: number, sources: readonly Source[]): Row[] => codes(length, sources).map((func) => ({ figure: of({ sources, side: 'expense', func }), words: names(func) }));
  const lists: Readonly<Record<string, () => readonly Row[]>> = {
    类: () => byCode(3, ['general']), 项: () => byCode(7, ['general']).filter((r) => r.words.code.length === 7), 全部类: () => byCode(3, ['general', 'fund', 'capital', 'account', 'institution', 'business', 'superior', 'affiliate', 'other', 'reserve']), 基金项: () => byCode(7, ['fund']),
    来源: () => ([['一般公共预算拨款收入', '一般收入'], ['政府性基金预算拨款收入', '基金收入'], ['国有资本经营预算拨款收入', '国资收入'], ['财政专户管理资金收入', '专户'], ['事业收入', '事业收入'], ['事业单位经营收入', '经营收入'], ['上级补助收入', '上级补助'], ['附属单位上缴收入', '附属上缴'], ['其他收入', '其他收入'], ['使用非财政拨款结余', '非财政结余']] as const).map(([名, key]) => ({ figure: figures[key](), words: { 名 } })).filter(isSome),
  };
  return {
    words: { year: String(ledger.year), last: String(ledger.year - 1), unit: ledger.name, 项目个数: String(ledger.projects.length) },
    figure: (name) => figures[name]?.() ?? missing(name),
    rows: (list) => (lists[list] ?? missing(list))(),
  };
}

const missing = (name: string): never => {
  throw new Error(`no such figure or list: ${name}`);
};

/** Final accounts: last year's and the budgeted figures stand in no table and are drawn; totals are the sums of what they comprise. */
export function finalAccount({ options, chart, name, fiscal, others, otherBalances, threePublic }: FinalAccounts): Account {
  const memo = new Map<string, Figure>();
  /** A figure with a last year and a budget of its own. */
  const drawn = (key: string, fen: number): Figure => {
    const known = memo.get(key);
    if (known !== undefined) return known;
    const random = new Random(`${options.seed} ${key}`);
    const near = (): number => (random.chance(0.1) ? fen : random.chance(0.08) ? 0 : round(fen * (0.6 + random.int(0, 80) / 100)));
    const figure = { now: fen, before: near(), plan: near() };
    memo.set(key, figure);
    return figure;
  };
  const spent = (f: FiscalAccount): number => f.personnel + f.public + f.project;
  const part = (keys: readonly ('personnel' | 'public' | 'project' | 'income' | 'opening' | 'closing')[], of: (f: FiscalAccount) => boolean): Figure =>
    sum(fiscal.filter(of).flatMap((f) => keys.map((k) => drawn(`${f.fund} ${f.code} ${k}`, f[k]))));
  const other = (key: string, fen: number): Figure => drawn(`other ${key}`, fen);
  const income = (kind: keyof (typeof others)[number]['income']): Figure => sum([other(kind, others.reduce((n, o) => n + o.income[kind], 0))]);
  const outgo = (kind: 'basic' | 'project' | 'remit' | 'business' | 'subsidy'): Figure => sum([other(`spent ${kind}`, others.reduce((n, o) => n + o[kind], 0))]);
  const SPENT = ['personnel', 'public', 'project'] as const;
  const all = (): boolean => true;
  const isGeneral = (f: FiscalAccount): boolean => f.fund === 'general';
  const incomes = ['superior', 'institution', 'business', 'affiliate', 'other'] as const;
  const outgoes = ['basic', 'project', 'remit', 'business', 'subsidy'] as const;
  const travel = (kind: string): Figure => {
    const [budget, actual] = threePublic[kind];
    return { ...drawn(`travel ${kind}`, actual), plan: budget };
  };
  const buys = (kind: string): Figure => {
    const random = new Random(`${options.seed} buys ${kind}`);
    return random.chance(0.3) ? NONE : { ...NONE, now: random.int(1, 90_000) * STEP };
  };
  const opening = (): Figure => sum([part(['opening'], all), other('opening', otherBalances.opening)]);
  const closing = (): Figure => sum([part(['closing'], all), other('closing', otherBalances.closing)]);
  const figures: Readonly<Record<string, () => Figure>> = {
    本年收入: () => sum([part(['income'], all), ...incomes.map(income)]), 本年支出: () => sum([part(SPENT, all), ...outgoes.map(outgo)]),
    总计: () => sum([part(['income'], all), ...incomes.map(income), other('used', otherBalances.used), opening()]), 年初结转: opening, 年末结转: closing, 非财政结余: () => sum([other('used', otherBalances.used)]), 结余分配: () => sum([other('distributed', otherBalances.distributed)]),
    财政基本: () => part(['personnel', 'public'], all), 财政项目: () => part(['project'], all), 财政收入: () => part(['income'], all), 财政支出: () => part(SPENT, all), 财政总计: () => sum([part(['income'], all), part(['opening'], all)]), 一般收入: () => part(['income'], isGeneral), 基金收入: () => part(['income'], (f) => f.fund === 'government'), 国资收入: () => part(['income'], (f) => f.fund === 'capital'),
    上级补助: () => income('superior'), 事业收入: () => income('institution'), 经营收入: () => income('business'), 附属上缴: () => income('affiliate'), 其他收入: () => income('other'),
    基本: () => sum([part(['personnel', 'public'], all), outgo('basic')]), 项目: () => sum([part(['project'], all), outgo('project')]), 上缴: () => outgo('remit'), 经营: () => outgo('business'), 补助: () => outgo('subsidy'),
    一般: () => part(SPENT, isGeneral), 一般基本: () => part(['personnel', 'public'], isGeneral), 一般项目: () => part(['project'], isGeneral), 人员: () => part(['personnel'], isGeneral), 公用: () => part(['public'], isGeneral),
    基金: () => part(SPENT, (f) => f.fund === 'government'), 国资: () => part(SPENT, (f) => f.fund === 'capital'), 基金年初: () => part(['opening'], (f) => f.fund === 'government'), 基金年末: () => part(['closing'], (f) => f.fund === 'government'),
    财政年初: () => part(['opening'], all), 财政年末: () => part(['closing'], all), 一般年初: () => part(['opening'], isGeneral), 一般年末: () => part(['closing'], isGeneral),
    三公: () => sum(['abroad', 'purchase', 'running', 'reception'].map(travel)), 出国: () => sum([travel('abroad')]), 用车: () => sum(['purchase', 'running'].map(travel)), 购置: () => sum([travel('purchase')]), 运行: () => sum([travel('running')]), 接待: () => sum([travel('reception')]), 会议费: () => sum([travel('meeting')]), 培训费: () => sum([travel('training')]),
    采购: () => sum(['goods', 'works', 'services'].map(buys)), 货物: () => buys('goods'), 工程: () => buys('works'), 服务: () => buys('services'),
  };
  const names = (code: string): Record<string, string> => ({ code, 类: chart.name(code.slice(0, 3)), 款: chart.name(code.slice(0, 5)), 项: chart.name(code), 类名: chart.name(code.slice(0, 3)).replace(/支出$/, '') });
  const byCode = (length: number, of: (f: FiscalAccount) => boolean): Row[] => {
    const codes = [...new Set(fiscal.filter((f) => of(f) && spent(f) > 0).map((f) => f.code.slice(0, length)))].sort();
    return codes.map((code) => ({ figure: printed(part(SPENT, (f) => of(f) && f.code.startsWith(code))), words: names(code) }));
  };
  const lists: Readonly<Record<string, () => readonly Row[]>> = { 类: () => byCode(3, isGeneral), 类款: () => byCode(3, isGeneral).flatMap((one, i) => [
    { figure: one.figure, words: { 题: `${i + 1}、“${one.words.类}”（类）`, 尾: '。其中：' } },
    ...byCode(5, isGeneral).filter((r) => r.words.code.startsWith(one.words.code)).map((r) => ({ figure: r.figure, words: { 题: `“${r.words.款}”（款）`, 尾: '。' } })),
  ]), 财政类: () => byCode(3, all), 项: () => byCode(7, isGeneral).filter((r) => r.words.code.length === 7), 基金项: () => byCode(7, (f) => f.fund === 'government'), 财政项: () => byCode(7, all) };
  return {
    words: { year: String(options.year), last: String(options.year - 1), unit: name },
    figure: (key) => printed(figures[key]?.() ?? missing(key)),
    rows: (list) => (lists[list] ?? missing(list))(),
  };
}
