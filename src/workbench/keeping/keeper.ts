import { readFolderFile, writeFolderFile } from '../../desk';
import type { FileStore, IncomingFile, Source } from '../files';
import type { Database, KeptFile } from './database';
import { forgetLeaving, lastLeft, saveCleared, saveLeaving, wasCleared } from './leaving';

/** How long after a change it is kept, in ms: a burst is one write. */
const REST_MS = 600;

/** Stands for the example among paths: no file is called so. */
const EXAMPLE = '';

/** Brings back what was kept, `example` among it where something was typed over it; answers how many files. */
export async function restore(fileStore: FileStore, database: Database, example: IncomingFile): Promise<number> {
  if (wasCleared()) {
    await database.clear();
    forgetLeaving();
    return 0;
  }
  const [kept, desk, left] = [await database.files(), await database.desk(), lastLeft()];
  const edits = left?.edits.get(EXAMPLE) ?? desk?.example ?? [];
  const files = [...(edits.length > 0 ? [{ ...example, edits }] : []), ...kept.map((file) => incomingOfKept({ ...file, edits: left?.edits.get(file.path) ?? file.edits }))];
  const folder = desk && readFolderFile(desk.folder);
  if (folder) fileStore.store.dispatch({ type: 'folderRead', folder });
  if (desk?.roster) fileStore.setRoster(desk.roster);
  if (files.length === 0) return 0;
  const adding = fileStore.add(files);
  const { files: listed, view } = fileStore.store.getState();
  const last = left ? left.chosen : desk?.chosen;
  const chosen = listed.find(({ submission }) => submission.file.path === last);
  if (chosen && view === 'desk') fileStore.choose(chosen.id);
  if (desk?.held) fileStore.store.dispatch({ type: 'folderHeld', folder: desk.held, isChosen: true });
  fileStore.store.dispatch({ type: 'restored', count: files.length });
  void adding;
  return files.length;
}

function incomingOfKept({ path, name, size, changed, blob, edits }: KeptFile): IncomingFile {
  return { path, name, size, changed, blob, edits, isKept: true, bytes: async () => new Uint8Array(await blob.arrayBuffer()) };
}

/** Keeps files, edits, explanations, decisions and roster from now on, in this browser only. */
export function keep(fileStore: FileStore, database: Database): void {
  /** What stands in the database: the edits by path. */
  const kept = new Map<string, string>();
  let keptExample = '[]';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing = Promise.resolve();

  const shown = (): string | null => {
    const { files, chosen, view } = fileStore.store.getState();
    return view === 'file' ? (files.find(({ id }) => id === chosen)?.submission.file.path ?? null) : null;
  };
  const write = async (): Promise<void> => {
    const sources = fileStore.sources().flatMap((source) => keptOf(source) ?? []);
    const texts = new Map(sources.map((file) => [file.path, JSON.stringify(file.edits)]));
    const news = sources.filter(({ path }) => kept.get(path) !== texts.get(path));
    const gone = [...kept.keys()].filter((path) => !texts.has(path));
    const { folder, held, roster } = fileStore.store.getState();
    const example = fileStore.exampleEdits();
    // A list that was emptied before anything of it was kept anew leaves nothing of the last visit.
    await database.put(news, sources.length === 0 ? null : gone, { folder: writeFolderFile(folder), held, example, roster, chosen: shown() });
    keptExample = JSON.stringify(example);
    for (const path of gone) kept.delete(path);
    for (const { path } of news) kept.set(path, texts.get(path) ?? '');
    forgetLeaving();
  };
  const leave = (): void => {
    const example = { path: EXAMPLE, edits: fileStore.exampleEdits() };
    const own = fileStore.sources().flatMap((source) => keptOf(source) ?? []).filter(({ path, edits }) => kept.has(path) && kept.get(path) !== JSON.stringify(edits));
    saveLeaving({ files: [...(keptExample === JSON.stringify(example.edits) ? [] : [example]), ...own], chosen: shown() });
    now();
  };
  const now = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // A browser without room keeps nothing; the question before closing stays.
    writing = writing.then(write).catch(() => undefined);
  };
  const soon = (): void => {
    timer ??= setTimeout(now, REST_MS);
  };
  // What the user deletes is to be gone, however soon the page is left.
  let hadFiles = fileStore.store.getState().files.length > 0;
  fileStore.store.subscribe(() => {
    const hasFiles = fileStore.store.getState().files.length > 0;
    const isCleared = hadFiles && !hasFiles;
    hadFiles = hasFiles;
    if (!isCleared) return soon();
    saveCleared();
    now();
  });
  // What is being typed is kept, too, and nothing waits when the page is left.
  window.addEventListener('input', soon);
  window.addEventListener('beforeunload', leave);
  window.addEventListener('pagehide', leave);
}

function keptOf({ path, file, edits }: Source): KeptFile | null {
  return file.blob ? { path, name: file.name, size: file.size ?? 0, changed: file.changed ?? '', blob: file.blob, edits } : null;
}
