import { bind, classificationOfCode } from '../bind';
import type { Fact } from '../facts';
import { between, subjectName, type NarrativeContext } from '../findings';
import { moneyText } from '../figures';
import type { Classification, ItemList, Span, Statement } from '../model';
import { accountItems } from './sums';

/** Rows smaller than this may be left out of a text in 万元 with two decimals. */
const SMALLEST = 5_000;

/** N2: every row with money has its item, and no item stands twice. */
export function checkMissingItems(context: NarrativeContext): void {
  for (const list of context.read.lists) {
    const items = accountItems(list).filter((s) => s.subject.code !== '');
    if (items.length < 2) continue;
    doubled(items, context);
    missing(list, items, context);
  }
}

function doubled(items: readonly Statement[], context: NarrativeContext): void {
  const seen = new Map<string, Statement>();
  for (const item of items) {
    const key = `${item.subject.code}|${item.subject.name}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, item);
    else {
      context.blame(item.subject.codeNumber);
      context.add({
        rule: 'N2', severity: 'error', span: between(item.subject.span, item.amount.span), right: null, facts: [],
        message: { zh: `${subjectName(item)} 在同一列举里写了两次`, en: `${subjectName(item)} stands twice in one list` },
      });
    }
  }
}

function missing(list: ItemList, items: readonly Statement[], context: NarrativeContext): void {
  const length = items[0].subject.code.length;
  const classification = classificationOfCode(items[0].subject.code);
  if (classification === null || items.filter((s) => s.subject.code.length === length).length < items.length / 2) return;
  const binding = bind(items[0], context);
  const rows = rowsWithMoney(classification, length, binding.concepts.fund ?? '', binding.concepts.nature ?? '', context);
  // A list of other accounts (only some are explained) names hardly any of the rows.
  const named = new Set(items.map((s) => s.subject.code));
  const hit = rows.filter((f) => named.has(f.code));
  if (hit.length < rows.length / 2) return;
  const names = new Set(items.map((s) => s.subject.name));
  for (const row of rows.filter((r, i) => rows.findIndex((o) => o.code === r.code) === i)) {
    const covered = items.some((s) => s.subject.code !== '' && (row.code.startsWith(s.subject.code) || s.subject.code.startsWith(row.code)));
    if (covered || (names.has(row.label) && !named.has(row.code) && items.some((s) => s.subject.name === row.label && context.entry(s.subject.codeNumber)?.status === 'wrong'))) continue;
    const amount = moneyText(row.fen, '0.00万元');
    const nature = row.concepts.nature ?? '';
    const twin = twinOf(row, list, context);
    context.add({
      rule: 'N2', severity: 'error', span: twin?.subject.span ?? openingOf(list, items), right: null, facts: [row],
      message: {
        zh: `漏写 ${twin === null ? '' : `${nature}中的 `}${nameOf(row, context)}(${row.code}) ${amount}：${context.cellName(row)} 有数，下列各条里没有`,
        en: `${nameOf(row, context)}(${row.code}) ${amount} is missing: ${context.cellName(row)} has it, the items do not`,
      },
    });
  }
}

/** The same account in a list beside this one ("人员经费:①…;公用经费:①…"): it stands there with its other part only. */
function twinOf(row: Fact, list: ItemList, { read }: NarrativeContext): Statement | null {
  if (row.concepts.nature === undefined) return null;
  const beside = read.lists.filter((other) => other !== list && other.opening.passage === list.opening.passage);
  return beside.flatMap((other) => other.items).find((s) => s.subject.code === row.code) ?? null;
}

function rowsWithMoney(classification: Classification, length: number, fund: string, nature: string, { facts }: NarrativeContext): Fact[] {
  return facts.all.filter(
    (f) => f.classification === classification && f.code.length === length && f.period === 'current' && f.fen > SMALLEST && (f.concepts.fund ?? '') === fund && (f.concepts.nature ?? '') === nature,
  );
}

/** The words that open the list, up to the first item. */
function openingOf(list: ItemList, items: readonly Statement[]): Span {
  if (list.head !== null && list.head.span.passage === list.opening.passage) return between(list.head.span, list.opening);
  const first = items[0].subject.span;
  return list.opening.passage === first.passage ? { ...list.opening, end: Math.max(list.opening.end, first.start) } : list.opening;
}

function nameOf(row: Fact, { chart, year }: NarrativeContext): string {
  return row.label || (row.classification === null || year === null ? '' : (chart.lookup(row.classification, row.code, year)?.name ?? ''));
}
