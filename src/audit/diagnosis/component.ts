/** One connected component of failing equations: the cheapest set of changes, exactly where that is affordable. */
import { Relation } from '../equations/model';
import { greedySteps } from './greedy';
import type { LocaliseInput, LocaliseLimits, Move } from './model';
import { priceOf } from './prices';
import { search } from './search';
import type { SearchState } from './state';
import type { Steps } from './steps';
import { compareWeighed, weigh, type Weighed } from './weigh';

export interface Explained {
  /** Best first; the others cost about as much. Empty: nothing explains the component. */
  readonly solutions: readonly Weighed[];
  readonly exact: boolean;
  /** Steps of the approximate method, each made already: what is left of the component is to be looked at again. */
  readonly steps: readonly (readonly Weighed[])[];
}

/** Share of the failing equations after so many approximate steps of which the rest is looked at again. */
const stepsBetweenLooks = 12;

/** `state` is focused on the component; `failed` as in `weigh`. */
export function* explainComponent(
  state: SearchState, input: LocaliseInput, limits: LocaliseLimits, failed: (e: number) => boolean,
): Steps<Explained> {
  const rate = (found: readonly (readonly Move[])[]): Weighed[] =>
    onePerSet(found.map((moves) => weigh(state, input, moves, failed))).sort(compareWeighed);
  const single = search({ state, cells: 1, steps: limits.steps });
  if (single.solutions.length > 0) return done(rivals(rate(single.solutions)), single.complete);

  if (state.bad.length <= limits.exactEquations) {
    for (const strict of [true, false]) {
      state.strict = strict;
      const found = yield* severalCells(state, limits, rate);
      state.strict = false;
      if (found) return { ...found, exact: found.exact && single.complete };
    }
  }
  const most = Math.max(1, Math.floor(state.bad.length / stepsBetweenLooks));
  return { solutions: [], exact: false, steps: yield* greedySteps(state, most, rate) };
}

type Rate = (found: readonly (readonly Move[])[]) => Weighed[];

/** Sets of two and more cells by growing size, and chains of one amount; null when none explains the component. */
function* severalCells(state: SearchState, limits: LocaliseLimits, rate: Rate): Steps<Explained | null> {
  let complete = true;
  let chain: Weighed[] | null = null;
  for (let cells = 2; cells <= limits.maximumCells; cells++) {
    yield;
    if (cells === 3) chain = rate(chains(state, limits));
    if (chain && chain.length > 0 && chain[0]!.cost < cells * priceOf.leastOfSeveral) break;
    const found = search({ state, cells, steps: limits.steps });
    complete &&= found.complete;
    if (found.solutions.length > 0) return done(rivals(rate([...found.solutions, ...movesOf(chain)])), complete);
    if (!found.complete) break;
  }
  chain ??= rate(chains(state, limits));
  return chain.length > 0 ? done(rivals(chain), complete) : null;
}

function done(solutions: Weighed[], exact: boolean): Explained {
  return { solutions, exact, steps: [] };
}

function movesOf(weighed: readonly Weighed[] | null): (readonly Move[])[] {
  return (weighed ?? []).map((w) => w.moves);
}

/** Sets of cells off by the same amount: a row left out of several totals, money moved between lines. */
function chains(state: SearchState, limits: LocaliseLimits): (readonly Move[])[] {
  const { relation } = state.system.equations;
  const often = new Map<number, number>();
  for (const e of state.bad) {
    if (relation[e] !== Relation.equal) continue;
    const amount = Math.abs(state.residual[e]!);
    often.set(amount, (often.get(amount) ?? 0) + 1);
  }
  const amounts = [...often].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 6).map(([amount]) => amount);
  for (let cells = 3; cells <= limits.maximumChain; cells++) {
    const found: (readonly Move[])[] = [];
    for (const amount of amounts) found.push(...search({ state, cells, steps: limits.steps, amount }).solutions);
    if (found.length > 0) return found;
  }
  return [];
}

/** The same cells with other values (rounded tables): the values that leave the fewest tails. */
export function onePerSet(weighed: readonly Weighed[]): Weighed[] {
  const bySet = new Map<string, Weighed>();
  for (const w of weighed) {
    const key = w.moves.map((m) => m.cell).join();
    const known = bySet.get(key);
    if (!known || w.loose < known.loose || (w.loose === known.loose && w.cost < known.cost)) bySet.set(key, w);
  }
  return [...bySet.values()];
}

/** The best and what cannot be told from it: every single cell, sets of cells only at about the same price. */
export function rivals(sorted: Weighed[]): Weighed[] {
  const best = sorted[0];
  if (!best) return [];
  const size = best.moves.length;
  return sorted.filter((w) => w.negatives === best.negatives && w.moves.length <= size
    && (size === 1 || w.cost <= best.cost + priceOf.rival));
}
