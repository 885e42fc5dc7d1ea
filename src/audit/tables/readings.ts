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
 * The sheets of a workbook, each read by itself, and the tables found on them, each bound by itself. After an edit a sheet that is the same grid is not
 * read again, nor what stands on it bound again. Good for one auditor.
 */
export class Readings {
  private readonly sheets = new Map<SheetGrid, SheetReading>();
  private readonly tables = new Map<Candidate, Bound[]>();
  private readonly fits = new Map<Candidate, Map<TableDefinition, number>>();

  /** `before`: those of the workbook before an edit. */
  constructor(private before: Readings | null = null) {}

  sheet(grid: SheetGrid, read: () => SheetReading): SheetReading {
    const found = this.sheets.get(grid) ?? this.before?.sheets.get(grid) ?? read();
    this.sheets.set(grid, found);
    return found;
  }

  bound(candidate: Candidate, table: TableOf, unit: AmountUnit | null, options: RecogniseOptions): Bound {
    const known = this.tables.get(candidate) ?? this.before?.tables.get(candidate) ?? [];
    const isThis = (one: Bound): boolean => one.table.definition === table.definition && one.table.family === table.family && one.unit === unit;
    const found = known.find(isThis) ?? boundApart(candidate, table, unit, options);
    const own = this.tables.get(candidate);
    if (own === undefined) this.tables.set(candidate, [found]);
    else if (!own.some(isThis)) own.push(found);
    return found;
  }

  /** How well a definition fits, 0…1, whose table this may not be at all: the table itself is not kept. */
  fit(candidate: Candidate, table: TableOf, unit: AmountUnit | null, options: RecogniseOptions): number {
    const own = this.fits.get(candidate) ?? this.before?.fits.get(candidate) ?? new Map<TableDefinition, number>();
    this.fits.set(candidate, own);
    const found = own.get(table.definition) ?? boundApart(candidate, table, unit, options).binding?.fit ?? 0;
    own.set(table.definition, found);
    return found;
  }

  /** Nothing more will be asked: what was there before is let go. */
  close(): void {
    this.before = null;
  }
}

function boundApart(candidate: Candidate, table: TableOf, unit: AmountUnit | null, options: RecogniseOptions): Bound {
  const places = new PlaceCollector();
  const binding = bind(contextOf(candidate, table, unit, places, options));
  return { table, unit, binding, places: places.finish(), finished: null };
}

