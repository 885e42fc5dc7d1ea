import { between, subjectName, type NarrativeContext } from '../findings';
import { fitOf, moneyText, slack } from '../figures';
import type { Change, ItemList, Statement } from '../model';
import { signed } from './signed';
import { accountItems } from './sums';

/** A list whose items all say how they changed. */
interface ChangeList {
  readonly list: ItemList;
  readonly head: Statement;
  readonly total: number;
  readonly items: readonly { readonly statement: Statement; readonly change: Change; readonly value: number }[];
  readonly sum: number;
  readonly allowed: number;
}

/** N3: the changes of the items add up to the change of their total; one that does not may be shown up by a sister list. */
export function checkChangeSums(context: NarrativeContext): void {
  const lists = context.read.lists.flatMap((list) => changeList(list, context));
  for (const one of lists) {
    const rest = one.total - one.sum;
    if (Math.abs(rest) <= one.allowed) {
      for (const item of one.items) if (item.change.amount) context.prove(item.change.amount.number, ['各条增减之和']);
      continue;
    }
    if (one.items.some((i) => i.change.amount !== null && context.entry(i.change.amount.number)?.status === 'wrong')) continue;
    const fault = faultyItem(one, rest, lists);
    if (fault !== null) accuse(one, fault, context);
    // Accounts that fell to 0 need not be listed: then the rest is a decrease.
    else {
      // The total and its items were added up; what they differ by is said in the hint.
      if (rest < 0) for (const { change } of one.items) if (change.amount !== null) context.agree(change.amount.number, ['与各条增减之和一起核对，差额见提示']);
      context.add({
      rule: 'N3', severity: rest > one.allowed ? 'warning' : 'hint', span: between(one.head.span, one.list.opening.passage === one.head.span.passage ? one.list.opening : one.head.span), right: null, facts: [],
      difference: moneyText(rest, '0.00万元'),
      message: {
        zh: `下列 ${one.items.length} 条的增减之和是 ${moneyText(one.sum, '0.00万元')}，总的增减是 ${moneyText(one.total, '0.00万元')}，相差 ${moneyText(rest, '0.00万元')}${rest < 0 ? '（上年有数、今年为 0 的科目没有列出时会有这个差）' : ''}`,
        en: `The changes of the ${one.items.length} items add up to ${moneyText(one.sum, '0.00万元')}, the total changes by ${moneyText(one.total, '0.00万元')}: a difference of ${moneyText(rest, '0.00万元')}`,
      },
    });
    }
  }
}

/** The change of the same total, said where the total itself is explained. */
function totalChange(head: Statement, context: NarrativeContext): number | null {
  const own = head.changes.map(signed).find((v) => v !== null);
  if (own !== undefined) return own;
  const before = context.read.statements.filter((s) => s !== head && s.amount.fen === head.amount.fen && s.subject.code === '' && s.changes.length > 0 && s.span.passage < head.span.passage);
  const last = before.at(-1)?.changes.map(signed).find((v) => v !== null);
  return last ?? null;
}

function changeList(list: ItemList, context: NarrativeContext): ChangeList[] {
  const statements = accountItems(list, context);
  if (list.head === null || statements.length < 2) return [];
  const total = totalChange(list.head, context);
  if (total === null) return [];
  const items = statements.map((statement) => ({ statement, change: statement.changes.find((c) => signed(c) !== null), incomparable: statement.changes.some((c) => c.direction === 'incomparable') }));
  const complete = items.flatMap(({ statement, change, incomparable }) => {
    // “较上年不可比，上年基数为零”: the whole amount is the change.
    const value = change !== undefined ? signed(change) : incomparable ? statement.amount.fen : null;
    return value === null ? [] : [{ statement, change: change ?? statement.changes[0], value }];
  });
  if (complete.length < items.length) return [];
  const sum = complete.reduce((n, i) => n + i.value, 0);
  const allowed = complete.reduce((n, i) => n + (i.change.amount === null ? 0 : slack(i.change.amount)), 5_000);
  return [{ list, head: list.head, total, items: complete, sum, allowed }];
}

interface Fault {
  readonly item: ChangeList['items'][number];
  readonly value: number;
  readonly twin: Statement;
}

/** An item whose amount stands in another list with the very change that makes the sum right. */
function faultyItem(one: ChangeList, rest: number, lists: readonly ChangeList[]): Fault | null {
  const found: Fault[] = [];
  for (const item of one.items) {
    for (const other of lists) {
      if (other === one) continue;
      for (const twin of other.items) {
        const isTwin = twin.statement.subject.code !== item.statement.subject.code && fitOf(twin.statement.amount, item.statement.amount.fen) === 'equal' && item.statement.amount.fen !== 0;
        if (isTwin && twin.value !== item.value && Math.abs(item.value + rest - twin.value) <= one.allowed) found.push({ item, value: twin.value, twin: twin.statement });
      }
    }
  }
  return new Set(found.map((f) => f.item)).size === 1 ? found[0] : null;
}

function accuse(one: ChangeList, { item, value, twin }: Fault, context: NarrativeContext): void {
  const { change, statement } = item;
  if (change.amount === null) return;
  context.blame(change.amount.number);
  for (const other of one.items) if (other.change.amount !== null && other !== item) context.prove(other.change.amount.number, ['各条增减之和']);
  const written = context.textOf(change.amount.span);
  const right = `${value < 0 ? '减少' : '增加'}${moneyText(Math.abs(value), written)}`;
  context.add({
    rule: 'N3', severity: 'error', span: between(change.base?.span ?? change.directionSpan, change.amount.span), facts: [], left: written,
    right: `${change.base === null ? '' : context.textOf(change.base.span)}${right}`,
    message: {
      zh: `${subjectName(statement)}${context.textOf(between(change.directionSpan, change.amount.span))}，应为${right}：同一笔钱在 ${subjectName(twin)} 是${right}，这样各条增减之和才等于总额的 ${moneyText(one.total, written)}`,
      en: `${subjectName(statement)}: the change should be ${moneyText(value, written)}, as ${subjectName(twin)} (the same money) has it; only then do the items add up to the total's ${moneyText(one.total, written)}`,
    },
  });
}
