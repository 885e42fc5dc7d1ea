import type { WorkbookReport } from '../../audit/report/model';
import type { RosterEntry, Submission } from '../../desk';
import type { Store } from '../../taskpane/control/store';
import type { PackedReport } from '../batch';
import type { Signed } from '../checklist';
import type { ErrandResult } from '../errands';
import type { WorkbenchTexts } from '../workbenchTexts';
import { exportedFiles, submissionsOf, type FilesAction, type FilesState } from './model';
import type { OutgoingFile } from '../../taskpane/download';
import { folderText, jsonText, jsonType, reportsOf, xlsxType } from './output';

export type WriteAgainst = (result: ErrandResult, report: WorkbookReport | null, signed: Signed) => Promise<Uint8Array>;

export type WriteChecklist = (submissions: readonly Submission[], reports: readonly WorkbookReport[], roster: readonly RosterEntry[] | null, signed: Signed) => Promise<Uint8Array>;

/** What leaves the page for others. */
export interface Exports {
  /** The 检查表 of these files, or of all: causes first, a sheet a file. */
  checklist(ids?: readonly number[]): Promise<OutgoingFile>;
  /** The 检查表 of files set against each other, under that name. */
  againstChecklist(result: ErrandResult, name: string): Promise<OutgoingFile>;
  /** The same as the report of the command line. */
  jsonReport(): Promise<OutgoingFile>;
  /** The 情况说明 of all files, and what was decided of them. */
  explanations(): Promise<OutgoingFile>;
}

export interface ExportParts {
  readonly store: Store<FilesState, FilesAction>;
  readonly textOf: (id: number) => string | PackedReport | null;
  readonly writeChecklist: WriteChecklist;
  readonly writeAgainst: WriteAgainst;
  readonly signed: () => Signed;
  readonly texts: Pick<WorkbenchTexts, 'checklistName' | 'reportName' | 'explanationsName'>;
}

export function createExports({ store, textOf, writeChecklist, writeAgainst, signed, texts }: ExportParts): Exports {
  return {
    async checklist(ids) {
      const wanted = ids === undefined ? null : new Set(ids);
      const state = store.getState();
      const files = exportedFiles(state).filter(({ id }) => wanted === null || wanted.has(id));
      const paths = new Set(files.map(({ submission }) => submission.file.path));
      const decided = submissionsOf(state).filter(({ file }) => paths.has(file.path));
      const submissions = decided.length > 0 ? decided : files.map(({ submission }) => submission);
      return { name: `${texts.checklistName}.xlsx`, type: xlsxType, bytes: await writeChecklist(submissions, await reportsOf(files, textOf), wanted === null ? state.roster : null, signed()) };
    },
    async againstChecklist(result, name) {
      const newer = result.kind === 'versions' ? exportedFiles(store.getState()).filter(({ submission }) => submission.file.path === result.comparison.new.file) : [];
      const [report = null] = await reportsOf(newer, textOf);
      return { name: `${texts.checklistName}-${name}.xlsx`, type: xlsxType, bytes: await writeAgainst(result, report, signed()) };
    },
    async jsonReport() {
      return { name: `${texts.reportName}.json`, type: jsonType, bytes: await jsonText(store.getState(), textOf) };
    },
    async explanations() {
      return { name: `${texts.explanationsName}.json`, type: jsonType, bytes: new TextEncoder().encode(folderText(store.getState())) };
    },
  };
}
