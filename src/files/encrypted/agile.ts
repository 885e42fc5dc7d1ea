import { cbc } from '@noble/ciphers/aes';
import { sha1 } from '@noble/hashes/legacy';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2';
import type { FileLimits } from '../limits';
import { nameKey, toUtf8, XmlScanner, XmlToken } from '../xml';
import { isSame, joined, littleEndian, spun } from './bytes';
import type { Decryption } from './decryption';

const HASHES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = { SHA1: sha1, 'SHA-1': sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 };

/** Excel hashes 100,000 times; more than ten times that is made to keep a reader busy. */
const MOST_SPINS = 1_000_000;
const SEGMENT = 4096;
const PART = 'EncryptionInfo';

/** What a key is made for ([MS-OFFCRYPTO] section 2.3.4.13). */
const FOR = {
  verifier: Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79),
  verifierHash: Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e),
  key: Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6),
} as const;

const KEY_DATA = nameKey('keyData');
const ENCRYPTED_KEY = nameKey('encryptedKey');

/** Agile encryption (Office 2010 and later): AES in CBC, segment by segment. null where it is no such encryption or the password is wrong. */
export function agileDecryption(descriptor: Uint8Array, password: Uint8Array, limits: FileLimits): Decryption | null {
  const { data, key } = readDescriptor(descriptor, limits);
  const hash = HASHES[key.get('hashAlgorithm') ?? ''];
  const dataHash = HASHES[data.get('hashAlgorithm') ?? ''];
  const spins = Number(key.get('spinCount'));
  const keyLength = Number(key.get('keyBits')) / 8;
  const isKnown = [data, key].every((d) => d.get('cipherAlgorithm') === 'AES' && d.get('cipherChaining') === 'ChainingModeCBC' && d.get('blockSize') === '16');
  if (!isKnown || !hash || !dataHash || ![16, 24, 32].includes(keyLength) || !(spins >= 0 && spins <= MOST_SPINS)) return null;
  const salt = base64(key.get('saltValue'));
  const spunHash = spun(hash, salt, password, spins);
  const decrypt = (name: string, purpose: Uint8Array): Uint8Array =>
    cbc(fitted(hash(joined(spunHash, purpose)), keyLength), fitted(salt, 16), { disablePadding: true }).decrypt(base64(key.get(name)));
  const expected = hash(decrypt('encryptedVerifierHashInput', FOR.verifier).subarray(0, Number(key.get('saltSize'))));
  if (!isSame(expected, decrypt('encryptedVerifierHashValue', FOR.verifierHash).subarray(0, expected.length))) return null;
  const packageKey = decrypt('encryptedKeyValue', FOR.key).subarray(0, keyLength);
  const dataSalt = base64(data.get('saltValue'));
  return (bytes) => {
    const plain = new Uint8Array(bytes.length - (bytes.length % 16));
    for (let at = 0; at < plain.length; at += SEGMENT) {
      const iv = fitted(dataHash(joined(dataSalt, littleEndian(at / SEGMENT))), 16);
      plain.set(cbc(packageKey, iv, { disablePadding: true }).decrypt(bytes.subarray(at, Math.min(at + SEGMENT, plain.length))), at);
    }
    return plain;
  };
}

type Attributes = ReadonlyMap<string, string>;

const NAMES = [
  'saltSize', 'blockSize', 'keyBits', 'cipherAlgorithm', 'cipherChaining', 'hashAlgorithm', 'saltValue', 'spinCount',
  'encryptedVerifierHashInput', 'encryptedVerifierHashValue', 'encryptedKeyValue',
] as const;

function readDescriptor(bytes: Uint8Array, limits: FileLimits): { data: Attributes; key: Attributes } {
  const xml = new XmlScanner(toUtf8(bytes, PART), PART, limits.xmlDepth);
  const byKey = new Map<number, string>(NAMES.map((name) => [nameKey(name), name]));
  let data = new Map<string, string>();
  let key = new Map<string, string>();
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open || (xml.key !== KEY_DATA && xml.key !== ENCRYPTED_KEY)) continue;
    const found = new Map<string, string>();
    const isData = xml.key === KEY_DATA;
    while (xml.nextAttribute()) found.set(byKey.get(xml.attribute) ?? '', xml.value());
    if (isData) data = found;
    else key = found;
  }
  return { data, key };
}

/** Cut to a length, or filled up with 0x36. */
function fitted(bytes: Uint8Array, length: number): Uint8Array {
  const fit = new Uint8Array(length).fill(0x36);
  fit.set(bytes.subarray(0, length));
  return fit;
}

function base64(text = ''): Uint8Array {
  if (!/^[A-Za-z0-9+/=\s]*$/.test(text) || text.replace(/[=\s]/g, '').length % 4 === 1) return new Uint8Array();
  return Uint8Array.from(atob(text.replace(/\s/g, '')), (c) => c.charCodeAt(0));
}
