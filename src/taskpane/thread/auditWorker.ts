import { createAnswering } from './answering';
import type { ToThread } from './model';

/** The audit of one workbook in a thread of its own, so that it holds up neither the page nor Excel's pane. */
const take = createAnswering((message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToThread>) => void take(data));
