import { bind, factsFor } from '../bind';
import { factKey } from '../facts';
import { between, type NarrativeContext } from '../findings';
import { fitsItself, moneyText, percentFit, percentText, ratioRange, slack } from '../figures';
import type { Change, Statement } from '../model';
import type { ChangePartStatement } from '../passageContent';
import { pairsOf } from './changes';
import { signed } from './signed';

/** N3: "基本支出比上年增加20.50万元,增长2.19%" without this year's amount: it is the one that the text or the tables give elsewhere. */
export function checkMovedChanges(context: NarrativeContext): void {
  const amounts = new Map<string, Statement[]>();
  for (const statement of context.read.statements) {
    const { key } = bind(statement, context);
    if (key !== null) amounts.set(key, [...(amounts.get(key) ?? []), statement]);
  }
  for (const part of context.read.changeParts) {
    const binding = bind(part, context);
    if (binding.key === null || part.change.narrowed || part.change.base?.sameYear === true) continue;
    const pairs = pairsOf(factsFor(binding, 'prior', context), factsFor(binding, 'current', context));
    if (pairs.length > 0) inTables(part.change, pairs.map(([prior, current]) => ({ prior: prior.fen, now: current.fen, step: prior.step + current.step, names: [current, prior].map(context.cellName) })), context);
    const isBoth = part.subject.concepts.side === '收支';
    const keys = isBoth ? ['收入', '支出'].map((side) => factKey({ ...binding.concepts, side }, null, '')) : [binding.key];
    const found = keys.map((key) => amounts.get(key) ?? []);
    // “收入支出总计…”: of the grand totals, not of 本年收入.
    const spoken = found.some((list) => list.length === 0) ? [] : found.flatMap((list) => (part.subject.text.includes('总计') ? list.filter((s) => s.subject.text.includes('总计')) : list));
    const isOne = spoken.length > 0 && spoken.every((s) => Math.abs(s.amount.fen - spoken[0].amount.fen) <= Math.max(slack(s.amount), slack(spoken[0].amount)));
    if (isOne && pairs.length === 0) besideAmount(part, spoken[0], context);
  }
}

interface Years {
  readonly prior: number;
  readonly now: number;
  readonly step: number;
  readonly names: readonly string[];
}

/** Proves what the tables give; a change of another scope is no mistake. */
function inTables(change: Change, years: readonly Years[], context: NarrativeContext): void {
  const value = signed(change);
  for (const { prior, now, step, names } of years) {
    if (value === null || change.amount === null || Math.abs(value - (now - prior)) > slack(change.amount) + step / 2) continue;
    context.prove(change.amount.number, names);
    const range = change.percent === null ? null : ratioRange(now - prior, step / 2, prior, step / 2);
    if (change.percent !== null && range !== null && percentFit(change.percent, range) !== 'different') context.prove(change.percent.number, names);
  }
}

/** The percentage fits the amount that stands elsewhere. */
function besideAmount({ subject, change, context: given }: ChangePartStatement, statement: Statement, context: NarrativeContext): void {
  const { amount, percent } = change;
  const value = signed(change);
  if (amount === null || percent === null || value === null || value === 0) return;
  const prior = statement.amount.fen - value;
  const range = ratioRange(amount.fen, slack(amount), prior, slack(amount) + slack(statement.amount));
  if (fitsItself(statement, change)) {
    for (const { number } of [amount, percent]) context.agree(number, [context.textOf(statement.amount.span)]);
    return;
  }
  // In a chapter about one fund, 财政拨款 is that fund's.
  if (given.fund !== undefined && subject.concepts.fund === '财政拨款' && given.fund !== '财政拨款') return;
  if (range === null || prior <= 0 || (subject.concepts.side === '收支' && !subject.text.includes('总计'))) return;
  const span = between(change.directionSpan, percent.span);
  const right = percentText((range.from + range.to) / 2, percent);
  context.blame(percent.number);
  context.add({
    rule: 'N3', severity: 'error', span, right: context.textOf(span).replace(context.textOf(percent.span), right), facts: [],
    message: {
      zh: `${subject.text}${context.textOf(span)}：今年 ${context.textOf(statement.amount.span)}，上年 ${moneyText(prior, context.textOf(amount.span))}，应为 ${right}`,
      en: `${subject.text} ${context.textOf(span)}: with ${context.textOf(statement.amount.span)} this year and ${moneyText(prior, context.textOf(amount.span))} last year it is ${right}`,
    },
  });
}
