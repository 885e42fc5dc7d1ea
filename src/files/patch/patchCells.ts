import { cellAddress, parseRectAddress, type CellPosition, type Rect } from '../../audit/workbook';
import { calculateOnOpening, updateChain, type FormulaChanges } from './calculation';
import type { CellEdit } from './cellEdit';
import { cellXml, newCellStyle } from './cellXml';
import { insertion, type Edit } from './edits';
import { attributeOf, outline, type Element } from './outline';
import { PackageEditor } from './packageEditor';
import { append } from './places';
import { handOnShared } from './sharedMasters';
import { sheetCells, type CellPlace, type RowPlace, type SheetCells } from './sheetCells';

export interface PatchedCells {
  readonly bytes: Uint8Array;
  /** Cells of an array formula or a data table, which Excel changes as a whole only: they stay as they were. */
  readonly refused: readonly CellPosition[];
}

/**
 * An .xlsx or .xlsm with other values in some cells; formats and everything else stay. Results of formulas that are not among
 * the edits stay too, for a file without them shows blanks in every program that does not calculate; Excel, WPS and
 * LibreOffice are told to calculate when they open it. Throws `FileError`.
 */
export function patchCells(archive: Uint8Array, edits: readonly CellEdit[]): PatchedCells {
  const editor = new PackageEditor(archive);
  const refused: CellPosition[] = [];
  const bySheet = new Map<number, CellEdit[]>();
  for (const edit of edits) bySheet.set(edit.cell.sheet, [...(bySheet.get(edit.cell.sheet) ?? []), edit]);
  const formulas: FormulaChanges[] = [];
  for (const [sheet, own] of bySheet) {
    const found = editor.sheets.at(sheet);
    if (found) patchSheet(editor, found.part, own, refused, formulas);
  }
  if (refused.length === edits.length) return { bytes: archive, refused };
  updateChain(editor, formulas);
  calculateOnOpening(editor);
  return { bytes: editor.finish(), refused };
}

function patchSheet(editor: PackageEditor, part: string, edits: readonly CellEdit[], refused: CellPosition[], formulas: FormulaChanges[]): void {
  const bytes = editor.text(part);
  const cells = sheetCells(bytes, part);
  const fixed = cells.joined.flatMap(({ formula }) => (formula && formula.type !== 'shared' ? parseRectAddress(formula.ref) ?? [] : [])).filter((rect) => rect.top < rect.bottom || rect.left < rect.right);
  const isFixed = ({ cell, isResult = false }: CellEdit): boolean => !isResult && fixed.some((rect) => isIn(rect, cell.row, cell.column));
  const made = edits.filter((edit) => !isFixed(edit)).sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  if (made.length > 0) formulas.push(new SheetPatch(editor, part, cells).apply(made));
  refused.push(...edits.filter(isFixed).map(({ cell }) => cell));
}

const isIn = (rect: Rect, row: number, column: number): boolean => row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;

/** The edits of one sheet; all speak of its bytes as they were read. */
class SheetPatch {
  private readonly bytes: Uint8Array;
  private readonly root: Element;
  private readonly rows: ReadonlyMap<number, RowPlace>;
  private readonly list: Edit[] = [];

  constructor(private readonly editor: PackageEditor, private readonly part: string, private readonly cells: SheetCells) {
    this.bytes = editor.text(part);
    this.root = outline(this.bytes, part, ['cols']);
    this.rows = new Map(cells.rows.map((row) => [row.row, row]));
  }

  apply(edits: readonly CellEdit[]): FormulaChanges {
    const added: CellEdit[] = [];
    const changed: { readonly edit: CellEdit; readonly place: CellPlace }[] = [];
    for (const edit of edits) {
      const place = this.rows.get(edit.cell.row)?.cells.find(({ column }) => column === edit.cell.column);
      if (place) changed.push({ edit, place });
      else if (edit.content !== null || edit.formula !== null) added.push(edit);
    }
    const { prefix } = this.root;
    for (const { edit, place } of changed) this.list.push({ at: place.from, remove: place.to - place.from, text: cellXml(prefix, edit, { bytes: this.bytes, place }) });
    this.list.push(...handOnShared(prefix, this.cells.joined, changed.flatMap(({ edit, place }) => (edit.isResult ? [] : [place]))));
    this.insert(added);
    this.widen(added);
    this.editor.edit(this.part, ...this.list);
    const had = new Map(changed.map(({ edit, place }) => [edit, place.formula !== null]));
    const addresses = (list: readonly CellEdit[]): string[] => list.map(({ cell }) => cellAddress(cell.row, cell.column));
    return {
      part: this.part,
      lost: addresses(edits.filter((edit) => !edit.isResult && edit.formula === null && had.get(edit) === true)),
      gained: addresses(edits.filter((edit) => !edit.isResult && edit.formula !== null && had.get(edit) !== true)),
    };
  }

  /** Cells that were not there, in rows that may not be there either. */
  private insert(added: readonly CellEdit[]): void {
    const data = this.root.children.find(({ name }) => name === 'sheetData');
    if (!data) return;
    const { prefix } = this.root;
    const atEnd: string[] = [];
    for (const number of new Set(added.map(({ cell }) => cell.row))) {
      const own = added.filter(({ cell }) => cell.row === number);
      const row = this.rows.get(number);
      const xml = own.map((edit) => cellXml(prefix, edit, { style: newCellStyle(this.bytes, this.root, row ?? null, edit.cell.column) }));
      if (!row) {
        const text = `<${prefix}row r="${number + 1}">${xml.join('')}</${prefix}row>`;
        const next = this.cells.rows.find((other) => other.row > number);
        if (next) this.list.push(insertion(next.from, text));
        else atEnd.push(text);
      } else if (row.isEmpty) {
        this.list.push({ at: row.openTo - 2, remove: 2, text: `>${xml.join('')}</${prefix}row>` });
      } else {
        own.forEach(({ cell }, i) => this.list.push(insertion(row.cells.find(({ column }) => column > cell.column)?.from ?? row.closeFrom, xml[i])));
      }
    }
    if (atEnd.length > 0) this.list.push(...append(data, atEnd.join('')));
  }

  /** What the sheet says of its extent, where new cells lie outside. */
  private widen(added: readonly CellEdit[]): void {
    const dimension = this.root.children.find(({ name }) => name === 'dimension');
    const ref = dimension && attributeOf(this.bytes, dimension, 'ref');
    const rect = ref && parseRectAddress(ref.value);
    if (ref && rect && added.some(({ cell }) => !isIn(rect, cell.row, cell.column))) {
      const rows = added.map(({ cell }) => cell.row);
      const columns = added.map(({ cell }) => cell.column);
      const first = cellAddress(Math.min(rect.top, ...rows), Math.min(rect.left, ...columns));
      const last = cellAddress(Math.max(rect.bottom, ...rows), Math.max(rect.right, ...columns));
      this.list.push({ at: ref.from, remove: ref.to - ref.from, text: `${first}:${last}` });
    }
    for (const row of this.rows.values()) {
      const columns = added.flatMap(({ cell }) => (cell.row === row.row ? [cell.column + 1] : []));
      const spans = columns.length > 0 ? attributeOf(this.bytes, row, 'spans') : null;
      const match = spans && /^(\d+):(\d+)$/.exec(spans.value);
      if (spans && match) {
        this.list.push({ at: spans.from, remove: spans.to - spans.from, text: `${Math.min(Number(match[1]), ...columns)}:${Math.max(Number(match[2]), ...columns)}` });
      }
    }
  }
}
