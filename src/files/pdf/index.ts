/** The text layer of a PDF as paragraphs: prose only, its tables are not read. The library comes with the first PDF. */
export { readPdf } from './readPdf';
export { isPdf } from './isPdf';
