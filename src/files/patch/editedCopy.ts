import type { CellPosition, WorkbookSnapshot } from '../../audit/workbook';
import type { Mark } from '../../host/workbookHost';
import { writeWorkbookXlsx } from '../writeXlsx';
import { annotatePackage } from './annotate';
import type { CellEdit } from './cellEdit';
import { copyKind } from './copyKind';
import { patchCells } from './patchCells';

/** What a copy is to hold. */
export interface CopyContent {
  /** The workbook as it is now, for files that cannot be patched. */
  readonly snapshot: WorkbookSnapshot;
  /** What of it differs from the file. */
  readonly edits: readonly CellEdit[];
  readonly marks: readonly Mark[];
  /** Explanations as notes. */
  readonly notes: boolean;
}

export interface EditedCopy {
  readonly bytes: Uint8Array;
  /** Cells that could not be changed and stay as they were. */
  readonly refused: readonly CellPosition[];
}

/** A copy of a file with what was changed in it: patched where it is an .xlsx or .xlsm, else built anew. Throws `FileError`. */
export function editedCopy(original: Uint8Array, { snapshot, edits, marks, notes }: CopyContent): EditedCopy {
  const kind = copyKind(original);
  const isPatched = kind === 'package' || kind === 'signed';
  const { bytes, refused } = isPatched ? patchCells(original, edits) : { bytes: writeWorkbookXlsx(snapshot), refused: [] };
  return { bytes: marks.length > 0 ? annotatePackage(bytes, marks, { notes }).bytes : bytes, refused };
}
