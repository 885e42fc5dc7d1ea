import type { NarrativeDraft } from './findings';
import type { NarrativeText } from './model';
import { readNarrative, type ReadNarrative } from './read';

interface Kept {
  readonly names: string;
  readonly year: number | null;
  readonly read: ReadNarrative;
  /** What needs no table to be seen. */
  readonly drafts: readonly NarrativeDraft[];
}

/** Reads a text once, however often the workbook beside it changes. */
export class Rereading {
  private last: Kept | null = null;

  /** As `readNarrative`, with what `judge` finds in the text alone; the ledger is the caller's own. */
  read(text: NarrativeText, known: readonly string[], year: number | null, judge: (read: ReadNarrative) => readonly NarrativeDraft[]): Pick<Kept, 'read' | 'drafts'> {
    const names = known.join();
    if (this.last === null || this.last.names !== names || this.last.year !== year || !isSame(this.last.read.text, text)) {
      const read = readNarrative(text, known, year);
      this.last = { names, year, read, drafts: judge(read) };
    }
    const { read, drafts } = this.last;
    return { read: { ...read, ledger: read.ledger.map((entry) => ({ ...entry })) }, drafts };
  }
}

function isSame(a: NarrativeText, b: NarrativeText): boolean {
  return a === b || (a.file === b.file && a.paragraphs.length === b.paragraphs.length && a.paragraphs.every((p, i) => p === b.paragraphs[i]));
}
