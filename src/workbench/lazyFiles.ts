import { FileError } from '../files/errors';
import { fileErrorText } from '../files/errorTexts';
import type { Language } from '../taskpane/text';
import type { FileStoreParts } from './files';
import { createPageReader } from './pageReader';

/** The readers and writers of workbook files, in parts of their own that come with the first file. */
export function lazyFiles(language: Language): Pick<FileStoreParts, 'readWorkbook' | 'isChecklist' | 'copyKind' | 'writeCopy' | 'writeChecklist' | 'writeAgainst' | 'refusalText'> {
  const load = () => import(/* webpackChunkName: "files" */ '../files');
  const readInThread = createPageReader();
  return {
    readWorkbook: async (bytes, name) => (readInThread ? readInThread(bytes, name) : (await load()).readWorkbook(bytes, name)),
    async isChecklist(bytes) {
      const { isChecklist } = await import(/* webpackChunkName: "checklist" */ '../desk/checklist');
      return isChecklist(bytes);
    },
    async copyKind(bytes) {
      return (await load()).copyKind(bytes);
    },
    async writeCopy(original, content) {
      return (await load()).editedCopy(original, content);
    },
    async writeChecklist(submissions, reports, roster, signed) {
      const { writeChecklist } = await import(/* webpackChunkName: "checklist" */ './checklist');
      return writeChecklist(submissions, reports, roster, signed, language);
    },
    async writeAgainst(result, report, signed) {
      const { writeAgainstChecklist } = await import(/* webpackChunkName: "checklist" */ './checklist');
      return writeAgainstChecklist(result, report, signed, language);
    },
    refusalText: (error) => (error instanceof FileError ? fileErrorText(error.code, language, error.details) : null),
  };
}
