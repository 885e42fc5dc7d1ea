/**
 * Error localisation: from failing equations to causes. Components are explained one after the other on one working
 * copy of the values; then every cause is taken back once, alone, to see what else would explain it.
 */
import { alternativesOf, type Cause } from './alternatives';
import { proven } from './proof';
import { explainComponent } from './component';
import { componentsOf } from './components';
import { groupsOf } from './groups';
import { Verdict, type LocaliseInput, type Localisation } from './model';
import { neighboursOf } from './neighbours';
import { defaultLimits } from './prices';
import { focus, isViolated, leaveAlone, openState, setForeign, settle, type SearchState } from './state';
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
  const groups = groupsOf(state, input, proven(state, input, found, open), failing, open);
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
  const queue = componentsOf(state.system, failing).map((equations) => ({ equations, exact: true }));
  setForeign(state, failing);
  for (let next = 0; next < queue.length; next++) {
    const equations = queue[next]!.equations.filter((e) => isViolated(state, e));
    if (equations.length === 0) continue;
    focus(state, equations);
    const explained = explainComponent(state, input, limits, failed);
    const exact = queue[next]!.exact && explained.exact;
    const [best, ...rivals] = explained.solutions;
    if (best) {
      for (const move of best.moves) settle(state, move);
      const alone = best.causes.length === 1;
      for (const moves of best.causes) causes.push({ moves, exact, rivals: alone ? rivals : [] });
    }
    for (const [made] of explained.steps) causes.push({ moves: made!.moves, exact: false, rivals: [] });
    if (best || explained.steps.length > 0) {
      const rest = componentsOf(state.system, [...state.bad].sort((a, b) => a - b));
      queue.push(...rest.map((part) => ({ equations: part, exact: false })));
    } else open.push(...equations);
    for (const e of state.bad) leaveAlone(state, e);
  }
  return { causes, open };
}
