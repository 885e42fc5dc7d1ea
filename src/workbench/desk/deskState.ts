import { filtered, noFilter, ordered, sumsOf, type DeskFilter, type DeskOrder, type DeskSums, type Submission } from '../../desk';
import { createStore, type Store } from '../../taskpane/control/store';
import type { AgainstOutcome, Relation } from '../errands';
import { ownFiles, submissionsOf, type FileEntry, type FilesState } from '../files';

export const columnIds = ['unit', 'department', 'file', 'family', 'year', 'tables', 'errors', 'warnings', 'notChecked', 'explained', 'prose', 'rule', 'state', 'changed'] as const;
export type ColumnId = (typeof columnIds)[number];

/** How the desk is looked at. */
export interface DeskState {
  readonly order: DeskOrder;
  readonly descending: boolean;
  readonly filter: DeskFilter;
  readonly columns: readonly ColumnId[];
  readonly picture: boolean;
  readonly selected: ReadonlySet<number>;
  /** The row the keyboard stands on, by file; null stands on the head. */
  readonly active: number | null;
  /** What is done with files instead of, or beside, the table: they are set against each other, or copied with their marks. */
  readonly panel: DeskPanel | null;
  /** What the last comparison came to; it stays while files are opened from it. */
  readonly between: { readonly relation: Relation; readonly outcome: AgainstOutcome } | null;
  /** Whether filters and actions are unfolded where there is little room. */
  readonly unfolded: boolean;
}

export type DeskPanel = Relation | 'copies';

export type DeskAction =
  | { readonly type: 'sorted'; readonly by: DeskOrder }
  | { readonly type: 'filtered'; readonly filter: Partial<DeskFilter> }
  | { readonly type: 'columnToggled'; readonly column: ColumnId }
  | { readonly type: 'pictureToggled' }
  | { readonly type: 'activated'; readonly id: number | null }
  | { readonly type: 'selected'; readonly ids: readonly number[]; readonly on: boolean }
  | { readonly type: 'unselected' }
  | { readonly type: 'panelShown'; readonly panel: DeskPanel | null }
  | { readonly type: 'setAgainst'; readonly between: DeskState['between'] }
  | { readonly type: 'unfoldedToggled' };

export const initialDesk: DeskState = {
  order: 'worst',
  descending: false,
  filter: noFilter,
  columns: columnIds.filter((id) => id !== 'department' && id !== 'rule'),
  picture: false,
  selected: new Set(),
  active: null,
  panel: null,
  between: null,
  unfolded: false,
};

/** Numbers are asked for from the largest down. */
const DOWN_FIRST: readonly DeskOrder[] = ['errors', 'warnings', 'notChecked', 'explained', 'changed', 'rule', 'year'];

function reduceDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'sorted': {
      const first = DOWN_FIRST.includes(action.by);
      if (state.order !== action.by) return { ...state, order: action.by, descending: first };
      // The third time the worst stand first again.
      return state.descending === first ? { ...state, descending: !first } : { ...state, order: 'worst', descending: false };
    }
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...action.filter }, selected: new Set() };
    case 'columnToggled': {
      const on = !state.columns.includes(action.column);
      return { ...state, columns: columnIds.filter((id) => (id === action.column ? on : state.columns.includes(id))) };
    }
    case 'pictureToggled':
      return { ...state, picture: !state.picture };
    case 'activated':
      return { ...state, active: action.id };
    case 'selected': {
      const selected = new Set(state.selected);
      for (const id of action.ids) {
        if (action.on) selected.add(id);
        else selected.delete(id);
      }
      return { ...state, selected };
    }
    case 'unselected':
      return { ...state, selected: new Set() };
    case 'panelShown':
      return { ...state, panel: action.panel };
    case 'setAgainst':
      return { ...state, between: action.between };
    case 'unfoldedToggled':
      return { ...state, unfolded: !state.unfolded };
  }
}

export type DeskStore = Store<DeskState, DeskAction>;

export const createDeskStore = (saved: Partial<DeskState> = {}): DeskStore => createStore(reduceDesk, { ...initialDesk, ...saved });

/** A row of the desk. */
export interface DeskRow {
  readonly entry: FileEntry;
  readonly submission: Submission;
}

/** What an action is for: the selected rows, or all that are shown. */
export function actedOn(shown: readonly DeskRow[], { selected }: DeskState): readonly DeskRow[] {
  const chosen = shown.filter(({ entry }) => selected.has(entry.id));
  return chosen.length > 0 ? chosen : shown;
}

export function isFiltered({ search, states, folder, rule, table, cause }: DeskFilter): boolean {
  return search !== '' || states.length > 0 || [folder, rule, table, cause].some((one) => one !== null);
}

export interface DeskRows {
  /** Every submission, as decided and with its standing. */
  readonly all: readonly DeskRow[];
  /** What the filter leaves, in order. */
  readonly shown: readonly DeskRow[];
  /** Of what is shown. */
  readonly sums: DeskSums;
}

export function deskRows(state: FilesState, { filter, order, descending }: Pick<DeskState, 'filter' | 'order' | 'descending'>): DeskRows {
  const entries = ownFiles(state);
  const submissions = submissionsOf(state);
  const byPath = new Map(submissions.map((submission, i) => [submission.file.path, { entry: entries[i], submission }]));
  const left = ordered(filtered(submissions, filter), order, descending);
  const shown = left.flatMap(({ file }) => byPath.get(file.path) ?? []);
  return { all: [...byPath.values()], shown, sums: sumsOf(left) };
}
