import type { Change, Count, ItemList, Section, Span, Statement, Subject, Subjected } from './model';

/** A change without this year's amount: in a reason ("主要是基本支出增加…,项目支出减少…") or by itself ("支出预算减少49.81万元"). */
export interface ChangePartStatement extends Subjected {
  /** The change that it is a part of; null where it stands by itself. */
  readonly of: Change | null;
  readonly change: Change;
}

export interface CountStatement {
  readonly subject: Subject;
  readonly count: Count;
  readonly section: Section;
}

/** What one passage says. */
export interface PassageContent {
  readonly statements: readonly Statement[];
  readonly lists: readonly ItemList[];
  readonly parts: readonly ChangePartStatement[];
  readonly counts: readonly CountStatement[];
  /** The last statement opens a list that goes on in the next passages ("其中："). */
  readonly opens: { readonly head: Statement; readonly opening: Span; readonly how: string } | null;
  /** "（1）人员经费：" at the end of the passage. */
  readonly trailing: Subject | null;
}
