import { bind } from '../bind';
import { between, subjectName, type NarrativeContext } from '../findings';
import { moneyText, slack } from '../figures';
import type { Change, Dimension, Money, Statement } from '../model';
import type { ChangePartStatement } from '../passageContent';
import { vocabularyData } from '../vocabulary';
import { signed } from './signed';

/** Two hundredths of 万元: what the rounding of a handful of parts leaves. */
const TAIL = 20_000;

interface Sum {
  readonly sum: number;
  readonly rest: number;
  readonly fits: boolean;
}

function sumOf(whole: Change, parts: readonly Change[]): Sum | null {
  const total = signed(whole);
  const values = parts.map(signed);
  if (total === null || values.includes(null)) return null;
  const sum = values.reduce((n: number, v) => n + (v ?? 0), 0);
  const allowed = [whole, ...parts].reduce((n, p) => n + (p.amount === null ? 0 : slack(p.amount)), 0);
  return { sum, rest: total - sum, fits: Math.abs(total - sum) <= Math.max(allowed, TAIL) };
}

const amountsOf = (changes: readonly Change[]): Money[] => changes.flatMap((c) => (c.amount === null ? [] : [c.amount]));

/** N3: "比2025年减少A万元，主要是甲增加B万元，乙减少C万元": the parts of the reason add up to the change. */
export function checkReasonParts(context: NarrativeContext): void {
  const groups = new Map<Change, Change[]>();
  const subjects = new Map(context.read.changeParts.map((part) => [part.change, part]));
  for (const { of, change } of context.read.changeParts) if (of !== null) groups.set(of, [...(groups.get(of) ?? []), change]);
  for (const [whole, parts] of groups) {
    const added = sumOf(whole, parts);
    if (whole.amount === null || added === null) continue;
    if (parts.length < 2) {
      if (added.fits) for (const { number } of amountsOf(parts)) context.agree(number, [context.textOf(whole.amount.span)]);
      continue;
    }
    if (added.fits) {
      for (const { number } of amountsOf([whole, ...parts])) context.prove(number, ['分项增减之和']);
      continue;
    }
    const written = context.textOf(whole.amount.span);
    // “主要是” may name the greater parts only; all parts that there are leave nothing out.
    const isWhole = subjects.has(whole) && areAll(subjects.get(whole), parts.map((p) => subjects.get(p)), context);
    context.add({
      rule: 'N3', severity: isWhole ? 'error' : 'hint', span: between(whole.directionSpan, whole.amount.span), right: null, facts: [], left: written, difference: moneyText(added.rest, written),
      message: {
        zh: `${context.textOf(between(whole.directionSpan, whole.amount.span))}，原因里各分项之和是 ${moneyText(added.sum, written)}，相差 ${moneyText(added.rest, written)}`,
        en: `${written}: the parts named in the reason add up to ${moneyText(added.sum, written)}, a difference of ${moneyText(added.rest, written)}`,
      },
    });
  }
}

/** 出国, 接待, 购置 and 运行 of 三公: the parts are all that the whole has. */
function areAll(head: ChangePartStatement | undefined, parts: readonly (ChangePartStatement | undefined)[], context: NarrativeContext): boolean {
  if (head === undefined) return false;
  const own = bind(head, context).concepts;
  const named = parts.map((p) => (p === undefined ? {} : bind(p, context).concepts));
  return vocabularyData.wholes.some(({ of, parts: choices, dimension }) =>
    Object.entries(of).every(([d, v]) => own[d as Dimension] === v) && choices.some((values) => values.length === named.length && values.every((v) => named.filter((c) => c[dimension] === v).length === 1)));
}

/** N3: where the parts make up the whole, so do their changes. A part that fell to 0 need not be named: then it is a hint. */
export function checkPartChanges(context: NarrativeContext): void {
  const listed = new Map(context.read.lists.map((list) => [list.head, list.items]));
  for (const whole of context.read.statements) {
    const parts = partsOf(whole, listed.get(whole) ?? []);
    const change = whole.changes[0];
    if (parts.length < 2 || change === undefined || change.narrowed) continue;
    const changes = parts.flatMap((p) => p.changes.slice(0, 1));
    const added = changes.length === parts.length && changes.every((c) => !c.narrowed && sameBase(c, change)) ? sumOf(change, changes) : null;
    if (added === null) continue;
    const amounts = amountsOf([change, ...changes]);
    if (added.fits) {
      for (const { number } of amounts) context.prove(number, ['分项增减之和']);
      continue;
    }
    if (amounts.some((a) => context.entry(a.number)?.status !== 'unchecked') || change.amount === null) continue;
    const written = context.textOf(change.amount.span);
    context.add({
      rule: 'N3', severity: 'hint', span: between(change.directionSpan, change.amount.span), right: null, facts: [], left: written, difference: moneyText(added.rest, written),
      message: {
        zh: `${subjectName(whole)}${context.textOf(between(change.directionSpan, change.amount.span))}，所列各项的增减之和是 ${moneyText(added.sum, written)}，相差 ${moneyText(added.rest, written)}`,
        en: `${subjectName(whole)}: the changes of its parts add up to ${moneyText(added.sum, written)}, not ${written}: a difference of ${moneyText(added.rest, written)}`,
      },
    });
  }
}

const sameBase = (a: Change, b: Change): boolean => (a.base?.kind ?? '') === (b.base?.kind ?? '') || a.base === null || b.base === null;

/** The parts that make up the whole to the last digit: those of its own sentence, or of the list that it opens. */
function partsOf(whole: Statement, listed: readonly Statement[]): readonly Statement[] {
  return [whole.parts, listed].find((parts) => parts.length >= 2 && addsUp(whole, parts)) ?? [];
}

function addsUp(whole: Statement, parts: readonly Statement[]): boolean {
  const sum = parts.reduce((n, p) => n + p.amount.fen, 0);
  return Math.abs(whole.amount.fen - sum) <= parts.reduce((n, p) => n + slack(p.amount), slack(whole.amount));
}
