import type { Outcome } from '../../audit/report/model';
import type { Action } from './actions';
import { freshBetween, mendedBetween } from './mended';
import { nothingMended, type PaneState, type Tab, type View } from './model';
import { paneVerdict } from './problems';
import { figuresOf, longestExplanation, longestName } from '../../audit/report/explanations';
import { withKept } from './settings';

/** The pane's one reducer: pure, no host, no clock. */
export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case 'opened':
      return { ...state, capabilities: action.capabilities, settings: action.settings, kept: action.kept };
    case 'keptDecided':
      return keptDecided(state, action.taken);
    case 'auditAsked':
      return { ...state, phase: state.phase === 'auditing' ? 'auditing' : 'reading', asked: true };
    case 'readingStarted':
      return { ...state, phase: 'reading', asked: action.asked, progress: null, notice: null };
    case 'sheetsRead':
      return { ...state, progress: { done: action.done, total: action.total } };
    case 'auditStarted':
      return { ...state, phase: 'auditing', progress: null };
    case 'reportReady':
      return reportReady(state, action);
    case 'rechecked':
      return rechecked(state, action);
    case 'diagnosed':
      return diagnosed(state, action.report);
    case 'mendedShown':
      return { ...state, mended: nothingMended };
    case 'stopped':
      return { ...state, phase: state.report ? 'ready' : 'idle', asked: false, progress: null, notice: action.notice };
    case 'noticed':
      return { ...state, notice: action.notice };
    case 'settingsChanged':
      return { ...state, settings: { ...state.settings, ...action.settings } };
    case 'explained':
      return explained(state, action.findings, action.words);
    case 'explaining':
      return look(state, { explaining: action.finding });
    case 'folded':
      return state.folded === action.folded ? state : { ...state, folded: action.folded };
    case 'panelChosen':
      return { ...state, panel: state.panel === action.panel ? null : action.panel };
    case 'tabChosen':
      return look(state, { tab: action.tab, active: null });
    case 'outcomeChosen':
      return outcomeChosen(state, action.outcome);
    case 'filtered':
      return look(state, { ...onlyGiven(action), active: null });
    case 'filtersReset':
      return look(state, { severity: null, table: null, outcome: null, rule: null, query: '', active: null });
    case 'ruleChosen':
      return look(state, { tab: 'problems', severity: null, table: null, outcome: null, query: '', rule: action.rule, active: null });
    case 'passedArranged':
      return look(state, { passedBy: action.by, active: null });
    case 'grouped':
      return look(state, { grouping: action.grouping, active: null });
    case 'heldRead':
      return { ...state, held: new Map(state.held).set(action.key, action.relations) };
    case 'rowToggled':
      return look(state, { toggled: toggle(state.view.toggled, action.key) });
    case 'rowActivated':
      return look(state, { active: action.key });
  }
}

function look(state: PaneState, view: Partial<View>): PaneState {
  return { ...state, view: { ...state.view, ...view } };
}

function reportReady(state: PaneState, action: Extract<Action, { type: 'reportReady' }>): PaneState {
  const audited = action.audited || state.audited;
  const next: PaneState = {
    ...state,
    phase: 'ready',
    progress: null,
    audited,
    asked: false,
    report: action.report,
    diagnosing: false,
    sheetNames: action.sheetNames,
    held: new Map(),
    mended: nothingMended,
    view: { ...state.view, tab: action.audited ? 'problems' : state.view.tab, active: null },
  };
  return audited ? { ...next, announcement: { kind: 'audited' } } : next;
}

function rechecked(state: PaneState, action: Extract<Action, { type: 'rechecked' }>): PaneState {
  const before = state.report;
  const next: PaneState = { ...state, phase: 'ready', asked: false, report: action.report, diagnosing: action.diagnosing ?? false, held: new Map(), sheetNames: action.sheetNames ?? state.sheetNames };
  if (!before || !state.audited) return next;
  const mended = mendedBetween(before, action.report, action.holding);
  const fixed = mended.findings.filter(({ why }) => why === 'mended').length;
  const fresh = freshBetween(before, action.report);
  const quiet = mended.findings.length === 0 && fresh === 0;
  return {
    ...next,
    mended,
    announcement: quiet
      ? state.announcement
      : { kind: 'rechecked', fixed, uncheckable: mended.findings.length - fixed, fresh, left: paneVerdict(next)?.causes ?? 0 },
  };
}

/** The causes after an edit; what it mended is still shown for its moment. */
function diagnosed(state: PaneState, report: PaneState['report']): PaneState {
  const next: PaneState = { ...state, report, diagnosing: false };
  const { announcement } = state;
  return announcement?.kind === 'rechecked' ? { ...next, announcement: { ...announcement, left: paneVerdict(next)?.causes ?? 0 } } : next;
}

const tabOfOutcome: Readonly<Record<Outcome, Tab>> = {
  consistent: 'passed',
  inconsistent: 'problems',
  rounding: 'problems',
  notApplicable: 'unchecked',
  insufficient: 'unchecked',
};

function outcomeChosen(state: PaneState, outcome: Outcome): PaneState {
  const chosen = state.view.outcome === outcome;
  const tab = chosen ? 'problems' : tabOfOutcome[outcome];
  return look(state, { tab, outcome: chosen ? null : outcome, active: null });
}

function explained(state: PaneState, ids: readonly string[], words: Extract<Action, { type: 'explained' }>['words']): PaneState {
  const explained = { ...state.settings.explained };
  const text = words?.text.trim() ?? '';
  for (const id of ids) {
    const finding = state.report?.findings.find((one) => one.id === id);
    if (words === null || text === '' || !finding) delete explained[id];
    else explained[id] = { text: text.slice(0, longestExplanation), by: words.by.trim().slice(0, longestName), date: words.date, figures: figuresOf(finding), isTheirs: false };
  }
  return { ...look(state, { explaining: null }), settings: { ...state.settings, explained } };
}

function keptDecided(state: PaneState, taken: boolean): PaneState {
  if (state.kept === null) return state;
  return taken ? { ...state, kept: null, settings: withKept(state.settings, state.kept) } : { ...state, keptRefused: true };
}

function onlyGiven(action: Extract<Action, { type: 'filtered' }>): Partial<View> {
  const { severity = undefined, table = undefined, query = undefined } = action;
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(table === undefined ? {} : { table }),
    ...(query === undefined ? {} : { query }),
  };
}

function toggle(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

