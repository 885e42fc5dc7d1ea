import { tableNumber } from './numbering';
import { Checklist, placeName, type Check } from './context';

/** M8: the number above a table is the one it has in the 目录. */
export const tableNumbers: Check = (context) => {
  const list = new Checklist();
  const entries = context.recognition.catalogue?.entries ?? [];
  for (const table of context.recognition.tables) {
    const own = entries.filter((e) => e.tableId === table.id);
    const listed = own.length === 1 ? tableNumber(own[0].number) : null;
    if (listed === null || !table.titleCell) continue;
    const grid = context.grids[table.sheet];
    for (const row of grid.rowsBetween(Math.max(0, table.titleCell.row - 1), table.titleCell.row + 1)) {
      const [from, to] = grid.cellsOf(row);
      for (let cell = from; cell < to; cell++) {
        const printed = grid.isText(cell) ? tableNumber(grid.normOf(cell)) : null;
        if (printed === null) continue;
        // 表13-1 is the first of the tables 表13.
        if (printed === listed || printed.startsWith(`${listed}-`)) {
          list.pass();
          continue;
        }
        const at = { sheet: table.sheet, row, column: grid.sheet.columns[cell] };
        list.add({
          rule: 'M8', severity: 'warning', table, key: `number|${table.id}`,
          message: {
            zh: `${placeName(context, at)} 写的是“${grid.rawOf(cell).trim()}”，目录（${placeName(context, own[0].titleCell)}）中“${own[0].title}”是“${own[0].number}”；请改正表号`,
            en: `${placeName(context, at)} says "${grid.rawOf(cell).trim()}", the list of tables (${placeName(context, own[0].titleCell)}) says "${own[0].number}"`,
          },
          cells: [
            { at, role: 'subject', label: '表号' },
            { at: own[0].titleCell, role: 'declaration', label: own[0].title },
          ],
        });
      }
    }
  }
  return list.result();
};
