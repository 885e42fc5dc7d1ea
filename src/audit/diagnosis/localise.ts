/**
 * Error localisation: from failing equations to causes. Components are explained one after the other on one working
 * copy of the values; then every cause is taken back once, alone, to see what else would explain it.
 */
import { alternativesOf, type Cause } from './alternatives';
import { proven } from './proof';
import { explainComponent } from './component';
import { componentsOf } from './components';
import { groupsOf } from './groups';
import { massCauses, type MassCause } from './mass';
import { Verdict, type DiagnosisInput, type LocaliseInput, type Localisation } from './model';
import { neighboursOf } from './neighbours';
import { limitsFor } from './prices';
import { dispute, focus, isViolated, leaveAlone, openState, setForeign, settle, type SearchState } from './state';
import { rankStructural } from './structural';
import { allSteps, type Steps } from './steps';
import { buildSystem, judge, type DiagnosticSystem } from './system';

/** `system` may be kept between calls as long as values and equations stay the same; otherwise leave it out. */
export function localise(given: LocaliseInput, system?: DiagnosticSystem): Localisation {
  return allSteps(localiseInSteps(given, system));
}

export function* localiseInSteps(
  given: LocaliseInput, system: DiagnosticSystem = buildSystem(given.amounts, given.equations),
): Steps<Localisation> {
  const outcome = given.outcome ?? judge(system);
  const listed: number[] = [];
  const inferred: number[] = [];
  for (let e = 0; e < outcome.length; e++) {
    if (outcome[e] === Verdict.fails) listed.push(e);
    else if (outcome[e] === Verdict.inferred) inferred.push(e);
  }
  if (listed.length === 0) return { groups: [], unexplained: [] };

  const state = openState(system, outcome, given.tolerance);
  const failing = listed.filter((e) => isViolated(state, e));
  const finer = listed.filter((e) => !isViolated(state, e));
  const failed = new Set(failing);
  const input: DiagnosisInput = { neighbours: neighboursOf(given.amounts), ...given, limits: limitsFor(failing.length, given.limits) };
  const isFailed = (e: number): boolean => failed.has(e);
  const moved = yield* massCauses(state, input, failing, inferred);
  dispute(state, inferred);
  // What only inferred relations show is no cause of what fails for certain.
  const masses = moved.filter((mass) => mass.equations.some(isFailed));
  // Nothing takes these back: what fails through them is told with them alone.
  const whole = new Set(masses.filter((mass) => mass.kind === 'foreign' || mass.kind === 'empty').flatMap((mass) => mass.equations));
  for (const e of whole) state.skipped[e] = 1;
  const left = [...failing, ...brokenBy(state, moved, isFailed)].filter((e) => isViolated(state, e) && !whole.has(e));
  const { causes, open } = yield* explainAll(state, input, left, isFailed);
  const found = yield* alternativesOf(state, input, causes, open, isFailed);
  const judged = yield* proven(state, input, found, open, moved);
  const groups = groupsOf(state, input, masses, judged, failing, open);
  return { groups: rankStructural(groups, input, failed), unexplained: finer };
}

/** Equations that held and fail with many figures moved at once: something else is wrong there too. */
function brokenBy(state: SearchState, masses: readonly MassCause[], failed: (e: number) => boolean): number[] {
  const { from, of } = state.system;
  const found = new Set<number>();
  for (const { cell } of masses.flatMap((mass) => mass.moves)) {
    for (let k = from[cell]!; k < from[cell + 1]!; k++) if (state.skipped[of[k]!] === 0 && !failed(of[k]!) && isViolated(state, of[k]!)) found.add(of[k]!);
  }
  return [...found].sort((a, b) => a - b);
}

interface Explanation {
  readonly causes: Cause[];
  /** Equations that nothing explains. */
  readonly open: number[];
}

function* explainAll(
  state: SearchState, input: DiagnosisInput, failing: readonly number[], failed: (e: number) => boolean,
): Steps<Explanation> {
  const causes: Cause[] = [];
  const open: number[] = [];
  const queue = componentsOf(state, failing).map((equations) => ({ equations, exact: true }));
  setForeign(state, failing);
  for (let next = 0; next < queue.length; next++) {
    const equations = queue[next]!.equations.filter((e) => isViolated(state, e));
    if (equations.length === 0) continue;
    yield;
    focus(state, equations);
    const explained = yield* explainComponent(state, input, input.limits, failed);
    const exact = queue[next]!.exact && explained.exact;
    const [best, ...rivals] = explained.solutions;
    if (best) {
      for (const move of best.moves) settle(state, move);
      const alone = best.causes.length === 1;
      for (const moves of best.causes) causes.push({ moves, exact, rivals: alone ? rivals : [] });
    }
    for (const [made] of explained.steps) causes.push({ moves: made!.moves, exact: false, rivals: [] });
    if (best || explained.steps.length > 0) {
      const rest = componentsOf(state, [...state.bad].sort((a, b) => a - b));
      queue.push(...rest.map((part) => ({ equations: part, exact: false })));
    } else open.push(...equations);
    for (const e of state.bad) leaveAlone(state, e);
  }
  return { causes, open };
}
