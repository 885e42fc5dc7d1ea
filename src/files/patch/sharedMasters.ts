import { rectAddress } from '../../audit/workbook';
import { expandTemplate, formulaTemplate } from '../xlsx';
import { spaceAttribute, xmlText } from '../write/xmlText';
import type { Edit } from './edits';
import type { CellPlace, FormulaPlace } from './sheetCells';

/** Where the cell that holds the text of a shared formula is written over, the next cell that shares it takes the text over, as it reads there. */
export function handOnShared(prefix: string, joined: readonly CellPlace[], changed: readonly CellPlace[]): Edit[] {
  const gone = new Set(changed.map(({ from }) => from));
  const groups = new Map<string, (CellPlace & { readonly formula: FormulaPlace })[]>();
  for (const cell of joined) {
    if (cell.formula?.type !== 'shared') continue;
    const list = groups.get(cell.formula.shared) ?? [];
    groups.set(cell.formula.shared, [...list, { ...cell, formula: cell.formula }]);
  }
  return [...groups.values()].flatMap((cells): Edit[] => {
    const master = cells.find(({ formula }) => formula.text !== '');
    const heirs = cells.filter((cell) => !gone.has(cell.from));
    if (!master || !gone.has(master.from) || heirs.length === 0) return [];
    const template = formulaTemplate(master.formula.text);
    const textIn = ({ row, column }: CellPlace): string => expandTemplate(template, row - master.row, column - master.column);
    const replaced = ({ formula }: { readonly formula: FormulaPlace }, given: string, text: string): Edit => ({
      at: formula.from,
      remove: formula.to - formula.from,
      text: `<${prefix}f${given}${spaceAttribute(text)}>${xmlText(text)}</${prefix}f>`,
    });
    // A reference that leaves the sheet where the next cell stands cannot lead back to what the others mean.
    if (textIn(heirs[0]).includes('#REF!')) return heirs.map((heir) => replaced(heir, '', textIn(heir)));
    const rows = heirs.map(({ row }) => row);
    const columns = heirs.map(({ column }) => column);
    const ref = rectAddress({ top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) });
    return [replaced(heirs[0], ` t="shared" ref="${ref}" si="${xmlText(master.formula.shared)}"`, textIn(heirs[0]))];
  });
}
