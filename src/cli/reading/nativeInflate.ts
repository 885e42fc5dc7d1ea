import { inflateRawSync } from 'node:zlib';
import type { Inflater } from '../../files';

/** Bytes; zlib takes no fewer at a time. */
const SMALLEST_CHUNK = 64;

/** Node's own inflating takes half the time of that which runs everywhere, and comes to the same. */
export const nativeInflate: Inflater = (raw, most) => {
  try {
    const { buffer, byteOffset, length } = inflateRawSync(raw, { chunkSize: Math.max(SMALLEST_CHUNK, most), maxOutputLength: most });
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    // More comes out than is wanted: whatever it says, the part is refused for its length.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return new Uint8Array(most);
    throw error;
  }
};
