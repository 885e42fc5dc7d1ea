import { parentPort } from 'node:worker_threads';
import { answerTask } from '../../files/reading/answerTask';
import type { ReadingTask } from '../../files/reading';

/** In a worker: reads legacy workbooks, one after another. */
export function serveReading(): void {
  const port = parentPort;
  port?.on('message', async (task: ReadingTask) => port.postMessage(await answerTask(task)));
}
