/** What reading a 公开说明 takes, for one part of the bundle. */
export { createThreadReader, threadOfPage } from '../files/reading';
export { FileError, fileErrorText, readProse } from '../files';
