import type { Verdict } from '../../audit/report/verdict';

/** What the list shows of one file. */
export interface FileEntry {
  readonly id: number;
  readonly name: string;
  readonly isExample: boolean;
  /** opened: read, not audited yet (the example). */
  readonly status: 'waiting' | 'reading' | 'auditing' | 'opened' | 'audited' | 'failed';
  readonly unit: string | null;
  /** What the audit has come to; null before it. */
  readonly verdict: Verdict | null;
  readonly edited: boolean;
  /** Why it cannot be read, in the user's words. */
  readonly failure: string | null;
}

export interface FilesState {
  readonly files: readonly FileEntry[];
  readonly chosen: number | null;
}

export type FilesAction =
  | { readonly type: 'added'; readonly files: readonly { readonly id: number; readonly name: string; readonly isExample: boolean }[] }
  | { readonly type: 'changed'; readonly id: number; readonly change: Partial<Omit<FileEntry, 'id'>> }
  | { readonly type: 'chosen'; readonly id: number }
  | { readonly type: 'removed'; readonly id: number };

export const noFiles: FilesState = { files: [], chosen: null };

export function reduceFiles(state: FilesState, action: FilesAction): FilesState {
  switch (action.type) {
    case 'added': {
      const added = action.files.map((file): FileEntry => ({ ...file, status: 'waiting', unit: null, verdict: null, edited: false, failure: null }));
      return { ...state, files: [...state.files, ...added] };
    }
    case 'changed':
      return { ...state, files: state.files.map((file) => (file.id === action.id ? { ...file, ...action.change } : file)) };
    case 'chosen':
      return { ...state, chosen: action.id };
    case 'removed': {
      const at = state.files.findIndex((file) => file.id === action.id);
      const files = state.files.filter((file) => file.id !== action.id);
      const next = files[Math.min(at, files.length - 1)]?.id ?? null;
      return { files, chosen: state.chosen === action.id ? next : state.chosen };
    }
  }
}

/** Whether closing the page would lose what was typed. */
export function losesEdits({ files }: FilesState): boolean {
  return files.some(({ edited }) => edited);
}
