import type { WorkbookSnapshot } from '../../src/audit/workbook';
import type { Workbook } from '../generate/grid';

/**
 * Whether any rule of the catalogue could see a fault, judged without the audit: true, false, or 'unknown' where it hangs
 * on what the workbook holds (a 其中 figure, a table whose grid is incomplete, a change near the rounding step).
 */
export type Visibility = boolean | 'unknown';

/** A cell, with the sheet's index in the unmutated workbook. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** One fault that can be put into a workbook; nothing is changed before `apply`. */
export interface Fault {
  readonly kind: FaultKind;
  readonly visible: Visibility;
  /** Where the fault is afterwards. For a missing row: the rows around the gap that must tell. */
  readonly changed: readonly Place[];
  readonly description: string;
  readonly original: string;
  readonly mutated: string;
  /** true where rows keep their places, so that several faults can be put into one workbook. */
  readonly inPlace: boolean;
  readonly apply: (workbook: Workbook) => void;
}

export interface Mutation {
  readonly kind: string;
  readonly harmless: boolean;
  /** Harmless kinds: false. */
  readonly visible: Visibility;
  readonly snapshot: WorkbookSnapshot;
  /** By the sheet's name in the mutated workbook. */
  readonly changed: readonly { readonly sheet: string; readonly row: number; readonly column: number }[];
  readonly description: string;
  readonly original: string;
  readonly mutated: string;
}

export const FAULT_KINDS = [
  'digits swapped', 'digit dropped', 'digit doubled', 'times ten', 'tenth', 'sign', 'number as odd text', 'figure blanked', '元 for 万元',
  'value in neighbour column', 'value in neighbour row', 'leaf changed, totals stale', 'total leaves out a child',
  'missing 款 row', 'missing 项 row', 'duplicated row', 'wrong code digit', 'wrong name', 'wrong 政府 code',
  '空表 flag flipped', 'wrong unit line', 'wrong year', 'wrong unit name', 'project name in one place',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
