import type { SheetGrid } from './grid';
import { isSameSheet, sheetHash } from './sameSheet';

/** So many cells are kept at least, and twice as many at most. */
const CELLS_KEPT = 128_000;

/** A larger sheet comes once: it would drive out a hundred others. */
const LARGEST = 8_000;

/**
 * Sheets of the workbooks that a thread read lately. Those who send their workbook in again changed a sheet or two, and units of one department send many
 * sheets alike: empty tables, notes, their parent's tables. A sheet with the very same cells is the same grid, so that what was read of it stands. Bounded, whatever comes.
 */
export class SeenSheets {
  private recent = new Map<number, SheetGrid[]>();
  private before = new Map<number, SheetGrid[]>();
  private cells = 0;

  constructor(private readonly kept = CELLS_KEPT) {}

  /** The grids of a workbook; where the very same stood in another at this place, that one. */
  same(grids: readonly SheetGrid[]): SheetGrid[] {
    return grids.map((grid) => this.sameAs(grid));
  }

  private sameAs(grid: SheetGrid): SheetGrid {
    const size = grid.sheet.columns.length;
    if (size > LARGEST) return grid;
    const hash = sheetHash(grid);
    const own = this.recent.get(hash)?.find((one) => isSameSheet(one, grid));
    if (own) return own;
    const found = this.before.get(hash)?.find((one) => isSameSheet(one, grid)) ?? grid.withOwnTexts();
    if (this.cells >= this.kept) {
      this.before = this.recent;
      this.recent = new Map();
      this.cells = 0;
    }
    this.cells += size;
    this.recent.set(hash, [...(this.recent.get(hash) ?? []), found]);
    return found;
  }
}
