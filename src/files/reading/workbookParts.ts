import type { Rect, SheetSnapshot, WorkbookSnapshot } from '../../audit/workbook';
import { Gathered, MOST_CHARACTERS, partsOf, type Part } from './parts';

/** What a page takes in within a few milliseconds. */
const SIZES = { strings: 20_000, sheets: 1 };
const MOST_FORMULAS = 5_000;
const MOST_MERGES = 10_000;

/** A part of a workbook; or formulas or merged areas (four numbers each) of the sheet that came last and that has many. */
export type WorkbookPart =
  | Part<WorkbookSnapshot>
  | { readonly formulaCells: Uint32Array; readonly formulas: readonly string[] }
  | { readonly merges: Uint32Array };

/** A workbook in parts, none of which holds up who takes it in. */
export function* workbookParts(snapshot: WorkbookSnapshot): Generator<WorkbookPart> {
  for (const part of partsOf(snapshot, SIZES)) {
    if (!('key' in part) || part.key !== 'sheets') yield part;
    else for (const sheet of part.items as readonly SheetSnapshot[]) yield* sheetParts(sheet);
  }
}

function* sheetParts(sheet: SheetSnapshot): Generator<WorkbookPart> {
  const manyFormulas = sheet.formulas.size > MOST_FORMULAS;
  const manyMerges = sheet.merges !== null && sheet.merges.length > MOST_MERGES;
  yield { key: 'sheets', items: [{ ...sheet, ...(manyFormulas ? { formulas: new Map() } : {}), ...(manyMerges ? { merges: [] } : {}) }] };
  if (manyFormulas) yield* formulaParts(sheet.formulas);
  if (!manyMerges || sheet.merges === null) return;
  for (let i = 0; i < sheet.merges.length; i += MOST_MERGES) {
    yield { merges: Uint32Array.from(sheet.merges.slice(i, i + MOST_MERGES).flatMap(({ top, left, bottom, right }) => [top, left, bottom, right])) };
  }
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

/** Puts a workbook together again, from its parts in the order they came. */
export class GatheredWorkbook {
  private readonly parts = new Gathered<WorkbookSnapshot>();
  /** Of the sheet that came last. */
  private formulas = new Map<number, string>();
  private merges: Rect[] = [];

  add(part: WorkbookPart): void {
    if ('formulaCells' in part) part.formulaCells.forEach((cell, i) => this.formulas.set(cell, part.formulas[i]));
    else if ('merges' in part) {
      for (let i = 0; i < part.merges.length; i += 4) this.merges.push({ top: part.merges[i], left: part.merges[i + 1], bottom: part.merges[i + 2], right: part.merges[i + 3] });
    } else if ('key' in part && part.key === 'sheets') {
      for (const sheet of part.items as readonly SheetSnapshot[]) {
        this.formulas = new Map(sheet.formulas);
        this.merges = [...(sheet.merges ?? [])];
        this.parts.add({ key: part.key, items: [{ ...sheet, formulas: this.formulas, merges: sheet.merges && this.merges }] });
      }
    } else this.parts.add(part);
  }

  /** null before the first part. */
  whole(): WorkbookSnapshot | null {
    return this.parts.whole();
  }
}
