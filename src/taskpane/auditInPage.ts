import type { OpenAudit } from './auditPort';
import { inSlices } from './inSlices';

/** The audit in the page's own thread. */
export const auditInPage: OpenAudit = async (snapshot, choice) => {
  const audit = await import(/* webpackChunkName: "audit" */ '../audit/audit');
  const session = audit.openAudit(snapshot, choice);
  let edits = 0;
  return {
    get report() {
      return session.report;
    },
    apply: async (cells) => {
      edits++;
      return session.recheck(cells);
    },
    diagnose: () => {
      const own = edits;
      return inSlices(session.diagnose(), () => own !== edits);
    },
    holds: async (findings) => findings.filter((finding) => session.holds(finding)).map(({ id }) => id),
    relations: async (of) => session.relations(of),
    proved: async () => session.proved(),
    cellAt: async (cell) => session.cellAt(cell),
    fingerprint: async () => session.fingerprint(),
    readProse: (text, lang) => session.readProse(text, lang),
    close: () => undefined,
  };
};
