import { parse } from '../../generated/narrativeParser';
import type { Clause } from './clauses';
import { tokensOf, type Token } from './lexer';
import type { Change, Concepts, Count, ItemList, LedgerEntry, Section, Span, Statement, Subject } from './model';
import type { Passage } from './passages';
import type { ChangePartStatement, CountStatement, PassageContent } from './passageContent';
import { analyse } from './subject';
import { DIRECTIONS, TokenReader } from './tokenReader';

const NARROWED = /扣除|剔除|同口径|不含/;
/** 扣除…后, 除…外: the comparison leaves something out. */
function isNarrowed(text: string): boolean {
  const except = text.indexOf('除');
  return NARROWED.test(text) || (except >= 0 && text.includes('外', except));
}

const GOES_ON = /^(?:[二三四五六七八九]是|此外)/;

/** Reads the statements of one passage. `given`: what headings and the list above say. */
export function readPassage(passage: Passage, section: Section, given: Concepts, names: readonly string[], ledger: LedgerEntry[]): PassageContent {
  const tokens = tokensOf(passage, ledger);
  return new Reader(passage, tokens, section, given, names, ledger).read(parse(tokens.map((t) => t.letter).join('')));
}

interface Frame {
  head: Statement | null;
  current: Statement | null;
  parts: boolean;
  /** How the list was opened, and whether a full stop stood before it. */
  separate: boolean;
}

class Reader extends TokenReader {
  private readonly statements: Statement[] = [];
  private readonly lists: ItemList[] = [];
  private readonly changeParts: ChangePartStatement[] = [];
  private readonly counts: CountStatement[] = [];
  private readonly outer: Frame[] = [];
  private frame: Frame = { head: null, current: null, parts: false, separate: false };
  private local: Concepts = {};
  private list: { head: Statement | null; items: Statement[]; opening: Span } | null = null;
  private skipping = false;
  private lastStop = '';
  private movedHead: ChangePartStatement | null = null;
  private movedParts = false;
  private contextEnd = 0;
  private opening: { head: Statement; opening: Span; how: string; token: number } | null = null;
  private trailing: { subject: Subject; token: number } | null = null;

  constructor(
    passage: Passage,
    tokens: readonly Token[],
    private readonly section: Section,
    private readonly given: Concepts,
    names: readonly string[],
    private readonly ledger: LedgerEntry[],
  ) {
    super(passage, tokens, names);
  }

  read(clauses: readonly Clause[]): PassageContent {
    for (const clause of clauses) this.take(clause);
    this.closeList();
    const last = this.tokens.length - 1;
    const ends = (token: number): boolean => token >= last - 1 && this.tokens.slice(token + 1).every((t) => t.letter === ':' || t.letter === ',');
    return {
      statements: this.statements,
      lists: this.lists,
      parts: this.changeParts,
      counts: this.counts,
      opens: this.opening !== null && ends(this.opening.token) ? this.opening : null,
      trailing: this.trailing !== null && ends(this.trailing.token) ? this.trailing.subject : null,
    };
  }

  private take(clause: Clause): void {
    if (this.lastStop === '。' && clause.kind !== 'stop' && 'from' in clause && GOES_ON.test(this.passage.text.slice(this.tokens[clause.from].start))) this.skipping = true;
    if (this.skipping) return;
    switch (clause.kind) {
      case 'amount': return this.amount(clause.from, clause.to);
      case 'count': {
        const token = this.tokens[clause.to];
        const count: Count = { value: token.value, unit: token.detail, span: this.spanOf(clause.to), number: token.number };
        this.counts.push({ subject: this.subject(clause.from, clause.to), count, section: this.section });
        this.lastStop = '';
        return;
      }
      case 'change': return this.change(clause);
      case 'moved': return this.moved(clause);
      case 'share': {
        const of = this.textOf(clause.of.from, clause.of.to);
        const target = this.frame.current;
        target?.shares.push({ percent: this.percent(clause.figure), of, concepts: analyse(of, this.names).concepts, span: this.span(clause.from, clause.figure) });
        return;
      }
      case 'completion':
        this.frame.current?.completions.push({ percent: this.percent(clause.figure), plan: clause.plan === null ? null : this.money(clause.plan), span: this.span(clause.from, clause.figure) });
        return;
      case 'allOf':
        if (this.frame.current) this.frame.current.allOf = { concepts: analyse(this.textOf(clause.from + 1, clause.from + 2), this.names).concepts, span: this.span(clause.from, clause.from + 1) };
        return;
      case 'reason': return this.reason(clause);
      case 'opening': return this.open(clause.from, clause.how);
      case 'context': {
        const subject = this.subject(clause.from, clause.to - 1);
        this.trailing = { subject, token: clause.to - 1 };
        this.contextEnd = this.tokens[clause.to - 1].end;
        if (Object.keys(subject.concepts).length > 0 && subject.unknown === '' && subject.code === '') {
          this.closeList();
          this.local = subject.concepts;
        }
        return;
      }
      case 'stop': return this.stop(clause.sign, clause.at);
    }
  }

  private stop(sign: string, at: number): void {
    const { frame } = this;
    if (sign === '(') {
      this.outer.push(frame);
      this.frame = { head: frame.current, current: frame.current, parts: frame.current !== null, separate: true };
    } else if (sign === ':' && frame.current !== null && this.lastStop === '') this.open(at, 'W');
    else if (sign === ')') {
      const outer = this.outer.pop();
      if (outer) this.frame = outer;
    } else if (sign === '。') {
      this.skipping = false;
      this.movedHead = null;
      this.movedParts = false;
      if (this.outer.length === 0 && frame.parts) this.endParts();
    } else if (sign === ';' && frame.parts && this.outer.length === 0 && frame.head !== null && frame.head.changes.length > 0 && !frame.separate) this.endParts();
    if (/[,、;。]/.test(sign)) this.lastStop = sign;
  }

  /** The head of the sentence speaks again. */
  private endParts(): void {
    this.frame = { head: this.frame.head, current: this.frame.head, parts: false, separate: false };
    this.closeList();
  }

  private open(from: number, how: string): void {
    // “总额…：货物…、服务…；其中一般公共预算…”: the total again, not its last part.
    const head = this.frame.parts && this.lastStop === ';' ? this.frame.head : this.frame.current;
    const opening = this.span(from, from);
    this.closeList();
    this.movedParts = this.movedHead !== null;
    if (head === null) return;
    head.partsKind ??= how === 'W' ? 'ofWhich' : 'consists';
    // A list after a full stop, or after the head's own comparison, keeps its comparisons to itself.
    this.frame = { head, current: head, parts: true, separate: this.lastStop === '。' || head.changes.length > 0 };
    this.list = { head, items: [], opening };
    this.opening = { head, opening, how, token: from };
    this.local = {};
  }

  private closeList(): void {
    if (this.list !== null && this.list.items.length > 0) this.lists.push({ ...this.list, context: this.local });
    this.list = null;
  }

  private amount(from: number, to: number): void {
    let labelFrom = from;
    for (let i = to - 1; i > from; i--) {
      if (this.tokens[i].letter === ':') {
        const before = this.subject(from, i);
        const after = this.subject(i + 1, to);
        if (after.text === '' && after.code === '') break;
        if (before.unknown === '' && before.code === '' && Object.keys(before.concepts).length > 0) {
          this.closeList();
          this.local = before.concepts;
          this.list = { head: null, items: [], opening: this.span(from, i) };
        }
        labelFrom = i + 1;
        break;
      }
    }
    const subject = this.sameAsBefore(this.subject(labelFrom, to));
    const parent = this.frame.parts ? this.frame.head : null;
    const statement: Statement = {
      subject, amount: this.money(to), section: this.section, span: this.span(labelFrom, to), parts: [], parent, partsKind: null,
      isLeading: this.statements.length === 0 && !this.tokens.slice(0, labelFrom).some((t) => /[,;。]/.test(t.letter) && t.end > this.contextEnd),
      changes: [], shares: [], completions: [], context: { ...this.given, ...this.local }, allOf: null,
    };
    parent?.parts.push(statement);
    this.statements.push(statement);
    this.frame.current = statement;
    if (!this.frame.parts) this.frame.head = statement;
    if (this.list === null) this.list = { head: parent, items: [], opening: this.span(labelFrom, Math.max(labelFrom, to - 1)) };
    if (this.outer.length === 0) this.list.items.push(statement);
    this.lastStop = '';
  }

  /** "预算为A万元，支出决算为B万元": the second amount is of what the first one is. */
  private sameAsBefore(subject: Subject): Subject {
    const before = this.statements.at(-1)?.subject;
    const isStage = subject.unknown === '' && subject.code === '' && Object.keys(subject.concepts).join() === 'stage';
    if (before === undefined || !isStage || before.concepts.stage === undefined || before.concepts.stage === subject.concepts.stage) return subject;
    return { ...before, span: subject.span, concepts: { ...before.concepts, ...subject.concepts } };
  }

  private change(clause: Extract<Clause, { kind: 'change' }>): void {
    const { frame } = this;
    const change = this.changeOf(clause);
    const before = clause.base === null ? '' : this.wordsBefore(clause.base.before);
    const narrowed: Change = isNarrowed(before) ? { ...change, narrowed: true } : change;
    const own = frame.current;
    if (own === null) return;
    // A comparison after the reason belongs to what the reason tells.
    if (!narrowed.narrowed && own.changes.some((c) => c.reason !== '')) return this.aside(narrowed);
    const head = frame.head;
    if (frame.parts && head !== null && own !== head && !frame.separate && own.subject.code === '' && own.subject.concepts.item === undefined && head.changes.length === 0) head.changes.push(narrowed);
    else if (frame.parts && head !== null && !frame.separate && head.changes.length > 0 && own !== head) {
      // A second comparison in the same list: each part has its own after all.
      const first = head.parts.find((p) => p.changes.length === 0);
      if (first !== undefined && first !== own) first.changes = head.changes.splice(0);
      own.changes.push(narrowed);
    } else own.changes.push(narrowed);
    if (narrowed.amount !== null) this.ledger[narrowed.amount.number].kind = 'change';
  }

  /** "支出预算减少49.81万元,其中基本支出增加…": a change of its own; of what was spoken of last where the words name nothing else. */
  private moved(clause: Extract<Clause, { kind: 'moved' }>): void {
    const subject = this.subject(clause.from, clause.at);
    const own = this.frame.current;
    const isNamed = subject.unknown === '' && subject.code === '' && Object.keys(subject.concepts).length > 0;
    if (!isNamed || JSON.stringify(own?.subject.concepts) === JSON.stringify(subject.concepts)) return this.change({ ...clause, kind: 'change', base: null });
    const change = this.changeOf({ base: null, ...clause });
    if (change.amount !== null) this.ledger[change.amount.number].kind = 'change';
    this.changeParts.push({ of: this.movedParts ? (this.movedHead?.change ?? null) : null, subject, change, parent: null, isLeading: false, context: { ...this.given, ...this.local } });
    if (!this.movedParts) this.movedHead = this.changeParts[this.changeParts.length - 1];
  }

  private aside(change: Change): void {
    for (const figure of [change.amount, change.percent]) if (figure !== null) this.ledger[figure.number].reason = 'reason';
  }

  private reason(clause: Extract<Clause, { kind: 'reason' }>): void {
    const target = (this.frame.parts && this.frame.head?.changes.length ? this.frame.head : this.frame.current) ?? null;
    const own = this.frame.current?.changes.at(-1) ?? target?.changes.at(-1);
    if (own === undefined) return;
    if (clause.dir !== null && clause.at !== null && own.reasonDirection === null) {
      own.reasonDirection = DIRECTIONS[clause.dir];
      own.reasonSpan = this.spanOf(clause.at);
    }
    const start = this.tokens[clause.from].end;
    const end = this.passage.text.slice(start).search(/[;。]/);
    own.reason = this.passage.text.slice(start, end < 0 ? undefined : start + end);
    for (const part of clause.parts) {
      const change = this.changeOf({ base: null, ...part });
      if (change.amount !== null) this.ledger[change.amount.number].kind = 'change';
      this.changeParts.push({ of: own, subject: this.subject(part.from, part.at), change, parent: null, isLeading: false, context: { ...this.given, ...this.local } });
    }
  }
}
