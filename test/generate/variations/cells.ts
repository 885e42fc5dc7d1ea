import { readTables } from '../anatomy';
import type { Cell, Sheet, Workbook } from '../grid';
import { grouped } from '../money';
import type { Random } from '../random';

/** Harmless changes of single cells: how an amount, a code or a label is written. */

type Rewrite = (value: number, random: Random) => Cell['value'];

/** Rewrites a share of the number cells that the anatomy takes for amounts. */
export function amountsAs(rewrite: Rewrite, share: number): (workbook: Workbook, random: Random) => void {
  return (workbook, random) => {
    for (const sheet of workbook.sheets) {
      for (const table of readTables(sheet)) {
        for (const { row, column } of table.amounts) {
          const cell = sheet.get(row, column);
          if (typeof cell?.value !== 'number' || cell.formula !== undefined || !random.chance(share)) continue;
          sheet.set(row, column, rewrite(cell.value, random), cell.format);
        }
      }
    }
  };
}

/** 3,780,026.30 as typed. */
export const groupedText: Rewrite = (value) => grouped(value);

/** "3, 780, 026. 30": the blanks that come out of a PDF. */
export const spacedText: Rewrite = (value) => grouped(value).replace(/([,.])/g, '$1 ');

/** Full-width digits: ３７８００２６．３０. */
export const fullWidthText: Rewrite = (value) => value.toFixed(2).replace(/[\d.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

export const trailingSpaceText: Rewrite = (value) => `${grouped(value)} `;

/** 3780026.299999…: what a sum of doubles leaves; below a millionth, and so no difference. */
export const floatResidue: Rewrite = (value, random) => value + (random.chance(0.5) ? 1 : -1) * Math.max(Math.abs(value) * 2 ** -52, 1e-10);

/** Whole codes as numbers or as text. */
export function codesAs(kind: 'number' | 'text'): (workbook: Workbook) => void {
  return (workbook) => {
    for (const sheet of workbook.sheets) {
      for (const { codes } of readTables(sheet)) {
        for (const { row, column, code } of codes) {
          sheet.set(row, column, kind === 'number' ? Number(code) : code, kind === 'number' ? '0' : '@');
        }
      }
    }
  };
}

/** Fills empty amount cells of data rows ("-" or 0), or clears those that hold 0. */
export function blanksAs(filling: '-' | 'zero' | 'blank'): (workbook: Workbook, random: Random) => void {
  return (workbook) => {
    for (const sheet of workbook.sheets) {
      for (const table of readTables(sheet)) {
        if (/^B1[3-5]$|^B11$|^self$/.test(table.kind)) continue;
        const columns = [...new Set(table.amounts.map((a) => a.column))].sort((a, b) => a - b);
        const rows = new Set(table.amounts.map((a) => a.row));
        for (const row of rows) for (const column of columns) fill(sheet, row, column, filling, columns.includes(column - 1));
      }
    }
  };
}

function fill(sheet: Sheet, row: number, column: number, filling: '-' | 'zero' | 'blank', besideAmounts: boolean): void {
  const cell = sheet.get(row, column);
  if (filling === 'blank') {
    if (cell?.value === 0 && cell.formula === undefined) sheet.set(row, column, null);
  } else if (!cell && takesAmount(sheet, row, column, besideAmounts)) sheet.set(row, column, filling === '-' ? '-' : 0, '#,##0.00');
}

/** An amount could stand here: right of a label (行次 may lie between), or right of a figure of the same block. */
function takesAmount(sheet: Sheet, row: number, column: number, besideAmounts: boolean): boolean {
  const left = sheet.get(row, column - 1);
  if (besideAmounts && left !== undefined) return true;
  const label = /^\d+$/.test(sheet.text(row, column - 1)) ? sheet.text(row, column - 2) : sheet.text(row, column - 1);
  return label !== '' && label !== '-' && !/^\d+$/.test(label);
}
