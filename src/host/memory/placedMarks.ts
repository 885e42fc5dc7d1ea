import type { CellPosition } from '../../audit/workbook';
import { distinctMarks } from '../marks';
import type { Mark, MarkResult } from '../workbookHost';
import { positionKey } from '../positionKey';
import type { EditableSheet } from './editableSheet';

/** The marks of a workbook in memory, apart from its cells and formats: those placed last are all there are. */
export class PlacedMarks {
  private byCell = new Map<string, Mark>();
  private withNotes = false;

  /** Protected sheets are left without, and named. */
  place(marks: readonly Mark[], explanations: boolean, sheetOf: (cell: CellPosition) => EditableSheet): MarkResult {
    const placed = new Map<string, Mark>();
    const refused = new Set<string>();
    for (const mark of distinctMarks(marks)) {
      const sheet = sheetOf(mark.cell);
      if (sheet.isProtected) refused.add(sheet.name);
      else placed.set(positionKey(mark.cell), mark);
    }
    this.byCell = placed;
    this.withNotes = explanations;
    return { markedCells: placed.size, refused: [...refused].map((sheet) => ({ sheet, code: 'protected' as const })) };
  }

  /** Answers how many marks and notes there were. */
  clear(): number {
    const removed = this.byCell.size * (this.withNotes ? 2 : 1);
    this.byCell = new Map();
    this.withNotes = false;
    return removed;
  }

  get explained(): boolean {
    return this.withNotes;
  }

  all(): readonly Mark[] {
    return [...this.byCell.values()];
  }

  at(cell: CellPosition): Mark | null {
    return this.byCell.get(positionKey(cell)) ?? null;
  }
}
