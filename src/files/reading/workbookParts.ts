import type { Rect, SheetSnapshot, Span, WorkbookSnapshot } from '../../audit/workbook';
import { buffersOf, inPieces, PiecedSheet, type ArrayPiece } from './arrayPieces';
import { Gathered, MOST_CHARACTERS, partsOf, type Part } from './parts';
import { RunsOfFormulas, type FormulaRun } from './runsOfFormulas';

/** What a page takes in within a few milliseconds. */
const SIZES = { strings: 20_000, numberFormats: 20_000, sheets: 1 };
const MOST_FORMULAS = 5_000;
const MOST_MERGES = 10_000;
const MOST_SPANS = 20_000;

/** A part of a workbook; or a piece of an array, formulas, merged areas (four numbers each) or hidden rows (two each) of the sheet that came last and that has many. */
export type WorkbookPart =
  | Part<WorkbookSnapshot>
  | ArrayPiece
  | FormulaRun
  | { readonly merges: Uint32Array }
  | { readonly hiddenRows: Uint32Array };

/** A workbook in parts, none of which holds up who takes it in. */
export function* workbookParts(snapshot: WorkbookSnapshot): Generator<WorkbookPart> {
  for (const part of partsOf(snapshot, SIZES)) {
    if (!('key' in part) || part.key !== 'sheets') yield part;
    else for (const sheet of part.items as readonly SheetSnapshot[]) yield* sheetParts(sheet);
  }
}

function* sheetParts(sheet: SheetSnapshot): Generator<WorkbookPart> {
  const { formulas, merges, hiddenRows } = sheet;
  const hasManyMerges = merges !== null && merges.length > MOST_MERGES;
  const hasManySpans = hiddenRows.length > MOST_SPANS;
  yield { key: 'sheets', items: [{ ...sheet, formulas: new Map(), ...(hasManyMerges ? { merges: [] } : {}), ...(hasManySpans ? { hiddenRows: [] } : {}) }] };
  if (formulas.size > 0) yield* formulaParts(formulas);
  if (hasManyMerges) for (const few of runsOf(merges, MOST_MERGES)) yield { merges: Uint32Array.from(few.flatMap(({ top, left, bottom, right }) => [top, left, bottom, right])) };
  if (hasManySpans) for (const few of runsOf(hiddenRows, MOST_SPANS)) yield { hiddenRows: Uint32Array.from(few.flatMap(({ from, to }) => [from, to])) };
}

function* runsOf<T>(all: readonly T[], most: number): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += most) yield all.slice(i, i + most);
}

function* formulaParts(all: ReadonlyMap<number, string>): Generator<WorkbookPart> {
  let cells: number[] = [];
  let formulas: string[] = [];
  let characters = 0;
  for (const [cell, formula] of all) {
    if (cells.length > 0 && (cells.length >= MOST_FORMULAS || characters + formula.length > MOST_CHARACTERS)) {
      yield { formulaCells: Uint32Array.from(cells), formulas };
      cells = [];
      formulas = [];
      characters = 0;
    }
    cells.push(cell);
    formulas.push(formula);
    characters += formula.length;
  }
  yield { formulaCells: Uint32Array.from(cells), formulas };
}

/** The arrays of the sheets of a part: where they change hands instead of being copied, nobody takes time over them. */
export function arraysOf(part: WorkbookPart): ArrayBufferLike[] {
  return 'piece' in part ? [part.items.buffer] : sheetsOf(part).flatMap(buffersOf);
}

/** The part for whoever keeps the workbook and therefore cannot give its arrays away: large ones are copied piece by piece. */
export function* ownParts(part: WorkbookPart): Generator<WorkbookPart> {
  const [sheet] = sheetsOf(part);
  if (!sheet) return yield part;
  const { without, pieces } = inPieces(sheet);
  yield { key: 'sheets', items: [without] };
  yield* pieces;
}

function sheetsOf(part: WorkbookPart): readonly SheetSnapshot[] {
  return 'key' in part && part.key === 'sheets' ? (part.items as readonly SheetSnapshot[]) : [];
}

/** Puts a workbook together again, from its parts in the order they came. */
export class GatheredWorkbook {
  private readonly parts = new Gathered<WorkbookSnapshot>();
  /** Of the sheet that came last. */
  private pieced: PiecedSheet | null = null;
  private formulas = new RunsOfFormulas();
  private merges: Rect[] = [];
  private hiddenRows: Span[] = [];

  add(part: WorkbookPart): void {
    if ('piece' in part) this.pieced?.add(part);
    else if ('formulaCells' in part) this.formulas.add(part);
    else if ('merges' in part) {
      for (let i = 0; i < part.merges.length; i += 4) this.merges.push({ top: part.merges[i], left: part.merges[i + 1], bottom: part.merges[i + 2], right: part.merges[i + 3] });
    } else if ('hiddenRows' in part) {
      for (let i = 0; i < part.hiddenRows.length; i += 2) this.hiddenRows.push({ from: part.hiddenRows[i], to: part.hiddenRows[i + 1] });
    } else if ('key' in part && part.key === 'sheets') {
      for (const sheet of sheetsOf(part)) {
        this.formulas = new RunsOfFormulas();
        this.merges = [...(sheet.merges ?? [])];
        this.hiddenRows = [...sheet.hiddenRows];
        this.pieced = new PiecedSheet({ ...sheet, formulas: this.formulas, merges: sheet.merges && this.merges, hiddenRows: this.hiddenRows });
        this.parts.add({ key: part.key, items: [this.pieced.sheet] });
      }
    } else this.parts.add(part);
  }

  /** null before the first part. */
  whole(): WorkbookSnapshot | null {
    return this.parts.whole();
  }
}
