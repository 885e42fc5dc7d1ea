import { bind, factsFor } from '../bind';
import { factKey, type Fact } from '../facts';
import { subjectName, type NarrativeContext, type NarrativeRule } from '../findings';
import { fitOf, moneyText } from '../figures';
import { without, type Binding, type Concepts, type Statement } from '../model';
import { isOneSlip } from './repeated';
import { factsThatLeaveNothing } from './zeros';

/** N1, N2, N4: an amount of the text is the one of the tables, at the text's own precision. */
export function checkAmounts(context: NarrativeContext): void {
  for (const statement of context.read.statements) checkAmount(statement, context);
}

function checkAmount(statement: Statement, context: NarrativeContext): void {
  const { amount } = statement;
  // Proved under its right name or code.
  if (context.entry(amount.number)?.status === 'proved') return;
  const binding = bind(statement, context);
  if (binding.key === null) {
    const project = statement.subject.unknown === '' && statement.subject.code === '' && isPerformance(statement, context) ? projectExpenditure(context).find((f) => fitOf(amount, f.fen, f.step) === 'equal') : undefined;
    if (project !== undefined) return context.prove(amount.number, [context.cellName(project)]);
    return isPerformance(statement, context) && statement.subject.unknown === '' && exceedsAll(statement, context) ? undefined : context.because(amount.number, 'subject');
  }
  const facts = [...candidates(binding, context), ...exceededBy(amount.fen, binding, context)];
  const exact = facts.find((f) => fitOf(amount, f.fen, f.step) === 'equal');
  if (exact !== undefined) return context.prove(amount.number, [context.cellName(exact)]);
  const near = facts.find((f) => fitOf(amount, f.fen, f.step) === 'tail');
  if (near !== undefined) return tail(statement, near, context);
  const lenient = otherScopes(statement, binding, context).find((f) => fitOf(amount, f.fen, f.step) !== 'different');
  if (lenient !== undefined) return context.prove(amount.number, [context.cellName(lenient)]);
  const firm = facts.filter((f) => !f.isWeak);
  if (firm.length > 0 && isLoose(statement, binding, context) && !mustBeOneOf(amount.fen, firm)) return context.because(amount.number, 'scope');
  if (firm.length > 0 && isPartOfAll(statement, binding, firm, context)) return context.because(amount.number, 'scope');
  if (firm.length > 0 && (isFolded(statement, binding, context) || comprisesCarried(statement, binding, firm, context))) return context.because(amount.number, 'scope');
  if (firm.length > 0) return wrong(statement, binding, firm, context);
  const nothing = amount.fen === 0 ? factsThatLeaveNothing(binding, context) : [];
  if (nothing.length > 0) return context.prove(amount.number, nothing.map(context.cellName));
  if (facts.length > 0) return context.because(amount.number, 'noCell');
  if (binding.classification === null || context.facts.rows[binding.classification].size === 0) return context.because(amount.number, context.facts.isEmpty ? 'noTables' : 'noCell');
  // A table that lists its accounts one by one and has no such row says 0.
  if (amount.fen === 0) return context.prove(amount.number, [`没有 ${binding.code} 这一行`]);
  context.because(amount.number, 'noCell');
}

/** What is spent on receptions, where a part of it (国内公务接待, 外事接待) is given as more. */
function exceededBy(fen: number, { concepts }: Binding, { facts }: NarrativeContext): readonly Fact[] {
  if (concepts.item !== '国内接待' && concepts.item !== '国外接待') return [];
  const all = facts.find(factKey({ ...concepts, item: '接待' }, null, ''), 'current');
  return all.every((f) => fen > f.fen + f.step + 20_000) ? all : [];
}

/** The facts that the amount must be one of. */
function candidates(binding: Binding, context: NarrativeContext): readonly Fact[] {
  const facts = factsFor(binding, 'current', context);
  if (facts.length > 0 || binding.key === null) return facts;
  const { concepts } = binding;
  if (concepts.item === '机关运行经费') return runningCosts(context);
  const isBare = concepts.side === undefined && concepts.nature === undefined && concepts.item === undefined && concepts.source === undefined && binding.code === '';
  if (isBare) return ['支出', '收入'].flatMap((side) => context.facts.find(factKey({ ...concepts, side }, null, ''), 'current'));
  if (binding.code !== '' && concepts.fund === undefined) {
    return (context.facts.rows[binding.classification ?? 'function'].get(binding.code) ?? []).filter((f) => f.period === 'current' && (f.concepts.nature ?? '') === (concepts.nature ?? ''));
  }
  if ((binding.code !== '' || concepts.nature !== undefined) && concepts.fund === '财政拨款') return betweenScopes(binding, context);
  return facts;
}

/** The text gives an account of all money, the tables only that of one fund, which is not all there is: the text may say more. */
function isPartOfAll({ amount }: Statement, { concepts, code }: Binding, firm: readonly Fact[], { facts }: NarrativeContext): boolean {
  if (code === '' || concepts.fund !== undefined) return false;
  const total = (fund: Concepts): number[] => facts.find(factKey({ side: '支出', ...fund }, null, ''), 'current').map((f) => f.fen);
  const all = total({});
  return firm.every((f) => f.concepts.fund !== undefined && f.fen < amount.fen && !total({ fund: f.concepts.fund }).some((fen) => all.includes(fen)));
}

/** 财政拨款 of an account or a nature of which no table says it: no less than the general budget's and no more than all money. */
function betweenScopes({ concepts, classification, code }: Binding, { facts }: NarrativeContext): readonly Fact[] {
  const rest = without(concepts, 'fund');
  const general = facts.find(factKey({ ...rest, fund: '一般公共预算' }, classification, code), 'current');
  const all = facts.find(factKey(rest, classification, code), 'current');
  const isSettled = general.length > 0 && all.length > 0 && [...general, ...all].every((f) => f.fen === general[0].fen && !f.isWeak);
  return isSettled ? general : [];
}

/** 机关运行经费 is the 公用经费 of the general budget, or that of the accounts named 行政运行. */
function runningCosts({ facts }: NarrativeContext): Fact[] {
  return facts.all.filter((f) => f.concepts.nature === '公用经费' && f.period === 'current' && (f.code === '' || f.code.length === 7));
}

const projectExpenditure = ({ facts }: NarrativeContext): Fact[] => facts.all.filter((f) => f.concepts.nature === '项目支出' && f.code === '' && f.period === 'current');

/** Amounts that the same words may also stand for; they prove and never accuse. */
function otherScopes(statement: Statement, binding: Binding, context: NarrativeContext): readonly Fact[] {
  const { concepts, code, classification } = binding;
  const find = (other: Concepts): readonly Fact[] => context.facts.find(factKey(other, classification, code), 'current');
  const result: Fact[] = [];
  result.push(...withoutCarried(binding, context));
  if (concepts.item === '国内接待') result.push(...find({ ...concepts, item: '接待' }));
  if (concepts.side === '支出') result.push(...find({ ...concepts, side: '收入' }));
  if (isPerformance(statement, context)) {
    for (const fund of [undefined, '一般公共预算', '财政拨款']) {
      result.push(...find({ ...without(concepts, 'side', 'fund'), nature: '项目支出', ...(fund === undefined ? {} : { fund }) }));
    }
  }
  if (code !== '' || concepts.nature !== undefined) {
    const rest = without(concepts, 'fund');
    for (const fund of [undefined, '一般公共预算', '财政拨款']) result.push(...find(fund === undefined ? rest : { ...rest, fund }));
  }
  return result;
}

/** 其他收入 of a table that has no line for the smaller sources comprises them; the text gives them one by one. */
function isFolded({ span }: Statement, { concepts }: Binding, context: NarrativeContext): boolean {
  if (concepts.source !== '其他收入') return false;
  return context.read.statements.some((s) => s.span.passage === span.passage && s.amount.fen > 0 && s.subject.concepts.source !== undefined && s.subject.concepts.source !== '其他收入' && factsFor(bind(s, context), 'current', context).length === 0);
}

/** The text sets apart what is carried over, the tables have no line for it: their sources comprise it. */
function comprisesCarried({ span }: Statement, { concepts }: Binding, firm: readonly Fact[], { read, facts }: NarrativeContext): boolean {
  const { source } = concepts;
  if (source === undefined || source === '上年结转') return false;
  const isSetApart = read.statements.some((s) => s.span.passage === span.passage && s.amount.fen > 0 && s.subject.concepts.source === '上年结转');
  return isSetApart && !facts.all.some((f) => f.concepts.source === '上年结转' && firm.some(({ table }) => table === f.table));
}

/** “支出预算” may be the grand total or what is spent this year; the one without what is carried over need not have a line. */
function withoutCarried({ concepts, code }: Binding, { facts }: NarrativeContext): Fact[] {
  if (code !== '' || concepts.side === undefined || concepts.item !== undefined || concepts.nature !== undefined || concepts.source !== undefined) return [];
  const carried = facts.find(factKey({ ...concepts, source: concepts.side === '收入' ? '上年结转' : '结转下年' }, null, ''), 'current');
  return facts.find(factKey(concepts, null, ''), 'current').flatMap((total) => carried.filter((c) => c.table === total.table).map((c) => ({ ...total, fen: total.fen - c.fen, cells: [...total.cells, ...c.cells] })));
}

/** More than the department has in all: the unit, or a digit too many. true where it was said. */
function exceedsAll(statement: Statement, context: NarrativeContext): boolean {
  const { amount } = statement;
  const all = ['收入', '支出'].flatMap((side) => context.facts.find(factKey(context.isFinal ? { side, stage: '决算' } : { side }, null, ''), 'current')).filter((f) => !f.isWeak);
  const most = all.reduce<Fact | null>((best, f) => (best === null || f.fen > best.fen ? f : best), null);
  if (most === null || most.fen === 0 || amount.fen <= most.fen * 10) return false;
  const written = context.textOf(amount.span);
  context.blame(amount.number);
  context.add({
    rule: 'N4', severity: 'error', span: amount.span, right: null, facts: [most], left: written,
    message: { zh: `${subjectName(statement)} ${written}，超过部门全部收支 ${moneyText(most.fen, '0.00万元')}（${context.cellName(most)}）`, en: `${subjectName(statement)} ${written} is more than the department has in all, ${moneyText(most.fen, '0.00万元')} (${context.cellName(most)})` },
  });
  return true;
}

/** Figures whose scope differs from place to place: what is one slip from a candidate, or more than all there is, is wrong. */
const isLoose = (statement: Statement, binding: Binding, context: NarrativeContext): boolean => binding.concepts.item === '机关运行经费' || isPerformance(statement, context);
const mustBeOneOf = (fen: number, facts: readonly Fact[]): boolean => fen > Math.max(...facts.map((f) => f.fen)) * 1.02 || facts.some((f) => isOneSlip(fen, roundedToStep(f.fen)));
const roundedToStep = (fen: number): number => Math.round(fen / 10_000) * 10_000;

const isPerformance = ({ section, span }: Statement, { read }: NarrativeContext): boolean => section.headings.some((h) => h.text.includes('绩效')) || read.passages[span.passage].text.includes('绩效');

function tail(statement: Statement, fact: Fact, context: NarrativeContext): void {
  const { amount } = statement;
  context.prove(amount.number, [context.cellName(fact)]);
  const written = context.textOf(amount.span);
  const right = moneyText(fact.fen, written);
  if (right === written) return;
  context.add({
    rule: ruleOf(statement, fact, context), severity: 'hint', span: amount.span, right, facts: [fact],
    message: {
      zh: `${subjectName(statement)} ${written}，${context.cellName(fact)} 是 ${right}，末位进位或截断`,
      en: `${subjectName(statement)} ${written}; ${context.cellName(fact)} gives ${right}: rounding of the last digit`,
    },
  });
}

function wrong(statement: Statement, binding: Binding, facts: readonly Fact[], context: NarrativeContext): void {
  const { amount } = statement;
  const written = context.textOf(amount.span);
  const values = new Map(facts.map((f) => [f.fen, f]));
  const fact = nearest(facts, amount.fen);
  const right = moneyText(fact.fen, written);
  context.blame(amount.number);
  const loose = isLoose(statement, binding, context);
  const several = values.size > 1 && !loose;
  const others = several ? [...values.values()].map((f) => `${context.cellName(f)} ${moneyText(f.fen, written)}`).join('、') : '';
  context.add({
    rule: ruleOf(statement, fact, context), severity: loose && values.size > 1 ? 'warning' : 'error', span: amount.span,
    right: loose && values.size > 1 && !isOneSlip(amount.fen, roundedToStep(fact.fen)) ? null : right, facts: several ? [...values.values()].slice(0, 4) : [fact], left: written,
    message: {
      zh: several ? `${subjectName(statement)} ${written}，表中是 ${others}` : `${subjectName(statement)} ${written}，${context.cellName(fact)} 是 ${right}`,
      en: `${subjectName(statement)} ${written}; ${several ? `the tables have ${others}` : `${context.cellName(fact)} gives ${right}`}`,
    },
  });
}

/** The fact whose digits differ least from the written ones, else the first. */
function nearest(facts: readonly Fact[], fen: number): Fact {
  const digits = String(fen / 100);
  const distance = (f: Fact): number => {
    const other = String(Math.round(f.fen / 10_000) * 100);
    if (other.length !== digits.length) return 99;
    let n = 0;
    for (let i = 0; i < other.length; i++) if (other[i] !== digits[i]) n++;
    return n;
  };
  return facts.reduce((best, f) => (distance(f) < distance(best) ? f : best), facts[0]);
}

function ruleOf(statement: Statement, fact: Fact, context: NarrativeContext): NarrativeRule {
  if (statement.subject.code !== '' || fact.code !== '') return 'N2';
  return fact.concepts.item === undefined && !isPerformance(statement, context) ? 'N1' : 'N4';
}
