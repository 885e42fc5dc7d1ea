import type { Language } from '../taskpane/text';
import type { FileStoreParts } from './files';

/** The readers and writers of workbook files, in a part of their own that comes with the first file. */
export function lazyFiles(language: Language): Pick<FileStoreParts, 'readWorkbook' | 'writeWorkbook' | 'writeChecklist' | 'refusalText'> {
  const load = () => import(/* webpackChunkName: "files" */ '../files');
  let files: Awaited<ReturnType<typeof load>> | null = null;
  return {
    async readWorkbook(bytes, name) {
      files = await load();
      return files.readWorkbook(bytes, name);
    },
    async writeWorkbook(snapshot) {
      files = await load();
      return files.writeWorkbookXlsx(snapshot);
    },
    async writeChecklist(report, name) {
      const { checklistWorkbook } = await import(/* webpackChunkName: "files" */ '../audit/report/checklistWorkbook');
      files = await load();
      return files.writeWorkbookXlsx(checklistWorkbook(report, language, name));
    },
    refusalText: (error) => (files && error instanceof files.FileError ? files.fileErrorText(error.code, language, error.details) : null),
  };
}
