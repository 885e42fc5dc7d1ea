import type { YearChart } from '../chart';
import type { FullBudgetOptions } from './options';

/** Where the money of an item comes from; each source is one income line. */
export type Source =
  | 'general' // 一般公共预算拨款
  | 'fund' // 政府性基金拨款
  | 'capital' // 国有资本经营预算收入
  | 'superior' // 上级补助收入
  | 'institution' // 事业收入
  | 'business' // 事业单位经营收入
  | 'affiliate' // 附属单位上缴收入
  | 'other' // 其他收入
  | 'savings' // 用事业基金弥补收支差额 / 使用非财政拨款结余
  | 'account' // 上年实户资金余额
  | 'generalCarry' // 上年结转: 财政拨款资金结转
  | 'otherCarry'; // 上年结转: 非财政拨款资金结余

export const FISCAL: readonly Source[] = ['general', 'fund', 'capital', 'generalCarry'];
/** What B05–B08 show. */
export const GENERAL: readonly Source[] = ['general', 'generalCarry'];

/** personnel 人员经费, public 公用经费, special 专项业务经费; the others are block lines 3–5 of 部门经济. */
export type Nature = 'personnel' | 'public' | 'special' | 'remit' | 'business' | 'subsidy';

/** The leaf of the model: every figure of every table is a sum of these. */
export interface Item {
  readonly unit: number;
  readonly source: Source;
  readonly nature: Nature;
  readonly functionCode: string;
  readonly economicCode: string;
  readonly governmentCode: string;
  readonly project: number | null;
  /** 专项资金列入部门预算的项目 / 纳入财政专户管理的收费. */
  readonly earmarked: boolean;
  /** 分. */
  readonly cents: number;
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly department: number;
  readonly kind: 'organ' | 'institution';
}

export interface Project {
  readonly unit: number;
  readonly name: string;
  readonly group: string;
  readonly kind: '专用项目' | '履职项目';
}

export interface Purchase {
  readonly unit: number;
  readonly project: number;
  readonly functionCode: string;
  readonly economicCode: string;
  readonly governmentCode: string;
  readonly quantity: number;
  readonly cents: number;
}

/** Money that is not spent this year. */
export interface Unspent {
  readonly unit: number;
  readonly source: Source;
  /** 结转下年 or 未安排支出的实户资金. */
  readonly to: 'nextYear' | 'unallocated';
  readonly cents: number;
}

/** Last year's 三公 and so on of a unit, in 分. */
export interface ThreePublic {
  readonly abroad: number;
  readonly reception: number;
  readonly purchase: number;
  readonly running: number;
  readonly meeting: number;
  readonly training: number;
}

export interface Budget {
  readonly options: FullBudgetOptions;
  readonly chart: YearChart;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly units: readonly Unit[];
  readonly items: readonly Item[];
  readonly unspent: readonly Unspent[];
  readonly projects: readonly Project[];
  readonly purchases: readonly Purchase[];
  readonly lastYear: readonly ThreePublic[];
}

/** Σ of the items that a condition holds for, in 分. */
export function total(items: readonly Item[], condition: (item: Item) => boolean): number {
  let cents = 0;
  for (const item of items) if (condition(item)) cents += item.cents;
  return cents;
}

export const THREE_PUBLIC_CODES: Readonly<Record<keyof ThreePublic, string>> = {
  abroad: '30212',
  reception: '30217',
  purchase: '31013',
  running: '30231',
  meeting: '30215',
  training: '30216',
};
