import type { Frame, OpenList } from './frame';
import type { Change, Concepts, ItemList, Money, Span, Statement, Subject } from './model';
import type { ChangePartStatement, CountStatement } from './passageContent';
import { TokenReader } from './tokenReader';

/** What the reading of a passage has found so far, and where in a sentence it stands. */
export class ReaderState extends TokenReader {
  protected readonly statements: Statement[] = [];
  protected readonly lists: ItemList[] = [];
  protected readonly changeParts: ChangePartStatement[] = [];
  protected readonly counts: CountStatement[] = [];
  protected readonly outer: Frame[] = [];
  protected frame: Frame = { head: null, current: null, parts: false, separate: false, around: null };
  protected local: Concepts = {};
  protected list: OpenList | null = null;
  /** "上年为50万元": last year's figure of the statement at hand. */
  protected prior: Money | null = null;
  protected skipping = false;
  protected lastStop = '';
  /** Statements that are no parts, of the sentence before and of this one. */
  protected heads = { before: 0, now: 0 };
  protected movedHead: ChangePartStatement | null = null;
  protected movedParts = false;
  /** A change of something else than the statement at hand, until something else is said. */
  protected ofOther: Change | null = null;
  protected contextEnd = 0;
  /** "1.…(类)…(款)…(项)。年初预算为…": the account of which the passage gives amounts. */
  protected account: Subject | null = null;
  protected opening: { head: Statement; opening: Span; how: string; token: number } | null = null;
  protected trailing: { subject: Subject; token: number } | null = null;

  /** The head of the sentence speaks again. */
  protected endParts(): void {
    const outermost = this.frame.around?.frame.head ?? this.frame.head;
    this.frame = { head: outermost, current: outermost, parts: false, separate: false, around: null };
    this.closeList();
  }

  /** The inner list is over, the outer one goes on. */
  protected leave({ frame, list }: NonNullable<Frame['around']>): void {
    this.closeList();
    this.frame = frame;
    this.list = list;
  }

  protected closeList(): void {
    if (this.list !== null && this.list.items.length > 0) this.lists.push({ ...this.list, context: this.local });
    this.list = null;
  }
}
