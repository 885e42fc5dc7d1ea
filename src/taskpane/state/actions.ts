import type { Finding, Outcome, Severity, WorkbookReport } from '../../audit/report/model';
import type { HostCapabilities } from '../../host/workbookHost';
import type { Grouping, Notice, PaneState, PassedBy, Tab } from './model';
import type { Kept, Settings } from './settings';

/** Everything that can happen to the pane. */
export type Action =
  | { readonly type: 'opened'; readonly capabilities: HostCapabilities; readonly settings: Settings; readonly kept: Kept | null }
  | { readonly type: 'keptDecided'; readonly taken: boolean }
  | { readonly type: 'auditAsked' }
  | { readonly type: 'readingStarted'; readonly asked: boolean }
  | { readonly type: 'sheetsRead'; readonly done: number; readonly total: number }
  | { readonly type: 'auditStarted' }
  | { readonly type: 'reportReady'; readonly report: WorkbookReport; readonly sheetNames: readonly string[]; readonly audited: boolean }
  | { readonly type: 'rechecked'; readonly report: WorkbookReport; readonly holding: ReadonlySet<string>; readonly diagnosing?: boolean; readonly sheetNames?: readonly string[] }
  | { readonly type: 'diagnosed'; readonly report: WorkbookReport }
  | { readonly type: 'mendedShown' }
  | { readonly type: 'stopped'; readonly notice: Notice | null }
  | { readonly type: 'noticed'; readonly notice: Notice | null }
  | { readonly type: 'settingsChanged'; readonly settings: Partial<Settings> }
  | { readonly type: 'explained'; readonly findings: readonly string[]; readonly words: { readonly text: string; readonly by: string; readonly date: string } | null }
  | { readonly type: 'explaining'; readonly finding: string | null }
  | { readonly type: 'folded'; readonly folded: boolean }
  | { readonly type: 'panelChosen'; readonly panel: PaneState['panel'] }
  | { readonly type: 'tabChosen'; readonly tab: Tab }
  | { readonly type: 'outcomeChosen'; readonly outcome: Outcome }
  | { readonly type: 'filtered'; readonly severity?: Severity | null; readonly table?: string | null; readonly query?: string }
  | { readonly type: 'filtersReset' }
  | { readonly type: 'grouped'; readonly grouping: Grouping }
  | { readonly type: 'passedArranged'; readonly by: PassedBy }
  | { readonly type: 'ruleChosen'; readonly rule: string }
  | { readonly type: 'heldRead'; readonly key: string; readonly relations: readonly Finding[] }
  | { readonly type: 'rowToggled'; readonly key: string }
  | { readonly type: 'rowActivated'; readonly key: string | null };
