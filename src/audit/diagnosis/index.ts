/**
 * Error localisation: which cell is wrong. `localise` groups failing equations by cause, names the cells to change,
 * the value where it is determined and the slip that explains it; `judge` gives a verdict on every equation;
 * `explainGroups` puts the result into the report's words. Pure functions over the linear equations; docs/diagnosis.md.
 */
export { localise, localiseInSteps } from './localise';
export { allSteps, type Steps } from './steps';
export { typingSlip } from './typing';
export { buildSystem, isSatisfied, judge, type DiagnosticSystem } from './system';
export { explainGroups, type ToldGroups } from './explain';
export { fingerprint } from './fingerprint';
export { explainSuspicions } from './suspicions';
export type { Naming } from './places';
export { kindTexts } from './texts';
export { Verdict } from './model';
export type {
  CauseGroup, ErrorKind, FindingGroup, Localisation, LocaliseInput, LocaliseLimits, Neighbours, StructuralCause, Suspect, SuspectCell,
} from './model';
