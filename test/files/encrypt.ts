/** Workbooks encrypted with Node's own ciphers, after [MS-OFFCRYPTO]. */
import { createCipheriv, createHash } from 'node:crypto';
import { CFB } from '@e965/xlsx';

/** Where salts and keys come from. */
interface Bytes {
  below(limit: number): number;
}

export const PUBLISHED_PASSWORD = 'VelvetSweatshop';

const drawn = (random: Bytes, length: number): Buffer => Buffer.from(Array.from({ length }, () => random.below(256)));
const hash = (algorithm: string, ...parts: Uint8Array[]): Buffer => createHash(algorithm).update(Buffer.concat(parts)).digest();
const le32 = (n: number): Buffer => Buffer.from([n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24]);
const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
const aes = (mode: 'cbc' | 'ecb', key: Uint8Array, iv: Uint8Array | null, bytes: Uint8Array): Buffer => {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, iv);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(padded(bytes)), cipher.final()]);
};
const spun = (algorithm: string, salt: Uint8Array, password: string, times: number): Buffer => {
  let h = hash(algorithm, salt, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < times; i++) h = hash(algorithm, le32(i), h);
  return h;
};

/** A compound file with what [MS-OFFCRYPTO] puts into it. */
export function container(info: Uint8Array, encrypted: Uint8Array, size: number): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/EncryptionInfo', info);
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.concat([le32(size), le32(0), encrypted]));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

export const HASHES = ['SHA1', 'SHA256', 'SHA384', 'SHA512'] as const;

/** Encrypted as Office 2010 and later do. */
export function agile(plain: Uint8Array, random: Bytes, password: string, algorithm: (typeof HASHES)[number], keyBits: number): Uint8Array {
  const [keySalt, dataSalt, verifier, key] = [16, 16, 16, keyBits / 8].map((length) => drawn(random, length));
  const spins = 1000;
  const h = spun(algorithm, keySalt, password, spins);
  const size = keyBits / 8;
  const fit = (bytes: Uint8Array, length: number): Buffer => Buffer.concat([bytes, Buffer.alloc(length, 0x36)]).subarray(0, length);
  const under = (block: string, bytes: Uint8Array): string => aes('cbc', fit(hash(algorithm, h, Buffer.from(block, 'hex')), size), keySalt, bytes).toString('base64');
  const segments = Array.from({ length: Math.ceil(plain.length / 4096) }, (_, i) =>
    aes('cbc', key, fit(hash(algorithm, dataSalt, le32(i)), 16), plain.subarray(i * 4096, (i + 1) * 4096)));
  const common = `saltSize="16" blockSize="16" keyBits="${keyBits}" hashSize="20" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${algorithm}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${dataSalt.toString('base64')}"/>`
    + `<keyEncryptors><keyEncryptor uri="u"><p:encryptedKey spinCount="${spins}" ${common} saltValue="${keySalt.toString('base64')}" encryptedVerifierHashInput="${under('fea7d2763b4b9e79', verifier)}" `
    + `encryptedVerifierHashValue="${under('d7aa0f6d3061344e', hash(algorithm, verifier))}" encryptedKeyValue="${under('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  return container(Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]), Buffer.concat(segments), plain.length);
}

/** Encrypted as Office 2007 does. */
export function standard(plain: Uint8Array, random: Bytes, password: string, keyBits: number): Uint8Array {
  const [salt, verifier] = [drawn(random, 16), drawn(random, 16)];
  const final = hash('SHA1', spun('SHA1', salt, password, 50_000), le32(0));
  const half = (byte: number): Buffer => {
    const block = Buffer.alloc(64, byte);
    final.forEach((value, i) => (block[i] ^= value));
    return hash('SHA1', block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBits / 8);
  const header = Buffer.concat([le32(0x24), le32(0), le32(0x660e + (keyBits - 128) / 64), le32(0x8004), le32(keyBits), le32(0x18), le32(0), le32(0), Buffer.from('AES\0', 'utf16le')]);
  const info = Buffer.concat([Buffer.from('0300020024000000', 'hex'), le32(header.length), header, le32(16), salt, aes('ecb', key, null, verifier), le32(20), aes('ecb', key, null, hash('SHA1', verifier))]);
  return container(info, aes('ecb', key, null, plain), plain.length);
}

const md5 = (...parts: Uint8Array[]): Buffer => hash('md5', ...parts);
const rc4 = (key: Buffer, bytes: Uint8Array): Buffer => {
  const state = Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  const swap = (a: number, b: number): void => void ([state[a], state[b]] = [state[b], state[a]]);
  for (let i = 0; i < 256; i++) swap(i, (j = (j + state[i] + key[i % key.length]) & 255));
  let [a, b] = [0, 0];
  return Buffer.from(bytes.map((byte) => {
    a = (a + 1) & 255;
    b = (b + state[a]) & 255;
    swap(a, b);
    return byte ^ state[(state[a] + state[b]) & 255];
  }));
};

/** The keys of an encrypted .xls: RC4 as Office 97 (bits 0) or CryptoAPI. */
function biffKeys(salt: Buffer, password: Buffer, bits: number): (block: number) => Buffer {
  if (bits > 0) return (block) => Buffer.concat([hash('SHA1', hash('SHA1', salt, password), le32(block)).subarray(0, bits / 8), Buffer.alloc(bits === 40 ? 11 : 0)]);
  const short = md5(password).subarray(0, 5);
  const own = md5(...Array.from({ length: 16 }, () => Buffer.concat([short, salt]))).subarray(0, 5);
  return (block) => md5(own, le32(block));
}

/** An .xls (a workbook stream of BIFF8) under a password ([MS-XLS] section 2.2.10). */
export function encryptedXls(stream: Uint8Array, random: Bytes, password: string, bits: 0 | 40 | 128): Uint8Array {
  const [salt, verifier] = [drawn(random, 16), drawn(random, 16)];
  const keyOf = biffKeys(salt, Buffer.from(password, 'utf16le'), bits);
  const proof = rc4(keyOf(0), Buffer.concat([verifier, bits > 0 ? hash('SHA1', verifier) : md5(verifier)]));
  const header = Buffer.concat([le32(4), le32(0), le32(0x6801), le32(0x8004), le32(bits), le32(1), le32(0), le32(0), Buffer.from('RC4\0', 'utf16le')]);
  const pass = bits > 0
    ? Buffer.concat([Buffer.from('010002000200', 'hex'), le32(4), le32(header.length), header, le32(16), salt, proof.subarray(0, 16), le32(20), proof.subarray(16)])
    : Buffer.concat([Buffer.from('010001000100', 'hex'), salt, proof]);
  const record = Buffer.concat([Buffer.from([0x2f, 0, pass.length, 0]), pass]);
  const begin = 4 + (stream[2] | (stream[3] << 8));
  const whole = Buffer.concat([stream.subarray(0, begin), record, stream.subarray(begin)]);
  const mask = Buffer.concat(Array.from({ length: Math.ceil(whole.length / 1024) }, (_, block) => rc4(keyOf(block), Buffer.alloc(1024))));
  for (let at = 0; at + 4 <= whole.length; at += 4 + whole.readUInt16LE(at + 2)) {
    const [type, body] = [whole.readUInt16LE(at), at + 4];
    if (type === 0x85) whole.writeUInt32LE(whole.readUInt32LE(body) + record.length, body);
    if ([0x809, 0x2f, 0x194, 0x195, 0xe1, 0x196, 0x138].includes(type)) continue;
    for (let i = type === 0x85 ? body + 4 : body; i < Math.min(whole.length, body + whole.readUInt16LE(at + 2)); i++) whole[i] ^= mask[i];
  }
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/Workbook', whole);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}
