import { chartOf, type YearChart } from '../chart';
import { Random } from '../random';

/** What a generated 部门决算公开 workbook is like. */
export interface FinalAccountsOptions {
  readonly seed: number | string;
  readonly year: 2019 | 2020 | 2021 | 2022 | 2023 | 2024;
  /** 2020-list: as printed in Shaanxi for 2020 (one list in 06, 预算数/决算数 as rows); national: the present national form. */
  readonly form: '2020-list' | 'national';
  /** Number of functional leaf codes; default 12. */
  readonly scale?: number;
  readonly governmentFund?: boolean;
  readonly stateCapital?: boolean;
  /** Income and spending outside the fiscal appropriation. */
  readonly otherIncome?: boolean;
  /** Opening and closing balances. */
  readonly balances?: boolean;
  /** Code in one column; in 类/款/项 columns merged into one; or split over the three. */
  readonly codeColumns?: 'one' | 'merged' | 'split';
  /** 04 runs over two pages with its header repeated. */
  readonly twoPages?: boolean;
  readonly zeros?: 'blank' | 'zero';
  readonly contents?: boolean;
}

export type FullFinalAccountsOptions = Required<FinalAccountsOptions>;

export function fullFinalAccountsOptions(options: FinalAccountsOptions): FullFinalAccountsOptions {
  const national = options.form === 'national';
  return {
    scale: 12, governmentFund: true, stateCapital: national, otherIncome: true, balances: true,
    codeColumns: national ? 'merged' : 'one', twoPages: false, zeros: 'blank', contents: !national, ...options,
  };
}

export type Fund = 'general' | 'government' | 'capital';
export const FUNDS: readonly Fund[] = ['general', 'government', 'capital'];
export const OTHER_INCOME = ['superior', 'institution', 'business', 'affiliate', 'other'] as const;
export type OtherIncome = (typeof OTHER_INCOME)[number];

/** One functional code of one fund: opening + income = personnel + public + project + closing, in 分. */
export interface FiscalAccount {
  readonly code: string;
  readonly fund: Fund;
  readonly opening: number;
  readonly income: number;
  readonly personnel: number;
  readonly public: number;
  readonly project: number;
  readonly closing: number;
}

/** The money besides the appropriation of one functional code. */
export interface OtherAccount {
  readonly code: string;
  readonly income: Readonly<Record<OtherIncome, number>>;
  /** 其中：教育收费 of 事业收入. */
  readonly educationFees: number;
  readonly basic: number;
  readonly project: number;
  readonly remit: number;
  readonly business: number;
  readonly subsidy: number;
}

export interface FinalAccounts {
  readonly options: FullFinalAccountsOptions;
  readonly chart: YearChart;
  readonly name: string;
  readonly fiscal: readonly FiscalAccount[];
  readonly others: readonly OtherAccount[];
  /** Balances outside the appropriation: opening + income + used = spending + distributed + closing. */
  readonly otherBalances: { readonly opening: number; readonly used: number; readonly distributed: number; readonly closing: number };
  /** 一般公共预算 基本支出 by economic code. */
  readonly economic: ReadonlyMap<string, { readonly personnel: number; readonly public: number }>;
  /** “三公” and so on: [预算数, 决算数] by kind; 决算 is at least what 06 shows. */
  readonly threePublic: Readonly<Record<string, readonly [number, number]>>;
}

const PERSONNEL = ['30101', '30102', '30103', '30107', '30108', '30109', '30110', '30112', '30113', '30199', '30302', '30305', '30399'];
const PUBLIC = ['30201', '30202', '30205', '30206', '30207', '30208', '30211', '30213', '30216', '30217', '30226', '30227', '30228', '30231', '30239', '30299', '31002', '31003'];
const THREE = { abroad: '30212', reception: '30217', purchase: '31013', running: '30231', meeting: '30215', training: '30216' };

/** Draws the accounts; balances are the only derived amounts, and they close each account exactly. */
export function drawFinalAccounts(options: FullFinalAccountsOptions): FinalAccounts {
  const random = new Random(options.seed);
  const chart = chartOf(options.year);
  const amount = (digits: number): number => random.int(10 ** (digits + 1), 10 ** (digits + 2) - 1);
  const fiscal: FiscalAccount[] = [];
  const account = (code: string, fund: Fund, personnel: number, publicMoney: number, project: number): void => {
    const spent = personnel + publicMoney + project;
    const moved = options.balances && random.chance(0.4) ? amount(5) : 0;
    const opening = options.balances && random.chance(0.4) ? amount(5) : 0;
    // What was not there at the beginning came in; what is not there at the end was spent.
    fiscal.push({ code, fund, opening, income: Math.max(0, spent + moved - opening), personnel, public: publicMoney, project, closing: Math.max(moved, opening - spent) });
  };
  // The list form has no lines for the debt classes.
  const unlisted = options.form === '2020-list' ? /^(227|23[0-9])/ : /^(227|230|233)/;
  const leaves = chart.leaves('一般公共预算').filter((c) => !unlisted.test(c.code));
  const fixed = ['2080505', '2080506', '2210201'].filter((code) => leaves.some((c) => c.code === code));
  for (const code of fixed) account(code, 'general', amount(6), 0, 0);
  const free = random.sample(leaves.filter((c) => !fixed.includes(c.code)), Math.max(1, options.scale - fixed.length));
  free.forEach((c, i) => account(c.code, 'general', i % 2 === 0 ? amount(6) : 0, i % 2 === 0 ? amount(5) : 0, i % 3 === 0 || i % 2 === 1 ? amount(6) : 0));
  if (options.governmentFund) {
    for (const c of random.sample(chart.leaves('政府性基金').filter((x) => /^(207|212|229)/.test(x.code)), Math.max(2, Math.floor(options.scale / 8)))) account(c.code, 'government', 0, 0, amount(6));
  }
  if (options.stateCapital) for (const c of random.sample(chart.leaves('国有资本经营'), 2)) account(c.code, 'capital', 0, 0, amount(5));
  const others = options.otherIncome ? free.slice(0, 3).map((c) => otherAccount(c.code, amount, random)) : [];
  const economic = new Map<string, { personnel: number; public: number }>();
  const general = fiscal.filter((f) => f.fund === 'general');
  spread(economic, random, 'personnel', PERSONNEL, general.reduce((s, f) => s + f.personnel, 0));
  spread(economic, random, 'public', PUBLIC, general.reduce((s, f) => s + f.public, 0));
  const threePublic = Object.fromEntries(
    Object.entries(THREE).map(([kind, code]) => {
      const actual = (economic.get(code)?.public ?? 0) + (random.chance(0.3) ? amount(3) : 0);
      return [kind, [actual + (random.chance(0.5) ? amount(3) : 0), actual] as const];
    }),
  );
  const name = `西安市长安区${random.pick(['医疗保险经办中心', '水利局', '教育局', '文化和旅游局'])}`;
  return { options, chart, name, fiscal, others, otherBalances: otherBalances(options, others, amount), economic, threePublic };
}

function otherAccount(code: string, amount: (digits: number) => number, random: Random): OtherAccount {
  const income = Object.fromEntries(OTHER_INCOME.map((kind) => [kind, random.chance(0.7) ? amount(5) : 0])) as Record<OtherIncome, number>;
  return { code, income, educationFees: Math.floor(income.institution / 3), basic: amount(5), project: amount(4), remit: amount(3), business: income.business > 0 ? amount(4) : 0, subsidy: amount(3) };
}

function otherBalances(options: FullFinalAccountsOptions, others: readonly OtherAccount[], amount: (digits: number) => number): FinalAccounts['otherBalances'] {
  const income = others.reduce((s, o) => s + OTHER_INCOME.reduce((t, kind) => t + o.income[kind], 0), 0);
  const spent = others.reduce((s, o) => s + o.basic + o.project + o.remit + o.business + o.subsidy, 0);
  const used = options.balances && others.length > 0 ? amount(4) : 0;
  const distributed = options.balances && others.length > 0 ? amount(4) : 0;
  const room = spent + distributed - income - used;
  const opening = Math.max(0, room) + (options.balances && others.length > 0 ? amount(5) : 0);
  return { opening, used, distributed, closing: opening - room };
}

function spread(into: Map<string, { personnel: number; public: number }>, random: Random, kind: 'personnel' | 'public', codes: readonly string[], cents: number): void {
  if (cents === 0) return;
  const chosen = random.sample(codes, 10);
  random.split(cents, chosen.length).forEach((part, i) => {
    const row = into.get(chosen[i]) ?? { personnel: 0, public: 0 };
    row[kind] += part;
    into.set(chosen[i], row);
  });
}
