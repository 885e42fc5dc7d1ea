import type { MemoryCell } from '../../host/memory';

/** What a cell shows for editing: its formula or plain value, not its number format. */
export function editText(cell: MemoryCell | null): string {
  if (cell === null) return '';
  return cell.formula !== null ? `=${cell.formula}` : String(cell.content.value);
}
