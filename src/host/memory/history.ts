import type { CellPosition } from '../../audit/workbook';
import type { MemoryCell } from './editableSheet';

/** The change of one cell. */
export interface CellChange {
  readonly cell: CellPosition;
  readonly before: MemoryCell | null;
  readonly after: MemoryCell | null;
}

/** What one undo takes back: cells changed together, at least one. */
export type Step = readonly CellChange[];

/** The undo and redo stacks, as hands know them from Excel: a new edit forgets what was undone. */
export class History {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }
  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** The step that `undo` would take back. */
  get last(): Step | null {
    return this.done.at(-1) ?? null;
  }

  record(step: Step): void {
    this.done.push(step);
    this.undone.length = 0;
  }

  /** The step to take back, or null. */
  undo(): Step | null {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    return step;
  }

  /** The step to do again, or null. */
  redo(): Step | null {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    return step;
  }
}
