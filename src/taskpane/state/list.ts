import type { PaneState } from './model';
import { explainedRows, uncheckedRows, type OtherNames } from './otherRows';
import { passedRows, type PassedNames } from './passedRows';
import { problemRows, type RowNames } from './problemRows';
import type { Row } from './rows';

export type ListNames = RowNames & OtherNames & PassedNames;

/** The rows of the tab that is open. */
export function listRows(state: PaneState, names: ListNames): readonly Row[] {
  switch (state.view.tab) {
    case 'problems':
      return problemRows(state, names);
    case 'unchecked':
      return matching(uncheckedRows(state, names), state.view.query);
    case 'passed':
      return matching(passedRows(state, names), state.view.query);
    case 'explained':
      return matching(explainedRows(state), state.view.query);
  }
}

/** Rows below which nothing is found go; what is found stays with everything under it, and below its heading. */
function matching(rows: readonly Row[], query: string): readonly Row[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return rows;
  const kept: Row[] = [];
  let heading: Row | null = null;
  let isIn = false;
  for (const row of rows) {
    const starts = row.kind === 'heading' || (row.kind === 'line' && row.level === 2) || (row.kind === 'finding' && row.level === 1);
    if (starts) isIn = textOf(row).toLowerCase().includes(wanted);
    if (row.kind === 'heading') {
      heading = row;
      isIn = false;
    }
    if (!isIn) continue;
    if (heading) kept.push(heading);
    heading = null;
    kept.push(row);
  }
  return kept;
}

function textOf(row: Row): string {
  if (row.kind === 'heading') return row.title;
  if (row.kind === 'line') return `${row.title} ${row.detail}`;
  return row.kind === 'finding' ? `${row.finding.message} ${row.finding.cells.map(({ sheet, address, label, value }) => `${sheet} ${address} ${label} ${value}`).join(' ')}` : '';
}
