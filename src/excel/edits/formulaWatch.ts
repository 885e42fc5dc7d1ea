import type { CellInput, Rect, WorkbookSnapshot } from '../../audit/workbook';
import { CellKind } from '../../audit/workbook';
import { joinCells } from '../../host/marks';
import { cellCount } from '../areas';

/** Beyond this, reading the whole workbook again is no dearer than reading its formulas. */
const MAX_RECTS = 400;
const MAX_CELLS = 20_000;

/**
 * The cells whose value Excel may change by itself. A recalculated formula raises no change event (OfficeDev/office-js
 * #3899), so after an edit they are looked at again. Knows the values last seen.
 */
export class FormulaWatch {
  /** By sheet; null where there are too many formulas to follow. */
  readonly rects: readonly (readonly Rect[])[] | null;
  readonly hasFormulas: boolean;
  private readonly seen = new Map<string, CellInput['value'] | null>();

  constructor(snapshot: WorkbookSnapshot) {
    this.hasFormulas = snapshot.sheets.some(({ formulas }) => formulas.size > 0);
    const rects = snapshot.sheets.map((sheet, index) => {
      const cells: { row: number; column: number }[] = [];
      if (sheet.formulas.size === 0) return [];
      sheet.rowNumbers.forEach((row, r) => {
        for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1]; i++) {
          if (!sheet.formulas.has(i)) continue;
          cells.push({ row, column: sheet.columns[i] });
          const text = snapshot.strings[sheet.texts[i]];
          const value = sheet.kinds[i] === CellKind.boolean ? sheet.numbers[i] !== 0 : (text ?? sheet.numbers[i]);
          this.seen.set(`${index}:${row}:${sheet.columns[i]}`, value === '' ? null : value);
        }
      });
      return joinCells(cells);
    });
    const all = rects.flat();
    const few = all.length <= MAX_RECTS && all.reduce((sum, rect) => sum + cellCount(rect), 0) <= MAX_CELLS;
    this.rects = few ? rects : null;
  }

  /** Takes note of a value; true where it is not the one last seen. */
  changed(sheet: number, row: number, column: number, content: CellInput | null): boolean {
    const key = `${sheet}:${row}:${column}`;
    const value = content?.value ?? null;
    if (Object.is(this.seen.get(key), value)) return false;
    this.seen.set(key, value);
    return true;
  }
}
