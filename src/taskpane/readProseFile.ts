import type { Language } from './text';

/** The paragraphs of a file, or the sentence that says why it cannot be read; null for what is no text at all. */
export type ReadProseFile = (bytes: Uint8Array, name: string, language: Language) => Promise<readonly string[] | string | null>;

/** The product's reader of .docx, .txt and .md, in a part of its own that comes with the first file. */
export const readProseFile: ReadProseFile = async (bytes, name, language) => {
  const { readProse, FileError, fileErrorText } = await import(/* webpackChunkName: "files" */ '../files');
  try {
    return readProse(bytes, name);
  } catch (error) {
    // What is said of a file that is no workbook would send the user for one.
    if (error instanceof FileError && error.code === 'notAWorkbook') return null;
    if (error instanceof FileError) return fileErrorText(error.code, language, error.details);
    throw error;
  }
};
