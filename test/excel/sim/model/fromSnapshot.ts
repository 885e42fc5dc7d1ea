import { CellKind, type WorkbookSnapshot } from '../../../../src/audit/workbook';
import { cellFor, newId, type SimSheet, type SimWorkbook } from './workbook';

/** A simulated workbook with the content of a snapshot. */
export function simWorkbook(snapshot: WorkbookSnapshot): SimWorkbook {
  const book: SimWorkbook = {
    name: snapshot.name,
    readOnly: false,
    isManual: snapshot.calculation.isManual,
    sheets: [],
    active: null,
    selection: null,
    comments: [],
    notes: [],
    settings: new Map(),
    hasPositionalIds: false,
    nextId: 1,
  };
  for (const source of snapshot.sheets) {
    const sheet: SimSheet = {
      id: newId(book),
      name: source.name,
      visibility: source.visibility,
      cells: new Map(),
      formats: [],
      protection: source.isProtected ? { allowFormatCells: false, allowEditObjects: false } : null,
      merges: [...(source.merges ?? [])],
      hiddenRows: new Set(source.hiddenRows.flatMap(({ from, to }) => numbers(from, to))),
      hiddenColumns: new Set(source.hiddenColumns.flatMap(({ from, to }) => numbers(from, to))),
    };
    source.rowNumbers.forEach((row, r) => {
      for (let i = source.rowStart[r]; i < source.rowStart[r + 1]; i++) {
        const cell = cellFor(sheet, row, source.columns[i]);
        const kind = source.kinds[i];
        cell.value = kind === CellKind.number ? source.numbers[i] : kind === CellKind.boolean ? source.numbers[i] !== 0 : snapshot.strings[source.texts[i]];
        cell.numberFormat = snapshot.numberFormats[source.formats[i]];
        const formula = source.formulas.get(i);
        cell.formula = formula === undefined ? null : `=${formula}`;
      }
    });
    book.sheets.push(sheet);
  }
  book.active = book.sheets.find((sheet) => sheet.visibility === 'visible') ?? null;
  return book;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
