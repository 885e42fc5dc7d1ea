import { bytesToHex } from '@noble/hashes/utils';
import { sha256 } from '@noble/hashes/sha2';
import { clearPackage, DEFAULT_FILE_LIMITS, partsOf } from '../../files';
import type { SubmissionFile } from '../model';

const RECORD = 'gouji/restore.json';

/** What a package holds besides marks of ours, whoever has packed it; nothing where it is none or cannot be read. */
export function contentsOf(bytes: Uint8Array): Pick<SubmissionFile, 'contents' | 'isMarked'> {
  try {
    const own = partsOf(bytes, DEFAULT_FILE_LIMITS);
    if (!own.some(({ name }) => name === RECORD)) return { contents: textOf(own) };
    const { bytes: cleared, isExact } = clearPackage(bytes);
    return isExact ? { contents: textOf(partsOf(cleared, DEFAULT_FILE_LIMITS)), isMarked: true } : {};
  } catch {
    // Why it cannot be read is told where it is audited.
    return {};
  }
}

type Parts = ReturnType<typeof partsOf>;

const textOf = (parts: Parts): string => bytesToHex(sha256(new TextEncoder().encode(parts.map(({ name, size, crc }) => `${name}|${size}|${crc}`).sort().join('\n'))));
