import type { Mark } from '../../host/workbookHost';

interface Placed {
  readonly signature: string;
  /** Ids of the conditional formats it took, as they were right after. */
  readonly formats: readonly string[];
}

/**
 * The marks last placed, by sheet id. A sheet that is to have the same again, and still has as many formats of ours, is not
 * written: each write ends what the user could undo.
 */
export class PlacedMarks {
  private readonly bySheet = new Map<string, Placed>();
  /** Ids of others' custom rules, by sheet id, as they were seen last. */
  private readonly others = new Map<string, readonly string[]>();

  /** true where the sheet has these marks already. */
  has(id: string, marks: readonly Mark[], explanations: boolean, formats: number): boolean {
    const placed = this.bySheet.get(id);
    if (!placed) return marks.length === 0 && formats === 0;
    return placed.formats.length === formats && placed.signature === signatureOf(marks, explanations);
  }

  /** Ids that custom rules had on a sheet, ours and others'. They may have shifted since: whoever goes by them asks first whose they are now. */
  customOn(id: string): readonly string[] {
    return [...new Set([...this.formatsOn(id), ...this.othersOn(id)])];
  }

  /** Ids of our formats on a sheet, as they were when it was written last. */
  formatsOn(id: string): readonly string[] {
    return this.bySheet.get(id)?.formats ?? [];
  }

  othersOn(id: string): readonly string[] {
    return this.others.get(id) ?? [];
  }

  sawOthers(id: string, formats: readonly string[]): void {
    this.others.set(id, formats);
  }

  set(id: string, marks: readonly Mark[], explanations: boolean, formats: readonly string[]): void {
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
