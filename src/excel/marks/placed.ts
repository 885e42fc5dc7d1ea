import type { Mark } from '../../host/workbookHost';

interface Placed {
  readonly signature: string;
  /** Conditional formats it took. */
  readonly formats: number;
}

/**
 * The marks last placed, by sheet id. A sheet that is to have the same again, and still has as many formats of ours, is not
 * written: each write ends what the user could undo.
 */
export class PlacedMarks {
  private readonly bySheet = new Map<string, Placed>();

  /** true where the sheet has these marks already. */
  has(id: string, marks: readonly Mark[], explanations: boolean, formats: number): boolean {
    const placed = this.bySheet.get(id);
    if (!placed) return marks.length === 0 && formats === 0;
    return placed.formats === formats && placed.signature === signatureOf(marks, explanations);
  }

  set(id: string, marks: readonly Mark[], explanations: boolean, formats: number): void {
    this.bySheet.set(id, { signature: signatureOf(marks, explanations), formats });
  }

  /** What is on the sheet is not known any more. */
  forget(id: string): void {
    this.bySheet.delete(id);
  }
}

function signatureOf(marks: readonly Mark[], explanations: boolean): string {
  return marks.map(({ cell, style, note }) => `${cell.row}:${cell.column}:${style}${explanations ? `:${note}` : ''}`).sort().join('\n');
}
