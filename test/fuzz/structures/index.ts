import { read, write, type BookType } from '@e965/xlsx';
import { generateXlsx } from '../../files/generate';
import { Random } from '../../files/random';
import { changedBiff } from './biff';
import { changedOds } from './ods';
import { changedXlsb } from './xlsb';

export interface StructureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const bases = new Map<string, Uint8Array>();

/** One of a few workbooks in the format wanted. */
function base(bookType: BookType, random: Random): Uint8Array {
  const seed = 1 + random.below(6);
  const key = `${bookType} ${seed}`;
  const known = bases.get(key) ?? new Uint8Array(write(read(generateXlsx(new Random(seed)), { type: 'array', cellStyles: true }), { type: 'array', bookType }) as ArrayBuffer);
  bases.set(key, known);
  return known;
}

/** The changed file of a seed; .xls, .xlsb and .ods take turns. */
export function structureFile(seed: number): StructureFile {
  const random = new Random(seed);
  switch (seed % 3) {
    case 0:
      return { name: `${seed}.xls`, bytes: changedBiff(base('biff8', random), random) };
    case 1:
      return { name: `${seed}.xlsb`, bytes: changedXlsb(base('xlsb', random), random) };
    default:
      return { name: `${seed}.ods`, bytes: changedOds(random) };
  }
}
