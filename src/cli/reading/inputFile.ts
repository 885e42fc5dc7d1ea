/** A file to check: as the user sees it, and where it is. */
export interface InputFile {
  /** The operand, or the operand and the path below it, with "/" between. */
  readonly shown: string;
  readonly path: string;
}
