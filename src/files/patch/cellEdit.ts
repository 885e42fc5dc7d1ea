import type { CellInput, CellPosition } from '../../audit/workbook';

/** A cell as it shall be. */
export interface CellEdit {
  readonly cell: CellPosition;
  /** null blanks it; its format stays. */
  readonly content: CellInput | null;
  /** Without "="; null for a plain value. */
  readonly formula: string | null;
  /** Its formula stays as the file has it, only what it yields is another; `formula` is not looked at. */
  readonly isResult?: boolean;
}
