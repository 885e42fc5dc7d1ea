import type { Random } from '../../files/random';

/** A record of a binary workbook: BIFF (.xls) or BIFF12 (.xlsb). */
export interface BinaryRecord {
  readonly type: number;
  readonly body: Uint8Array;
  /** Length the file claims, where that is not the true one. */
  readonly claimed?: number;
}

const EDGES = [0, 1, 2, 0x7f, 0xff, 0x100, 0x3fff, 0x4000, 0x7fff, 0x8000, 0xfffe, 0xffff, 0xfffff, 0x100000, 0x7fffffff, 0x80000000, 0xffffffff];
const MOST_BYTES = 400_000;

/**
 * Changes records as no writer would: fields at the ends of their ranges, wrong lengths, other types, records left out,
 * exchanged or repeated by the thousand. `types`: those a reader knows.
 */
export function changeRecords(original: readonly BinaryRecord[], types: readonly number[], random: Random): BinaryRecord[] {
  const records = [...original];
  for (let left = 1 + random.below(5); left > 0; left--) {
    const at = random.below(records.length);
    const record = records[at] ?? records[0];
    switch (random.below(7)) {
      case 0:
      case 1:
        records[at] = { ...record, body: changeFields(record.body, random) };
        break;
      case 2:
        records[at] = { ...record, claimed: random.chance(0.5) ? random.pick(EDGES) : random.below(64) };
        break;
      case 3:
        records[at] = { ...record, type: random.pick(types) };
        break;
      case 4:
        records.splice(at, random.chance(0.5) ? 1 : 0, records[random.below(records.length)] ?? record);
        break;
      case 5:
        records.splice(at, 0, ...repeated(random.chance(0.5) ? record : { type: random.pick(types), body: randomBody(random) }, random));
        break;
      default:
        records.splice(at, 0, { type: random.pick(types), body: randomBody(random) });
    }
  }
  return records;
}

function repeated(record: BinaryRecord, random: Random): BinaryRecord[] {
  const most = Math.floor(MOST_BYTES / (record.body.length + 4));
  return new Array<BinaryRecord>(Math.min(most, random.pick([2, 50, 1_000, 5_000]))).fill(record);
}

function changeFields(body: Uint8Array, random: Random): Uint8Array {
  const changed = body.slice();
  for (let left = 1 + random.below(4); left > 0 && changed.length > 0; left--) {
    const width = random.pick([1, 2, 4]);
    writeField(changed, random.below(Math.ceil(changed.length / width)) * width, width, random.pick(EDGES));
  }
  return random.chance(0.2) ? changed.subarray(0, random.below(changed.length + 1)) : changed;
}

function randomBody(random: Random): Uint8Array {
  const width = random.pick([2, 4]);
  const body = new Uint8Array(random.below(16) * width);
  for (let at = 0; at < body.length; at += width) writeField(body, at, width, random.chance(0.5) ? random.pick(EDGES) : random.below(40));
  return body;
}

function writeField(body: Uint8Array, at: number, width: number, value: number): void {
  for (let i = 0; i < width && at + i < body.length; i++) body[at + i] = (value >>> (8 * i)) & 0xff;
}
