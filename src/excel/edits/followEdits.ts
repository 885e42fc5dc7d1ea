import type { Rect } from '../../audit/workbook';
import type { CellContent, Edit } from '../../host/workbookHost';
import { cellCount, rangeOf } from '../areas';
import { cellInput, formulaOf } from '../read/cells';
import type { SheetName } from '../sheets';
import type { FormulaWatch } from './formulaWatch';

/** A change event, reduced to what matters; areas null = Excel named an address we cannot read. */
export interface Change {
  readonly sheet: number;
  readonly areas: readonly Rect[] | null;
  /** false where cells moved (inserted or deleted rows …). */
  readonly inPlace: boolean;
}

/** A paste larger than this is not read cell by cell. */
const MAX_EDITED_CELLS = 5_000;

interface Answer {
  readonly sheet: number;
  readonly rect: Rect;
  readonly range: Excel.Range;
  readonly edited: boolean;
}

/** true where one small request can tell everything that changed. */
export function canFollow(changes: readonly Change[], watch: FormulaWatch | null): watch is FormulaWatch {
  if (!watch?.rects) return false;
  let cells = 0;
  for (const { areas, inPlace } of changes) {
    if (!inPlace || !areas) return false;
    for (const area of areas) cells += cellCount(area);
  }
  return cells <= MAX_EDITED_CELLS;
}

/** The edits with their contents, recalculated formulas included, in the one round trip of `send`. Answers one edit a sheet. */
export async function followEdits(
  context: Excel.RequestContext,
  sheets: readonly SheetName[],
  changes: readonly Change[],
  watch: FormulaWatch,
  send: (queue: () => readonly Answer[]) => Promise<readonly Answer[]>,
): Promise<Edit[]> {
  const ask = (sheet: number, rect: Rect, edited: boolean): Answer => {
    const range = rangeOf(context.workbook.worksheets.getItem(sheets[sheet].id), rect);
    range.load(edited ? 'values,formulas' : 'values');
    return { sheet, rect, range, edited };
  };
  const answers = await send(() => [
    ...(watch.rects ?? []).flatMap((rects, sheet) => rects.map((rect) => ask(sheet, rect, false))),
    ...changes.flatMap(({ sheet, areas }) => (areas ?? []).map((rect) => ask(sheet, rect, true))),
  ]);

  const edits = new Map<number, { areas: Rect[]; cells: Map<string, CellContent> }>();
  const editOf = (sheet: number) => {
    const edit = edits.get(sheet) ?? { areas: [], cells: new Map<string, CellContent>() };
    edits.set(sheet, edit);
    return edit;
  };
  for (const { sheet, rect, range, edited } of answers) {
    if (edited) editOf(sheet).areas.push(rect);
    range.values.forEach((values: unknown[], r) =>
      values.forEach((value, c) => {
        const cell = { sheet, row: rect.top + r, column: rect.left + c };
        const content = cellInput(value);
        const isNew = watch.changed(sheet, cell.row, cell.column, content);
        if (!edited && !isNew) return;
        const edit = editOf(sheet);
        if (!edited) edit.areas.push({ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column });
        edit.cells.set(`${cell.row}:${cell.column}`, edited ? { cell, content } : { cell, content, isResult: true });
      }),
    );
  }
  const newFormulas = answers.some(({ range, edited }) => edited && holdsFormula(range));
  return [...edits].map(([sheet, { areas, cells }]) => ({
    sheet,
    areas,
    // A formula typed anew is not watched yet; a fresh snapshot puts that right.
    cells: newFormulas ? undefined : [...cells.values()],
    structural: false,
  }));
}

function holdsFormula(range: Excel.Range): boolean {
  return range.formulas.some((row: unknown[], r) => row.some((formula, c) => formulaOf(formula, range.values[r][c]) !== undefined));
}
