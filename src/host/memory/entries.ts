import type { CellInput, CellPosition } from '../../audit/workbook';
import type { CellContent, Edit } from '../workbookHost';
import { positionKey } from '../positionKey';
import type { MemoryCell } from './editableSheet';
import type { CellChange, Step } from './history';
import type { NewResult } from './recalculation';

/** What is typed or pasted into a cell; null blanks it. `formula`: without "="; the content is then what the cell holds should it not be computable. */
export interface CellEntry {
  readonly cell: CellPosition;
  readonly content: CellInput | null;
  readonly formula?: string;
}

/** A formula beyond the plain ones stays readable where it was typed. */
export function asText({ cell, formula }: CellEntry): CellEntry {
  return { cell, content: { kind: 'text', value: `=${formula ?? ''}` } };
}

/** The changes, which begin the step in their order, and what formulas yield after them. */
export function withResults(written: readonly CellChange[], results: readonly NewResult[], cellNow: (cell: CellPosition) => MemoryCell | null): Step {
  const step = [...written];
  const places = new Map(written.map(({ cell }, i) => [positionKey(cell), i]));
  for (const { cell, content } of results) {
    const before = cellNow(cell);
    const own = places.get(positionKey(cell));
    if (!before) continue;
    if (own !== undefined) step[own] = { ...step[own], after: resultOfEntry(before, content) };
    else if (content !== null && content.value !== before.content.value) step.push({ cell, before, after: { ...before, content } });
  }
  return step;
}

/** A formula written with the figure that it yields (采用建议) keeps that; one that was typed and cannot be computed becomes the text it is. */
function resultOfEntry(entered: MemoryCell, content: CellInput | null): MemoryCell {
  if (entered.content.kind !== 'text') return entered;
  return content === null ? { ...entered, formula: null } : { ...entered, content };
}

/** What a cell holds after a change, or after its undoing. */
export function contentOf({ cell, before, after }: CellChange, now: MemoryCell | null): CellContent {
  const isResult = typeof before?.formula === 'string' && before.formula === after?.formula;
  return { cell, content: now?.content ?? null, ...(isResult ? { isResult } : {}) };
}

/** What listeners hear of a step: one edit for each sheet. */
export function editsOf(step: Step, cellNow: (cell: CellPosition) => MemoryCell | null): Edit[] {
  return [...new Set(step.map(({ cell }) => cell.sheet))].map((sheet) => {
    const contents = step.filter(({ cell }) => cell.sheet === sheet).map((change) => contentOf(change, cellNow(change.cell)));
    return {
      sheet,
      areas: contents.map(({ cell: { row, column } }) => ({ top: row, left: column, bottom: row, right: column })),
      // A formula that came, or came back, is news beyond its value.
      cells: contents.some(({ cell, isResult }) => !isResult && cellNow(cell)?.formula) ? undefined : contents,
      structural: false,
    };
  });
}
