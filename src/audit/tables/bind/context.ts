import type { CodeBook, LayoutTable } from '../../layout';
import type { Bilingual, Rect, SheetGrid } from '../../workbook';
import type { Words } from '../../words';
import type { AmountPlaces } from '../amounts';
import type { CodeSystem, FamilyDefinition, TableDefinition } from '../definitions';
import type { AmountUnit, BoundBlock, FieldValue } from '../model';

/** What every binder is given: a table as it stands on its sheet, what it is to be, and the helpers it needs. */
export interface BindContext {
  readonly grid: SheetGrid;
  readonly layout: LayoutTable;
  readonly family: FamilyDefinition;
  readonly definition: TableDefinition;
  readonly unit: AmountUnit;
  readonly amounts: AmountPlaces;
  readonly words: Words;
  readonly book: CodeBook;
  /** 类 code of a functional name ("卫生健康支出" → 210), null if the chart has none. */
  readonly classByName: (normalisedName: string) => string | null;
}

/** What a binder answers: blocks without their table, and how much of the definition it found. */
export interface Binding {
  readonly blocks: readonly UnownedBlock[];
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly headerBottom: number;
  /** The part of the sheet that was read, without the title. */
  readonly range: Rect;
  /** 0…1: share of the expected columns or lines. */
  readonly fit: number;
  readonly reason: Bilingual;
  /** What the codes of the rows are, where the definition does not say. */
  readonly codes?: CodeSystem;
}

export type UnownedBlock = Omit<BoundBlock, 'table'>;

export const NO_FIELDS: ReadonlyMap<string, FieldValue> = new Map();
