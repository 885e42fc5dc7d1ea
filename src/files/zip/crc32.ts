/** CRC-32 of zip entries (polynomial 0xEDB88320), four bytes a step. Source: PKWARE APPNOTE 4.4.7; "slicing" after Intel. */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  const whole = bytes.length - (bytes.length & 3);
  let i = 0;
  for (; i < whole; i += 4) {
    crc ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    crc = TABLE[768 + (crc & 255)] ^ TABLE[512 + ((crc >>> 8) & 255)] ^ TABLE[256 + ((crc >>> 16) & 255)] ^ TABLE[crc >>> 24];
  }
  for (; i < bytes.length; i++) crc = TABLE[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Four tables of 256 entries; table k is the effect of a byte k positions further on. */
const TABLE: Int32Array = (() => {
  const table = new Int32Array(1024);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    table[n] = c;
  }
  for (let n = 256; n < 1024; n++) table[n] = (table[n - 256] >>> 8) ^ table[table[n - 256] & 255];
  return table;
})();
