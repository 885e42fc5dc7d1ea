import type { ThreadReader } from '../files/reading';
import type { Language } from './text';

/** The paragraphs of a file, or the sentence that says why it cannot be read; null for what is no text at all. */
export type ReadProseFile = (bytes: Uint8Array, name: string, language: Language) => Promise<readonly string[] | string | null>;

/** Seconds a file may take. */
const TIME_LIMIT_SECONDS = 30;

let reader: ThreadReader | null = null;

/** The product's reader of .docx, .pdf, .txt and .md, in a part and a thread of its own that come with the first file. */
export const readProseFile: ReadProseFile = async (bytes, name, language) => {
  const { createThreadReader, threadOfPage, readProse, FileError, fileErrorText } = await import(/* webpackChunkName: "files" */ './proseFiles');
  try {
    if (!hasThreads()) return await readProse(bytes, name);
    reader ??= createThreadReader(() => threadOfPage(new Worker(/* webpackChunkName: "proseReader" */ new URL('./proseWorker.ts', import.meta.url))), { timeLimitSeconds: TIME_LIMIT_SECONDS, endsWithRefusal: true });
    return await reader.readProse(bytes, name);
  } catch (error) {
    // What is said of a file that is no workbook would send the user for one.
    if (error instanceof FileError && error.code === 'notAWorkbook') return null;
    if (error instanceof FileError) return fileErrorText(error.code, language, error.details);
    throw error;
  }
};

/** A page opened from disk may start no thread. */
const hasThreads = (): boolean => location.protocol !== 'file:' && typeof Worker !== 'undefined';
