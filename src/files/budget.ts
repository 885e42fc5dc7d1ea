import { FileError } from './errors';
import type { FileLimits } from './limits';

/** Counts what a workbook has spent so far, over all its sheets, and refuses what goes beyond the limits. */
export class Budget {
  private cells = 0;
  private merges = 0;
  private formulaCharacters = 0;
  private characters = 0;
  private proseCharacters = 0;
  private paragraphs = 0;

  constructor(readonly limits: FileLimits) {}

  cell(part: string): void {
    if (++this.cells > this.limits.cells) throw new FileError('tooManyCells', { limit: this.limits.cells, part });
  }

  merge(part: string): void {
    if (++this.merges > this.limits.merges) throw new FileError('tooManyMerges', { limit: this.limits.merges, part });
  }

  /** A text that enters the workbook; the same text again costs nothing. */
  text(length: number, part: string): void {
    if (length > this.limits.textCharacters) throw new FileError('textTooLong', { limit: this.limits.textCharacters, part });
    this.characters += length;
    if (this.characters > this.limits.characters) throw new FileError('textsTooLong', { limit: this.limits.characters, part });
  }

  /** A paragraph of a 公开说明. */
  paragraph(length: number): void {
    this.proseCharacters += length;
    if (this.proseCharacters > this.limits.proseCharacters || ++this.paragraphs > this.limits.paragraphs) {
      throw new FileError('proseTooLong', { limit: this.limits.proseCharacters });
    }
  }

  formula(length: number, part: string): void {
    if (length > this.limits.textCharacters) throw new FileError('textTooLong', { limit: this.limits.textCharacters, part });
    this.formulaCharacters += length;
    if (this.formulaCharacters > this.limits.formulaCharacters) {
      throw new FileError('formulasTooLong', { limit: this.limits.formulaCharacters, part });
    }
  }
}
