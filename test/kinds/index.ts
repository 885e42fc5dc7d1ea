/** Kinds of trouble after public reports and reviewers' lists, planted at random places of real and generated workbooks. */
import { CONTAINERS } from './containers';
import { FORMULAS } from './formulas';
import { JOB } from './job';
import type { Kind } from './model';
import { READING } from './reading';
import { REVIEW } from './review';
import { SHOWN } from './shown';
import { TEXTS } from './texts';

export const KINDS: readonly Kind[] = [...READING, ...CONTAINERS, ...FORMULAS, ...SHOWN, ...TEXTS, ...JOB, ...REVIEW];
export type { Base, Kind, Planted } from './model';
export { baseOf, judge, measureKinds, printKinds, type KindResult } from './run';
