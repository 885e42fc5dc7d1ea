import { parse } from '../../generated/narrativeParser';
import type { Clause } from './clauses';
import { tokensOf, type Token } from './lexer';
import { without, type Change, type Concepts, type Count, type LedgerEntry, type Section, type Statement, type Subject } from './model';
import type { Passage } from './passages';
import type { PassageContent } from './passageContent';
import { analyse } from './subject';
import { fitsItself } from './figures';
import { isOfLastYear, isSilent, means, namedBeforeColon, sameAsBefore } from './meaning';
import { ReaderState } from './readerState';
import { DIRECTIONS, isNarrowed } from './tokenReader';
import { vocabularyData } from './vocabulary';

const GOES_ON = /^(?:[二三四五六七八九]是|此外)/;

/** What passages are read with: what the headings and the list above say, names of the unit, the document's year. */
export interface ReadingOf {
  readonly section: Section;
  readonly given: Concepts;
  readonly names: readonly string[];
  readonly year: number | null;
}

/** Reads the statements of one passage. */
export function readPassage(passage: Passage, { section, given, names, year }: ReadingOf, ledger: LedgerEntry[]): PassageContent {
  const tokens = tokensOf(passage, ledger);
  return new Reader(passage, tokens, section, given, names, ledger, year).read(parse(tokens.map((t) => t.letter).join('')));
}

class Reader extends ReaderState {
  constructor(
    passage: Passage,
    tokens: readonly Token[],
    private readonly section: Section,
    private readonly given: Concepts,
    names: readonly string[],
    private readonly ledger: LedgerEntry[],
    private readonly year: number | null,
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
        // “货物采购授予中小企业合同金额占货物支出金额的95%”: a share of what is named here, without its amount.
        if (this.namesAnother(clause.from)) {
          this.ledger[this.tokens[clause.figure].number].reason = 'denominator';
          return;
        }
        target?.shares.push({ percent: this.percent(clause.figure), of, concepts: analyse(of, this.names).concepts, span: this.span(clause.from, clause.figure) });
        return;
      }
      case 'completion': {
        const named = this.namesAnother(clause.from) ? this.spokenOf(this.subject(clause.from - 1, clause.from)) : undefined;
        const of = this.namesAnother(clause.from) ? named : this.frame.current;
        of?.completions.push({ percent: this.percent(clause.figure), plan: clause.plan === null ? null : this.money(clause.plan), deviation: null, span: this.span(clause.from, clause.figure) });
        return;
      }
      case 'deviation': {
        const isBelow = this.passage.text[this.tokens[clause.figure].start - 1] === '-';
        this.frame.current?.completions.push({ percent: this.percent(clause.figure), plan: null, deviation: isBelow ? 'below' : 'above', span: this.span(clause.from, clause.figure) });
        return;
      }
      case 'allOf':
        if (this.frame.current) this.frame.current.allOf = { concepts: analyse(this.textOf(clause.from + 1, clause.from + 2), this.names).concepts, span: this.span(clause.from, clause.from + 1) };
        return;
      case 'reason': return this.reason(clause);
      case 'opening': return this.open(clause.from, clause.how);
      case 'context': {
        const subject = this.subject(clause.from, clause.to - 1);
        this.trailing = { subject, token: clause.to - 1 };
        this.contextEnd = this.tokens[clause.to - 1].end;
        this.account = subject.levels.length > 0 || subject.code !== '' ? subject : null;
        if (this.account === null && this.tokens[clause.from].letter !== 'O' && this.tokens[clause.to - 1].letter === '。') return;
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
    if (sign === ';' && frame.around !== null && this.outer.length === 0) this.leave(frame.around);
    else if (sign === '(') {
      this.outer.push(frame);
      this.frame = { head: frame.current, current: frame.current, parts: frame.current !== null, separate: true, around: null };
    } else if (sign === ':' && frame.current !== null && this.lastStop === '') this.open(at, 'W');
    else if (sign === ')') {
      const outer = this.outer.pop();
      if (outer) this.frame = outer;
    } else if (sign === '。') {
      this.endAverage();
      this.sentenceFund = undefined;
      this.heads = { before: this.heads.now, now: 0 };
      this.skipping = false;
      this.movedHead = null;
      this.movedParts = false;
      if (this.outer.length === 0 && frame.parts) this.endParts();
    } else if (sign === ';' && frame.parts && this.outer.length === 0 && frame.head !== null && frame.head.changes.length > 0 && !frame.separate) this.endParts();
    if (/[,、;。]/.test(sign)) this.lastStop = sign;
  }

  private open(from: number, how: string): void {
    // “总额…：货物…、服务…；其中一般公共预算…”: the total again, not its last part.
    const head = this.frame.parts && this.lastStop === ';' ? this.frame.head : this.frame.current;
    const opening = this.span(from, from);
    const isInner = this.frame.parts && head !== this.frame.head && this.frame.head?.partsKind === 'ofWhich' && this.frame.around === null && this.lastStop !== '。' && this.outer.length === 0;
    const around = isInner ? { frame: this.frame, list: this.list } : null;
    if (!isInner) this.closeList();
    this.movedParts = this.movedHead !== null;
    if (head === null) return;
    head.partsKind ??= how === 'W' ? 'ofWhich' : 'consists';
    // A list after a full stop, or after the head's own comparison, keeps its comparisons to itself.
    this.frame = { head, current: head, parts: true, separate: this.lastStop === '。' || head.changes.length > 0, around };
    this.list = { head, items: [], opening };
    this.opening = { head, opening, how, token: from };
    this.local = {};
  }

  private amount(from: number, to: number): void {
    this.ofOther = null;
    let labelFrom = from;
    let named: Subject | null = null;
    for (let i = to - 1; i > from; i--) {
      if (this.tokens[i].letter === ':') {
        const before = this.subject(from, i);
        const after = this.subject(i + 1, to);
        if (after.text === '' && after.code === '') break;
        named = namedBeforeColon(before, after);
        if (before.unknown === '' && before.code === '' && Object.keys(before.concepts).length > 0) {
          this.closeList();
          this.local = before.concepts;
          this.list = { head: null, items: [], opening: this.span(from, i) };
        }
        labelFrom = i + 1;
        break;
      }
    }
    const labelled = named ?? this.subject(labelFrom, to);
    if (isOfLastYear(labelled, this.datesOf(labelFrom, to), this.year)) {
      this.prior = this.money(to);
      this.ledger[this.prior.number].reason = 'prior';
      this.lastStop = '';
      return;
    }
    this.prior = null;
    this.endAverage();
    if (vocabularyData.averages.some((word) => labelled.text.includes(word))) {
      this.ledger[this.tokens[to].number].reason = 'average';
      return this.average();
    }
    const before = this.isAgainstBudget(from) ? (this.frame.current ?? undefined) : this.statements.at(-1);
    const same = sameAsBefore(labelled, before?.subject, this.isAgainstBudget(from));
    const subject = this.account !== null && isSilent(same) ? { ...this.account, span: same.span, concepts: { ...this.account.concepts, ...same.concepts } } : same;
    if (!isSilent(same)) this.account = null;
    const parent = this.frame.parts ? this.frame.head : null;
    const statement: Statement = {
      subject, amount: this.money(to), section: this.section, span: this.span(labelFrom, to), parts: [], parent, partsKind: null,
      isLeading: (same !== labelled && before?.isLeading === true) || (this.statements.length === 0 && !this.tokens.slice(0, labelFrom).some((t) => /[,;。]/.test(t.letter) && t.end > this.contextEnd)),
      changes: [], shares: [], completions: [], context: { ...this.given, ...this.local, ...this.fundOfSentence(subject) }, allOf: null,
    };
    this.sentenceFund ??= parent === null && subject.concepts.side !== undefined ? subject.concepts.fund : undefined;
    parent?.parts.push(statement);
    if (parent === null) this.heads.now++;
    this.statements.push(statement);
    this.frame.current = statement;
    if (!this.frame.parts) this.frame.head = statement;
    if (this.list === null) this.list = { head: parent, items: [], opening: this.span(labelFrom, Math.max(labelFrom, to - 1)) };
    if (this.outer.length === 0) this.list.items.push(statement);
    this.lastStop = '';
  }

  private change(clause: Extract<Clause, { kind: 'change' }>): void {
    const { frame } = this;
    const written = this.changeOf(clause);
    const change: Change = this.prior === null ? written : { ...written, prior: written.prior ?? this.prior };
    const before = clause.base === null ? '' : this.wordsBefore(clause.base.before);
    const narrowed: Change = isNarrowed(before) ? { ...change, narrowed: true } : change;
    const named = clause.base === null ? null : this.namedBy(clause.base);
    const twin = named === null || named.text === frame.current?.subject.text ? undefined : this.statements.find((s) => s.subject.text === named.text && s.changes.length === 0);
    if (twin !== undefined) return void twin.changes.push(narrowed);
    if (named !== null && !this.isSpokenOf(named)) return this.ofAnother(named, narrowed);
    this.ofOther = null;
    // “本年收入中,甲…元,乙…元。较上年增加…”: of either, or of what the passage begins with.
    const isOpen = named === null && clause.base !== null && this.lastStop === '。' && this.heads.before > 1;
    const own = isOpen ? (this.statements.find((s) => s.parent === null && fitsItself(s, narrowed)) ?? null) : frame.current;
    if (own === null) return this.aside(narrowed);
    // A comparison after the reason belongs to what the reason tells.
    if (!narrowed.narrowed && own.changes.some((c) => c.reason !== '') && !this.isSecond(own, narrowed)) return this.aside(narrowed);
    const head = frame.head;
    const isOfHead = own.shares.length === 0 || !fitsItself(own, narrowed);
    // “用车2.14万元，其中：购置1.94万元，运行0.20万元，增加0.27万元，增长14.44%”: an item has comparisons of its own, unless only the whole's figures fit.
    const mayBeOfHead = own.subject.concepts.item === undefined || (head !== null && narrowed.percent !== null && fitsItself(head, narrowed) && !fitsItself(own, narrowed));
    if (frame.parts && head !== null && own !== head && !frame.separate && own.subject.code === '' && mayBeOfHead && head.changes.length === 0 && isOfHead) head.changes.push(narrowed);
    else if (frame.parts && head !== null && !frame.separate && head.changes.length > 0 && own !== head) {
      // A second comparison in the same list: each part has its own after all.
      const first = head.parts.find((p) => p.changes.length === 0);
      if (first !== undefined && (first !== own || !fitsItself(head, head.changes[0]))) first.changes = head.changes.splice(0);
      own.changes.push(narrowed);
    } else own.changes.push(narrowed);
    if (narrowed.amount !== null) this.ledger[narrowed.amount.number].kind = 'change';
  }

  /** "…较预算减少0.20万元,主要是厉行节约;较上年决算增加…": with something else than the comparison before its reason. */
  private isSecond({ changes }: Statement, { base }: Change): boolean {
    return base !== null && /[。;]/.test(this.lastStop) && changes.every((c) => c.base !== null && (c.base.kind !== base.kind || c.base.sameYear !== base.sameYear));
  }

  /** Whether a comparison that names something means the statement at hand, or income and expenditure alike. */
  private isSpokenOf(named: Subject): boolean {
    const { head, current, parts } = this.frame;
    return [current, ...(parts ? [head] : [])].some((s) => s !== null && means(named, s.subject));
  }

  /** "…400万元。与上年相比,一般公共预算支出增加…": the change of what it names, spoken of before or not. */
  private ofAnother(subject: Subject, change: Change): void {
    if (subject.unknown !== '' || change.narrowed) return this.aside(change);
    const key = JSON.stringify(without(subject.concepts, 'stage'));
    const spoken = [...this.statements].reverse().find((s) => s.subject.unknown === '' && s.subject.code === '' && JSON.stringify(without(s.subject.concepts, 'stage')) === key) ?? this.spokenMoreNarrowly(subject);
    if (change.amount !== null) this.ledger[change.amount.number].kind = 'change';
    this.ofOther = change;
    if (spoken !== undefined && spoken.changes.length === 0) return void spoken.changes.push(change);
    this.changeParts.push({ of: null, subject, change, parent: null, isLeading: false, context: { ...this.given, ...this.local } });
    // “…比上年减少5万元,其中:甲减少…,乙增加…”
    if (!this.movedParts) this.movedHead = this.changeParts[this.changeParts.length - 1];
  }

  /** "支出预算减少49.81万元,其中基本支出增加…": a change of its own; of what was spoken of last where the words name nothing else. */
  private moved(clause: Extract<Clause, { kind: 'moved' }>): void {
    const subject = this.subject(clause.from, clause.at);
    const own = this.frame.current;
    const isNamed = subject.unknown === '' && subject.code === '' && !isSilent(subject);
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
    const own = this.ofOther ?? this.frame.current?.changes.at(-1) ?? target?.changes.at(-1);
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
