import type { Severity } from '../severity';
import type { Fact } from './facts';
import type { Binding, LedgerEntry, Span, Statement, Subjected } from './model';
import type { ReadNarrative } from './read';
import type { FactIndex } from './facts';
import type { Chart } from '../chart';

/** Rules of the text: N1–N8 of the domain and what follows from them; see docs/narrative.md. */
export type NarrativeRule = 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'N7' | 'N8' | 'N9' | 'N10' | 'N11' | 'N12';

export interface NarrativeDraft {
  readonly rule: NarrativeRule;
  readonly severity: Severity;
  /** The words at fault, no more. */
  readonly span: Span;
  readonly message: { readonly zh: string; readonly en: string };
  /** What should stand in place of the words; null where it is not determined. */
  readonly right: string | null;
  readonly facts: readonly Fact[];
  readonly left?: string;
  readonly difference?: string;
}

/** What the checks work on and write to. */
export class NarrativeContext {
  readonly drafts: NarrativeDraft[] = [];
  /** What statements were found to be about; `bind` asks each once. */
  readonly bindings = new Map<Subjected, Binding>();

  constructor(
    readonly read: ReadNarrative,
    readonly facts: FactIndex,
    readonly chart: Chart,
    readonly year: number | null,
    /** true for final accounts (决算). */
    readonly isFinal: boolean,
    readonly cellName: (fact: Fact) => string,
    /** Every text of the workbook's cells. */
    readonly bookTexts: readonly string[],
  ) {}

  add(draft: NarrativeDraft): void {
    this.drafts.push(draft);
  }

  textOf(span: Span): string {
    return this.read.passages[span.passage].text.slice(span.start, span.end);
  }

  entry(number: number): LedgerEntry | undefined {
    return this.read.ledger[number];
  }

  /** A number is shown to be right; what was found wrong stays wrong. */
  prove(number: number, proof: readonly string[]): void {
    const entry = this.read.ledger[number];
    if (entry === undefined || (entry.status !== 'unchecked' && entry.isOnlyConsistent !== true)) return;
    this.read.ledger[number] = { ...entry, status: 'proved', reason: '', proof, isOnlyConsistent: false };
  }

  /** A number fits the others of its sentence or list; neither a cell nor a sum proves it. */
  agree(number: number, proof: readonly string[]): void {
    if (this.read.ledger[number]?.status !== 'unchecked') return;
    this.prove(number, proof);
    this.read.ledger[number] = { ...this.read.ledger[number], isOnlyConsistent: true };
  }

  blame(number: number): void {
    const entry = this.read.ledger[number];
    if (entry !== undefined) this.read.ledger[number] = { ...entry, status: 'wrong', reason: '', isOnlyConsistent: false };
  }

  because(number: number, reason: string): void {
    const entry = this.read.ledger[number];
    if (entry !== undefined && entry.status === 'unchecked') entry.reason = reason;
  }
}

/** From the start of one span to the end of another. */
export function between(from: Span, to: Span): Span {
  return { passage: from.passage, start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) };
}

/** "行政运行(2010801)" or the words of the subject. */
export function subjectName({ subject }: Statement): string {
  if (subject.code !== '') return `${subject.name || subject.text}(${subject.code})`;
  return subject.name || subject.text || '该项';
}
