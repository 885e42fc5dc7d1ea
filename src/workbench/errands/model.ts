import type { BetweenReport, Comparison } from '../../audit/between';
import type { Explanations } from '../../audit/report/explanations';
import type { RosterEntry, RosterProblem } from '../../desk';
import type { CopyOptions } from '../../desk/copies';
import type { CopyKind } from '../../files';
import type { FileErrorCode, FileErrorDetails } from '../../files/errorCodes';
import type { CellEntry } from '../../host/memory';
import type { PackedReport } from '../batch';

/** A file as it stands: its bytes, what was typed over it, what was said of its findings. */
export interface Material {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly edits: readonly CellEntry[];
  readonly explained: Explanations;
}

/** Which files are set against each other: two versions · a department and its units · this year and the last. The first file is the older version, the department, this year's. */
export type Relation = 'versions' | 'rollup' | 'years';

/** read: audits a file and keeps what is wanted of it · result: sets against each other what was read · roster: the units of a 名册 · copy: a copy with marks. */
export type Errand =
  | { readonly kind: 'read'; readonly relation: Relation; readonly material: Material; readonly lang: 'zh' | 'en' }
  | { readonly kind: 'result'; readonly relation: Relation; readonly lang: 'zh' | 'en'; /** Files of units that could not be read. */ readonly unread: readonly string[] }
  | { readonly kind: 'roster'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'copy'; readonly material: Material; readonly report: PackedReport; readonly options: CopyOptions };

export interface MadeCopy {
  readonly kind: 'copied';
  readonly copy: CopyKind;
  readonly bytes: Uint8Array;
  readonly markedCells: number;
}

export type ErrandResult = { readonly kind: 'versions'; readonly comparison: Comparison } | { readonly kind: 'between'; readonly report: BetweenReport };

export type ErrandAnswer =
  /** `isKnown`: it holds tables that can be set against others. */
  | { readonly kind: 'read'; readonly isKnown: boolean }
  | { readonly kind: 'roster'; readonly roster: readonly RosterEntry[] | RosterProblem }
  | ErrandResult
  | MadeCopy
  | { readonly kind: 'refused'; readonly code: FileErrorCode; readonly details: FileErrorDetails };
