import { bind, factsFor } from '../bind';
import type { Fact } from '../facts';
import { between, subjectName, type NarrativeContext } from '../findings';
import { fitOf, fitsItself, moneyText, percentFit, percentText, ratioRange, slack, type Range } from '../figures';
import { againstPlan, changeWords, equalsPrior } from './plans';
import type { Change, Direction, Money, Percent, Span, Statement } from '../model';

const SIGN: Readonly<Record<Direction, number>> = { up: 1, down: -1, equal: 0, template: 0, changed: 0, incomparable: 0 };
const NO_PRIOR = /(?:无|没有|不存在)(?:\d{4}年|上年|去年).{0,12}(?:数|收入|支出)|新成立|预算数为0/;

/** N3: the change, its percentage, its direction and last year's figure fit one another and the tables. */
export function checkChanges(context: NarrativeContext): void {
  for (const statement of context.read.statements) {
    const binding = bind(statement, context);
    const pairs = pairsOf(factsFor(binding, 'prior', context), factsFor(binding, 'current', context));
    for (const change of statement.changes) {
      if (directionsClash(statement, change, context)) continue;
      // Last year's figure comes in several versions (执行数, with and without 基建): the one that fits counts.
      const pair = pairs.find(([prior, current]) => fits(change, current.fen - prior.fen, prior.step + current.step)) ?? (pairs.length === 1 ? pairs[0] : undefined);
      if (pair !== undefined && !change.narrowed && change.base?.sameYear !== true) againstTables(statement, change, pair[0], pair[1], context);
      else byItself(statement, change, context);
    }
  }
}

/** Last year and this year, of one table. */
export function pairsOf(priors: readonly Fact[], currents: readonly Fact[]): (readonly [Fact, Fact])[] {
  return priors.flatMap((prior) => {
    const current = currents.find((f) => f.table === prior.table && !f.isWeak);
    return current === undefined || prior.isWeak ? [] : [[prior, current] as const];
  });
}

function fits(change: Change, difference: number, step: number): boolean {
  if (change.amount === null) return change.direction === 'equal' && Math.abs(difference) <= 10_000;
  return fitOf({ fen: SIGN[change.direction] * change.amount.fen, step: change.amount.step }, difference, step) === 'equal';
}

/** "增加9.49万元，减少的主要原因": one sentence, two directions. true where a finding was made. */
function directionsClash(statement: Statement, change: Change, context: NarrativeContext): boolean {
  const own = SIGN[change.direction];
  const isNothing = change.amount !== null && change.amount.fen === 0;
  for (const [other, span] of [[change.percentDirection, change.percentDirectionSpan], [change.reasonDirection, change.reasonSpan]] as const) {
    if (other === null || span === null || own === 0 || SIGN[other] === 0 || SIGN[other] === own || isNothing) continue;
    const fault = between(between(change.base?.span ?? change.directionSpan, change.amount?.span ?? change.directionSpan), span);
    const known = tableSign(statement, context) ?? percentSign(statement, change);
    const wrongIsFirst = known === null || known !== own;
    const right = known === null ? null : context.textOf(wrongIsFirst ? change.directionSpan : span) + '→' + (known > 0 ? '增加' : '减少');
    if (change.amount) context.blame(change.amount.number);
    context.add({
      rule: 'N3', severity: 'error', span: fault, right: right === null ? null : context.textOf(fault).replace(...right.split('→') as [string, string]), facts: [],
      message: {
        zh: `${subjectName(statement)}：前面说“${context.textOf(change.directionSpan)}”，后面说“${context.textOf(span)}”，方向相反`,
        en: `${subjectName(statement)}: "${context.textOf(change.directionSpan)}" and "${context.textOf(span)}" contradict each other`,
      },
    });
    return true;
  }
  return false;
}

/** The sign with which the percentage fits; null where both do or neither does. */
function percentSign(statement: Statement, change: Change): number | null {
  const [up, down] = (['up', 'down'] as const).map((direction) => fitsItself(statement, { ...change, direction }));
  return up === down ? null : up ? 1 : -1;
}

/** The sign of the change in the tables; null where they do not say. */
function tableSign(statement: Statement, context: NarrativeContext): number | null {
  const binding = bind(statement, context);
  const prior = factsFor(binding, 'prior', context)[0];
  const current = factsFor(binding, 'current', context).find((f) => f.table === prior?.table);
  return prior === undefined || current === undefined || prior.fen === current.fen ? null : Math.sign(current.fen - prior.fen);
}

function againstTables(statement: Statement, change: Change, prior: Fact, current: Fact, context: NarrativeContext): void {
  const difference = current.fen - prior.fen;
  const proof = [context.cellName(current), context.cellName(prior)];
  const name = subjectName(statement);
  if (change.amount !== null) {
    const signed = SIGN[change.direction] * change.amount.fen;
    const fit = fitOf({ fen: signed, step: change.amount.step }, difference, prior.step + current.step);
    const written = context.textOf(change.amount.span);
    if (fit === 'different') {
      const right = changeWords(difference, change, context);
      blameChange(change, context);
      context.add({
        rule: 'N3', severity: 'error', span: between(change.directionSpan, change.amount.span), right, facts: [current, prior], left: written,
        message: {
          zh: `${name}${context.textOf(between(change.directionSpan, change.amount.span))}，按 ${proof.join(' − ')} 应为${right}`,
          en: `${name}: ${context.textOf(between(change.directionSpan, change.amount.span))}; ${proof.join(' − ')} gives ${right}`,
        },
      });
      return;
    }
    context.prove(change.amount.number, proof);
    if (fit === 'tail') hint(statement, change.amount, moneyText(Math.abs(difference), written), [current, prior], context);
  } else if (change.direction === 'equal' && Math.abs(difference) > 10_000) {
    const right = changeWords(difference, change, context);
    context.add({
      rule: 'N3', severity: 'error', span: change.base === null ? change.directionSpan : between(change.base.span, change.directionSpan), right: null, facts: [current, prior],
      message: { zh: `${name}说“${context.textOf(change.directionSpan)}”，按 ${proof.join(' − ')} 是${right}`, en: `${name} is said to be unchanged; ${proof.join(' − ')} gives ${right}` },
    });
  }
  if (change.percent === null) return;
  if (prior.fen === 0) return zeroBase(statement, change, change.percent, [prior], context);
  // From the cells, or from the figures as they are printed: both are usual.
  const exact = (Math.abs(difference) / Math.abs(prior.fen)) * 100;
  const rounded = change.amount === null ? null : ratioRange(change.amount.fen, 0, statement.amount.fen - SIGN[change.direction] * change.amount.fen, 0);
  judgePercent(statement, change, change.percent, [{ from: exact, to: exact }, ...(rounded === null ? [] : [rounded])], [current, prior], proof, context);
}

/** Without last year's cells: current ∓ change is last year's figure, and the percentage is their ratio. */
function byItself(statement: Statement, change: Change, context: NarrativeContext): void {
  const { amount, percent } = change;
  if (amount === null) {
    if (change.direction === 'equal' && change.prior !== null) return equalsPrior(statement, change, change.prior, context);
    if (percent === null || change.prior === null) return;
    const range = ratioRange(statement.amount.fen - change.prior.fen, slack(statement.amount) + slack(change.prior), change.prior.fen, slack(change.prior));
    if (range !== null) judgePercent(statement, change, percent, [range], [], [context.textOf(change.prior.span)], context);
    return;
  }
  if (change.direction === 'changed') return contradictsNoPrior(statement, change, amount, context);
  const sign = SIGN[change.direction];
  if (sign === 0) return;
  const priorFen = statement.amount.fen - sign * amount.fen;
  const priorSlack = slack(statement.amount) + slack(amount);
  if (change.prior !== null && statedPrior(statement, change, change.prior, amount, priorFen, priorSlack, context)) return;
  if (priorFen < -priorSlack) {
    context.blame(amount.number);
    const span = between(change.base?.span ?? change.directionSpan, amount.span);
    // Another amount of the sentence may be the one that rose.
    const isAlone = !context.read.statements.some((s) => s !== statement && s.span.passage === statement.span.passage && s.span.start < amount.span.start && s.amount.fen >= amount.fen);
    context.add({
      rule: 'N3', severity: isAlone ? 'error' : 'warning', span, right: null, facts: [],
      message: {
        zh: `${subjectName(statement)} ${context.textOf(statement.amount.span)}，不可能${context.textOf(between(change.directionSpan, amount.span))}：上年数会是负数`,
        en: `${subjectName(statement)} ${context.textOf(statement.amount.span)} cannot have risen by ${context.textOf(amount.span)}: last year's figure would be negative`,
      },
    });
    return;
  }
  if (percent === null && change.base?.sameYear === true && againstPlan(statement, change, amount, context)) return;
  // “增加5万元,上年无此项”: all of it is new.
  if (percent === null && priorFen === 0 && amount.fen > 0) context.agree(amount.number, [context.textOf(statement.amount.span)]);
  if (percent === null) return;
  if (priorFen <= 0 && amount.fen > 0) return zeroBase(statement, change, percent, [], context);
  const whole = change.prior?.fen ?? priorFen;
  const range = ratioRange(amount.fen, slack(amount), whole, change.prior === null ? priorSlack : slack(change.prior));
  if (range === null) {
    if (amount.fen === 0 && percent.value === 0) {
      context.prove(percent.number, ['0']);
      context.prove(amount.number, ['0']);
    }
    return;
  }
  if (change.prior === null && !fitsItself(statement, change) && ofAnother(statement, change, context)) return;
  judgePercent(statement, change, percent, [range], [], [context.textOf(statement.amount.span), context.textOf(amount.span)], context);
}

/** "原值5000万元，净值3000万元，比上年增加200万元，增长4.17%": the change fits another amount of the same passage, so it is of that one. */
function ofAnother(statement: Statement, change: Change, context: NarrativeContext): boolean {
  const other = context.read.statements.find((s) => s !== statement && s.span.passage === statement.span.passage && s.span.start < (change.amount?.span.start ?? 0) && fitsItself(s, change));
  if (other === undefined) return false;
  for (const figure of [change.amount, change.percent]) if (figure !== null) context.agree(figure.number, [context.textOf(other.amount.span)]);
  return true;
}

/** "较上年的30385.62万元增加…": true where a finding was made. */
function statedPrior(statement: Statement, change: Change, prior: Money, amount: Money, priorFen: number, priorSlack: number, context: NarrativeContext): boolean {
  if (Math.abs(prior.fen - priorFen) <= priorSlack + slack(prior)) {
    context.prove(prior.number, [context.textOf(statement.amount.span), context.textOf(amount.span)]);
    context.prove(amount.number, [context.textOf(prior.span), context.textOf(statement.amount.span)]);
    return false;
  }
  const right = moneyText(Math.abs(statement.amount.fen - prior.fen), context.textOf(amount.span));
  context.blame(amount.number);
  context.add({
    rule: 'N3', severity: 'error', span: between(change.directionSpan, amount.span), right, facts: [],
    message: {
      zh: `${subjectName(statement)}：${context.textOf(statement.amount.span)} 与上年 ${context.textOf(prior.span)} 相差 ${right}，写作 ${context.textOf(amount.span)}`,
      en: `${subjectName(statement)}: ${context.textOf(statement.amount.span)} against ${context.textOf(prior.span)} is a change of ${right}, not ${context.textOf(amount.span)}`,
    },
  });
  return true;
}

/** "变化0万元" of an amount of which there was nothing last year. */
function contradictsNoPrior(statement: Statement, change: Change, amount: Money, context: NarrativeContext): void {
  if (amount.fen !== 0 || statement.amount.fen === 0 || !NO_PRIOR.test(change.reason)) return;
  context.blame(amount.number);
  if (change.percent) context.blame(change.percent.number);
  context.add({
    rule: 'N3', severity: 'error', span: between(change.directionSpan, change.percent?.span ?? amount.span), right: null, facts: [],
    message: {
      zh: `${subjectName(statement)} ${context.textOf(statement.amount.span)}，上年没有数，变化不是 0，也没有百分比`,
      en: `${subjectName(statement)} ${context.textOf(statement.amount.span)}: with nothing last year the change is not 0 and has no percentage`,
    },
  });
}

function zeroBase(statement: Statement, change: Change, percent: Percent, facts: readonly Fact[], context: NarrativeContext): void {
  if (percent.value === 0 && (change.direction === 'equal' || change.amount?.fen === 0)) return context.prove(percent.number, ['0']);
  context.blame(percent.number);
  const span = change.amount === null ? percent.span : between(change.directionSpan, closing(percent.span, context));
  const words = change.amount === null ? null : context.textOf(between(change.directionSpan, change.amount.span));
  context.add({
    rule: 'N3', severity: 'error', span, right: words, facts,
    message: {
      zh: `${subjectName(statement)}上年为 0，没有百分比，不应写 ${context.textOf(percent.span)}`,
      en: `${subjectName(statement)} was 0 last year: there is no percentage, ${context.textOf(percent.span)} should not stand here`,
    },
  });
}

function judgePercent(statement: Statement, change: Change, percent: Percent, ranges: readonly Range[], facts: readonly Fact[], proof: readonly string[], context: NarrativeContext): void {
  const fits = ranges.map((r) => percentFit(percent, r));
  if (fits.includes('equal')) {
    context.prove(percent.number, proof);
    if (change.amount !== null) context.prove(change.amount.number, [context.textOf(percent.span)]);
    return;
  }
  const middle = (ranges[0].from + ranges[0].to) / 2;
  const right = percentText(middle, percent);
  const isTail = fits.includes('tail');
  const span = change.amount === null || isTail ? percent.span : between(change.directionSpan, closing(percent.span, context));
  const corrected = context.textOf(span).replace(context.textOf(percent.span), right);
  if (isTail) context.prove(percent.number, proof);
  else context.blame(percent.number);
  context.add({
    rule: 'N3', severity: isTail ? 'hint' : 'error', span, right: corrected, facts,
    message: {
      zh: `${subjectName(statement)}：${context.textOf(percent.span)} 应为 ${right}（${explain(statement, change, percent, context)}）`,
      en: `${subjectName(statement)}: ${context.textOf(percent.span)} should be ${right} (change divided by last year's figure)`,
    },
  });
}

/** How the percentage comes about, and how the wrong one did. */
function explain(statement: Statement, change: Change, percent: Percent, context: NarrativeContext): string {
  if (change.amount === null) return '增减额 ÷ 上年数';
  const prior = statement.amount.fen - SIGN[change.direction] * change.amount.fen;
  const written = context.textOf(change.amount.span);
  const own = ratioRange(change.amount.fen, slack(change.amount), statement.amount.fen, slack(statement.amount));
  const isOwnBase = own !== null && percentFit(percent, own) === 'equal';
  return `${written} ÷ 上年 ${moneyText(prior, written)}${isOwnBase ? '，文中除的是本年数' : ''}`;
}

function hint(statement: Statement, amount: Money, right: string, facts: readonly Fact[], context: NarrativeContext): void {
  if (right === context.textOf(amount.span)) return;
  context.add({
    rule: 'N3', severity: 'hint', span: amount.span, right, facts,
    message: { zh: `${subjectName(statement)}：增减额按表应为 ${right}，末位进位或截断`, en: `${subjectName(statement)}: the tables give a change of ${right}; rounding of the last digit` },
  });
}

/** With the bracket that closes "(83.33%)". */
function closing(span: Span, context: NarrativeContext): Span {
  return context.textOf({ ...span, start: span.start - 1, end: span.end + 1 }).replace(/[^()]/g, '') === '()' ? { ...span, end: span.end + 1 } : span;
}

function blameChange(change: Change, context: NarrativeContext): void {
  if (change.amount) context.blame(change.amount.number);
}
