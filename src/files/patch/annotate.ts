import { distinctMarks } from '../../host/marks';
import type { Mark } from '../../host/workbookHost';
import { clearPackage } from './clear';
import { declareParts } from './contentTypes';
import { marksBySheet, markSheet } from './marks';
import { addNotes, type NewPart } from './notes';
import { PackageEditor } from './packageEditor';
import { relate } from './relate';
import { RESTORE, restorePart } from './restore';
import { addReviewSheet, listReviewSheet, type ReviewSheet } from './reviewSheet';
import { StyleAdder } from './styles';

export interface AnnotateOptions {
  /** Explanations as notes; a cell that has a note of its own keeps that. */
  readonly notes?: boolean;
  /** A sheet of 审核意见 behind the others. */
  readonly review?: ReviewSheet;
}

export interface Annotated {
  readonly bytes: Uint8Array;
  readonly markedCells: number;
  /** Sheets that got marks but no notes: their drawing of notes is in a form nothing can be added to. */
  readonly withoutNotes: readonly string[];
}

const STYLES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/**
 * An .xlsx or .xlsm with marks in the form the add-in gives them. Marks of ours that it has are replaced; every part that
 * needs no change keeps its compressed bytes, the others grow by what is added. `clearPackage` takes it all off again.
 * `cell.sheet` counts the worksheets as the snapshot does. Throws `FileError`.
 */
export function annotatePackage(archive: Uint8Array, marks: readonly Mark[], { notes = false, review }: AnnotateOptions = {}): Annotated {
  const bare = clearPackage(archive).bytes;
  const editor = new PackageEditor(bare);
  const bySheet = [...marksBySheet(distinctMarks(marks))].filter(([sheet]) => sheet < editor.sheets.length);
  const withoutNotes: string[] = [];
  if (bySheet.length === 0 && !review) return { bytes: bare, markedCells: 0, withoutNotes };
  const styles = new StyleAdder(editor, editor.freeName('xl/gouji/styles', '.xml'));
  const added: NewPart[] = [{ ...RESTORE }];
  for (const [sheet, own] of bySheet) {
    markSheet(editor, styles, editor.sheets[sheet].part, own);
    const parts = notes ? addNotes(editor, sheet, own) : [];
    if (parts === null) withoutNotes.push(editor.sheets[sheet].name);
    else added.push(...parts);
  }
  const targets: { readonly type: string; readonly target: string }[] = [];
  if (review) {
    const part = addReviewSheet(editor, styles, review);
    added.push(part);
    targets.push({ type: 'worksheet', target: part.name });
  }
  const newStyles = styles.finish();
  if (newStyles !== null) {
    added.push({ name: newStyles, type: STYLES });
    targets.push({ type: 'styles', target: newStyles });
  }
  const [first] = relate(editor, editor.workbookPart, targets);
  if (review) listReviewSheet(editor, review, first);
  declareParts(editor, added);
  return { bytes: editor.finish(restorePart), markedCells: bySheet.reduce((sum, [, own]) => sum + own.length, 0), withoutNotes };
}
