import { FileError } from '../errors';
import { oleStream } from '../legacy';
import type { FileLimits } from '../limits';
import { agileDecryption } from './agile';
import { decryptBiff } from './biff';
import { standardDecryption } from './standard';

const PASSWORD = 'VelvetSweatshop';

/** The package inside an encrypted compound file; null where another password is set, or a way of encryption that is not known. */
export function decryptWithDefaultPassword(bytes: Uint8Array, limits: FileLimits): Uint8Array | null {
  try {
    const info = oleStream(bytes, ['EncryptionInfo']);
    const encrypted = oleStream(bytes, ['EncryptedPackage']);
    if (!info || !encrypted || info.length < 8 || encrypted.length < 8) return null;
    const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
    const isAgile = view.getUint16(0, true) === 4 && view.getUint16(2, true) === 4;
    const decrypt = isAgile ? agileDecryption(info.subarray(8), utf16(PASSWORD), limits) : standardDecryption(info, utf16(PASSWORD));
    if (!decrypt) return null;
    const size = new DataView(encrypted.buffer, encrypted.byteOffset, 8).getUint32(0, true);
    const plain = decrypt(encrypted.subarray(8));
    return size <= plain.length ? plain.subarray(0, size) : null;
  } catch (error) {
    // A container that contradicts itself is no workbook with the published password.
    if (error instanceof FileError || error instanceof RangeError) return null;
    throw error;
  }
}

/** An encrypted workbook stream of an .xls as it is without encryption; null where another password is set. */
export const biffWithDefaultPassword = (stream: Uint8Array): Uint8Array | null => decryptBiff(stream, utf16(PASSWORD));

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) bytes[i * 2] = text.charCodeAt(i);
  return bytes;
}
