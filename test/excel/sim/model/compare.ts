import { isBlank, newId, type SimRemark, type SimWorkbook } from './workbook';

/** Everything a user can see or save, settings aside, in comparable form: for "check, mark, clear leaves it as it was". */
export function visibleContent(book: SimWorkbook): unknown {
  const remark = ({ sheet, row, column, content, replies }: SimRemark) => [sheet.name, row, column, content, replies];
  return {
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      protection: sheet.protection,
      merges: sheet.merges,
      hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
      formats: sheet.formats.map(({ type, areas, settings }) => ({ type, areas, settings })),
      cells: [...sheet.cells].filter(([, cell]) => !isBlank(cell) || cell.fill !== null).sort(([a], [b]) => a - b),
    })),
    comments: book.comments.map(remark),
    notes: book.notes.map(remark),
  };
}

/** The workbook as another Excel would open it after saving: same content, every id new, nothing selected. */
export function reopened(book: SimWorkbook): SimWorkbook {
  const copy = structuredClone(book);
  copy.nextId += 1_000;
  for (const sheet of copy.sheets) {
    sheet.id = newId(copy);
    for (const format of sheet.formats) format.id = newId(copy);
  }
  for (const remark of [...copy.comments, ...copy.notes]) remark.id = newId(copy);
  copy.selection = null;
  return copy;
}
