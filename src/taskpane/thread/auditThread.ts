import type { WorkbookReport } from '../../audit/report/model';
import type { WorkbookSnapshot } from '../../audit/workbook';
import type { AuditSession, OpenAudit } from '../auditPort';
import type { Answers, FromThread, Question, ToThread } from './model';
import { Gathered } from '../../files/reading/parts';
import { arraysOf, ownParts, workbookParts } from '../../files/reading/workbookParts';

/** A worker, or what stands in for one. */
export interface Thread {
  /** `given` change hands with the message. */
  post(message: ToThread, given?: ArrayBufferLike[]): void;
  /** Once, by the owner. `failed` where the thread has ended by itself. */
  listen(take: (message: FromThread) => void, failed: (error: Error) => void): void;
  end(): void;
}

/** How long the page may be busy with handing a workbook over before it looks up, in ms. */
const BUSY_MS = 8;

/** Audits in threads: one a workbook, ended with its session. A run that is cancelled ends its thread at once. */
export function auditInThreads(start: () => Thread, now: () => number = () => performance.now()): OpenAudit {
  return async (snapshot, choice, signal) => {
    const thread = start();
    const calls = new Calls(thread);
    const cancel = (): void => calls.end(signal?.reason instanceof Error ? signal.reason : new Error('cancelled'));
    signal?.addEventListener('abort', cancel);
    try {
      await handOver(thread, snapshot, now, signal);
      await calls.ask({ ask: 'open', choice });
      return sessionOf(calls);
    } catch (error) {
      calls.end(error instanceof Error ? error : new Error(String(error)));
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };
}

async function handOver(thread: Thread, snapshot: WorkbookSnapshot, now: () => number, signal?: AbortSignal): Promise<void> {
  let start = now();
  for (const part of workbookParts(snapshot)) {
    for (const workbook of ownParts(part)) {
      thread.post({ workbook }, arraysOf(workbook));
      if (now() - start < BUSY_MS) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal?.aborted) throw signal.reason;
      start = now();
    }
  }
}

function sessionOf(calls: Calls): AuditSession {
  return {
    get report() {
      return calls.report;
    },
    async apply(edits) {
      await calls.ask({ ask: 'apply', edits });
      return calls.report;
    },
    diagnose: async () => ((await calls.ask({ ask: 'diagnose' })) ? calls.report : null),
    holds: (findings) => calls.ask({ ask: 'holds', findings }),
    relations: (of) => calls.ask({ ask: 'relations', of }),
    proved: () => calls.ask({ ask: 'proved' }),
    cellAt: (cell) => calls.ask({ ask: 'cellAt', cell }),
    fingerprint: () => calls.ask({ ask: 'fingerprint' }),
    readProse: (text, lang) => calls.ask({ ask: 'readProse', text, lang }),
    close: () => calls.end(new Error('closed')),
  };
}

/** Questions that wait for their answers. */
class Calls {
  private readonly waiting: { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }[] = [];
  private coming: Gathered<WorkbookReport> | null = null;
  private latest: WorkbookReport | null = null;
  private ended: Error | null = null;

  constructor(private readonly thread: Thread) {
    thread.listen((message) => this.take(message), (error) => this.end(error));
  }

  get report(): WorkbookReport {
    if (!this.latest) throw new Error('no report yet');
    return this.latest;
  }

  ask<Q extends Question>(question: Q): Promise<Answers[Q['ask']]> {
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.thread.post(question);
    });
  }

  end(error: Error): void {
    if (this.ended) return;
    this.ended = error;
    this.thread.end();
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  private take(message: FromThread): void {
    if ('report' in message) {
      this.coming ??= new Gathered();
      this.coming.add(message.report);
      return;
    }
    this.latest = this.coming?.whole() ?? this.latest;
    this.coming = null;
    const next = this.waiting.shift();
    if ('failure' in message) next?.reject(new Error(message.failure));
    else next?.resolve(message.answer as never);
  }
}
