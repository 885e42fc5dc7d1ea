import { unzipSync, zipSync } from 'fflate';
import { xlsbRecordAt } from '../../../src/files/legacy';
import type { Random } from '../../files/random';
import { changeRecords, type BinaryRecord } from './records';

/** Every record type of [MS-XLSB] that a reader may know. */
const TYPES = [...Array.from({ length: 70 }, (_, i) => i), ...Array.from({ length: 520 }, (_, i) => 128 + i), 1045, 1050, 1095, 2071, 3072];

/** One or two binary parts of an .xlsb, changed record by record. */
export function changedXlsb(xlsb: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(xlsb);
  const binary = Object.keys(parts).filter((name) => name.endsWith('.bin'));
  for (let left = 1 + random.below(2); left > 0; left--) {
    const name = random.pick(binary);
    parts[name] = join(changeRecords(recordsOf(parts[name]), TYPES, random));
  }
  return zipSync(parts, { level: 0 });
}

function recordsOf(part: Uint8Array): BinaryRecord[] {
  const records: BinaryRecord[] = [];
  for (let at = 0; at < part.length; ) {
    const { type, length, body } = xlsbRecordAt(part, at);
    records.push({ type, body: part.subarray(body, body + length) });
    at = body + length;
  }
  return records;
}

function join(records: readonly BinaryRecord[]): Uint8Array<ArrayBuffer> {
  const pieces = records.flatMap(({ type, body, claimed }) => [head(type, claimed ?? body.length), body]);
  const part = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    part.set(piece, at);
    at += piece.length;
  }
  return part;
}

/** Type and length of seven bits a byte. */
function head(type: number, length: number): Uint8Array {
  const bytes = type < 128 ? [type] : [(type & 0x7f) | 0x80, (type >> 7) & 0x7f];
  for (let rest = length & 0xfffffff, more = true; more; rest >>>= 7) {
    more = rest > 0x7f;
    bytes.push((rest & 0x7f) | (more ? 0x80 : 0));
  }
  return Uint8Array.from(bytes);
}
