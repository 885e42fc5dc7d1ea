import type { Action, PaneState } from '../state';
import type { Store } from './store';

/** The pane's state and the actions that change it. */
export type PaneStore = Store<PaneState, Action>;
