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

const defaultLimits: LocaliseLimits = { exactEquations: 40, maximumCells: 4, maximumChain: 8, steps: 3000 };

/** Up to so many failing equations the search is unhurried; beyond, every component is searched less far. */
const unhurried = 300;
const hurried = { exactEquations: 24, maximumCells: 2, maximumChain: 4, leastSteps: 150 } as const;

/** The limits of one run over so many failing equations: the work grows with their number, not with its square. */
export function limitsFor(failing: number, given: Partial<LocaliseLimits> | undefined): LocaliseLimits {
  const limits = { ...defaultLimits, ...given };
  if (failing <= unhurried) return limits;
  return {
    exactEquations: Math.min(limits.exactEquations, hurried.exactEquations),
    maximumCells: Math.min(limits.maximumCells, hurried.maximumCells),
    maximumChain: Math.min(limits.maximumChain, hurried.maximumChain),
    steps: Math.min(limits.steps, Math.max(hurried.leastSteps, Math.round(limits.steps * (unhurried / failing) ** 2))),
  };
}
