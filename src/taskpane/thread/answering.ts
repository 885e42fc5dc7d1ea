import type { AuditSession } from '../../audit/audit';
import { openAudit } from '../../audit/audit';
import { inSlices } from '../inSlices';
import type { Answers, FromThread, Question, ToThread } from './model';
import { reportSizes } from './model';
import { partsOf } from '../../files/reading/parts';
import { GatheredWorkbook } from '../../files/reading/workbookParts';

/** In the thread: takes a workbook in, audits it, keeps it up to date. Answers what to do with each message. */
export function createAnswering(post: (message: FromThread) => void): (message: ToThread) => Promise<void> {
  let coming: GatheredWorkbook | null = null;
  let session: AuditSession | null = null;
  let last: Promise<void> = Promise.resolve();
  /** Edits that have arrived, answered or not. */
  let edits = 0;

  const report = (): null => {
    if (session) for (const part of partsOf(session.report, reportSizes)) post({ report: part });
    return null;
  };

  const diagnose = async (open: AuditSession, asked: number): Promise<boolean> => {
    const found = await inSlices(open.diagnose(), () => asked !== edits);
    if (found) report();
    return found !== null;
  };

  const answer = (question: Question, asked: number): Answers[keyof Answers] | Promise<Answers[keyof Answers]> => {
    if (question.ask === 'open') {
      const snapshot = coming?.whole();
      coming = null;
      if (!snapshot) throw new Error('no workbook');
      session = openAudit(snapshot, question.choice);
      return report();
    }
    if (!session) throw new Error('no audit');
    const open = session;
    switch (question.ask) {
      case 'apply':
        open.recheck(question.edits);
        return report();
      case 'diagnose':
        return diagnose(open, asked);
      case 'holds':
        return question.findings.filter((finding) => open.holds(finding)).map(({ id }) => id);
      case 'relations':
        return open.relations(question.of);
      case 'proved':
        return open.proved();
      case 'cellAt':
        return open.cellAt(question.cell);
      case 'fingerprint':
        return open.fingerprint();
      case 'readProse':
        return open.readProse(question.text, question.lang);
    }
  };

  const take = async (message: ToThread, asked: number): Promise<void> => {
    if ('workbook' in message) {
      coming ??= new GatheredWorkbook();
      coming.add(message.workbook);
      return;
    }
    try {
      post({ answer: await answer(message, asked) });
    } catch (error) {
      post({ failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  };
  // One after the other: a question may take its time (a 公开说明 loads the part that reads it).
  return (message) => {
    if ('ask' in message && message.ask === 'apply') edits++;
    const asked = edits;
    return (last = last.then(() => take(message, asked)));
  };
}
