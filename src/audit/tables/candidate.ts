import type { CodeBook, LayoutTable, Region } from '../layout';
import type { SheetGrid } from '../workbook';
import type { Words } from '../words';
import type { AmountPlaces } from './amounts';
import type { BindContext } from './bind';
import type { FamilyDefinition } from './definitions';
import type { HeadLines } from './heads';
import type { AmountUnit } from './model';
import type { TableOf } from './titles';

export interface RecogniseOptions {
  readonly families: readonly FamilyDefinition[];
  readonly classByName: (normalisedName: string) => string | null;
  readonly words: Words;
  readonly book: CodeBook;
}

/** A table as it stands on a sheet, before it is known what it is. */
export interface Candidate {
  readonly grid: SheetGrid;
  /** The sheet, or the columns of it, before names that were broken over rows were mended. */
  readonly source: SheetGrid;
  readonly region: Region;
  readonly layout: LayoutTable;
  readonly lines: HeadLines;
  readonly largest: number;
}

export function contextOf({ grid, layout }: Candidate, { family, definition }: TableOf, unit: AmountUnit | null, amounts: AmountPlaces, options: RecogniseOptions): BindContext {
  return { grid, layout, family, definition, unit: unit ?? definition.unit ?? family.usualUnit, amounts, words: options.words, book: options.book, classByName: options.classByName };
}
