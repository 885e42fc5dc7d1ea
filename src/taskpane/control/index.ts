/**
 * What the pane does: reads, audits, marks, goes to cells, re-checks after edits, keeps settings. Knows the host port and
 * the audit it is given, no React; every failure ends as a notice in the state.
 */
export { mendedStays } from './auditing';
export { noticeOf } from './notices';
export { createPaneControl, type PaneControl, type PaneParts } from './paneControl';
export type { Prose } from './prose';
export type { PaneStore } from './paneStore';
