import { looksLikeFormula } from '../../formulas';
import type { CellRef } from '../../tables';
import { Checklist, placeName, type Check } from './context';
import { ofTable } from './kept';

/** M4c: no text that looks like a formula: Excel shows its letters and calculates nothing. */
export const textFormulas: Check = (context) => {
  const list = new Checklist();
  for (const table of context.recognition.tables) {
    for (const { at, text } of formulasAsText(context, table)) {
      list.add({
        rule: 'M4c', severity: 'warning', table, key: `text|${text}`,
        message: {
          zh: `${placeName(context, at)} “${text}”是文本，不会计算；请把单元格格式改为“常规”，再按回车重新输入公式`,
          en: `${placeName(context, at)} "${text}" is a text and calculates nothing; set the cell's format to General and enter the formula again`,
        },
        cells: [{ at, role: 'subject', label: '公式' }],
      });
    }
  }
  list.pass(context.recognition.tables.length);
  return list.result();
};

const formulasAsText = ofTable(({ grids }, { sheet, range }) => {
  const grid = grids[sheet];
  const found: { readonly at: CellRef; readonly text: string }[] = [];
  for (const row of grid.rowsBetween(range.top, range.bottom)) {
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      if (!grid.isText(cell) || grid.sheet.formulas.has(cell) || !looksLikeFormula(grid.rawOf(cell))) continue;
      found.push({ at: { sheet, row, column: grid.sheet.columns[cell] }, text: grid.rawOf(cell).trim() });
    }
  }
  return found;
});
