import { ecb } from '@noble/ciphers/aes';
import { sha1 } from '@noble/hashes/legacy';
import { isSame, joined, littleEndian, spun } from './bytes';
import type { Decryption } from './decryption';

const SPINS = 50_000;
const SALT = 16;
const SHA1_LENGTH = 20;
/** AlgID of AES with 128, 192 and 256 bits. */
const AES = [0x660e, 0x660f, 0x6610];

/** Standard encryption (Office 2007): AES in ECB, keys from SHA-1. null where it is no such encryption or the password is wrong. */
export function standardDecryption(info: Uint8Array, password: Uint8Array): Decryption | null {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const header = 12;
  const verifier = header + view.getUint32(8, true);
  const algorithm = view.getUint32(header + 8, true);
  const keyLength = view.getUint32(header + 16, true) / 8;
  if (!AES.includes(algorithm) || ![16, 24, 32].includes(keyLength) || view.getUint32(verifier, true) !== SALT) return null;
  const salt = info.subarray(verifier + 4, verifier + 4 + SALT);
  const encryptedVerifier = info.subarray(verifier + 20, verifier + 36);
  const encryptedHash = info.subarray(verifier + 40, verifier + 72);
  if (encryptedHash.length < 32) return null;
  const key = keyOf(sha1(joined(spun(sha1, salt, password, SPINS), littleEndian(0))), keyLength);
  const decrypt: Decryption = (bytes) => ecb(key, { disablePadding: true }).decrypt(bytes.subarray(0, bytes.length - (bytes.length % 16)));
  return isSame(sha1(decrypt(encryptedVerifier)), decrypt(encryptedHash).subarray(0, SHA1_LENGTH)) ? decrypt : null;
}

function keyOf(hash: Uint8Array, length: number): Uint8Array {
  const half = (byte: number): Uint8Array => {
    const block = new Uint8Array(64).fill(byte);
    hash.forEach((value, i) => (block[i] ^= value));
    return sha1(block);
  };
  return joined(half(0x36), half(0x5c)).subarray(0, length);
}
