import type { DeskRow } from '../desk/deskState';

/** The next file of the table with problems, from the chosen one on; null where there is no other. */
export function nextWithProblems(rows: readonly DeskRow[], chosen: number | null, direction: 1 | -1): number | null {
  const at = rows.findIndex(({ entry }) => entry.id === chosen);
  const from = at < 0 ? (direction === 1 ? -1 : rows.length) : at;
  for (let i = from + direction; i >= 0 && i < rows.length; i += direction) {
    if ((rows[i].submission.verdict?.causes ?? 0) > 0) return rows[i].entry.id;
  }
  return null;
}
