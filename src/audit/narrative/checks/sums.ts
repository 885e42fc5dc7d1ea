import { bind } from '../bind';
import { between, subjectName, type NarrativeContext } from '../findings';
import { moneyText, slack } from '../figures';
import type { ItemList, Statement } from '../model';
import { isOneSlip } from './repeated';
import { vocabularyData } from '../vocabulary';

/** N1, N4: parts that make up a whole by definition (货物 + 工程 + 服务) or by the words 包括 add up to it. */
export function checkWholes(context: NarrativeContext): void {
  for (const head of context.read.statements) {
    const parts = wholeParts(head, context);
    if (parts !== null) compare(head, parts, context);
    else tooMuch(head, context);
  }
  for (const list of context.read.lists) {
    if (list.head !== null && list.head.parts.length === 0) {
      const parts = complete(list.head, list.items, context);
      if (parts !== null) compare(list.head, parts, context);
    } else if (list.head === null) {
      // “采购总额A万元，从类型来看，货物B万元、工程C万元、服务D万元”
      const [head, ...rest] = list.items;
      const parts = head.parts.length > 0 ? null : complete(head, rest, context);
      if (parts !== null) compare(head, parts, context);
    }
  }
}

/** The parts of a whole; null where they need not add up. */
function wholeParts(head: Statement, context: NarrativeContext): readonly Statement[] | null {
  if (head.parts.length < 2) return null;
  const complete_ = complete(head, head.parts, context);
  if (complete_ !== null) return complete_;
  if (head.partsKind !== 'consists') return null;
  // “包括：甲…、乙…；支出包括：丙…、丁…” names one set of parts a side.
  const first = sideOf(head.parts[0]);
  const own = head.parts.filter((p) => sideOf(p) === first && p.subject.code === '' && p.subject.levels.length === 0 && p.subject.unknown === '');
  return own.length >= 2 && own.length === new Set(own.map((p) => bind(p, context).key)).size ? own : null;
}

const sideOf = ({ subject }: Statement): string => (subject.concepts.side === '支出' || subject.unknown !== '' ? '支出' : '收入');

function complete(head: Statement, parts: readonly Statement[], context: NarrativeContext): readonly Statement[] | null {
  const { concepts } = bind(head, context);
  for (const whole of vocabularyData.wholes) {
    if (!Object.entries(whole.of).every(([d, v]) => concepts[d as keyof typeof concepts] === v)) continue;
    for (const values of whole.parts) {
      const found = values.map((value) => parts.filter((p) => bind(p, context).concepts[whole.dimension] === value));
      if (found.every((f) => f.length === 1)) return found.map((f) => f[0]);
    }
  }
  return null;
}

/** 其中 may name some of the parts; they are never more than the whole. */
function tooMuch(head: Statement, context: NarrativeContext): void {
  if (head.parts.length === 1 && head.partsKind === 'ofWhich') return ofOnePart(head, head.parts[0], context);
  const own = bind(head, context);
  const named = head.parts.filter((p) => p.subject.unknown === '' && p.subject.code === '' && p.subject.levels.length === 0);
  const keys = named.map((p) => bind(p, context).key);
  if (own.key === null || keys.includes(own.key) || (own.concepts.item !== undefined && named.some((p) => bind(p, context).concepts.item === own.concepts.item))) return;
  if (named.length < 2 || named.length !== head.parts.length || keys.includes(null) || new Set(keys).size !== keys.length) return;
  const parts = [named, withoutNested(named), named.filter((p) => !CARRIED.includes(p.subject.concepts.source ?? ''))].find((some) => some.length >= 2 && excess(head, some) <= 0) ?? named;
  if (excess(head, parts) <= 0) {
    if (-excess(head, parts) <= 2 * allowedFor(head, parts)) for (const s of [head, ...parts]) context.prove(s.amount.number, ['各部分之和']);
    // Parts of several kinds (基本支出, 一般公共预算) overlap.
  } else if (new Set(parts.map(kindOf)).size === 1) compare(head, parts, context);
}

/** "预算资金235万元,其中财政拨款235万元": the same, or less; of what no table settles. */
function ofOnePart(head: Statement, part: Statement, context: NarrativeContext): void {
  const allowed = allowedFor(head, [part]);
  if (Math.abs(head.amount.fen - part.amount.fen) <= allowed) {
    context.agree(head.amount.number, [context.textOf(part.amount.span)]);
    context.agree(part.amount.number, [context.textOf(head.amount.span)]);
    return;
  }
  const isOpen = [head, part].every((s) => context.entry(s.amount.number)?.status === 'unchecked');
  const isBeside = head.span.passage === part.span.passage && !context.read.passages[head.span.passage].text.slice(head.amount.span.end, part.amount.span.start).includes('。');
  if (!isOpen || !isBeside || part.amount.fen < head.amount.fen || part.subject.concepts.source !== undefined) return;
  context.add({
    rule: 'N1', severity: 'warning', span: between(head.amount.span, part.amount.span), right: null, facts: [], left: context.textOf(part.amount.span),
    message: {
      zh: `其中的 ${context.textOf(part.amount.span)} 比总数 ${context.textOf(head.amount.span)} 还大`,
      en: `${context.textOf(part.amount.span)} is said to be part of ${context.textOf(head.amount.span)}, which is less`,
    },
  });
}

const MOST_TRIED = 12;
/** Stand beside the year's money rather than in it. */
const CARRIED = ['上年结转', '结转下年'];
const kindOf = ({ subject: { concepts } }: Statement): string => (concepts.item !== undefined ? 'item' : concepts.nature !== undefined ? 'nature' : 'source');
const allowedFor = (head: Statement, parts: readonly Statement[]): number => parts.reduce((n, p) => n + slack(p.amount), slack(head.amount));
const excess = (head: Statement, parts: readonly Statement[]): number => parts.reduce((n, p) => n + p.amount.fen, 0) - head.amount.fen - allowedFor(head, parts);

/** Whether some of the parts make up the whole: then the others are parts of parts, or stand beside them. */
function someAddUp(head: Statement, parts: readonly Statement[]): boolean {
  if (parts.length > MOST_TRIED) return false;
  for (let mask = 1; mask < 1 << parts.length; mask++) {
    const some = parts.filter((p, i) => (mask & (1 << i)) !== 0 && p.amount.fen !== 0);
    if (some.length >= 2 && Math.abs(some.reduce((n, p) => n + p.amount.fen, 0) - head.amount.fen) <= allowedFor(head, some)) return true;
  }
  return false;
}

/** Without parts that only say what the part before them is made of: "财政拨款900万元,一般公共预算800万元,政府性基金100万元". */
function withoutNested(parts: readonly Statement[]): readonly Statement[] {
  const kept: Statement[] = [];
  for (let i = 0; i < parts.length; ) {
    kept.push(parts[i]);
    let next = i + 1;
    let sum = 0;
    for (let j = i + 1; j < parts.length; j++) {
      sum += parts[j].amount.fen;
      if (parts[i].amount.fen !== 0 && Math.abs(sum - parts[i].amount.fen) <= allowedFor(parts[i], parts.slice(i + 1, j + 1))) next = j + 1;
    }
    i = next;
  }
  return kept;
}

function compare(head: Statement, parts: readonly Statement[], context: NarrativeContext): void {
  const sum = parts.reduce((n, p) => n + p.amount.fen, 0);
  const difference = head.amount.fen - sum;
  const allowed = parts.reduce((n, p) => n + slack(p.amount), slack(head.amount));
  const numbers = [head, ...parts].map((s) => s.amount.number);
  if (Math.abs(difference) <= allowed) {
    for (const number of numbers) context.prove(number, ['各部分之和']);
    return;
  }
  // What the tables have already settled needs no second finding.
  const status = numbers.map((n) => context.entry(n)?.status);
  if (status.includes('wrong') || status.every((s) => s === 'proved') || someAddUp(head, parts)) return;
  const written = context.textOf(head.amount.span);
  const right = moneyText(sum, written);
  const isHeadProved = status[0] === 'proved';
  const odd = atFault(head, parts, difference, context);
  if (odd !== null && odd !== head) return wrongPart(head, odd, difference, context);
  // Any of them may be it.
  const isOpen = odd === null && !isHeadProved && head.span.passage === parts[parts.length - 1].span.passage;
  if (!isHeadProved) context.blame(head.amount.number);
  const { item } = bind(head, context).concepts;
  context.add({
    rule: item === undefined ? 'N1' : 'N4', severity: 'error', span: isHeadProved ? between(parts[0].span, parts[parts.length - 1].span) : isOpen ? between(head.subject.span, parts[parts.length - 1].span) : between(head.subject.span, head.amount.span),
    right: isHeadProved || isOpen ? null : context.textOf(between(head.subject.span, head.amount.span)).replace(written, right), facts: [], left: written, difference: moneyText(difference, written),
    message: {
      zh: `${subjectName(head)} ${written}，各部分（${parts.map((p) => context.textOf(p.amount.span)).join(' + ')}）之和是 ${right}`,
      en: `${subjectName(head)} ${written}; its parts (${parts.map((p) => context.textOf(p.amount.span)).join(' + ')}) add up to ${right}`,
    },
  });
}

/** The one figure that a single slip would put right, or a part that is more than the whole; null where it cannot be told. */
function atFault(head: Statement, parts: readonly Statement[], difference: number, context: NarrativeContext): Statement | null {
  const isOpen = ({ amount }: Statement): boolean => context.entry(amount.number)?.status !== 'proved';
  const larger = parts.filter((p) => isOpen(p) && p.amount.fen > head.amount.fen + allowedFor(head, [p]));
  if (larger.length === 1) return larger[0];
  const slipped = [
    ...(isOpen(head) && isOneSlip(head.amount.fen, head.amount.fen - difference) ? [head] : []),
    ...parts.filter((p) => isOpen(p) && p.amount.fen + difference >= 0 && isOneSlip(p.amount.fen, p.amount.fen + difference)),
  ];
  return slipped.length === 1 ? slipped[0] : null;
}

function wrongPart(head: Statement, part: Statement, difference: number, context: NarrativeContext): void {
  const written = context.textOf(part.amount.span);
  const total = context.textOf(head.amount.span);
  const right = part.amount.fen + difference < 0 ? null : moneyText(part.amount.fen + difference, written);
  context.blame(part.amount.number);
  context.add({
    rule: bind(head, context).concepts.item === undefined ? 'N1' : 'N4', severity: 'error', span: part.amount.span, right, facts: [], left: written, difference: moneyText(-difference, written),
    message: {
      zh: `${subjectName(part)} ${written}：各部分之和不是${subjectName(head)}的 ${total}${right === null ? '' : `，应为 ${right}`}`,
      en: `${subjectName(part)} ${written}: the parts do not add up to ${total}${right === null ? '' : `; ${right} would`}`,
    },
  });
}

/** N2: the items of a list of accounts add up to its total, and so do their changes (N3). */
export function checkLists(context: NarrativeContext): void {
  for (const list of context.read.lists) {
    const items = accountItems(list, context);
    if (items.length < 2 || list.head === null) continue;
    sumOfItems(list, list.head, items, context);
  }
}

/** Items that name accounts, each once, at one level. */
export function accountItems(list: ItemList, context: NarrativeContext): readonly Statement[] {
  const named = list.items.filter((s) => s.subject.code !== '' || s.subject.levels.length > 0);
  const codes = named.map((s) => s.subject.code || bind(s, context).code);
  // 款 and 项 that are given below their 类 are parts of it.
  const items = named.filter((_, i) => !codes.some((c, j) => c !== '' && j < i && c.length < codes[i].length && codes[i].startsWith(c)));
  const classes = new Set(items.map((s) => s.subject.code[0] ?? ''));
  return classes.size > 1 ? [] : items;
}

function sumOfItems(list: ItemList, head: Statement, items: readonly Statement[], context: NarrativeContext): void {
  const sum = items.reduce((n, s) => n + s.amount.fen, 0);
  const difference = head.amount.fen - sum;
  const allowed = items.reduce((n, s) => n + slack(s.amount), slack(head.amount));
  const numbers = [head, ...items].map((s) => s.amount.number);
  if (Math.abs(difference) <= allowed) {
    for (const number of numbers) context.prove(number, ['各条之和']);
    return;
  }
  const status = numbers.map((n) => context.entry(n)?.status);
  if (status.includes('wrong')) return;
  const written = context.textOf(head.amount.span);
  const span = between(head.span, list.opening.passage === head.span.passage ? list.opening : head.span);
  const missing = status.every((s) => s === 'proved');
  context.add({
    rule: 'N2', severity: missing || Math.abs(difference) > 10 * allowed ? 'error' : 'hint', span, right: null, facts: [], left: written, difference: moneyText(difference, written),
    message: {
      zh: `${subjectName(head)} ${written}，下列 ${items.length} 条之和是 ${moneyText(sum, written)}，相差 ${moneyText(difference, written)}`,
      en: `${subjectName(head)} ${written}; the ${items.length} items below add up to ${moneyText(sum, written)}, a difference of ${moneyText(difference, written)}`,
    },
  });
}
