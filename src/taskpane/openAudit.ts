import type { OpenAudit } from './auditPort';

/** The product's audit, in a part of its own: the pane is drawn before the rules have come. */
export const openAudit: OpenAudit = async (snapshot, choice) => {
  const audit = await import(/* webpackChunkName: "audit" */ '../audit/audit');
  return audit.openAudit(snapshot, choice);
};
