import type { Mark } from '../workbookHost';
import { markStyles } from './looks';

/** One mark a cell, in the order first met: the stronger style wins, different notes are kept below each other. */
export function distinctMarks(marks: readonly Mark[]): Mark[] {
  const byCell = new Map<string, Mark>();
  for (const mark of marks) {
    const key = `${mark.cell.sheet}:${mark.cell.row}:${mark.cell.column}`;
    const earlier = byCell.get(key);
    byCell.set(key, earlier ? join(earlier, mark) : mark);
  }
  return [...byCell.values()];
}

function join(a: Mark, b: Mark): Mark {
  const style = markStyles.indexOf(a.style) <= markStyles.indexOf(b.style) ? a.style : b.style;
  const notes = [...a.note.split('\n'), ...b.note.split('\n')].filter((line) => line !== '');
  return { cell: a.cell, style, note: [...new Set(notes)].join('\n') };
}
