import type { Rect } from '../../../src/audit/workbook';
import { cellAddress } from '../../../src/audit/workbook';
import { readTables, squeeze, type TableArea } from '../anatomy';
import { Sheet, type Workbook } from '../grid';
import type { Random } from '../random';

/** Harmless changes of layout: sheets, positions, merges, blank rows, remarks, page breaks, formulas. */

export function sheetsCalledAnything(workbook: Workbook, random: Random): void {
  const used = new Set<string>();
  workbook.sheets.forEach((sheet, i) => {
    const title = readTables(sheet)[0]?.title;
    const names = [`Sheet${i + 1}`, String(i + 1), `工作表 ${i + 1}`, title ? sheet.text(title.row, title.column).slice(0, 28) : `页${i + 1}`];
    const name = random.pick(names);
    sheet.name = used.has(name) ? `${name.slice(0, 24)}(${i})` : name;
    used.add(sheet.name);
  });
}

export function sheetsNumbered(workbook: Workbook): void {
  workbook.sheets.forEach((sheet, i) => (sheet.name = `Sheet${i + 1}`));
}

/** Two to four neighbouring tables on one sheet, one below the other. */
export function stacked(workbook: Workbook, random: Random): void {
  const result: Sheet[] = [];
  let target: Sheet | null = null;
  let left = 0;
  for (const sheet of workbook.sheets) {
    const stackable = readTables(sheet).length > 0;
    if (stackable && target && left > 0) {
      appendBelow(target, sheet, random.int(1, 3));
      left--;
      continue;
    }
    result.push(sheet);
    target = stackable ? sheet : null;
    left = random.int(1, 3);
  }
  workbook.sheets = result;
}

function appendBelow(target: Sheet, sheet: Sheet, gap: number): void {
  const at = target.rows.length + gap;
  for (const { row, column, cell } of sheet.cells()) target.set(row + at, column, cell.value, cell.format, shift(cell.formula, at));
  if (!sheet.merges || !target.merges) target.merges = null;
  else target.merges.push(...sheet.merges.map((m): Rect => ({ ...m, top: m.top + at, bottom: m.bottom + at })));
}

function shift(formula: string | undefined, rows: number): string | undefined {
  return formula?.replace(/\b([A-Z]{1,3})([1-9]\d*)\b/g, (_, column: string, row: string) => `${column}${Number(row) + rows}`);
}

/** Every table some rows down and some columns to the right. */
export function moved(workbook: Workbook, random: Random): void {
  for (const sheet of workbook.sheets) {
    sheet.insertRows(0, random.int(0, 7));
    sheet.insertColumns(0, random.int(0, 4));
  }
}

export function withoutMerges(workbook: Workbook): void {
  for (const sheet of workbook.sheets) sheet.merges = null;
}

/** One to three blank rows between the data rows of a table. */
export function blankRows(workbook: Workbook, random: Random): void {
  for (const sheet of workbook.sheets) {
    for (const table of readTables(sheet).reverse()) {
      if (/^B1[0345]$|^self$/.test(table.kind)) continue;
      for (let n = random.int(1, 3); n > 0; n--) {
        if (table.bottom > table.firstData) sheet.insertRows(random.int(table.firstData + 1, table.bottom), 1);
      }
    }
  }
}

/** A 备注 column with words at the right of each coded table that has none. */
export function remarks(workbook: Workbook, random: Random): void {
  for (const sheet of workbook.sheets) {
    for (const table of readTables(sheet)) {
      if (table.codes.length === 0) continue;
      const header = headerRow(sheet, table);
      if (header < 0) continue;
      let column = sheet.rows[header].findIndex((cell) => typeof cell?.value === 'string' && squeeze(cell.value) === '备注');
      if (column < 0) {
        column = Math.max(...sheet.rows.slice(table.top, table.bottom + 1).map((cells) => cells.length));
        sheet.set(header, column, '备注');
      }
      for (const { row } of table.codes) if (random.chance(0.2) && !sheet.get(row, column)) sheet.set(row, column, random.pick(['据实列支', '按标准', '含上年']));
    }
  }
}

/** The first header row: below the title and below the lines with the unit and the name. */
function headerRow(sheet: Sheet, { title, nameLine, unitLine, firstData }: TableArea): number {
  for (let row = Math.max(title.row, nameLine?.row ?? 0, unitLine?.row ?? 0) + 1; row < firstData; row++) {
    if ((sheet.rows[row] ?? []).some((cell) => typeof cell?.value === 'string')) return row;
  }
  return -1;
}

/** The header rows of a long table once more in its middle, as after a page break. */
export function repeatedHeaders(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    for (const table of readTables(sheet).reverse()) {
      const header = headerRow(sheet, table);
      if (header < 0 || /^B1[0345]$|^B15$|^F07$|^self$/.test(table.kind) || table.bottom - table.firstData < 8) continue;
      const height = table.firstData - header;
      const at = table.firstData + Math.floor((table.bottom - table.firstData) / 2);
      const copies = sheet.rows.slice(header, table.firstData).map((cells) => [...cells]);
      const merges = sheet.merges?.filter((m) => m.top >= header && m.bottom < table.firstData) ?? [];
      sheet.insertRows(at, height);
      copies.forEach((cells, i) => (sheet.rows[at + i] = cells));
      sheet.merges?.push(...merges.map((m) => ({ ...m, top: m.top + at - header, bottom: m.bottom + at - header })));
    }
  }
}

/** A blank sheet that is hidden, and one with a note. */
export function hiddenExtras(workbook: Workbook): void {
  const blank = new Sheet('备用');
  blank.visibility = 'hidden';
  const note = new Sheet('填表说明');
  note.set(0, 0, '本工作簿由财务科填报。');
  workbook.sheets.push(blank, note);
}

/**
 * 合计 rows of coded tables as formulas over their top rows, where every stored value is that sum anyway: a row that is
 * computed in part only is a fault (M4), no variation.
 */
export function totalsAsFormulas(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    for (const table of readTables(sheet)) {
      const top = table.codes.filter((c) => c.code.length === 3 && c.classification !== 'government');
      if (top.length === 0 || table.totalRows.length === 0 || table.kind === 'F06') continue;
      const formulas: (() => void)[] = [];
      const exact = table.amounts.every(({ row, column }) => {
        const cell = sheet.get(row, column);
        if (row !== table.totalRows[0] || typeof cell?.value !== 'number') return row !== table.totalRows[0];
        const terms = top.filter((c) => typeof sheet.get(c.row, column)?.value === 'number');
        const sum = terms.reduce((all, c) => all + Number(sheet.get(c.row, column)?.value), 0);
        const { value, format } = cell;
        formulas.push(() => sheet.set(row, column, value, format, `SUM(${terms.map((c) => cellAddress(c.row, column)).join(',')})`));
        return terms.length > 0 && Math.abs(sum - value) <= 1e-6;
      });
      if (exact) formulas.forEach((write) => write());
    }
  }
}

/** The functional code split over 类, 款, 项 columns, where a sheet holds one functional table and nothing else. */
export function codesInThreeColumns(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    const tables = readTables(sheet);
    const columns = new Set(tables.flatMap((t) => t.codes.map((c) => c.column)));
    if (tables.length !== 1 || columns.size !== 1 || tables[0].codes.some((c) => c.classification !== 'function')) continue;
    const { codes, firstData } = tables[0];
    const { column } = codes[0];
    // Codes that already run over merged columns are another form.
    if (sheet.merges?.some((m) => m.left <= column && m.right > column && codes.some((c) => c.row === m.top))) continue;
    sheet.insertColumns(column + 1, 2);
    sheet.insertRows(firstData, 1);
    ['类', '款', '项'].forEach((text, i) => sheet.set(firstData, column + i, text));
    for (const { row, code } of codes) {
      [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].forEach((part, i) => sheet.set(row + 1, column + i, part === '' ? null : part));
    }
  }
}
