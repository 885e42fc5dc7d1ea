/** FNV-1a over the sorted finding ids: the same findings make the same group. */
export function fingerprint(findings: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of [...findings].sort().join('|')) {
    hash ^= character.codePointAt(0)!;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return `G${hash.toString(16).padStart(8, '0')}`;
}
