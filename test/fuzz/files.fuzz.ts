import { FileError, readWorkbook } from '../../src/files';
import { Random } from '../files/random';

export interface FuzzOutcome {
  read: number;
  refused: number;
  /** Milliseconds of the slowest single file. */
  slowest: number;
}

/**
 * Changes, cuts, doubles and swaps bytes of valid files and reads the result. Every file must read or be refused with a
 * `FileError`; anything else is thrown with the seed that shows it.
 */
export async function fuzzFiles(files: readonly Uint8Array[], iterations: number, seed: number): Promise<FuzzOutcome> {
  const outcome: FuzzOutcome = { read: 0, refused: 0, slowest: 0 };
  for (let i = 0; i < iterations; i++) {
    const random = new Random(seed + i);
    await tryFile(mutate(random.pick(files), random), seed + i, outcome);
  }
  return outcome;
}

/** Reads one file and adds to the outcome. */
export async function tryFile(bytes: Uint8Array, seed: number, outcome: FuzzOutcome): Promise<void> {
  const start = performance.now();
  try {
    await readWorkbook(bytes, 'fuzz.xlsx', { limits: { inflatedBytes: 64 * 1024 * 1024, cells: 500_000 } });
    outcome.read++;
  } catch (error) {
    if (!(error instanceof FileError)) throw new Error(`seed ${seed}: not a FileError`, { cause: error });
    outcome.refused++;
  }
  outcome.slowest = Math.max(outcome.slowest, performance.now() - start);
}

function mutate(original: Uint8Array, random: Random): Uint8Array {
  let bytes = original.slice();
  const changes = 1 + random.below(8);
  for (let i = 0; i < changes; i++) {
    // Half of the changes hit the ends, where archives keep their tables.
    const at = random.chance(0.5) ? random.below(bytes.length) : Math.max(0, bytes.length - 1 - random.below(600));
    switch (random.below(5)) {
      case 0:
        bytes[at] = random.below(256);
        break;
      case 1:
        bytes[at] ^= 1 << random.below(8);
        break;
      case 2:
        bytes[at] = random.pick([0, 0xff, 0x7f, 0x80]);
        break;
      case 3:
        bytes.copyWithin(at, random.below(bytes.length), random.below(bytes.length));
        break;
      default:
        if (random.chance(0.2)) bytes = bytes.slice(0, Math.max(1, at));
    }
  }
  return bytes;
}
