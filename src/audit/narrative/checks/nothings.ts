import { factKey, type Fact } from '../facts';
import type { NarrativeContext } from '../findings';
import { without, type Concepts, type Nothing } from '../model';
import { moneyText } from '../figures';

const FUNDS = ['政府性基金', '国有资本'];

/** N5: a chapter that says there is nothing speaks of its own fund, and the tables have nothing either. */
export function checkNothings(context: NarrativeContext): void {
  for (const nothing of context.read.nothings) {
    if (otherFund(nothing, context)) continue;
    hasMoney(nothing, context);
  }
}

/** The sentence of another chapter, copied. */
function otherFund(nothing: Nothing, context: NarrativeContext): boolean {
  const heading = nothing.section.headings.at(-1);
  const chapter = heading?.concepts.fund ?? '';
  const own = nothing.concepts.fund ?? '';
  if (!FUNDS.includes(chapter) || !FUNDS.includes(own) || chapter === own) return false;
  context.add({
    rule: 'N5', severity: 'error', span: nothing.span, right: null, facts: [],
    message: { zh: `“${heading?.text ?? ''}”下写的是${own}：抄了另一段的话`, en: `Under "${heading?.text ?? ''}" the sentence speaks of ${own}: copied from another chapter` },
  });
  return true;
}

function hasMoney(nothing: Nothing, context: NarrativeContext): void {
  const facts = factsOf(nothing.concepts, context).filter((f) => f.fen !== 0);
  const [fact] = facts;
  if (fact === undefined) return;
  context.add({
    rule: 'N5', severity: 'warning', span: nothing.span, right: null, facts: [fact],
    message: { zh: `文中说“${context.textOf(nothing.span)}”，${context.cellName(fact)} 有 ${moneyText(fact.fen, '0.00万元')}`, en: `The text says there is nothing; ${context.cellName(fact)} has ${moneyText(fact.fen, '0.00万元')}` },
  });
}

function factsOf(concepts: Concepts, { facts, isFinal }: NarrativeContext): readonly Fact[] {
  const stage = concepts.stage ?? (isFinal ? '决算' : undefined);
  const rest = without(concepts, 'stage');
  const stages = stage === undefined ? [{}] : [{ stage }, ...(concepts.item === undefined ? [] : [{ stage: '预算' }])];
  if (concepts.item === undefined && !FUNDS.includes(concepts.fund ?? '')) return [];
  const sides = concepts.item !== undefined ? [{}] : [{ side: '支出' }, { side: '收入' }];
  return sides.flatMap((side) => stages.flatMap((s) => facts.find(factKey({ ...rest, ...side, ...s }, null, ''), 'current')));
}
