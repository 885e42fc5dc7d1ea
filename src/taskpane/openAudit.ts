import { auditInPage } from './auditInPage';
import type { OpenAudit } from './auditPort';
import { canStartWorkers } from './canStartWorkers';
import { auditInThreads, type Thread } from './thread/auditThread';
import type { FromThread } from './thread/model';

/**
 * The product's audit, in a worker; where the page may start none (opened from disk, its origin is its own), in the page.
 * Either comes as a part of its own: the pane is drawn before the rules are there.
 */
export const openAudit: OpenAudit = (snapshot, choice, signal) => (canStartWorkers() ? inThreads : auditInPage)(snapshot, choice, signal);

const inThreads = auditInThreads(startThread);

function startThread(): Thread {
  const worker = new Worker(/* webpackChunkName: "audit-thread" */ new URL('./thread/auditWorker.ts', import.meta.url));
  return {
    post: (message, given = []) => worker.postMessage(message, { transfer: given }),
    listen(take, failed) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => take(data));
      worker.addEventListener('error', (event) => failed(new Error(event.message)));
    },
    end: () => worker.terminate(),
  };
}
