import { mergeFolderFiles, readFolderFile, writeFolderFile, type FolderFile } from '../../desk';

/** written: a new file · merged: joined with the one that was there · foreign: a file of the name that is none of ours, and stays · refused: the browser or the system does not let us write. */
export type WrittenBack = 'written' | 'merged' | 'foreign' | 'refused';

/** Writes 情况说明 and decisions beside the workbooks; what colleagues left there is kept. */
export async function writeBack(folder: FileSystemDirectoryHandle, name: string, own: FolderFile): Promise<WrittenBack> {
  try {
    const found = await textOf(folder, name);
    const theirs = found === null || found.trim() === '' ? null : readFolderFile(found);
    if (found !== null && found.trim() !== '' && theirs === null) return 'foreign';
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(writeFolderFile(theirs === null ? own : mergeFolderFiles(theirs, own)));
    await file.close();
    return theirs === null ? 'written' : 'merged';
  } catch {
    return 'refused';
  }
}

/** null where there is no such file. Throws where it cannot be read. */
async function textOf(folder: FileSystemDirectoryHandle, name: string): Promise<string | null> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
