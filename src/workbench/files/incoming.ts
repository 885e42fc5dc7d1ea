import type { IncomingFile } from './arrivals';

/** A file as the browser hands it over; its bytes are read when its turn comes. */
export function incomingOf(file: File, path: string = file.webkitRelativePath || file.name): IncomingFile {
  return { name: file.name, path, size: file.size, changed: new Date(file.lastModified).toISOString(), bytes: async () => new Uint8Array(await file.arrayBuffer()), blob: file };
}

/** Files chosen at once that are asked for size and time in one turn: the browser looks at the disk for each, while the page waits. */
const AT_ONCE = 8;

/** The files of an input, asked in turns so that the page stays free. */
export async function chosenFiles(chosen: readonly File[]): Promise<readonly IncomingFile[]> {
  const found: IncomingFile[] = [];
  for (const file of chosen) {
    if (found.length % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    found.push(incomingOf(file));
  }
  return found;
}

/** What was dropped. */
export interface Dropped {
  readonly files: readonly IncomingFile[];
  /** The folder, where one and nothing else was dropped and the browser can write to it later. */
  readonly folder: FileSystemDirectoryHandle | null;
}

/** What was dropped, folders with all that is in them. */
export async function droppedFiles(data: DataTransfer): Promise<Dropped> {
  // The list is emptied with the event: entries and handles are taken first, then walked through.
  const handle = data.items.length === 1 ? handleOf(data.items[0]) : null;
  const files = await filesOf(data);
  const folder = await handle;
  return { files, folder: folder?.kind === 'directory' ? folder as FileSystemDirectoryHandle : null };
}

/** All files of a folder that the user chose, at their paths below its name. What cannot be read is left out. */
export async function filesIn(folder: FileSystemDirectoryHandle): Promise<readonly IncomingFile[]> {
  const found: IncomingFile[] = [];
  await listFolder(folder, folder.name, found);
  return found;
}

/** The files of a folder, then those of its subfolders; asked for together, since each is a question to the system. */
async function listFolder(folder: FileSystemDirectoryHandle, path: string, found: IncomingFile[]): Promise<void> {
  const files: FileSystemFileHandle[] = [];
  const folders: FileSystemDirectoryHandle[] = [];
  for await (const one of folder.values()) {
    if (one.kind === 'file') files.push(one as FileSystemFileHandle);
    else folders.push(one as FileSystemDirectoryHandle);
  }
  for (const file of await Promise.all(files.map((one) => one.getFile().catch(() => null)))) if (file) found.push(incomingOf(file, `${path}/${file.name}`));
  for (const one of folders) await listFolder(one, `${path}/${one.name}`, found);
}

/** What can be written to again, in browsers that have it. */
async function handleOf(item: DataTransferItem): Promise<FileSystemHandle | null> {
  const { getAsFileSystemHandle } = item as { readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
  return item.kind === 'file' && getAsFileSystemHandle ? getAsFileSystemHandle.call(item).catch(() => null) : null;
}

async function filesOf(data: DataTransfer): Promise<readonly IncomingFile[]> {
  const entries = [...data.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  if (entries.every((entry) => entry === null)) return chosenFiles([...data.files]);
  const found: IncomingFile[] = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: IncomingFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)));
    if (file) found.push(incomingOf(file, entry.fullPath.replace(/^\//, '')));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader answers a hundred at a time, and at last none.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}
