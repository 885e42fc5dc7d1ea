/** The vocabulary of budget forms as data (src/families/vocabulary/words.yaml, compiled to src/generated/words.js). */

/**
 * What a concept distinguishes. fund 资金来源, period 时期与结转, nature 支出性质, item 三公等项目, kind 收入/支出, total 合计,
 * part 其中, measure 预算数/决算数, quantity 数量, column 表头栏别, classification 分类, deduction 扣除, subject 科目大类.
 */
export type Dimension =
  | 'fund' | 'period' | 'nature' | 'item' | 'kind' | 'total' | 'part' | 'measure' | 'quantity' | 'column' | 'classification' | 'deduction' | 'subject';

export interface Concept {
  /** The name rules use: 一般公共预算. */
  readonly id: string;
  readonly dimension: Dimension;
  /** Concepts it comprises: 财政拨款 over the three budgets. */
  readonly over?: readonly string[];
  /** Spellings, half width, without spaces. */
  readonly words: readonly string[];
}

export interface WordData {
  readonly concepts: readonly Concept[];
  /** Words that join others and mean nothing by themselves. */
  readonly filler: readonly string[];
  /** Words of which a table's title holds at least one. */
  readonly titles: readonly string[];
  /** What a title has in it where its table goes on from another sheet: 支出总表（续表）. */
  readonly continued: readonly string[];
  /** Beginnings of texts that point to another table and are no title: 见项目绩效目标表. */
  readonly pointers: readonly string[];
  /** Beginnings of the lines above a table: 单位：元, 编制部门：…. */
  readonly heads: readonly string[];
  /** Beginnings of notes below a table. */
  readonly notes: readonly string[];
  /** Beginnings of the lines people sign. */
  readonly signatures: readonly string[];
  /** Endings of the names of public bodies: 局, 委员会, 中心. */
  readonly bodies: readonly string[];
}

/** What a text is made of. */
export interface Phrase {
  readonly concepts: readonly Concept[];
  /** Share of its characters that the vocabulary knows, 0…1. */
  readonly known: number;
  /** Fiscal years it names. */
  readonly years: readonly number[];
}
