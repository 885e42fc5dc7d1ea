/** A change of one cell, in 分. */
export interface Move {
  readonly cell: number;
  readonly delta: number;
}
