import type { ItemList, Span, Statement } from './model';

/** Paragraphs in a row that each begin with an account, though no words ("其中：") open a list of them. */
export class AccountRuns {
  private items: Statement[] = [];
  private opening: Span | null = null;
  /** The last amount before the run. */
  private before: Statement | null = null;

  /** The next paragraph's statements; answers the run that they end. `isLabel`: the paragraph only names what comes next. */
  take(statements: readonly Statement[], isLabel: boolean): readonly ItemList[] {
    const first = statements.find((s) => s.parent === null);
    if (first === undefined) return isLabel || statements.length > 0 ? this.end() : [];
    if (!isAccount(first)) {
      const ended = this.end();
      this.before = statements[statements.length - 1];
      return ended;
    }
    const ended = this.items.length > 0 && !isBeside(this.items[0], first) ? this.end() : [];
    this.opening ??= this.before?.section === first.section ? this.before.span : first.span;
    this.items.push(statements.find((s) => s.parent === null && s.subject.concepts.stage === '决算') ?? first);
    return ended;
  }

  /** The run so far, which is over. */
  end(): readonly ItemList[] {
    const { items, opening } = this;
    this.items = [];
    this.opening = null;
    this.before = null;
    return opening === null || items.length < 2 ? [] : [{ head: null, items, opening, context: {}, isImplied: true }];
  }
}

const isAccount = ({ subject }: Statement): boolean => subject.code !== '' || subject.levels.some(({ level }) => level === '项');

/** Under one heading, and parts of the same thing ("(1)人员经费:①…" and "(2)公用经费:①…" are not). */
const isBeside = (a: Statement, b: Statement): boolean => a.section === b.section && JSON.stringify(a.context) === JSON.stringify(b.context);
