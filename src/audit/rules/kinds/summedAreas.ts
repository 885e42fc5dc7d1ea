import { areasOf, rectOf, type Expression } from '../../formulas';
import type { BoundTable, CellRef } from '../../tables';
import { cellAddress, type Rect } from '../../workbook';
import type { CheckContext } from './context';

/** An area that a formula adds, and its sheet. */
export interface SummedArea extends Rect {
  readonly sheet: number;
}

export const reaches = (areas: readonly SummedArea[], { sheet, row, column }: CellRef): boolean =>
  areas.some((area) => sheet === area.sheet && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);

/** The areas of a formula on a sheet that only adds cells of the sheets of its table; null for any other. */
export function summedAreas(expression: Expression, own: number, table: BoundTable, { workbook }: CheckContext): SummedArea[] | null {
  if (!onlyAdds(expression)) return null;
  const sheets = [own, table.sheet, ...table.continued.map(({ sheet }) => sheet)];
  const areas: SummedArea[] = [];
  for (const area of areasOf(expression)) {
    const sheet = area.sheet === null ? own : sheets.find((at) => workbook.sheets[at].name.toLowerCase() === area.sheet?.toLowerCase());
    if (sheet === undefined) return null;
    const rect = rectOf(area);
    if (rect) areas.push({ ...rect, sheet });
  }
  return areas;
}

function onlyAdds(expression: Expression): boolean {
  switch (expression.kind) {
    case 'area': return true;
    case 'sum': return expression.items.every(onlyAdds);
    case 'binary': return expression.operator === '+' && onlyAdds(expression.left) && onlyAdds(expression.right);
    default: return false;
  }
}

/** The formula on a sheet with the cells that it leaves out: a range that ends beside them grows, otherwise they are added, those below one another as a range. */
export function withAddends(formula: string, own: number, left: readonly CellRef[], nameOf: (sheet: number) => string): string {
  return runsOf(left).reduce((text, { sheet, top, bottom, left: column }) => {
    const [first, last] = [cellAddress(top, column), cellAddress(bottom, column)];
    const grown = sheet === own ? text.replace(new RegExp(`:${cellAddress(top - 1, column)}(?!\\d)`), `:${last}`) : text;
    if (grown !== text) return grown;
    const place = sheet === own ? '' : `'${nameOf(sheet).replace(/'/g, "''")}'!`;
    const addend = `${place}${first}${top === bottom ? '' : `:${last}`}`;
    if (/^SUM\([^()]*\)$/i.test(text)) return text.replace(/\)$/, `,${addend})`);
    return `${text}+${top === bottom ? addend : `SUM(${addend})`}`;
  }, formula);
}

/** Cells directly below one another. */
function runsOf(cells: readonly CellRef[]): readonly SummedArea[] {
  const runs: SummedArea[] = [];
  for (const { sheet, row, column } of cells) {
    const last = runs[runs.length - 1];
    if (last?.sheet === sheet && last.left === column && last.bottom === row - 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ sheet, top: row, bottom: row, left: column, right: column });
  }
  return runs;
}
