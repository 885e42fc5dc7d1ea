import type { BaseClause, RateClause } from './clauses';
import type { Token } from './lexer';
import type { Change, Direction, Money, Percent, Span, Subject } from './model';
import type { Passage } from './passages';
import { subjectOf } from './subject';

export const DIRECTIONS: Readonly<Record<string, Direction>> = { U: 'up', D: 'down', E: 'equal', T: 'template', V: 'changed', J: 'incomparable' };

const NARROWED = /扣除|剔除|同口径|不含/;
/** 扣除…后, 除…外: the comparison leaves something out. */
export function isNarrowed(text: string): boolean {
  const except = text.indexOf('除');
  return NARROWED.test(text) || (except >= 0 && text.includes('外', except));
}

/** What single tokens and stretches of tokens mean. */
export class TokenReader {
  constructor(
    protected readonly passage: Passage,
    protected readonly tokens: readonly Token[],
    protected readonly names: readonly string[],
  ) {}

  protected changeOf(clause: { readonly base: { at: number; prior: number | null } | null; readonly at: number; readonly dir: string; readonly amount: number | null; readonly percent: RateClause | null }): Change {
    const base = clause.base === null ? null : this.tokens[clause.base.at];
    return {
      base: base === null ? null : { kind: base.detail.replace('同年', ''), sameYear: base.detail.startsWith('同年'), span: this.spanOf(clause.base?.at ?? 0) },
      prior: clause.base === null || clause.base.prior === null ? null : this.money(clause.base.prior),
      direction: DIRECTIONS[clause.dir],
      directionSpan: this.spanOf(clause.at),
      amount: clause.amount === null ? null : this.money(clause.amount),
      percent: clause.percent === null ? null : this.percent(clause.percent.figure),
      percentDirection: clause.percent?.dir ? DIRECTIONS[clause.percent.dir] : null,
      percentDirectionSpan: clause.percent?.dir && clause.percent.at !== null ? this.spanOf(clause.percent.at) : null,
      reasonDirection: null,
      reasonSpan: null,
      narrowed: false,
      reason: '',
    };
  }

  /** What a comparison names itself: "公务接待费较上年减少…", "与上年相比,支出总计增加…"; null where it names nothing of its own. */
  protected namedBy({ before, gap }: BaseClause): Subject | null {
    const isNamedBefore = this.tokens[before - 1]?.letter === 'X';
    const subjects = [...(isNamedBefore ? [this.subject(before - 1, before)] : []), this.subject(gap.from, gap.to)];
    return subjects.find((s) => s.text !== '' && !isNarrowed(s.text) && (s.unknown !== '' || Object.keys(s.concepts).some((d) => d !== 'stage'))) ?? null;
  }

  /** Whether the words before a sign name something of their own ("…约占", "已完成" do not). */
  protected namesAnother(token: number): boolean {
    if (this.tokens[token - 1]?.letter !== 'X') return false;
    const { concepts, unknown } = this.subject(token - 1, token);
    return unknown.length > 1 || Object.keys(concepts).some((d) => d !== 'stage');
  }

  /** Years and days among tokens, as written. */
  protected datesOf(from: number, to: number): readonly string[] {
    return this.tokens.slice(from, to).filter((t) => t.letter === 'Y').map((t) => this.passage.text.slice(t.start, t.end));
  }

  protected wordsBefore(token: number): string {
    const before = this.tokens[token - 1];
    return before?.letter === 'X' ? this.passage.text.slice(before.start, before.end) : '';
  }

  protected subject(from: number, to: number): Subject {
    return subjectOf(this.passage, this.tokens, from, to, this.names);
  }

  protected money(token: number): Money {
    const { value, step, number } = this.tokens[token];
    return { fen: value, step, span: this.spanOf(token), number };
  }

  protected percent(token: number): Percent {
    const { value, step, number } = this.tokens[token];
    return { value, step, span: this.spanOf(token), number };
  }

  protected textOf(from: number, to: number): string {
    return to <= from ? '' : this.passage.text.slice(this.tokens[from].start, this.tokens[to - 1].end);
  }

  protected span(from: number, to: number): Span {
    return { passage: this.passage.index, start: this.tokens[from].start, end: this.tokens[to].end };
  }

  protected spanOf(token: number): Span {
    return this.span(token, token);
  }
}
