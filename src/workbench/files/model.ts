import type { Explanations } from '../../audit/report/explanations';
import {
  decided, decisionIn, emptyFolderFile, mergeFolderFiles, nameOf, unreadableSubmission, waitingSubmission, withStandings, type DecidedState, type FolderFile, type RosterEntry, type Submission, type SubmissionFile,
} from '../../desk';

/** What the list shows of one file. */
export interface FileEntry {
  readonly id: number;
  /** Without its folder. */
  readonly name: string;
  readonly isExample: boolean;
  /** opened: read, not audited yet (the example). */
  readonly status: 'waiting' | 'reading' | 'auditing' | 'opened' | 'audited' | 'failed';
  /** The row of the desk, without what was decided of it. */
  readonly submission: Submission;
  readonly edited: boolean;
  /** The 公开说明 that goes with it, by name; null where none is there. */
  readonly prose: string | null;
}

/** What came along in a folder and is no submission. */
export interface Ignored {
  readonly lock: number;
  readonly temporary: number;
  readonly other: number;
  /** 检查表 and 汇总表 of ours. */
  readonly checklists: number;
}

/** Files under audit: how many are done of how many, and since when in ms. */
export interface Run {
  readonly done: number;
  readonly all: number;
  readonly since: number;
}

export interface FilesState {
  readonly files: readonly FileEntry[];
  readonly chosen: number | null;
  /** desk: the table of all · file: the workbook with grid and pane. */
  readonly view: 'desk' | 'file';
  readonly run: Run | null;
  /** Explanations and decisions, as `gouji-情况说明.json` keeps them. */
  readonly folder: FolderFile;
  /** Where the files lie, or where something was written for them: it need not be asked for again. */
  readonly held: FileSystemDirectoryHandle | null;
  readonly roster: readonly RosterEntry[] | null;
  readonly ignored: Ignored;
  /** How many files came back from the last visit. */
  readonly restored: number;
  /** What became of files that are no submissions; "" says nothing. */
  readonly notice: string;
}

export type FilesAction =
  | { readonly type: 'added'; readonly files: readonly { readonly id: number; readonly file: SubmissionFile; readonly isExample: boolean; readonly edited: boolean }[] }
  | { readonly type: 'changed'; readonly id: number; readonly change: Partial<Omit<FileEntry, 'id'>> }
  | { readonly type: 'failed'; readonly id: number; readonly digest: string; readonly failure: string }
  | { readonly type: 'chosen'; readonly id: number }
  | { readonly type: 'deskShown' }
  | { readonly type: 'removed'; readonly id: number }
  | { readonly type: 'cleared' }
  | { readonly type: 'ran'; readonly run: Run | null }
  | { readonly type: 'ignored'; readonly ignored: Ignored }
  | { readonly type: 'folderRead'; readonly folder: FolderFile }
  /** `isChosen`: to write in, by the user; else it was handed in with files, and is held where all of them lie in it. */
  | { readonly type: 'folderHeld'; readonly folder: FileSystemDirectoryHandle; readonly isChosen: boolean }
  | { readonly type: 'explained'; readonly path: string; readonly explained: Explanations }
  /** null takes the decision back. */
  | { readonly type: 'decided'; readonly files: readonly SubmissionFile[]; readonly state: DecidedState | null; readonly by: string; readonly at: string }
  | { readonly type: 'rosterGiven'; readonly roster: readonly RosterEntry[] | null }
  | { readonly type: 'restored'; readonly count: number }
  | { readonly type: 'noticed'; readonly notice: string };

const nothingIgnored: Ignored = { lock: 0, temporary: 0, other: 0, checklists: 0 };

export const noFiles: FilesState = { files: [], chosen: null, view: 'file', run: null, folder: emptyFolderFile, held: null, roster: null, ignored: nothingIgnored, restored: 0, notice: '' };

export function reduceFiles(state: FilesState, action: FilesAction): FilesState {
  switch (action.type) {
    case 'added': {
      const added = action.files.map(({ id, file, isExample, edited }): FileEntry => ({ id, name: nameOf(file.path), isExample, edited, status: 'waiting', submission: waitingSubmission(file), prose: null }));
      // Files from elsewhere: whoever writes is asked where to.
      return { ...state, files: [...state.files, ...added], held: state.held && added.every((file) => file.isExample || liesIn(state.held, file)) ? state.held : null };
    }
    case 'changed':
      return { ...state, files: state.files.map((file) => (file.id === action.id ? { ...file, ...action.change } : file)) };
    case 'failed':
      return {
        ...state,
        files: state.files.map((file): FileEntry => (file.id === action.id ? { ...file, status: 'failed', submission: unreadableSubmission({ ...file.submission.file, digest: action.digest }, action.failure) } : file)),
      };
    case 'chosen':
      return { ...state, chosen: action.id, view: 'file' };
    case 'deskShown':
      return { ...state, view: 'desk' };
    case 'removed': {
      const at = state.files.findIndex((file) => file.id === action.id);
      const files = state.files.filter((file) => file.id !== action.id);
      const next = files[Math.min(at, files.length - 1)]?.id ?? null;
      return { ...state, files, chosen: state.chosen === action.id ? next : state.chosen };
    }
    case 'cleared':
      return noFiles;
    case 'ran':
      return { ...state, run: action.run };
    case 'ignored': {
      const { lock, temporary, other, checklists } = action.ignored;
      return { ...state, ignored: { lock: state.ignored.lock + lock, temporary: state.ignored.temporary + temporary, other: state.ignored.other + other, checklists: state.ignored.checklists + checklists } };
    }
    case 'folderRead':
      return { ...state, folder: mergeFolderFiles(state.folder, action.folder) };
    case 'folderHeld':
      return action.isChosen || ownFiles(state).every((file) => liesIn(action.folder, file)) ? { ...state, held: action.folder } : state;
    case 'explained':
      return { ...state, folder: { ...state.folder, workbooks: { ...state.folder.workbooks, [action.path]: action.explained } } };
    case 'decided': {
      const { state: decision, by, at } = action;
      const decisions = new Map(Object.entries(state.folder.decisions));
      for (const { path, digest } of action.files) {
        if (decision === null) decisions.delete(path);
        else decisions.set(path, { state: decision, by, at, digest });
      }
      return { ...state, folder: { ...state.folder, decisions: Object.fromEntries(decisions) } };
    }
    case 'rosterGiven':
      return { ...state, roster: action.roster };
    case 'restored':
      return { ...state, restored: action.count };
    case 'noticed':
      return { ...state, notice: action.notice };
  }
}

/** A path begins with the folder that was opened. */
const liesIn = (folder: FileSystemDirectoryHandle | null, { submission: { file } }: FileEntry): boolean => folder !== null && file.path.startsWith(`${folder.name}/`);

/** The example steps aside for files of one's own, unless one has typed in it. */
export const stepsAside = ({ isExample, edited }: FileEntry): boolean => isExample && !edited;

/** The submissions: the example is none. */
export const ownFiles = ({ files }: FilesState): readonly FileEntry[] => files.filter(({ isExample }) => !isExample);

/** What is exported: the submissions, or the example where there are none. */
export function exportedFiles(state: FilesState): readonly FileEntry[] {
  const own = ownFiles(state);
  return own.length > 0 ? own : state.files;
}

/** The submissions as decided, copies and older versions told from those that lead; in the order of the list. */
export function submissionsOf(state: FilesState): readonly Submission[] {
  return withStandings(ownFiles(state).map(({ submission }) => decided(submission, decisionIn(state.folder, submission.file.path))));
}

/** Whether closing the page would lose what was typed. */
export function losesEdits({ files }: FilesState): boolean {
  return files.some(({ edited }) => edited);
}
