import { TOOL } from '../../audit/version';
import { withExplanations } from '../../audit/report/explanations';
import type { AuditReport } from '../../audit/report/model';
import { writeFolderFile } from '../../desk/folderFile';
import type { FileEntry } from './model';
import type { OpenFile } from './openFile';

/** A file that leaves the page, only because the user asked for it. */
export interface OutgoingFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const jsonType = 'application/json';

/** The report of every file that was audited, in the order of the list, and of those that could not be read. */
export function batchReport(files: readonly FileEntry[], open: (id: number) => OpenFile | null): AuditReport {
  const workbooks = files.flatMap((file) => {
    const state = open(file.id)?.control.store.getState();
    return state?.audited && state.report ? [withExplanations(state.report, state.settings.explained)] : [];
  });
  const errors = files.flatMap(({ name, status, failure }) => (status === 'failed' ? [{ file: name, code: 'failed', message: failure ?? '' }] : []));
  return { tool: TOOL, workbooks, errors };
}

/** What was said of the findings of every file, as `gouji check --explanations` takes it. */
export function explanationsText(files: readonly FileEntry[], open: (id: number) => OpenFile | null): string {
  return writeFolderFile({ workbooks: Object.fromEntries(files.map(({ id, name }) => [name, open(id)?.control.store.getState().settings.explained ?? {}])), decisions: {} });
}

/** "2024预算.xls" → "2024预算-修改.xlsx"; `keepsKind`: "预算.xlsm" → "预算-修改.xlsm", for its macros are in the copy. */
export function savedName(name: string, suffix: string, keepsKind = false): string {
  const ending = keepsKind ? (/\.[^.]*$/.exec(name)?.[0] ?? '') : '.xlsx';
  return `${name.replace(/\.[^.]*$/, '')}${suffix}${ending}`;
}

/** Hands a file to the browser, which asks or stores as it is set up. */
export function download({ name, type, bytes }: OutgoingFile): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the address by the next task; a second is generous.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
