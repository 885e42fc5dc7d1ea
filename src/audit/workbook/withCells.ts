import { SheetBuilder, WorkbookBuilder } from './builder';
import { CellKind, type CellInput, type CellPosition, type SheetSnapshot, type WorkbookSnapshot } from './snapshot';

/** A new content; null = blank. `isResult`: of the formula in the cell, which stays. */
interface CellChange {
  readonly cell: CellPosition;
  readonly content: CellInput | null;
  readonly isResult?: boolean;
}

/** A copy of the workbook with some cells replaced; null = blank. Untouched sheets are shared with the original. */
export function withCells(
  workbook: WorkbookSnapshot,
  edits: readonly CellChange[],
): WorkbookSnapshot {
  const bySheet = new Map<number, Map<string, CellChange>>();
  for (const edit of edits) {
    const list = bySheet.get(edit.cell.sheet) ?? new Map<string, CellChange>();
    list.set(`${edit.cell.row}|${edit.cell.column}`, edit);
    bySheet.set(edit.cell.sheet, list);
  }
  // Numbers need no new text; the table of texts is then the same object, and what was computed from it stays good.
  const needsText = edits.some((e) => e.content?.kind === 'text' || e.content?.kind === 'error');
  const strings = needsText ? [...workbook.strings] : (workbook.strings as string[]);
  const sheets = workbook.sheets.map((sheet, index) => {
    const list = bySheet.get(index);
    return list ? editSheet(sheet, [...list.values()], strings) : sheet;
  });
  return { ...workbook, strings, sheets };
}

function editSheet(sheet: SheetSnapshot, edits: readonly CellChange[], strings: string[]): SheetSnapshot {
  return replaceNumbers(sheet, edits) ?? rebuild(sheet, edits, strings);
}

/** The common case, a number typed over a number: one array is copied. */
function replaceNumbers(sheet: SheetSnapshot, edits: readonly CellChange[]): SheetSnapshot | null {
  const places: number[] = [];
  for (const { cell, content, isResult } of edits) {
    const at = find(sheet, cell.row, cell.column);
    if (at < 0 || content?.kind !== 'number' || sheet.kinds[at] !== CellKind.number || (sheet.formulas.has(at) && !isResult)) return null;
    places.push(at);
  }
  const numbers = sheet.numbers.slice();
  edits.forEach((edit, i) => {
    if (edit.content?.kind === 'number') numbers[places[i]] = edit.content.value;
  });
  // Written out, not spread: all that reads cells was compiled for sheets built like this.
  const { name, visibility, rowNumbers, rowStart, columns, kinds, texts, formats, formulas, merges, hiddenRows, hiddenColumns, isProtected, frozen } = sheet;
  const edited: SheetSnapshot = { name, visibility, rowNumbers, rowStart, columns, kinds, numbers, texts, formats, formulas, merges, hiddenRows, hiddenColumns, isProtected };
  return frozen === undefined ? edited : { ...edited, frozen };
}

function find(sheet: SheetSnapshot, row: number, column: number): number {
  let low = 0;
  let high = sheet.rowNumbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (sheet.rowNumbers[middle] === row) {
      for (let i = sheet.rowStart[middle]; i < sheet.rowStart[middle + 1]; i++) if (sheet.columns[i] === column) return i;
      return -1;
    }
    if (sheet.rowNumbers[middle] < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function rebuild(sheet: SheetSnapshot, edits: readonly CellChange[], strings: string[]): SheetSnapshot {
  const builder = new SheetBuilder(new WorkbookBuilder(), sheet.name);
  const replaced = new Set(edits.map((e) => `${e.cell.row}|${e.cell.column}`));
  const formats = new Map<string, number>();
  const formulas = new Map<string, string>();
  for (let i = 0; i < sheet.rowNumbers.length; i++) {
    const row = sheet.rowNumbers[i];
    for (let c = sheet.rowStart[i]; c < sheet.rowStart[i + 1]; c++) {
      const key = `${row}|${sheet.columns[c]}`;
      if (replaced.has(key)) {
        formats.set(key, sheet.formats[c]);
        const formula = sheet.formulas.get(c);
        if (formula !== undefined) formulas.set(key, formula);
        continue;
      }
      builder.push(row, sheet.columns[c], sheet.kinds[c], sheet.numbers[c], sheet.texts[c], sheet.formats[c], sheet.formulas.get(c));
    }
  }
  for (const { cell, content: given, isResult } of edits) {
    const key = `${cell.row}|${cell.column}`;
    const formula = isResult ? formulas.get(key) : undefined;
    // A formula may yield an empty text; without one that is a blank.
    const content = formula !== undefined ? (given ?? { kind: 'text', value: '' }) : given;
    if (content === null || (content.kind === 'text' && content.value === '' && formula === undefined)) continue;
    const format = formats.get(key) ?? 0;
    const text = content.kind === 'text' || content.kind === 'error' ? textIndex(strings, content.value) : -1;
    const number = content.kind === 'number' ? content.value : content.kind === 'boolean' ? Number(content.value) : NaN;
    builder.push(cell.row, cell.column, CellKind[content.kind], number, text, format, formula);
  }
  const { merges, hiddenRows, hiddenColumns, visibility, isProtected, frozen } = sheet;
  return builder.finish({ merges, hiddenRows, hiddenColumns, visibility, isProtected, frozen });
}

function textIndex(strings: string[], text: string): number {
  const known = strings.indexOf(text);
  return known >= 0 ? known : strings.push(text) - 1;
}
