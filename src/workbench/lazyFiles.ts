import { FileError } from '../files/errors';
import { fileErrorText } from '../files/errorTexts';
import type { Language } from '../taskpane/text';
import type { FileStoreParts } from './files';
import { rowsOfText, rowsOfWorkbook } from './files/rosterRows';
import { createPageReader } from './pageReader';

/** The readers and writers of workbook files, in parts of their own that come with the first file. */
export function lazyFiles(language: Language): Pick<FileStoreParts, 'readWorkbook' | 'readRows' | 'copyKind' | 'writeCopy' | 'writeChecklist' | 'refusalText'> {
  const load = () => import(/* webpackChunkName: "files" */ '../files');
  const readInThread = createPageReader();
  const readWorkbook: FileStoreParts['readWorkbook'] = async (bytes, name) => (readInThread ? readInThread(bytes, name) : (await load()).readWorkbook(bytes, name));
  return {
    readWorkbook,
    async readRows(bytes, name) {
      if (!/\.(csv|txt)$/i.test(name)) return rowsOfWorkbook(await readWorkbook(bytes, name));
      return rowsOfText((await load()).decodeText(bytes) ?? '');
    },
    async copyKind(bytes) {
      return (await load()).copyKind(bytes);
    },
    async writeCopy(original, content) {
      return (await load()).editedCopy(original, content);
    },
    async writeChecklist(submissions, reports, roster) {
      const { writeChecklist } = await import(/* webpackChunkName: "checklist" */ './checklist');
      return writeChecklist(submissions, reports, roster, language);
    },
    refusalText: (error) => (error instanceof FileError ? fileErrorText(error.code, language, error.details) : null),
  };
}
