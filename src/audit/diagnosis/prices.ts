/** The weights of the explanation search in one place. Unit: one ordinary cell, wrong on its own, costs 1. */
import type { ErrorKind, LocaliseLimits } from './model';

export const priceOf = {
  cell: 1,
  /** Each further cell of the same cause. */
  further: 0.4,
  /** Each identity that would have been true by chance, with two wrong cells in it. */
  restored: 0.1,
  /** An empty cell is seldom the wrong one. */
  emptyCell: 0.1,
  /** No set of unrelated changes is cheaper than this, for each cell. */
  leastOfSeveral: 0.8,
  /** Explanations of several cells dearer than the best by more than this are no rivals. */
  rival: 0.45,
} as const;

const discounts: Partial<Record<ErrorKind, number>> = {
  rowLeftOut: 0.2, countedTwice: 0.15, digitsSwapped: 0.2, digitDropped: 0.15, digitAdded: 0.15, digitDoubled: 0.2,
  digitWrong: 0.15, timesTen: 0.2, tenth: 0.2, sign: 0.2, unit: 0.2, neighbour: 0.15, blank: 0.15, copyDiffers: 0.1,
  surplus: 0.05, moved: 0.1,
};

/** How much a recognised error makes a change more likely. */
export function kindDiscount(kind: ErrorKind): number {
  return discounts[kind] ?? 0;
}

export const defaultLimits: LocaliseLimits = { exactEquations: 40, maximumCells: 4, maximumChain: 8, steps: 3000 };
