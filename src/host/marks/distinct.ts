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
  const byCell = new Map<string, Collected>();
  for (const { cell, style, note } of marks) {
    const key = positionKey(cell);
    let collected = byCell.get(key);
    if (!collected) byCell.set(key, (collected = { cell, style, lines: new Set() }));
    else if (markStyles.indexOf(style) < markStyles.indexOf(collected.style)) collected.style = style;
    for (const line of note.split('\n')) if (line !== '') collected.lines.add(line);
  }
  return [...byCell.values()].map(({ cell, style, lines }) => ({ cell, style, note: [...lines].join('\n') }));
}
