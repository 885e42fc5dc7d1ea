import type { SheetSnapshot } from '../../audit/workbook';

/** The arrays of a sheet. */
const ARRAYS = ['rowNumbers', 'rowStart', 'columns', 'kinds', 'numbers', 'texts', 'formats'] as const;
type ArrayName = (typeof ARRAYS)[number];
type SheetArray = SheetSnapshot[ArrayName];

/** Items copied at a stretch: memory that is used for the first time costs more than the copying. */
const MOST_ITEMS = 200_000;

/** A run of one of the arrays of the sheet that came last, which has `length` items in all. */
export interface ArrayPiece {
  readonly piece: ArrayName;
  readonly length: number;
  readonly from: number;
  readonly items: SheetArray;
}

export function buffersOf(sheet: SheetSnapshot): ArrayBufferLike[] {
  return [...new Set(ARRAYS.map((name) => sheet[name].buffer))];
}

/** A sheet with arrays of its own: its large arrays come after it, in pieces. */
export function inPieces(sheet: SheetSnapshot): { readonly without: SheetSnapshot; readonly pieces: Generator<ArrayPiece> } {
  const large = ARRAYS.filter((name) => sheet[name].length > MOST_ITEMS);
  const without = { ...sheet };
  for (const name of ARRAYS) Object.assign(without, { [name]: large.includes(name) ? sheet[name].slice(0, 0) : sheet[name].slice() });
  return { without, pieces: piecesOf(sheet, large) };
}

function* piecesOf(sheet: SheetSnapshot, names: readonly ArrayName[]): Generator<ArrayPiece> {
  for (const piece of names) {
    const { length } = sheet[piece];
    for (let from = 0; from < length; from += MOST_ITEMS) yield { piece, length, from, items: sheet[piece].slice(from, from + MOST_ITEMS) };
  }
}

/** A sheet whose large arrays are still to come. */
export class PiecedSheet {
  readonly sheet: SheetSnapshot;

  constructor(sheet: SheetSnapshot) {
    this.sheet = { ...sheet };
  }

  add({ piece, length, from, items }: ArrayPiece): void {
    if (from === 0) Object.assign(this.sheet, { [piece]: Reflect.construct(items.constructor, [length]) });
    this.sheet[piece].set(items, from);
  }
}
