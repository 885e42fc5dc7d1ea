import type { CellRef, Recognition } from '../tables';
import { cellAddress, LONGEST_NAME, type WorkbookSnapshot } from '../workbook';

/** Places named in the note. */
const SHOWN = 5;

/** The note that names were compared by their beginning only; none where no name is so long. */
export function longNameNotes(recognition: Recognition, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): string[] {
  const cells = new Set<string>();
  const look = (name: string, cell: CellRef | null): void => {
    if (name.length > LONGEST_NAME && cell) cells.add(`${workbook.sheets[cell.sheet].name} ${cellAddress(cell.row, cell.column)}`);
  };
  look(recognition.unitName ?? '', recognition.unitNameCell);
  for (const table of recognition.tables) {
    look(table.unitName, table.unitNameCell);
    for (const block of table.blocks) for (const row of block.rows) look(row.label, row.labelCell);
  }
  if (cells.size === 0) return [];
  const places = [...cells].slice(0, SHOWN);
  return [
    lang === 'zh'
      ? `有 ${cells.size} 处名称超过 ${LONGEST_NAME} 个字，只比较了前 ${LONGEST_NAME} 个字：${places.join('、')}${cells.size > SHOWN ? ' 等' : ''}`
      : `${cells.size} ${cells.size === 1 ? 'name has' : 'names have'} more than ${LONGEST_NAME} characters and ${cells.size === 1 ? 'was' : 'were'} compared by the first ${LONGEST_NAME}: ${places.join(', ')}${cells.size > SHOWN ? ' …' : ''}`,
  ];
}
