import { withExplanations, type Explanations } from '../../audit/report/explanations';
import type { WorkbookReport } from '../../audit/report/model';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { submissionOf, type Submission, type SubmissionFile } from '../../desk';
import { MemoryHost, type CellEntry } from '../../host/memory';
import type { OpenAudit } from '../../taskpane/auditPort';
import { createPaneControl, type PaneControl } from '../../taskpane/control';
import { browserOwnStates, type OwnStates } from '../../taskpane/ownStates';
import type { PreferenceStore } from '../../taskpane/preferences';
import { defaultSettings, writeSettings } from '../../taskpane/state';
import type { Texts } from '../../taskpane/text';

/** A file that stands open: its workbook in memory and its pane. */
export interface OpenFile {
  readonly host: MemoryHost;
  readonly control: PaneControl;
}

export interface OpeningParts {
  readonly openAudit: OpenAudit;
  readonly preferences?: PreferenceStore;
  readonly texts: Texts;
}

/** What the list is told of an open file. */
export interface OpenNews {
  /** null before its audit. */
  readonly submission: Submission | null;
  readonly edited: boolean;
  readonly explained: Explanations;
}

/** Opens a workbook that was read, with what is known of it: what was typed over it, and the user's own explanations. */
export function openSnapshot(snapshot: WorkbookSnapshot, edits: readonly CellEntry[], explained: Explanations, { openAudit, preferences, texts }: OpeningParts): OpenFile {
  const isExplained = Object.keys(explained).length > 0;
  const host = new MemoryHost(snapshot, isExplained ? { state: writeSettings({ ...defaultSettings, explained }) } : {});
  if (edits.length > 0) host.enter(edits);
  return { host, control: createPaneControl({ host, openAudit, texts, preferences, ownStates: isExplained ? ownFolder : browserOwnStates() }) };
}

/** Words of the folder's own file are the user's own. */
const ownFolder: OwnStates = { has: async () => true, add: async () => undefined };

/** Tells what becomes of an open file, for as long as it is open; of another report in a task of its own. Answers how to have it told at once. */
export function followOpen({ host, control }: OpenFile, file: SubmissionFile, tell: (news: OpenNews) => void): () => void {
  let told: { report: WorkbookReport | null; explained: Explanations; edited: boolean } | null = null;
  let submission: Submission | null = null;
  const look = (): void => {
    const { report, audited, settings } = control.store.getState();
    if (!report) return;
    const now = { report: audited ? report : null, explained: settings.explained, edited: host.edits().length > 0 };
    if (told && told.report === now.report && told.explained === now.explained && told.edited === now.edited) return;
    if (now.report && (told?.report !== now.report || told.explained !== now.explained)) submission = submissionOf(withExplanations(now.report, now.explained), file);
    told = now;
    tell({ submission, edited: now.edited, explained: now.explained });
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      look();
    });
  };
  control.store.subscribe(() => {
    const { report, audited } = control.store.getState();
    if (told && audited && report !== told.report) soon();
    else look();
  });
  host.subscribe((event) => {
    if (event.kind === 'cell') look();
  });
  return look;
}

/** What was typed, also what is being typed, without what formulas yield from it. */
export function typedIn(host: MemoryHost): readonly CellEntry[] {
  const entered = host.edits().filter(({ isResult }) => !isResult).map(({ cell, content, formula }) => ({ cell, content, ...(formula === null ? {} : { formula }) }));
  return host.draft ? [...entered, host.draft] : entered;
}

/** The report as it stands with the user's words; null before the audit. */
export function reportOf(open: OpenFile): WorkbookReport | null {
  const { audited, report, settings } = open.control.store.getState();
  return audited && report ? withExplanations(report, settings.explained) : null;
}
