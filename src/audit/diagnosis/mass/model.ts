/** Causes that move or change many figures at once: no figure was mistyped, a range stands in the wrong place or scale. */
import type { Move } from '../move';

/**
 * columnShifted: figures of one column one row too high or low · rowsShifted: the same with all columns of the table ·
 * rowShifted: figures of one row one column too far left or right · columnsShifted: the same with all rows ·
 * scaled: all figures of a table or column too large or small by a power of ten · foreign: a table that agrees in itself
 * and with no other · empty: a table without any figure, where others have some.
 */
export type MassKind = 'columnShifted' | 'rowsShifted' | 'rowShifted' | 'columnsShifted' | 'scaled' | 'foreign' | 'empty';

export interface MassCause {
  readonly kind: MassKind;
  /** The cells concerned, in their order; of shifted ones the first and the last place included. */
  readonly cells: readonly number[];
  /** Shifts: the figures stand so many places too far (−1 = up or left, 1 = down or right). */
  readonly by: number;
  /** scaled: the figures are so many times too large. */
  readonly factor: number;
  /** Failing equations that hold without this cause; ascending. */
  readonly equations: readonly number[];
  /** What takes the cause back; values that stand nowhere any more are guesses and only keep the search going. */
  readonly moves: readonly Move[];
  /** Shifts: the place at which the figure of a cell stands now. */
  readonly sources: ReadonlyMap<number, number>;
}
