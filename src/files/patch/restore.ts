import { applyEdits } from './edits';
import { type PackageEditor, printOf, type Changes, type PartPrint } from './packageEditor';
import { partText } from './encoding';
import { rewriteZip } from '../zip';
import { DEFAULT_FILE_LIMITS } from '../limits';

/**
 * The part that says what annotating did, so that clearing brings every part back byte for byte. Nothing points to it:
 * programs pass it over, and drop it when they save. Then marks are found by their fingerprint, as always.
 */
export const RESTORE = { name: 'gouji/restore.json', type: 'application/json' } as const;

const VERSION = 1;
/** All that annotating ever takes away: a count, a priority, the end of an empty tag. Anything else is not ours to put back. */
const TAKEN_AWAY = /^(\d{0,10}|\/>)$/;

export function restorePart({ edited, added }: Changes): { readonly name: string; readonly text: string } {
  return { name: RESTORE.name, text: JSON.stringify({ version: VERSION, edited, added: [...added, RESTORE.name] }) };
}

/** The package as it was before it was annotated; null where nothing tells, or what it tells does not fit any more. */
export function restored(archive: Uint8Array, editor: PackageEditor): Uint8Array | null {
  const bytes = editor.zip.find(RESTORE.name);
  const changes = bytes === null ? null : readChanges(new TextDecoder().decode(bytes));
  if (changes === null) return null;
  const replaced = new Map<string, Uint8Array | null>();
  for (const { name, was, is, undo } of changes.edited) {
    const now = editor.zip.find(name);
    if (now === null || !same(printOf(now), is)) return null;
    const part = partText(now, name);
    if (undo.some(([at, remove]) => at + remove > part.utf8.length)) return null;
    const before = part.encode(applyEdits(part.utf8, undo.map(([at, remove, text]) => ({ at, remove, text }))).bytes);
    if (!same(printOf(before), was)) return null;
    replaced.set(name, before);
  }
  for (const name of changes.added) {
    if (!editor.zip.has(name)) return null;
    replaced.set(editor.zip.nameOf(name) ?? name, null);
  }
  return rewriteZip(archive, { replaced, added: new Map() }, DEFAULT_FILE_LIMITS);
}

const same = (a: PartPrint, b: PartPrint): boolean => a.size === b.size && a.crc === b.crc;

/** Somebody else may have written it: whatever is not just as we write it counts as not there. */
function readChanges(text: string): Changes | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(found) || found.version !== VERSION || !Array.isArray(found.edited) || !Array.isArray(found.added)) return null;
  const isOwn = found.edited.every(isEdited) && found.added.every((name) => typeof name === 'string' && /(^|\/)gouji\/|\.rels$/.test(name));
  return isOwn ? (found as unknown as Changes) : null;
}

function isEdited(value: unknown): boolean {
  return isObject(value) && typeof value.name === 'string' && isPrint(value.was) && isPrint(value.is) && Array.isArray(value.undo) && isUndo(value.undo);
}

const isPrint = (value: unknown): boolean => isObject(value) && Number.isInteger(value.size) && Number.isInteger(value.crc);

/** Places ascend and do not overlap. */
function isUndo(list: readonly unknown[]): boolean {
  let last = 0;
  return list.every((item) => {
    if (!Array.isArray(item) || item.length !== 3) return false;
    const [at, remove, text] = item as readonly unknown[];
    const fits = isCount(at) && isCount(remove) && at >= last && typeof text === 'string' && TAKEN_AWAY.test(text);
    if (fits) last = at + remove;
    return fits;
  });
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
