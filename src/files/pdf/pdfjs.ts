import type { PDFDocumentLoadingTask } from 'pdfjs-dist';
import { cmapOf } from './cmaps';

/**
 * Opens a PDF with pdf.js. Both halves of the library run in the thread that asks: whoever must not be held up reads in a
 * thread of his own (src/files/reading).
 */
export async function loadPdfjs(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  // Where the library finds its other half, it starts no thread and fetches no file.
  const other = await import(/* webpackChunkName: "pdf" */ 'pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  Object.assign(globalThis, { pdfjsWorker: other });
  const { getDocument } = await import(/* webpackChunkName: "pdf" */ 'pdfjs-dist/legacy/build/pdf.min.mjs');
  return getDocument({
    data: new Uint8Array(bytes),
    CMapReaderFactory: CMapReader,
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
}

/** Codes of the Chinese fonts that a PDF need not hold. */
class CMapReader {
  fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    return cmapOf(name);
  }
}
