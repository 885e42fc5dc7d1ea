import { bind, factsFor } from '../bind';
import { factKey } from '../facts';
import { between, subjectName, type NarrativeContext } from '../findings';
import { moneyText, percentFit, percentText, ratioRange, slack, type Range } from '../figures';
import { planBefore } from './plans';
import { without, type Completion, type ItemList, type Share, type Statement } from '../model';

/** N7: shares and rates of completion. The denominator is what the words say, as the text or the tables have it. */
export function checkShares(context: NarrativeContext): void {
  for (const statement of context.read.statements) {
    for (const share of statement.shares) checkShare(statement, share, context);
    for (const completion of statement.completions) checkCompletion(statement, completion, context);
  }
}

/** Totals this far apart are told apart by a share that is given with enough digits. */
const TELLING = 1.02;
/** So many others of a list that are shares of one total leave no doubt which total is meant. */
const FEWEST_TELLING = 3;
/** No part is more than this of its whole, however it is rounded. */
const MOST = 100.5;

interface Denominator {
  readonly fen: number;
  readonly slack: number;
  readonly name: string;
  /** Ledger index of a figure of the text; -1 for a cell. */
  readonly number: number;
}

function checkShare(statement: Statement, share: Share, context: NarrativeContext): void {
  const named = Object.keys(share.concepts).length > 0 || /总额|合计|总计/.test(share.of);
  const denominators = named ? namedTotals(share, statement, context) : implied(statement, context);
  const ranges = denominators.map((d) => [d, rangeOf(statement, d)] as const).filter((r): r is readonly [Denominator, Range] => r[1] !== null);
  if (ranges.length === 0) {
    if (share.percent.value === 0 && statement.amount.fen === 0) context.prove(share.percent.number, ['0']);
    else context.because(share.percent.number, 'denominator');
    return;
  }
  const theirs = named ? null : sharedWith(statement, ranges, context, true);
  const good = (theirs === null ? ranges : [theirs]).find(([, r]) => percentFit(share.percent, r) !== 'different');
  if (good !== undefined) {
    for (const number of [statement.amount.number, good[0].number]) context.agree(number, [context.textOf(share.percent.span)]);
    return context.prove(share.percent.number, [good[0].name]);
  }
  const shared = named ? null : (theirs ?? sharedWith(statement, ranges, context, false) ?? (share.percent.value > MOST ? ranges[0] : null));
  if (!named && shared === null) return context.because(share.percent.number, 'denominator');
  const [denominator, range] = shared ?? ranges[0];
  const right = percentText((range.from + range.to) / 2, share.percent);
  context.blame(share.percent.number);
  context.add({
    rule: 'N7', severity: (shared !== null || ranges.length === 1) && !statement.section.headings.some((h) => h.text.includes('绩效')) ? 'error' : 'warning', span: share.span, right: context.textOf(share.span).replace(context.textOf(share.percent.span), right), facts: [],
    message: {
      zh: `${subjectName(statement)} ${context.textOf(statement.amount.span)}占${share.of.replace(/的$/, '') || '合计'}（${denominator.name}）是 ${right}，写作 ${context.textOf(share.percent.span)}`,
      en: `${subjectName(statement)} ${context.textOf(statement.amount.span)} is ${right} of ${denominator.name}, not ${context.textOf(share.percent.span)}`,
    },
  });
}

/** The total of which the other parts of the list are given as shares: all but one of them, or several and every one (`withoutDoubt`). */
function sharedWith(statement: Statement, ranges: readonly (readonly [Denominator, Range])[], context: NarrativeContext, withoutDoubt: boolean): readonly [Denominator, Range] | null {
  const list = listOf(statement, context);
  // “1.…(类)…万元，占…%。” a paragraph each.
  const isAlone = (list?.items.length ?? 0) < 2 && statement.parent === null && statement.subject.levels.length > 0;
  const beside = isAlone ? context.read.statements.filter((s) => s.section === statement.section && s.subject.levels.length > 0) : (list?.items ?? statement.parent?.parts ?? []);
  const others = beside.filter((s) => s !== statement && s.amount.fen > 0 && s.shares.length === 1);
  if (others.length === 0 || statement.shares.length > 1) return null;
  const isTheirs = (denominator: Denominator): boolean => {
    // “占0.05%” is a share of almost any total: those that tell totals apart count.
    const telling = others.filter((s) => !isShareOf(s, denominator) || !isShareOf(s, { ...denominator, fen: Math.round(denominator.fen * TELLING) }));
    const fitting = telling.filter((s) => isShareOf(s, denominator)).length;
    return withoutDoubt ? telling.length >= FEWEST_TELLING && fitting === telling.length : fitting >= Math.max(1, telling.length - 1);
  };
  return ranges.find(([d]) => d.fen >= statement.amount.fen && isTheirs(d)) ?? null;
}

/** The longest list that a statement stands in: the one over several paragraphs rather than that of its own. */
function listOf(statement: Statement, { read }: NarrativeContext): ItemList | null {
  return read.lists.reduce<ItemList | null>((best, l) => (l.items.includes(statement) && l.items.length > (best?.items.length ?? 0) ? l : best), null);
}

function isShareOf(statement: Statement, denominator: Denominator): boolean {
  const range = rangeOf(statement, denominator);
  return range !== null && percentFit(statement.shares[0].percent, range) !== 'different';
}

function rangeOf(statement: Statement, denominator: Denominator): Range | null {
  return ratioRange(statement.amount.fen, slack(statement.amount), denominator.fen, denominator.slack);
}

/** The total that the words name: in the text first, then in the tables. */
function namedTotals(share: Share, statement: Statement, context: NarrativeContext): Denominator[] {
  const concepts = without(share.concepts, 'stage');
  const wanted = factKey(concepts, null, '');
  const result: Denominator[] = [];
  for (const other of context.read.statements) {
    if (other === statement || other.subject.code !== '' || other.subject.levels.length > 0 || other.subject.unknown !== '') continue;
    if (factKey(without(bind(other, context).concepts, 'stage'), null, '') === wanted) result.push({ fen: other.amount.fen, slack: slack(other.amount), name: context.textOf(other.amount.span), number: other.amount.number });
  }
  const stage = context.isFinal ? { stage: '决算' } : {};
  for (const fact of context.facts.find(factKey({ ...concepts, ...stage }, null, ''), 'current')) result.push({ fen: fact.fen, slack: fact.step / 2, name: context.cellName(fact), number: -1 });
  return result.filter((d, i) => result.findIndex((o) => o.fen === d.fen) === i);
}

/** "占32.55%" alone: of the head of the list, or of the total of the chapter. */
function implied(statement: Statement, context: NarrativeContext): Denominator[] {
  const heads: Statement[] = [];
  for (let s = statement.parent; s !== null; s = s.parent) heads.push(s);
  const list = listOf(statement, context);
  if (list?.head) heads.push(list.head);
  const same = context.read.statements.filter((s) => isSameChapter(s, statement) && (s.parent === null || s.subject.concepts.side !== undefined) && s !== statement && s.subject.code === '' && s.subject.levels.length === 0);
  const result = [...heads, ...same].map((s) => ({ fen: s.amount.fen, slack: slack(s.amount), name: context.textOf(s.amount.span), number: s.amount.number }));
  const stage = context.isFinal ? { stage: '决算' } : {};
  for (const side of ['收入', '支出']) for (const fact of context.facts.find(factKey({ side, ...stage }, null, ''), 'current')) result.push({ fen: fact.fen, slack: 0, name: context.cellName(fact), number: -1 });
  return result;
}

/** Under the same heading of the first order ("五、关于一般公共预算支出表的说明"). */
function isSameChapter(a: Statement, b: Statement): boolean {
  const chapter = ({ section }: Statement): string | undefined => section.headings.find((h) => h.level === 1)?.text;
  return a.section === b.section || (chapter(a) !== undefined && chapter(a) === chapter(b));
}

function checkCompletion(statement: Statement, completion: Completion, context: NarrativeContext): void {
  if (completion.plan === null && bind(statement, context).concepts.stage === '预算') return completedBefore(statement, completion, context);
  const plan = completion.plan === null ? planOf(statement, context) : { fen: completion.plan.fen, slack: slack(completion.plan), name: context.textOf(completion.plan.span), number: completion.plan.number };
  if (completion.plan !== null) context.because(completion.plan.number, 'noCell');
  if (plan === null) return context.because(completion.percent.number, 'denominator');
  if (plan.fen === 0 && completion.deviation !== null) return context.because(completion.percent.number, 'denominator');
  if (plan.fen === 0) {
    if (completion.percent.value === 0) {
      context.agree(plan.number, [context.textOf(completion.percent.span)]);
      return context.prove(completion.percent.number, ['0']);
    }
    // 0 of 0 called 100% is how many forms fill the sentence.
    const isNothing = statement.amount.fen === 0;
    if (!isNothing) context.blame(completion.percent.number);
    context.add({
      rule: 'N7', severity: isNothing ? 'hint' : 'warning', span: completion.span, right: null, facts: [],
      message: { zh: `预算为 0，没有完成比例，写作 ${context.textOf(completion.percent.span)}`, en: `With a budget of 0 there is no rate of completion, ${context.textOf(completion.percent.span)} is written` },
    });
    return;
  }
  if (completion.deviation !== null) return checkDeviation(statement, completion, plan, context);
  const range = rangeOf(statement, plan);
  if (range === null) return;
  if (percentFit(completion.percent, range) !== 'different') {
    for (const number of [statement.amount.number, plan.number]) context.agree(number, [context.textOf(completion.percent.span)]);
    return context.prove(completion.percent.number, [plan.name]);
  }
  const right = percentText((range.from + range.to) / 2, completion.percent);
  context.blame(completion.percent.number);
  context.add({
    rule: 'N7', severity: 'error', span: completion.span, right: context.textOf(completion.span).replace(context.textOf(completion.percent.span), right), facts: [],
    message: { zh: `${subjectName(statement)}：完成预算 ${plan.name} 的 ${right}，写作 ${context.textOf(completion.percent.span)}`, en: `${subjectName(statement)}: ${right} of the budget ${plan.name}, not ${context.textOf(completion.percent.span)}` },
  });
}

/** "全年预算数A万元,决算数B万元,预决算差异率-P%": (B − A) ÷ A. */
function checkDeviation(statement: Statement, completion: Completion, plan: Denominator, context: NarrativeContext): void {
  const { percent } = completion;
  const difference = statement.amount.fen - plan.fen;
  const range = ratioRange(difference, slack(statement.amount) + plan.slack, plan.fen, plan.slack);
  if (range === null) return;
  if (percentFit(percent, range) !== 'different' && !(difference > 0 && completion.deviation === 'below')) {
    for (const number of [statement.amount.number, plan.number]) context.agree(number, [context.textOf(percent.span)]);
    return context.prove(percent.number, [plan.name]);
  }
  const right = `${difference < 0 ? '-' : ''}${percentText((range.from + range.to) / 2, percent)}`;
  const said = context.textOf(completion.span);
  const at = said.lastIndexOf(context.textOf(percent.span));
  context.blame(percent.number);
  context.add({
    rule: 'N7', severity: 'error', span: completion.span, right: `${said.slice(0, said[at - 1] === '-' ? at - 1 : at)}${right}`, facts: [],
    message: { zh: `${subjectName(statement)}：预算 ${plan.name}，决算 ${context.textOf(statement.amount.span)}，差异率是 ${right}`, en: `${subjectName(statement)}: ${context.textOf(statement.amount.span)} against a budget of ${plan.name} is a deviation of ${right}` },
  });
}

/** "支出决算B万元…。支出预算A万元,完成预算的P%": the spending stands before its budget; proved where it is found, else let be. */
function completedBefore(plan: Statement, completion: Completion, context: NarrativeContext): void {
  const own = bind(plan, context);
  const key = factKey({ ...own.concepts, stage: '决算' }, own.classification, own.code);
  const spent = context.read.statements.find((s) => s.span.passage === plan.span.passage && bind(s, context).key === key);
  const range = spent === undefined ? null : ratioRange(spent.amount.fen, slack(spent.amount), plan.amount.fen, slack(plan.amount));
  if (range !== null && percentFit(completion.percent, range) !== 'different') context.prove(completion.percent.number, [context.textOf(plan.amount.span)]);
  else context.because(completion.percent.number, 'denominator');
}

/** "年初预算A万元，支出决算B万元，完成年初预算的P%": the budget stands just before. */
function planOf(statement: Statement, context: NarrativeContext): Denominator | null {
  const before = planBefore(statement, context);
  if (before !== null) return { fen: before.amount.fen, slack: slack(before.amount), name: context.textOf(before.amount.span), number: before.amount.number };
  // “本年收入1029.96万元，完成年初预算的98.13%，比年初预算减少19.62万元”
  const against = statement.changes.find((c) => c.base?.sameYear === true && c.amount !== null && (c.direction === 'up' || c.direction === 'down'));
  if (against?.amount) {
    const fen = statement.amount.fen - (against.direction === 'up' ? 1 : -1) * against.amount.fen;
    return { fen, slack: slack(statement.amount) + slack(against.amount), name: moneyText(fen, context.textOf(statement.amount.span)), number: against.amount.number };
  }
  const { concepts, key } = bind(statement, context);
  if (key === null) return null;
  const fact = context.facts.find(factKey({ ...concepts, stage: '预算' }, null, ''), 'current')[0];
  return fact === undefined ? null : { fen: fact.fen, slack: fact.step / 2, name: context.cellName(fact), number: -1 };
}

/** "均为一般公共预算拨款": the amount cannot be more than all of that fund. */
export function checkAllOf(context: NarrativeContext): void {
  for (const statement of context.read.statements) {
    const { allOf } = statement;
    if (allOf?.concepts.fund === undefined) continue;
    const totals = [
      ...['支出', '收入'].flatMap((side) => context.facts.find(factKey({ fund: allOf.concepts.fund, side }, null, ''), 'current')).map((f) => f.fen),
      ...context.read.statements.filter((s) => s !== statement && s.subject.unknown === '' && s.subject.code === '' && bind(s, context).concepts.fund === allOf.concepts.fund).map((s) => s.amount.fen),
      ...factsFor(bind(statement, context), 'current', context).filter((f) => f.concepts.fund === allOf.concepts.fund).map((f) => f.fen),
    ];
    // Money carried over from last year may come on top.
    const carried = context.read.statements.filter((s) => s.subject.concepts.source === '上年结转').map((s) => s.amount.fen);
    const most = Math.max(...totals) + Math.max(0, ...carried);
    if (totals.length === 0 || statement.amount.fen <= most) continue;
    context.add({
      rule: 'N1', severity: 'error', span: between(statement.span, allOf.span), right: null, facts: [],
      message: {
        zh: `${context.textOf(statement.amount.span)}不可能${context.textOf(allOf.span)}：${allOf.concepts.fund}全部只有 ${(most / 1e6).toFixed(2)}万元`,
        en: `${context.textOf(statement.amount.span)} cannot all be ${allOf.concepts.fund}, of which there are only ${(most / 1e6).toFixed(2)}万元 in all`,
      },
    });
  }
}
