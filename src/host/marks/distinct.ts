import type { Mark, MarkStyle } from '../workbookHost';
import { positionKey } from '../positionKey';
import { markStyles } from './looks';

/** What has been said about one cell so far: joining is left to the end, so that many marks on one cell stay cheap. */
interface Collected {
  readonly cell: Mark['cell'];
  style: MarkStyle;
  readonly lines: Set<string>;
}

/** One mark a cell, in the order first met: the stronger style wins, different notes are kept below each other. */
export function distinctMarks(marks: readonly Mark[]): Mark[] {
  const byCell = new Map<string, Mark | Collected>();
  for (const mark of marks) {
    const key = positionKey(mark.cell);
    const before = byCell.get(key);
    // Most cells have one mark of one line, which is kept as it is.
    if (!before && !mark.note.includes('\n')) byCell.set(key, mark);
    else byCell.set(key, collected(before, mark));
  }
  return [...byCell.values()].map((one) => ('lines' in one ? { cell: one.cell, style: one.style, note: [...one.lines].join('\n') } : one));
}

function collected(before: Mark | Collected | undefined, { cell, style, note }: Mark): Collected {
  const own = !before ? { cell, style, lines: new Set<string>() } : 'lines' in before ? before : { cell: before.cell, style: before.style, lines: new Set(before.note === '' ? [] : [before.note]) };
  if (markStyles.indexOf(style) < markStyles.indexOf(own.style)) own.style = style;
  for (const line of note.split('\n')) if (line !== '') own.lines.add(line);
  return own;
}
