import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readBytes, type InputFile } from '../reading';

/** Larger files are not read before their turn; they are seldom handed in twice. */
const LARGEST_BYTES = 2 * 1024 * 1024;

/** Files of the same bytes belong together, so that they are audited once: groups in the order of their first files. */
export function copiesTogether(files: readonly InputFile[]): readonly (readonly InputFile[])[] {
  const sizes = new Map<number, number>();
  const sized = files.map((file) => {
    const size = sizeOf(file);
    sizes.set(size, (sizes.get(size) ?? 0) + 1);
    return { file, size };
  });
  const groups = new Map<string, InputFile[]>();
  sized.forEach(({ file, size }, i) => {
    const key = (size > 0 && size <= LARGEST_BYTES && sizes.get(size) !== 1 ? contentOf(file) : null) ?? `/${i}`;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  });
  return [...groups.values()];
}

/** 0 where it cannot be told: whoever reads the file says why. */
function sizeOf({ path }: InputFile): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : 0;
}

function contentOf(file: InputFile): string | null {
  try {
    return createHash('sha256').update(readBytes(file, LARGEST_BYTES)).digest('hex');
  } catch {
    return null;
  }
}
