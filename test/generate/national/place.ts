import type { Source } from './ledger';
import type { Concept } from './spec';

/** How a place prints its budget: words and choices, no behaviour. */
export interface Place {
  readonly id: string;
  /** Tables in the order printed; `{y}` is the year. */
  readonly tables: readonly (readonly [Concept, string])[];
  readonly furniture: Furniture;
  readonly words: Words;
  readonly forms: Forms;
}

export interface Furniture {
  /** `{n}` 1, `{nn}` 01, `{cn}` 一. */
  readonly number: string;
  readonly numberAt: 'left' | 'right' | 'title' | 'none';
  /** `{t}` the title, `{y}` the year, `{d}` 部门 or 单位. */
  readonly title: string;
  /** A line above everything: `{name}`, `{y}`. */
  readonly banner: string | null;
  readonly nameLabel: string | null;
  /** `{u}` 万元 or 元. */
  readonly unitLine: string;
  readonly unit: 'yuan' | 'wan2' | 'wan6';
  readonly index: 'none' | '栏次' | '**' | 'numbers';
  readonly totalAt: 'top' | 'bottom';
  readonly totalWord: string;
  readonly zero: 'blank' | 'zero';
  readonly emptyNote: string;
}

export interface Words {
  /** Income lines of 收支总表, also columns of 收入总表. */
  readonly sources: Readonly<Record<Source, string>>;
  /** Lines of the three funds in 财政拨款收支总表, and their columns elsewhere. */
  readonly fiscalLines: readonly [string, string, string];
  readonly fiscal: string;
  readonly currentIncome: string;
  readonly carried: string;
  readonly incomeTotal: string;
  readonly currentExpense: string;
  readonly kept: string;
  readonly expenseTotal: string;
  readonly basic: string;
  readonly personnel: string;
  readonly publicMoney: string;
  readonly project: string;
  readonly business: string;
  readonly remit: string;
  readonly subsidy: string;
  readonly sum: string;
  readonly subSum: string;
  readonly amount: string;
  readonly item: string;
  readonly abroad: string;
  readonly cars: string;
  readonly purchase: string;
  readonly running: string;
  readonly reception: string;
  readonly code: readonly [string, string];
  readonly codeGroup: string | null;
  readonly economicGroup: string | null;
  readonly unitName: string;
}

export type CodeLayout = 'one' | 'three-two-seven' | 'split-last' | 'split-all' | 'bracket' | 'dash' | 'space' | 'name' | 'items';

export interface Forms {
  readonly income: 'flat' | 'grouped' | 'fiscal' | 'folded' | 'below';
  readonly functions: 'used' | 'all' | 'longer';
  /** What the right-hand side of the two 收支总表 lists: functions, or 基本 and 项目 (支出用途). */
  readonly spending: 'functions' | 'purposes';
  /** Amount columns of its expenditure side: one, or 合计, 基本 {人员, 公用}, 项目. */
  readonly summaryColumns: 'one' | 'natures';
  readonly unitColumns: 'name' | 'code and name';
  /** Whether tables by function list unit after unit, each below a row with its name. */
  readonly functionRows: 'tree' | 'by unit';
  readonly incomeRows: 'list' | 'single' | 'units' | 'departments' | 'functions';
  readonly incomeColumns: 'flat' | 'grouped' | 'years';
  readonly expenditureRows: 'functions' | 'triples';
  readonly expenditureColumns: 'six' | 'three' | 'natures' | 'of which';
  readonly fiscalSummary: 'outline' | 'flat' | 'twice' | 'columns' | 'outline columns' | 'plain';
  readonly generalColumns: 'full' | 'two' | 'of which' | 'years' | 'single';
  /** Whether the fund tables hold last year's money too. */
  readonly carriedInFunds: boolean;
  readonly economic: 'tree' | 'details' | 'pairs' | 'flat pairs' | 'chart' | 'panels';
  readonly economicColumns: 'three' | 'one';
  readonly threePublic: 'columns' | 'rows' | 'units' | 'years' | 'meetings' | 'funds';
  readonly functionCodes: CodeLayout;
  readonly economicCodes: CodeLayout;
  readonly outline: '一、' | '（一）' | '1.' | '1、' | 'none';
  readonly subOutline: '（一）' | '1.' | '1、' | '(1)' | 'none';
}
