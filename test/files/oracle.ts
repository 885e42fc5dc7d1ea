import { read, type CellObject } from '@e965/xlsx';
import { CellKind, cellAddress, rectAddress, type SheetSnapshot, type WorkbookSnapshot } from '../../src/audit/workbook';

/** A sheet as plain data that both readers can be brought to. */
export interface PlainSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly merges: readonly string[];
  readonly visibility: string;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** "kind|value|format|formula" by address. */
export function plainSnapshot(snapshot: WorkbookSnapshot): PlainSheet[] {
  return snapshot.sheets.map((sheet) => ({
    name: sheet.name,
    cells: plainCells(sheet, snapshot),
    merges: (sheet.merges ?? []).map(rectAddress).sort(),
    visibility: sheet.visibility,
  }));
}

function plainCells(sheet: SheetSnapshot, snapshot: WorkbookSnapshot): Record<string, string> {
  const cells: Record<string, string> = {};
  for (let i = 0; i < sheet.rowNumbers.length; i++) {
    for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) {
      const kind = sheet.kinds[cell];
      const value = sheet.texts[cell] >= 0 ? snapshot.strings[sheet.texts[cell]] : String(sheet.numbers[cell]);
      const name = kind === CellKind.number ? 'n' : kind === CellKind.text || kind === CellKind.unknown ? 's' : kind === CellKind.boolean ? 'b' : 'e';
      const format = name === 'n' ? snapshot.numberFormats[sheet.formats[cell]] : '';
      cells[cellAddress(sheet.rowNumbers[i], sheet.columns[cell])] = [name, value, format, sheet.formulas.get(cell) ?? ''].join('|');
    }
  }
  return cells;
}

/** The same workbook as @e965/xlsx reads it. */
export function plainOracle(bytes: Uint8Array): PlainSheet[] {
  const book = read(bytes, { type: 'array', dense: true, cellFormula: true, cellNF: true, cellText: false, cellHTML: false });
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name];
    const cells: Record<string, string> = {};
    const rows = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
    rows.forEach((row, r) =>
      row?.forEach((cell, c) => {
        const text = cell && oracleCell(cell);
        if (text) cells[cellAddress(r, c)] = text;
      }),
    );
    const hidden = book.Workbook?.Sheets?.[i]?.Hidden ?? 0;
    return {
      name,
      cells,
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => rectAddress({ top: s.r, left: s.c, bottom: e.r, right: e.c })).sort(),
      visibility: ['visible', 'hidden', 'veryHidden'][hidden],
    };
  });
}

function oracleCell(cell: CellObject): string | undefined {
  const formula = cell.f ?? '';
  switch (cell.t) {
    case 'n':
      return ['n', String(cell.v), String(cell.z ?? 'General'), formula].join('|');
    case 's':
      return cell.v === '' && formula === '' ? undefined : ['s', String(cell.v ?? ''), '', formula].join('|');
    case 'b':
      return ['b', cell.v ? '1' : '0', '', formula].join('|');
    case 'e':
      return ['e', ERRORS[Number(cell.v)] ?? '?', '', formula].join('|');
    default:
      return formula === '' ? undefined : ['s', '', '', formula].join('|');
  }
}
