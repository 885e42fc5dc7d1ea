/** Bytes one behind the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A number as four bytes, the lowest first. */
export function littleEndian(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255);
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** The hash of salt and password, hashed again and again with a count before it. */
export function spun(hash: (bytes: Uint8Array) => Uint8Array, salt: Uint8Array, password: Uint8Array, times: number): Uint8Array {
  let current = hash(joined(salt, password));
  const next = new Uint8Array(4 + current.length);
  for (let i = 0; i < times; i++) {
    next.set(littleEndian(i));
    next.set(current, 4);
    current = hash(next);
  }
  return current;
}
