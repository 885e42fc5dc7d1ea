/**
 * The list of files: reads and audits them one after the other, keeps each open one (workbook in memory, pane) as the
 * user left it. Nothing is saved unasked; what is asked for is handed out as bytes.
 */
export { createFileStore, type FileStore, type FileStoreParts, type IncomingFile } from './fileStore';
export type { OpenFile } from './openFile';
export { batchReport, download, savedName, type OutgoingFile } from './output';
export type { SavedCopy } from './savedCopy';
export { losesEdits, noFiles, reduceFiles, type FileEntry, type FilesState } from './model';
