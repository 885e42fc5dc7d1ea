/**
 * Error localisation: from failing equations to causes. Components are explained one after the other on one working
 * copy of the values; then every cause is taken back once, alone, to see what else would explain it.
 */
import { alternativesOf, type Cause } from './alternatives';
import { explainComponent } from './component';
import { componentsOf } from './components';
import { groupsOf } from './groups';
import { Verdict, type LocaliseInput, type Localisation } from './model';
import { neighboursOf } from './neighbours';
import { defaultLimits } from './prices';
import { apply, focus, isViolated, openState, type SearchState } from './state';
import { rankStructural } from './structural';
import { buildSystem, judge, type DiagnosticSystem } from './system';

/** `system` may be kept between calls as long as values and equations stay the same; otherwise leave it out. */
export function localise(
  given: LocaliseInput, system: DiagnosticSystem = buildSystem(given.amounts, given.equations),
): Localisation {
  const input: LocaliseInput = { neighbours: neighboursOf(given.amounts), ...given };
  const outcome = input.outcome ?? judge(system);
  const listed: number[] = [];
  for (let e = 0; e < outcome.length; e++) if (outcome[e] === Verdict.fails) listed.push(e);
  if (listed.length === 0) return { groups: [], unexplained: [] };

  const state = openState(system, outcome, input.tolerance);
  const failing = listed.filter((e) => isViolated(state, e));
  const finer = listed.filter((e) => !isViolated(state, e));
  const failed = new Set(failing);
  const { causes, open } = explainAll(state, input, failing, (e) => failed.has(e));
  const found = alternativesOf(state, input, causes, open, (e) => failed.has(e));
  const groups = groupsOf(state, input, found, failing, open);
  return { groups: rankStructural(groups, input, failed), unexplained: finer };
}

interface Explanation {
  readonly causes: Cause[];
  /** Equations that nothing explains. */
  readonly open: number[];
}

function explainAll(
  state: SearchState, input: LocaliseInput, failing: readonly number[], failed: (e: number) => boolean,
): Explanation {
  const limits = { ...defaultLimits, ...input.limits };
  const causes: Cause[] = [];
  const open: number[] = [];
  const left = new Set(failing);
  const queue = componentsOf(state.system, failing).map((equations) => ({ equations, exact: true }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const equations = next.equations.filter((e) => isViolated(state, e));
    for (const e of next.equations) left.delete(e);
    if (equations.length === 0) continue;
    focus(state, equations, [...left, ...open].filter((e) => isViolated(state, e)));
    const explained = explainComponent(state, input, limits, failed);
    const best = explained.solutions[0];
    if (!best) {
      open.push(...equations);
      continue;
    }
    for (const move of best.moves) apply(state, move);
    const exact = next.exact && explained.exact;
    const rivals = explained.solutions.slice(1);
    const first = causes.length;
    for (const moves of best.causes) causes.push({ moves, exact, rivals: [] });
    if (best.causes.length === 1 && !explained.partial) causes[first] = { ...causes[first]!, rivals };
    if (state.bad.length > 0) {
      for (const e of state.bad) left.add(e);
      const rest = componentsOf(state.system, [...state.bad].sort((a, b) => a - b));
      queue.push(...rest.map((part) => ({ equations: part, exact: false })));
    }
  }
  return { causes, open };
}
