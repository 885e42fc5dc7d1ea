import { cellAddress, parseAmountText, type WorkbookSnapshot } from '../../src/audit/workbook';
import type { AuditState } from '../../src/audit/state';
import { freeze, thaw, type Random, type Sheet } from '../generate';

/** A workbook with known edits, and all that a comparison must find, as "kind old → new". */
export interface Edited {
  readonly workbook: WorkbookSnapshot;
  readonly expected: readonly string[];
  /** What was done, for messages. */
  readonly done: readonly string[];
}

/** Sheets whose tables stand alone, with one header row and no parts side by side: columns can be moved there, rows taken out. */
function plainSheets({ recognition }: AuditState): number[] {
  return recognition.tables
    .filter((t) => t.definition.shape === 'coded' && t.reading.header?.top === t.reading.header?.bottom && t.reading.panels.length < 2 && recognition.tables.filter((o) => o.sheet === t.sheet).length === 1 && t.blocks[0].rows.length > 6)
    .map((t) => t.sheet);
}

type Cell = NonNullable<ReturnType<Sheet['get']>>;

/** Several edits at random; some change what the workbook says, some only where it stands. */
export function editAtRandom(state: AuditState, random: Random): Edited {
  const book = thaw(state.workbook);
  const { recognition } = state;
  const origin = new Map<Cell, { readonly sheet: string; readonly address: string }>();
  for (const sheet of book.sheets) for (const { row, column, cell } of sheet.cells()) origin.set(cell, { sheet: sheet.name, address: cellAddress(row, column) });
  const sheets = [...book.sheets];
  const plain = plainSheets(state);
  const done: string[] = [];
  const changed = new Map<Cell, string>();
  const rows: (() => string)[] = [];
  const replace = (sheet: Sheet, row: number, column: number, value: number | string, kind: string): void => {
    const before = sheet.get(row, column);
    if (!before || changed.has(before)) return;
    sheet.set(row, column, value, before.format);
    const after = sheet.get(row, column);
    const from = origin.get(before);
    if (!after || !from) return;
    origin.set(after, from);
    changed.set(after, kind);
    done.push(`${kind} ${from.sheet}!${from.address}`);
  };
  const amounts = [...recognition.amounts.fen.keys()].filter((a) => recognition.amounts.fen[a] !== 0);
  for (let i = 0; i < 3; i++) {
    const a = random.pick(amounts);
    const sheet = sheets[recognition.amounts.sheet[a]];
    const [row, column] = [recognition.amounts.row[a], recognition.amounts.column[a]];
    const before = sheet.get(row, column)?.value;
    if (typeof before === 'number') replace(sheet, row, column, Math.round((before + random.int(1, 9999)) * 100) / 100, 'value');
  }
  for (let i = 0; i < 2; i++) {
    const sheet = random.pick(sheets);
    const texts = [...sheet.cells()].filter(({ cell }) => typeof cell.value === 'string' && cell.value.trim().length > 3 && cell.formula === undefined && parseAmountText(cell.value) === null);
    if (texts.length === 0) continue;
    const { row, column, cell } = random.pick(texts);
    replace(sheet, row, column, `${String(cell.value)}（更正）`, 'text');
  }
  if (plain.length > 0 && random.chance(0.6)) {
    const index = random.pick(plain);
    const block = recognition.tables.find((t) => t.sheet === index)?.blocks[0];
    const coded = block?.rows.filter((r) => r.kind === 'item' && r.code !== '') ?? [];
    const row = coded.length > 0 ? random.pick(coded).row : undefined;
    const cells = row === undefined ? [] : (sheets[index].rows[row] ?? []).filter((cell) => cell !== undefined);
    if (row !== undefined && cells.length > 0 && cells.every((cell) => !changed.has(cell))) {
      const [first, last] = [cells[0], cells[cells.length - 1]].map((cell) => origin.get(cell)?.address ?? '');
      rows.push(() => `row ${sheetNames.get(sheets[index])}!${first}:${last} → `);
      sheets[index].removeRow(row);
      done.push(`row taken out ${sheets[index].name}!${first}`);
    }
  }
  const sheetNames = new Map(sheets.map((sheet) => [sheet, sheet.name] as const));
  moveAbout(state, sheets, plain, random, done);
  if (random.chance(0.4)) book.sheets.splice(random.int(0, book.sheets.length - 1), 0, ...book.sheets.splice(random.int(0, book.sheets.length - 1), 1));
  const expected: string[] = rows.map((text) => text());
  for (const sheet of book.sheets) {
    for (const { row, column, cell } of sheet.cells()) {
      const kind = changed.get(cell);
      const from = origin.get(cell);
      if (kind !== undefined && from) expected.push(`${kind} ${from.sheet}!${from.address} → ${sheet.name}!${cellAddress(row, column)}`);
    }
  }
  return { workbook: freeze(book), expected: expected.sort(), done };
}

/** Rows and columns inserted, columns and sheets moved, sheets renamed: no differences in themselves. */
function moveAbout({ recognition }: AuditState, sheets: readonly Sheet[], plain: readonly number[], random: Random, done: string[]): void {
  if (random.chance(0.5)) {
    const sheet = random.pick(sheets);
    done.push(`renamed ${sheet.name}`);
    sheet.name = `${sheet.name}新`;
  }
  if (random.chance(0.7)) {
    const table = random.pick(recognition.tables);
    const at = random.chance(0.3) ? 0 : random.int(table.headerBottom + 1, table.range.bottom);
    // A table whose rows were taken out before is shorter now; a blank row below it is as harmless.
    sheets[table.sheet].insertRows(at, random.int(1, 2));
    done.push(`blank row in ${sheets[table.sheet].name} at ${at + 1}`);
  }
  if (plain.length === 0) return;
  if (random.chance(0.5)) {
    const sheet = sheets[random.pick(plain)];
    sheet.insertColumns(0, 1);
    done.push(`blank column in ${sheet.name}`);
  }
  if (random.chance(0.5)) {
    const index = random.pick(plain);
    const sheet = sheets[index];
    const columns = recognition.tables.find((t) => t.sheet === index)?.blocks[0].columns ?? [];
    if (columns.length < 2 || sheet.rows.some((row) => row[0] === undefined && row[1] !== undefined && row.length < 2)) return;
    const shift = sheet.get(0, 0) === undefined && sheet.rows.every((row) => row[0] === undefined) ? 1 : 0;
    const [a, b] = random.sample(columns, 2).map((c) => c.column + shift);
    for (const row of sheet.rows) [row[a], row[b]] = [row[b], row[a]];
    done.push(`columns ${a + 1} and ${b + 1} of ${sheet.name} changed places`);
  }
}
