const BEGIN_OF_FILE = 0x809;
const FILE_PASS = 0x2f;

/** FilePass stands behind BOF, a few records from the begin ([MS-XLS] section 2.1.7.20.3). */
const FIRST_RECORDS = 8;

/** How a workbook stream is encrypted: the body of its FilePass; null where it is not. */
export function filePassOf(stream: Uint8Array): Uint8Array | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0, seen = 0; at + 4 <= stream.length && seen < FIRST_RECORDS; seen++) {
    const type = view.getUint16(at, true);
    const next = at + 4 + view.getUint16(at + 2, true);
    if (seen === 0 && type !== BEGIN_OF_FILE) return null;
    if (type === FILE_PASS) return stream.subarray(at + 4, Math.min(next, stream.length));
    at = next;
  }
  return null;
}
