import { clearFormats } from './clearFormats';
import { clearNotes } from './clearNotes';
import { clearReviewSheet } from './clearReviewSheet';
import { undeclareParts } from './contentTypes';
import { PackageEditor } from './packageEditor';
import { RESTORE, restored } from './restore';

export interface Cleared {
  readonly bytes: Uint8Array;
  /** Whether anything of ours was there. */
  readonly hadMarks: boolean;
  /** Every part is again, byte for byte, what it was before it was annotated. */
  readonly isExact: boolean;
}

/**
 * Takes marks, notes and the 审核意见 of ours off, whoever put them there. A file as `annotatePackage` left it is restored
 * byte for byte; in one that Excel or the add-in has saved since they are found by their fingerprint, and all else stays.
 * Throws `FileError`.
 */
export function clearPackage(archive: Uint8Array): Cleared {
  const editor = new PackageEditor(archive);
  const before = restored(archive, editor);
  if (before) return { bytes: before, hadMarks: true, isExact: true };
  let found = 0;
  const gone: string[] = [];
  for (const { part } of editor.sheets) found += clearFormats(editor, part) + clearNotes(editor, part);
  const review = clearReviewSheet(editor);
  if (review !== null) {
    found++;
    gone.push(...review);
  }
  if (editor.has(RESTORE.name)) gone.push(RESTORE.name);
  if (found + gone.length === 0) return { bytes: archive, hadMarks: false, isExact: true };
  for (const part of gone) editor.remove(part);
  undeclareParts(editor, gone);
  return { bytes: editor.finish(), hadMarks: found > 0, isExact: false };
}
