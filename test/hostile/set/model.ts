import type { FileErrorCode } from '../../../src/files';

/** A file made to stop, fill or mislead the program. */
export interface HostileFile {
  /** What it does, in a line. */
  readonly what: string;
  readonly name: string;
  /** `isFull`: as large as it was seen in an attack or as the limits let through; else as small as still goes the same way. */
  readonly make: (isFull: boolean) => Uint8Array;
  /** How it is refused; null where it is read and audited within bounds of time and memory. */
  readonly code: FileErrorCode | null;
  /** Only worth its time in `npm run bench`. */
  readonly isLarge?: boolean;
}
