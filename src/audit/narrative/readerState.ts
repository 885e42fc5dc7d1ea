import type { Frame, OpenList } from './frame';
import { without, type Change, type Concepts, type ItemList, type Money, type Span, type Statement, type Subject } from './model';
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
  /** The fund of which a sentence gives income or expenditure first. */
  protected sentenceFund: string | undefined;
  /** What was spoken of before an average. */
  protected suspended: { frame: Frame; current: Statement | null } | null = null;
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

  /** "车均购置费0.50万元": no table has it, and what is compared behind it, in this sentence, may be either. */
  protected average(): void {
    this.suspended = { frame: this.frame, current: this.frame.current };
    this.frame.current = null;
    this.lastStop = '';
  }

  protected endAverage(): void {
    if (this.suspended !== null) this.suspended.frame.current ??= this.suspended.current;
    this.suspended = null;
  }

  /** "与年初预算相比,年初预算数A万元,决算数B万元". */
  protected isAgainstBudget(from: number): boolean {
    const at = this.tokens[from - 1]?.letter === ',' ? from - 2 : from - 1;
    return this.tokens[at]?.letter === 'B' && this.tokens[at].detail === '同年预算';
  }

  /** "一般公共预算财政拨款本年收入A万元;本年支出B万元": of one fund, if one was named in this sentence. */
  protected fundOfSentence({ concepts, unknown, code }: Subject): Concepts {
    const isBare = unknown === '' && code === '' && Object.keys(without(concepts, 'stage')).join() === 'side';
    return isBare && this.sentenceFund !== undefined && this.frame.head?.parent === null ? { fund: this.sentenceFund } : {};
  }

  /** The last statement of this passage about the same thing. */
  protected spokenOf(subject: Subject): Statement | undefined {
    if (subject.unknown !== '') return undefined;
    const key = JSON.stringify(without(subject.concepts, 'stage', 'side'));
    return [...this.statements].reverse().find((s) => s.subject.unknown === '' && s.subject.code === '' && JSON.stringify(without(s.subject.concepts, 'stage', 'side')) === key);
  }

  /** "一般公共预算财政拨款支出923万元。与上年相比,财政拨款支出减少…": the one statement of this passage about a fund of 财政拨款. */
  protected spokenMoreNarrowly({ concepts }: Subject): Statement | undefined {
    if (concepts.fund !== '财政拨款' || concepts.side === undefined) return undefined;
    const found = this.statements.filter((s) => s.subject.unknown === '' && s.subject.code === '' && s.subject.concepts.side === concepts.side && s.subject.concepts.fund !== undefined);
    const heads = found.filter((s) => s.subject.concepts.stage !== '预算' && s.parent === null);
    return heads.length === 1 && heads[0].subject.concepts.fund !== '财政拨款' ? heads[0] : undefined;
  }
}
