/**
 * The list of files: several are read and audited in the pool, of which reports stay and cells do not; one that is opened
 * (workbook in memory, pane) stays as the user left it while it is looked at or has edits. Nothing is saved unasked; what is
 * asked for is handed out as bytes.
 */
export { createFileStore, type FileStore, type FileStoreParts, type Source } from './fileStore';
export type { IncomingFile } from './arrivals';
export { chosenFiles, droppedFiles, filesIn, incomingOf } from './incoming';
export { download, type OutgoingFile } from '../../taskpane/download';
export { savedName } from './output';
export type { OpenFile } from './openFile';
export type { SavedCopy } from './savedCopy';
export { losesEdits, ownFiles, submissionsOf, type FileEntry, type FilesState } from './model';
