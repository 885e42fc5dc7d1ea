import { FileError } from '../errors';
import { DEFAULT_FILE_LIMITS, type FileLimits } from '../limits';
import { linesOf, type TextPiece } from './lines';
import { loadPdfjs } from './pdfjs';
import { paragraphsOf } from './paragraphs';

/** A disclosure has some 40 pages; a province's whole book of them a few hundred. */
const MOST_PAGES = 2_000;

/** The paragraphs of a PDF with a text layer, in reading order. Throws only `FileError`; `noTextLayer` for a scan. */
export async function readPdf(bytes: Uint8Array, fileName: string, limits: FileLimits = DEFAULT_FILE_LIMITS): Promise<readonly string[]> {
  try {
    if (bytes.length > limits.fileBytes) throw new FileError('fileTooLarge', { limit: limits.fileBytes, actual: bytes.length });
    return await readPages(bytes, limits);
  } catch (cause) {
    const error = cause instanceof FileError ? cause : refusalOf(cause);
    throw error.withFileName(fileName);
  }
}

async function readPages(bytes: Uint8Array, limits: FileLimits): Promise<readonly string[]> {
  const task = await loadPdfjs(bytes);
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new FileError('tooManyPages', { limit: MOST_PAGES, actual: document.numPages });
    const pages: string[][] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item): TextPiece[] => ('str' in item ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, height: item.height }] : []));
      const lines = linesOf(pieces);
      characters += lines.reduce((n, line) => n + line.text.length, 0);
      if (characters > limits.characters) throw new FileError('textsTooLong', { limit: limits.characters });
      pages.push(paragraphsOf(lines));
      page.cleanup();
    }
    if (characters === 0) throw new FileError('noTextLayer');
    return joinPages(pages);
  } finally {
    await task.destroy();
  }
}

const PAGE_NUMBER = /^[-–—\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-–—\s]*$/;
const ENDS = /[。;；:：!！?？]$/;
const BEGINS = /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d))/;

/** A paragraph that runs over the end of a page goes on; page numbers are left out. */
function joinPages(pages: readonly (readonly string[])[]): string[] {
  const result: string[] = [];
  for (const page of pages) {
    const own = page.filter((paragraph) => !PAGE_NUMBER.test(paragraph));
    const last = result.at(-1);
    const [first, ...rest] = own;
    if (first === undefined) continue;
    if (last !== undefined && last.length > 20 && /[，,。；;]/.test(last) && !ENDS.test(last) && !BEGINS.test(first)) result.splice(-1, 1, last + first, ...rest);
    else result.push(...own);
  }
  return result;
}

/** The library's errors by their names, which it keeps from version to version. */
function refusalOf(cause: unknown): FileError {
  const name = cause instanceof Error ? cause.name : '';
  const reason = cause instanceof Error ? cause.message : String(cause);
  return name === 'PasswordException' ? new FileError('encrypted', {}, { cause }) : new FileError('damagedPdf', { reason }, { cause });
}
