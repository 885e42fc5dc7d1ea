import { FileError } from './errors';
import type { FileLimits } from './limits';

/** Counts what a workbook has spent so far, over all its sheets, and refuses what goes beyond the limits. */
export class Budget {
  private cells = 0;
  private merges = 0;
  private formulaCharacters = 0;

  constructor(readonly limits: FileLimits) {}

  cell(part: string): void {
    if (++this.cells > this.limits.cells) throw new FileError('tooManyCells', { limit: this.limits.cells, part });
  }

  merge(part: string): void {
    if (++this.merges > this.limits.merges) throw new FileError('tooManyMerges', { limit: this.limits.merges, part });
  }

  formula(length: number, part: string): void {
    this.formulaCharacters += length;
    if (this.formulaCharacters > this.limits.formulaCharacters) {
      throw new FileError('formulasTooLong', { limit: this.limits.formulaCharacters, part });
    }
  }
}
