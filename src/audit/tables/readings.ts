import type { SheetGrid } from '../workbook';
import { PlaceCollector, type Places } from './amounts';
import { bind, type Binding } from './bind';
import { contextOf, type Candidate, type RecogniseOptions } from './candidate';
import type { CatalogueRun } from './catalogue';
import type { TableDefinition } from './definitions';
import type { Finished } from './finish';
import type { AmountUnit } from './model';
import type { TableOf } from './titles';

/** What is read of a sheet by itself, whatever the others hold. */
export interface SheetReading {
  readonly hasTitles: boolean;
  readonly run: CatalogueRun | null;
  readonly candidates: readonly Candidate[];
}

/** Where readings are kept, besides what they are read with. */
export interface ReadingOptions extends RecogniseOptions {
  readonly readings: Readings;
}

/** A table bound by itself; its blocks number the amounts as `places` does. */
export interface Bound {
  readonly table: TableOf;
  readonly unit: AmountUnit | null;
  readonly binding: Binding | null;
  readonly places: Places;
  /** The table made of it last. */
  finished: Finished | null;
}

/**
 * Sheets, each read by itself, and the tables found on them, each bound by itself. A grid is read once: after an edit the other sheets of a workbook are the
 * same grids, and so are sheets that stood in another workbook (`SeenSheets`). Good for one auditor; nothing is kept longer than its grid.
 */
export class Readings {
  private readonly sheets = new WeakMap<SheetGrid, SheetReading>();
  private readonly tables = new WeakMap<Candidate, Bound[]>();
  private readonly fits = new WeakMap<Candidate, Map<TableDefinition, number>>();

  sheet(grid: SheetGrid, read: () => SheetReading): SheetReading {
    const found = this.sheets.get(grid) ?? read();
    this.sheets.set(grid, found);
    return found;
  }

  bound(candidate: Candidate, table: TableOf, unit: AmountUnit | null, options: RecogniseOptions): Bound {
    const known = this.tables.get(candidate) ?? [];
    this.tables.set(candidate, known);
    const found = known.find((one) => one.table.definition === table.definition && one.table.family === table.family && one.unit === unit);
    if (found) return found;
    const bound = boundApart(candidate, table, unit, options);
    known.push(bound);
    return bound;
  }

  /** How well a definition fits, 0…1, whose table this may not be at all: the table itself is not kept. */
  fit(candidate: Candidate, table: TableOf, unit: AmountUnit | null, options: RecogniseOptions): number {
    const own = this.fits.get(candidate) ?? new Map<TableDefinition, number>();
    this.fits.set(candidate, own);
    const found = own.get(table.definition) ?? boundApart(candidate, table, unit, options).binding?.fit ?? 0;
    own.set(table.definition, found);
    return found;
  }
}

function boundApart(candidate: Candidate, table: TableOf, unit: AmountUnit | null, options: RecogniseOptions): Bound {
  const places = new PlaceCollector();
  const binding = bind(contextOf(candidate, table, unit, places, options));
  return { table, unit, binding, places: places.finish(), finished: null };
}

