import { remembered } from '../../remembered';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type DraftCell } from './context';
import { ofTable } from './kept';

const WORDS = CHECK_WORDS.residue;
const MOST_CELLS = 20;

/** What a text is by itself. */
const kindOf = remembered((text) => (WORDS.text.test(text) ? 'residue' : WORDS.emptyIndicator.test(text) ? 'emptyIndicator' : WORDS.indicator.test(text) ? 'indicator' : 'other'));

/** M5: texts of the blank form left standing in a table that is not declared empty. */
export const residue: Check = (context) => {
  const list = new Checklist();
  const empty = new Set(context.recognition.catalogue?.entries.filter((e) => e.declaredEmpty).map((e) => e.tableId));
  for (const table of context.recognition.tables) {
    if (empty.has(table.id) || table.family.family === 'generic') continue;
    const { cells, filled } = leftIn(context, table);
    // A form in which nothing is filled in is an empty table, which M1 speaks about.
    if (cells.length === 0 || filled === 0) {
      list.pass();
      continue;
    }
    list.add({
      rule: 'M5', severity: 'hint', table, key: `${table.id}|${cells.map((c) => c.label).join(',')}`,
      message: {
        zh: `${placeName(context, cells[0].at)} “${cells[0].label}”${cells.length > 1 ? `等 ${cells.length} 处` : ''}是没有填写的模板文字；请填写或删去`,
        en: `${placeName(context, cells[0].at)} "${cells[0].label}"${cells.length > 1 ? ` and ${cells.length - 1} more` : ''}: text of the blank form left standing`,
      },
      cells: cells.slice(0, MOST_CELLS),
    });
  }
  return list.result();
};

/** Texts of the blank form, and how many cells hold anything else. */
const leftIn = ofTable(({ grids }, { sheet, range, continued, definition }) => {
  const cells: DraftCell[] = [];
  let filled = 0;
  for (const part of [{ sheet, range }, ...continued]) {
    const grid = grids[part.sheet];
    for (let row = part.range.top; row <= part.range.bottom; row++) {
      const [from, to] = grid.cellsOf(row);
      for (let i = from; i < to; i++) {
        if (!grid.isText(i)) continue;
        const text = grid.normOf(i);
        const kind = kindOf(text);
        const isResidue = kind === 'residue' || (kind === 'emptyIndicator' && grid.norm(row, grid.sheet.columns[i] + 1) === '');
        if (isResidue) cells.push({ at: { sheet: part.sheet, row, column: grid.sheet.columns[i] }, role: 'subject', label: text });
        else if (kind === 'indicator' || definition.shape !== 'form') filled++;
      }
    }
  }
  return { cells, filled };
});
