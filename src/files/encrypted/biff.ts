import { md5, sha1 } from '@noble/hashes/legacy';
import { filePassOf } from '../legacy';
import { isSame, joined, littleEndian } from './bytes';

const BEGIN_OF_FILE = 0x809;
const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
/** HorizontalPageBreaks: a record that readers pass over. */
const PASSED_OVER = 0x1b;

/** Records that stay as they are in an encrypted stream ([MS-XLS] section 2.2.10): FilePass, BOF, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const PLAIN: ReadonlySet<number> = new Set([FILE_PASS, BEGIN_OF_FILE, 0x194, 0x195, 0xe1, 0x196, 0x138]);

/** A key for each so many bytes of the stream. */
const BLOCK = 1024;

type KeyOfBlock = (block: number) => Uint8Array;

/** The workbook stream under a password, or null where it is another one or a way of encryption that is not known (XOR). */
export function decryptBiff(stream: Uint8Array, password: Uint8Array): Uint8Array | null {
  const pass = filePassOf(stream);
  const keyOf = pass && keysOf(pass, password);
  if (!keyOf) return null;
  const plain = new Uint8Array(stream);
  const view = new DataView(plain.buffer);
  const cipher = new BlockCipher(keyOf);
  for (let at = 0; at + 4 <= plain.length; ) {
    const type = view.getUint16(at, true);
    const body = at + 4;
    const next = Math.min(body + view.getUint16(at + 2, true), plain.length);
    if (type === FILE_PASS) view.setUint16(at, PASSED_OVER, true);
    // The position of a sheet in the stream stays readable.
    if (!PLAIN.has(type)) for (let i = type === BOUND_SHEET ? body + 4 : body; i < next; i++) plain[i] ^= cipher.at(i);
    at = next;
  }
  return plain;
}

function keysOf(pass: Uint8Array, password: Uint8Array): KeyOfBlock | null {
  if (pass.length < 54) return null;
  const view = new DataView(pass.buffer, pass.byteOffset, pass.byteLength);
  const [kind, major, minor] = [0, 2, 4].map((at) => view.getUint16(at, true));
  if (kind !== 1) return null;
  if (major === 1 && minor === 1) return verified(md5, rc4Keys(pass.subarray(6, 22), password), pass.subarray(22, 38), pass.subarray(38, 54));
  if (minor !== 2 || major < 2 || major > 4) return null;
  const header = 14;
  const verifier = header + view.getUint32(10, true);
  if (header + 20 > pass.length || verifier + 60 > pass.length || view.getUint32(header + 8, true) !== 0x6801) return null;
  const keyBits = view.getUint32(header + 16, true) || 40;
  if (keyBits < 40 || keyBits > 128) return null;
  return verified(sha1, cryptoApiKeys(pass.subarray(verifier + 4, verifier + 20), password, keyBits), pass.subarray(verifier + 20, verifier + 36), pass.subarray(verifier + 40, verifier + 60));
}

/** Office binary document RC4 ([MS-OFFCRYPTO] section 2.3.6.2). */
function rc4Keys(salt: Uint8Array, password: Uint8Array): KeyOfBlock {
  const start = md5(password).subarray(0, 5);
  const own = md5(joined(...Array.from({ length: 16 }, () => joined(start, salt)))).subarray(0, 5);
  return (block) => md5(joined(own, littleEndian(block)));
}

/** RC4 CryptoAPI ([MS-OFFCRYPTO] section 2.3.5.2). */
function cryptoApiKeys(salt: Uint8Array, password: Uint8Array, keyBits: number): KeyOfBlock {
  const own = sha1(joined(salt, password));
  return (block) => {
    const key = sha1(joined(own, littleEndian(block))).slice(0, keyBits / 8);
    return keyBits === 40 ? joined(key, new Uint8Array(11)) : key;
  };
}

function verified(hash: (bytes: Uint8Array) => Uint8Array, keyOf: KeyOfBlock, verifier: Uint8Array, expected: Uint8Array): KeyOfBlock | null {
  const cipher = new BlockCipher(keyOf);
  const decrypted = joined(verifier, expected).map((byte, i) => byte ^ cipher.at(i));
  return isSame(hash(decrypted.subarray(0, verifier.length)), decrypted.subarray(verifier.length)) ? keyOf : null;
}

/** The bytes that RC4 puts over a stream whose blocks have keys of their own. */
class BlockCipher {
  private block = -1;
  private bytes = new Uint8Array();

  constructor(private readonly keyOf: KeyOfBlock) {}

  at(position: number): number {
    const block = Math.floor(position / BLOCK);
    if (block !== this.block) {
      this.block = block;
      this.bytes = rc4(this.keyOf(block), BLOCK);
    }
    return this.bytes[position % BLOCK];
  }
}

function rc4(key: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => void ([state[i], state[j]] = [state[j], state[i]]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) & 255;
    swap(i, j);
  }
  const bytes = new Uint8Array(length);
  for (let k = 0, i = 0, j = 0; k < length; k++) {
    i = (i + 1) & 255;
    j = (j + state[i]) & 255;
    swap(i, j);
    bytes[k] = state[(state[i] + state[j]) & 255];
  }
  return bytes;
}
