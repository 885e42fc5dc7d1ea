/**
 * Reading in another thread, the same in Node and in a page: `createThreadReader` for the owner of the thread,
 * `answerTask` for what runs in it. A thread is anything that fits `ReadingThread`.
 */
export { threadOfPage } from './pageThread';
export { createThreadReader, type ThreadReader } from './threadReader';
export type { ReadingAnswer, ReadingTask, ReadingThread, ThreadListener } from './model';
