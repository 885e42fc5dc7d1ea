import type { Severity } from '../severity';

/** The prose of a disclosure (公开说明) as the audit sees it. Texts are compared half-width, without blanks and quotes. */

/** What a reader of files hands over. */
export interface NarrativeText {
  /** File name as the user knows it; "" for pasted text. */
  readonly file: string;
  /** Paragraphs in reading order; the first is number 1. */
  readonly paragraphs: readonly string[];
}

/** A stretch of one passage, in its normalised text. */
export interface Span {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** Concepts that a phrase names: side, fund, source, nature, item, stage; see src/families/vocabulary/narrative.yaml. */
export type Dimension = 'side' | 'fund' | 'source' | 'nature' | 'item' | 'stage';
export type Concepts = Readonly<Partial<Record<Dimension, string>>>;

/** The concepts without some of their dimensions. */
export function without(concepts: Concepts, ...dimensions: readonly Dimension[]): Concepts {
  return Object.fromEntries(Object.entries(concepts).filter(([d]) => !dimensions.includes(d as Dimension)));
}

/** The data of src/families/vocabulary/narrative.yaml, compiled. */
export interface NarrativeVocabulary {
  readonly signs: Readonly<Record<string, readonly string[]>>;
  readonly base: {
    readonly verbs: readonly string[];
    readonly periods: readonly string[];
    readonly kinds: Readonly<Record<string, readonly string[]>>;
    readonly tails: readonly string[];
    readonly alone: readonly string[];
  };
  readonly counts: readonly string[];
  readonly concepts: readonly { readonly set: Concepts; readonly words: readonly string[] }[];
  readonly fillers: readonly string[];
  readonly wholes: readonly { readonly of: Concepts; readonly parts: readonly (readonly string[])[]; readonly dimension: Dimension }[];
  readonly background: readonly string[];
  readonly people: readonly string[];
  readonly averages: readonly string[];
  readonly money: readonly string[];
  readonly residue: readonly { readonly pattern: string; readonly zh: string; readonly en: string; readonly everywhere?: boolean }[];
  readonly duties: readonly Duty[];
  readonly rules: readonly { readonly id: string; readonly severity: Severity; readonly zh: string; readonly en: string; readonly source: string }[];
}

/** Something that a disclosure must speak of. */
export interface Duty {
  readonly zh: string;
  readonly en: string;
  /** One of them anywhere in the text is enough. */
  readonly words: readonly string[];
  /** Only where the workbook has a table of this fund. */
  readonly fund?: string;
  /** The law or rule that the duty comes from. */
  readonly source: string;
  /** First fiscal year. */
  readonly since?: number;
}

/** An amount of money as written. */
export interface Money {
  /** 分; integer. */
  readonly fen: number;
  /** The last digit written, in 分. */
  readonly step: number;
  readonly span: Span;
  /** Index in the ledger of numbers. */
  readonly number: number;
}

/** A percentage as written. */
export interface Percent {
  readonly value: number;
  /** The last digit written, in percentage points. */
  readonly step: number;
  readonly span: Span;
  readonly number: number;
}

export interface Count {
  readonly value: number;
  readonly unit: string;
  readonly span: Span;
  readonly number: number;
}

export type Direction = 'up' | 'down' | 'equal' | 'template' | 'changed' | 'incomparable';

/** With what this year's amount is compared. */
export interface Base {
  /** 预算 (上年年初预算), 决算 (执行数, 决算数), or '' where the words leave it open. */
  readonly kind: string;
  /** true for the same year's budget ("比年初预算数"), the usual second comparison of final accounts. */
  readonly sameYear: boolean;
  readonly span: Span;
}

export interface Change {
  readonly base: Base | null;
  /** The base's own amount where it is written. */
  readonly prior: Money | null;
  readonly direction: Direction;
  readonly directionSpan: Span;
  readonly amount: Money | null;
  readonly percent: Percent | null;
  readonly percentDirection: Direction | null;
  readonly percentDirectionSpan: Span | null;
  /** Direction of "减少的主要原因是". */
  reasonDirection: Direction | null;
  reasonSpan: Span | null;
  /** "扣除中央基建后": the comparison has a scope of its own. */
  readonly narrowed: boolean;
  /** The text behind 主要原因是. */
  reason: string;
}

export interface Share {
  readonly percent: Percent;
  /** What it is a share of, as written. */
  readonly of: string;
  readonly concepts: Concepts;
  readonly span: Span;
}

export interface Completion {
  readonly percent: Percent;
  readonly plan: Money | null;
  /** "预决算差异率-4.90%": how far it is from the budget, negative where below it; null for a rate of completion. */
  readonly deviation: 'above' | 'below' | null;
  readonly span: Span;
}

export type Classification = 'function' | 'department' | 'government';

/** What an amount is said to be of. */
export interface Subject {
  /** The words, without number, year and code. */
  readonly text: string;
  readonly span: Span;
  readonly concepts: Concepts;
  /** Words that the vocabulary does not know; "" where everything is understood. */
  readonly unknown: string;
  /** Name of an account (科目), where it is one. */
  readonly name: string;
  readonly nameSpan: Span | null;
  readonly code: string;
  readonly codeSpan: Span | null;
  readonly codeNumber: number;
  /** Names of 类, 款, 项 where they are marked as such. */
  readonly levels: readonly { readonly level: '类' | '款' | '项'; readonly name: string }[];
}

/** What is needed to tell what a phrase is about. */
export interface Subjected {
  readonly subject: Subject;
  readonly parent: Statement | null;
  /** Nothing but its label stands before it in its paragraph, so that the heading may say what it is of. */
  readonly isLeading: boolean;
  /** Concepts that the surrounding text gives: 人员经费：①…, the fund of the chapter. */
  readonly context: Concepts;
}

/** The facts a statement speaks about; an empty list where none can be told for certain. */
export interface Binding {
  readonly concepts: Concepts;
  readonly classification: Classification | null;
  readonly code: string;
  readonly key: string | null;
}

/** One amount with everything said about it. */
export interface Statement extends Subjected {
  readonly amount: Money;
  readonly section: Section;
  /** From the first word of the subject to the amount. */
  readonly span: Span;
  readonly parts: Statement[];
  /** 其中 (of which) or 包括 (made up of). */
  partsKind: 'ofWhich' | 'consists' | null;
  changes: Change[];
  readonly shares: Share[];
  readonly completions: Completion[];
  /** "均为一般公共预算拨款". */
  allOf: { readonly concepts: Concepts; readonly span: Span } | null;
}

/** Statements in a row under one head. */
export interface ItemList {
  readonly head: Statement | null;
  readonly items: readonly Statement[];
  /** The words that open the list, for pointing at it. */
  readonly opening: Span;
  readonly context: Concepts;
  /** Paragraphs that each begin with an account, without words that open a list of them. */
  readonly isImplied?: boolean;
}

/** "无政府性基金预算收支" and the like: nothing there. */
export interface Nothing {
  readonly concepts: Concepts;
  readonly section: Section;
  readonly span: Span;
  readonly text: string;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly span: Span;
  readonly concepts: Concepts;
}

/** Where a passage stands. */
export interface Section {
  readonly headings: readonly Heading[];
  /** money: figures of the tables; people: staff and units; background: nothing to check. */
  readonly kind: 'money' | 'people' | 'background';
  readonly concepts: Concepts;
}

export type NumberKind = 'amount' | 'change' | 'percent' | 'code' | 'count';

/** A number of the text and what became of it. */
export interface LedgerEntry {
  kind: NumberKind;
  readonly span: Span;
  status: 'proved' | 'wrong' | 'unchecked';
  /** Why unchecked; a key of the reasons in report. */
  reason: string;
  /** What proves it: cells or other passages. */
  proof: readonly string[];
  /** true: no cell and no sum settles it; it fits what the text says beside it. */
  readonly isOnlyConsistent?: boolean;
}
