/**
 * The list of files: reads and audits them one after the other, keeps each open one (workbook in memory, pane) as the
 * user left it, and saves nothing.
 */
export { createFileStore, type FileStore, type FileStoreParts, type IncomingFile, type OpenFile } from './fileStore';
export { countsOf, noFiles, reduceFiles, type FileEntry, type FilesState } from './model';
