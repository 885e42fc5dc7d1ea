import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** SHA-256 of a file in hexadecimal: equal for equal bytes, in a page and in Node. */
export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
