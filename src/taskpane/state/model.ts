import type { Finding, FindingGroup, Outcome, Severity, WorkbookReport } from '../../audit/report/model';
import type { CellPosition } from '../../audit/workbook';
import type { ClearResult, HostCapabilities, HostErrorCode, TakeBack } from '../../host/workbookHost';
import { defaultSettings, type Kept, type Settings } from './settings';

export type Tab = 'problems' | 'unchecked' | 'passed' | 'explained';
export type Grouping = 'cause' | 'table' | 'rule' | 'weight';

export type PassedBy = 'rule' | 'table';

/** idle: nothing read yet · reading, auditing: busy · ready: `report` stands for the workbook. */
export type Phase = 'idle' | 'reading' | 'auditing' | 'ready';

export interface View {
  readonly tab: Tab;
  readonly grouping: Grouping;
  readonly severity: Severity | null;
  /** A table id, "" for findings of the whole workbook, null for no filter. */
  readonly table: string | null;
  readonly outcome: Outcome | null;
  /** A rule id, null for no filter. */
  readonly rule: string | null;
  readonly query: string;
  /** How 已通过 is arranged. */
  readonly passedBy: PassedBy;
  /** Keys of rows that were opened (problems) or closed (headings). */
  readonly toggled: ReadonlySet<string>;
  /** Key of the row the keyboard stands on. */
  readonly active: string | null;
  /** Finding or cause whose 情况说明 is being written. */
  readonly explaining: string | null;
}

/** What a line above the list says; the words are the catalogue's. */
export type Notice =
  | { readonly kind: 'hostError'; readonly code: HostErrorCode; readonly detail: string }
  | { readonly kind: 'settingsLost' | 'liveOff' | 'changedOutside' }
  | { readonly kind: 'marked'; readonly cells: number; readonly refused: readonly { readonly sheet: string; readonly code: HostErrorCode }[] }
  | { readonly kind: 'cleared'; readonly removed: number; readonly left: ClearResult['left'] }
  | { readonly kind: 'adopted'; readonly changes: readonly CellValue[]; readonly takeBack: TakeBack; readonly places: readonly CellPosition[] }
  | { readonly kind: 'takenBack'; readonly cells: readonly string[] }
  /** Not written: the cells hold other values than at the audit. */
  | { readonly kind: 'stale'; readonly cells: readonly CellValue[] }
  /** Not written unasked: the cells hold these formulas. */
  | { readonly kind: 'overFormula'; readonly group: FindingGroup; readonly cells: readonly CellValue[] };

/** A place and what it holds, in words. */
export interface CellValue {
  readonly cell: string;
  readonly value: string;
}

/** What the polite live region says. */
export type Announcement =
  | { readonly kind: 'audited' }
  | { readonly kind: 'rechecked'; readonly fixed: number; readonly uncheckable: number; readonly fresh: number; readonly left: number };

/** Why a finding is gone: it was checked again and holds · it cannot be checked any more. */
export type Gone = 'mended' | 'uncheckable';

/** What a re-check made go; shown for a moment, where it stood. */
export interface Mended {
  readonly findings: readonly { readonly finding: Finding; readonly after: string | null; readonly why: Gone }[];
  readonly groups: readonly { readonly group: FindingGroup; readonly after: string | null; readonly why: Gone }[];
}

export interface PaneState {
  readonly phase: Phase;
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** true once the user asked for the audit; before that only what the workbook is, is shown. */
  readonly audited: boolean;
  /** What is under way will be an audit, not only what the workbook is. */
  readonly asked: boolean;
  readonly report: WorkbookReport | null;
  /** An edit is checked, and its causes are being looked for. */
  readonly diagnosing: boolean;
  /** Names by sheet index, as the host counts them. */
  readonly sheetNames: readonly string[];
  readonly capabilities: HostCapabilities | null;
  readonly settings: Settings;
  /** What came with the workbook and was not taken over. */
  readonly kept: Kept | null;
  /** The user has said no to it, for as long as the pane is open. */
  readonly keptRefused: boolean;
  readonly view: View;
  /** Relations that hold, by the key of the line of 已通过 that they belong to; of the present report. */
  readonly held: ReadonlyMap<string, readonly Finding[]>;
  readonly mended: Mended;
  readonly notice: Notice | null;
  readonly announcement: Announcement | null;
  /** The head shows only its commands, so that the list has the room. */
  readonly folded: boolean;
  readonly panel: 'tables' | 'help' | 'prose' | null;
}

export const nothingMended: Mended = { findings: [], groups: [] };

const initialView: View = {
  tab: 'problems',
  grouping: 'cause',
  severity: null,
  table: null,
  outcome: null,
  rule: null,
  query: '',
  passedBy: 'rule',
  toggled: new Set(),
  active: null,
  explaining: null,
};

export const initialState: PaneState = {
  phase: 'idle',
  progress: null,
  audited: false,
  asked: false,
  report: null,
  diagnosing: false,
  sheetNames: [],
  capabilities: null,
  settings: defaultSettings,
  kept: null,
  keptRefused: false,
  view: initialView,
  held: new Map(),
  mended: nothingMended,
  notice: null,
  announcement: null,
  folded: false,
  panel: null,
};
