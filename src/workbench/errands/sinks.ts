import { Zip, ZipPassThrough } from 'fflate';
import { freePath } from '../files/arrivals';
import type { CopySink } from './copyMany';

/** One .zip of all copies; workbooks are compressed already. */
export function zipSink(): CopySink & { finish(): Uint8Array } {
  const parts: Uint8Array[] = [];
  const taken = new Set<string>();
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  return {
    async write(path, bytes) {
      const name = freePath(path, taken);
      taken.add(name);
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      entry.push(bytes, true);
    },
    finish() {
      zip.end();
      const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
  };
}

/** A folder that the user has chosen, and may write to. */
export function folderSink(root: FileSystemDirectoryHandle): CopySink {
  return {
    async write(path, bytes) {
      const parts = path.split('/');
      let folder = root;
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
      const taken = new Set<string>();
      let name = parts[parts.length - 1];
      while (await exists(folder, name)) {
        taken.add(name);
        name = freePath(parts[parts.length - 1], taken);
      }
      const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await file.write(bytes as Uint8Array<ArrayBuffer>);
      await file.close();
    },
  };
}

async function exists(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'NotFoundError');
  }
}
