import type { Change, Count, ItemList, Section, Span, Statement, Subject } from './model';

/** A change that a reason breaks down: "主要是基本支出增加…,项目支出减少…". */
export interface ChangePartStatement {
  readonly of: Change;
  readonly subject: Subject;
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
