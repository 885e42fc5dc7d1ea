import { FileError } from '../files/errors';
import { fileErrorText } from '../files/errorTexts';
import type { Language } from '../taskpane/text';
import type { FileStoreParts } from './files';
import { createPageReader } from './pageReader';

/** The readers and writers of workbook files, in parts of their own that come with the first file. */
export function lazyFiles(language: Language): Pick<FileStoreParts, 'readWorkbook' | 'writeWorkbook' | 'writeChecklist' | 'refusalText'> {
  const load = () => import(/* webpackChunkName: "files" */ '../files');
  const readInThread = createPageReader();
  return {
    async readWorkbook(bytes, name) {
      return readInThread ? readInThread(bytes, name) : (await load()).readWorkbook(bytes, name);
    },
    async writeWorkbook(snapshot) {
      return (await load()).writeWorkbookXlsx(snapshot);
    },
    async writeChecklist(report) {
      const { writeChecklist } = await import(/* webpackChunkName: "checklist" */ './checklist');
      return writeChecklist(report, language);
    },
    refusalText: (error) => (error instanceof FileError ? fileErrorText(error.code, language, error.details) : null),
  };
}
