import type { CellInput, CellPosition, WorkbookSnapshot } from '../audit/workbook';
import { EditableSheet } from './memory/editableSheet';
import type { Holding } from './workbookHost';

/** What a cell of a snapshot holds. */
export function holdingOf(snapshot: WorkbookSnapshot, { sheet, row, column }: CellPosition): Holding {
  const cell = new EditableSheet(snapshot.sheets[sheet], snapshot).cell(row, column);
  return { content: cell?.content ?? null, formula: cell?.formula ?? null };
}

/** Whether a cell still holds what is expected. */
export function isHeld(expected: Holding, now: Holding): boolean {
  return expected.formula === now.formula && valueOf(expected.content) === valueOf(now.content);
}

/** An empty text is what an empty cell holds, too. */
const valueOf = (content: CellInput | null): CellInput['value'] | null => (content === null || content.value === '' ? null : content.value);
