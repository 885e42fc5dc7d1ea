import type { CellPosition } from '../../audit/workbook';
import { typedEntry, type CellEntry, type MemoryCell, type MemoryHost } from '../../host/memory';

/** What a cell shows for editing: its formula or plain value, not its number format. */
export function editText(cell: MemoryCell | null): string {
  if (cell === null) return '';
  return cell.formula !== null ? `=${cell.formula}` : String(cell.content.value);
}

/** What a text being typed into a cell will enter; null where the cell stays as it is. */
export function draftOf(host: MemoryHost, cell: CellPosition, text: string): CellEntry | null {
  const now = host.cell(cell);
  return text === editText(now) ? null : typedEntry(cell, text, now);
}
