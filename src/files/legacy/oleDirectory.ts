/**
 * Names in the directory of an OLE2 compound file. Directory entries are 128 bytes on 128-byte bounds, so they are
 * found by their shape without following sector chains, also in a file whose tables are broken.
 * Source: [MS-CFB] section 2.6.1.
 */
export function oleEntryNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const type = bytes[at + 66];
    const length = bytes[at + 64] | (bytes[at + 65] << 8);
    const isEntry = (type === 1 || type === 2 || type === 5) && bytes[at + 67] <= 1 && length >= 4 && length <= 64 && length % 2 === 0;
    if (!isEntry || bytes[at + length - 2] !== 0 || bytes[at + length - 1] !== 0) continue;
    let name = '';
    for (let p = at; p < at + length - 2; p += 2) name += String.fromCharCode(bytes[p] | (bytes[p + 1] << 8));
    if (!name.includes('\0')) names.add(name);
  }
  return names;
}
