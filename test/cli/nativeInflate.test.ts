import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { nativeInflate } from '../../src/cli/reading/nativeInflate';
import { crc32, ZipPackage, type Inflater } from '../../src/files/zip';
import { DEFAULT_FILE_LIMITS, FileError } from '../../src/files';
import { Random } from '../files/random';
import { buildZip } from '../files/zipBuilder';

/** What comes of the part: its bytes, or the code of its refusal. How a stream is broken each says in its own way. */
function partOf(archive: Uint8Array, inflate?: Inflater): unknown {
  try {
    return new ZipPackage(archive, DEFAULT_FILE_LIMITS, inflate).find('a.xml');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return error.code;
  }
}

test("Node's own inflating comes to what the one that runs everywhere does, on whole, lying, cut and changed parts", () => {
  const random = new Random(20260401);
  let read = 0;
  for (let i = 0; i < 600; i++) {
    const data = Uint8Array.from({ length: random.below(3000) }, () => (random.chance(0.8) ? 0x30 + random.below(4) : random.below(256)));
    const claimedSize = random.chance(0.3) ? Math.max(0, data.length + random.below(7) - 3) : data.length;
    const archive = buildZip([{ name: 'a.xml', data, claimedSize, claimedCrc: crc32(data.subarray(0, claimedSize)) }]);
    const packed = deflateSync(data).length;
    // The part's data stand behind its header of 30 bytes and its name.
    if (random.chance(0.5) && packed > 0) archive[35 + random.below(packed)] ^= 1 << random.below(8);
    const native = partOf(archive, nativeInflate);
    expect(native, `round ${i}`).toEqual(partOf(archive));
    if (native instanceof Uint8Array) read++;
  }
  expect(read).toBeGreaterThan(100);
});
