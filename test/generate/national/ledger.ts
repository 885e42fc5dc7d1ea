import type { YearChart } from '../chart';

/** Where money comes from. The first three are 财政拨款; `reserve` is 使用非财政拨款结余, an opening line of its own. */
export const SOURCES = ['general', 'fund', 'capital', 'account', 'institution', 'business', 'superior', 'affiliate', 'other', 'reserve'] as const;
export type Source = (typeof SOURCES)[number];
export const FISCAL: readonly Source[] = ['general', 'fund', 'capital'];
export const NON_FISCAL: readonly Source[] = ['account', 'institution', 'business', 'superior', 'affiliate', 'other'];

export const NATURES = ['personnel', 'public', 'project', 'business', 'remit', 'subsidy'] as const;
export type Nature = (typeof NATURES)[number];
export const BASIC: readonly Nature[] = ['personnel', 'public'];

/** One leaf amount; every figure of a workbook is a sum of these. */
export interface Item {
  readonly unit: number;
  readonly source: Source;
  /** Brought forward from the year before. */
  readonly carried: boolean;
  /** Not spent: 结转下年. */
  readonly kept: boolean;
  readonly nature: Nature;
  /** 7 digits, or 5 where the 款 has no 项. */
  readonly func: string;
  /** 5 digits, or 7 where the place has details of its own. */
  readonly econ: string;
  readonly gov: string;
  readonly project: number | null;
  readonly cents: number;
}

export interface Unit {
  readonly name: string;
  readonly code: string;
  readonly kind: 'organ' | 'institution';
}

export interface Project {
  readonly name: string;
  readonly unit: number;
}

/** What a department's budget says, before anybody prints it. */
export interface Ledger {
  readonly year: number;
  readonly chart: YearChart;
  readonly name: string;
  readonly level: 'unit' | 'department';
  readonly units: readonly Unit[];
  readonly projects: readonly Project[];
  readonly items: readonly Item[];
  /** Whether anything is kept for next year, and whether anything is brought forward. */
  readonly kept: boolean;
  readonly carries: boolean;
  /** The year before, for 执行数 and 上年预算数. */
  readonly last: readonly Item[];
  /** 政府采购: econ holds A 货物, B 工程, C 服务. */
  readonly purchases: readonly Item[];
  readonly detailNames: ReadonlyMap<string, string>;
}

/** The printed name of a functional, economic or local code. */
export function codeName(ledger: Ledger, code: string): string {
  return ledger.detailNames.get(code) ?? ledger.chart.name(code);
}
