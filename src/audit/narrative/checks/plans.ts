import { between, subjectName, type NarrativeContext } from '../findings';
import { moneyText, slack } from '../figures';
import type { Change, Money, Statement } from '../model';
import { signed } from './signed';

/** "年初预算为A万元，支出决算为B万元": the budget that stands just before, in the same passage; null where none does. */
export function planBefore(statement: Statement, { read }: NarrativeContext): Statement | null {
  const before = read.statements[read.statements.indexOf(statement) - 1];
  return before !== undefined && before.span.passage === statement.span.passage && before.subject.concepts.stage === '预算' ? before : null;
}

/** "预算为A万元，决算为B万元…，决算数较预算数减少D万元": D = B − A. true where both amounts stand there. */
export function againstPlan(statement: Statement, change: Change, amount: Money, context: NarrativeContext): boolean {
  const plan = planBefore(statement, context);
  const isOther = (a: string, b: string): boolean => (a.includes('全年') && b.includes('年初')) || (a.includes('年初') && b.includes('全年'));
  if (plan === null || change.base === null || isOther(plan.subject.text, context.textOf(change.base.span))) return false;
  const difference = statement.amount.fen - plan.amount.fen;
  const allowed = slack(statement.amount) + slack(plan.amount) + slack(amount);
  if (Math.abs((signed(change) ?? 0) - difference) <= allowed) {
    context.prove(amount.number, [context.textOf(statement.amount.span), context.textOf(plan.amount.span)]);
    return true;
  }
  if (Math.abs(difference) <= allowed) return false;
  const span = between(change.directionSpan, amount.span);
  const right = changeWords(difference, change, context);
  context.blame(amount.number);
  context.add({
    rule: 'N3', severity: 'error', span, right, facts: [], left: context.textOf(amount.span),
    message: {
      zh: `${subjectName(statement)} ${context.textOf(statement.amount.span)}，预算 ${context.textOf(plan.amount.span)}：应为${right}，写作${context.textOf(span)}`,
      en: `${subjectName(statement)} ${context.textOf(statement.amount.span)} against a budget of ${context.textOf(plan.amount.span)}: it should be ${right}, not ${context.textOf(span)}`,
    },
  });
  return true;
}

/** "决算数2.23万元，与年初预算数2.23万元持平". */
export function equalsPrior(statement: Statement, change: Change, prior: Money, context: NarrativeContext): void {
  if (Math.abs(statement.amount.fen - prior.fen) <= slack(statement.amount) + slack(prior)) return context.prove(prior.number, [context.textOf(statement.amount.span)]);
  context.blame(prior.number);
  const words = context.textOf(change.directionSpan);
  context.add({
    rule: 'N3', severity: 'error', span: between(prior.span, change.directionSpan), right: null, facts: [],
    message: { zh: `${subjectName(statement)} ${context.textOf(statement.amount.span)}，比较的是 ${context.textOf(prior.span)}，不是“${words}”`, en: `${subjectName(statement)} ${context.textOf(statement.amount.span)} against ${context.textOf(prior.span)} is not "${words}"` },
  });
}

/** "减少3.46万元", as the text writes amounts. */
export function changeWords(difference: number, change: Change, context: NarrativeContext): string {
  const amount = change.amount;
  const written = amount === null ? '0.00万元' : context.textOf(amount.span);
  return `${difference < 0 ? '减少' : '增加'}${moneyText(Math.abs(difference), written)}`;
}
