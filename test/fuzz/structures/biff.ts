import { oleStream } from '../../../src/files/legacy';
import type { Random } from '../../files/random';
import { changeRecords, type BinaryRecord } from './records';

/** Record types of [MS-XLS] that hold counts, ranges or texts, and array formulas, filters and links. */
const TYPES = [
  0x06, 0x0a, 0x12, 0x14, 0x17, 0x18, 0x1a, 0x1c, 0x20, 0x21, 0x23, 0x31, 0x36, 0x3c, 0x42, 0x55, 0x5d, 0x7d, 0x85, 0x8c, 0x92, 0x99, 0xbd, 0xbe, 0xd3, 0xd6, 0xe0,
  0xe5, 0xeb, 0xec, 0xfc, 0xfd, 0xff, 0x1ae, 0x1b6, 0x1b8, 0x1ba, 0x200, 0x201, 0x203, 0x204, 0x205, 0x207, 0x208, 0x221, 0x225, 0x236, 0x27e, 0x293, 0x41e, 0x4bc,
  0x800, 0x809, 0x862, 0x863, 0x87c, 0x87d, 0x896,
];

/** A changed workbook stream made from the .xls given. */
export function changedBiff(xls: Uint8Array, random: Random): Uint8Array {
  const stream = oleStream(xls, ['Workbook']);
  if (!stream) throw new Error('no workbook stream');
  const [opening, ...records] = recordsOf(stream);
  // The first record tells that it is a workbook at all.
  return join([opening, ...changeRecords(records, TYPES, random)]);
}

function recordsOf(stream: Uint8Array): BinaryRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: BinaryRecord[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = view.getUint16(at + 2, true);
    records.push({ type: view.getUint16(at, true), body: stream.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return records;
}

function join(records: readonly BinaryRecord[]): Uint8Array {
  const stream = new Uint8Array(records.reduce((sum, { body }) => sum + 4 + body.length, 0));
  const view = new DataView(stream.buffer);
  let at = 0;
  for (const { type, body, claimed } of records) {
    view.setUint16(at, type, true);
    view.setUint16(at + 2, claimed ?? body.length, true);
    stream.set(body, at + 4);
    at += 4 + body.length;
  }
  return stream;
}
