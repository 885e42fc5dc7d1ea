import { bind, classificationOfCode } from '../bind';
import type { Fact } from '../facts';
import { between, subjectName, type NarrativeContext } from '../findings';
import { moneyText, slack } from '../figures';
import type { Classification, ItemList, Section, Span, Statement } from '../model';
import { accountItems } from './sums';

/** Rows smaller than this may be left out of a text in 万元 with two decimals. */
const SMALLEST = 5_000;
/** So many items make it likely that all are meant. */
const FEWEST_OF_ALL = 5;

/** N2: every row with money has its item, and no item stands twice. */
export function checkMissingItems(context: NarrativeContext): void {
  for (const list of context.read.lists) {
    missingByName(list, context);
    const items = accountItems(list, context).map((statement) => ({ statement, code: statement.subject.code || bind(statement, context).code }));
    const coded = items.filter((i) => i.code !== '');
    if (coded.length < 2) continue;
    if (list.isImplied !== true) doubled(coded.map((i) => i.statement).filter((s) => s.subject.code !== ''), context);
    // An item that is named without a code and is no row of the tables may be any of them.
    if (items.length === coded.length || items.every((i) => i.statement.subject.levels.length === 0)) missing(list, coded, context);
  }
  repeated(context);
}

/** So many 类 and more are a list of all of them. */
const FEWEST_NAMED = 3;

/**
 * "包括:一般公共服务支出…万元、教育支出…万元": 类 by their names alone. Such lists need not be whole; one is missing where just that
 * row of the tables makes up the difference to the total.
 */
function missingByName(list: ItemList, context: NarrativeContext): void {
  const { head, items } = list;
  if (head === null || items.length < FEWEST_NAMED || items.some((s) => s.subject.code !== '' || s.subject.levels.length > 0)) return;
  const bindings = items.map((s) => bind(s, context));
  if (bindings.some((b) => b.code.length !== 3)) return;
  const rows = rowsWithMoney('function', 3, bindings[0].concepts.fund ?? '', bindings[0].concepts.nature ?? '', context);
  const left = rows.filter((r, i) => rows.findIndex((o) => o.code === r.code) === i && !bindings.some((b) => b.code === r.code));
  const rest = head.amount.fen - items.reduce((n, s) => n + s.amount.fen, 0);
  const allowed = items.reduce((n, s) => n + slack(s.amount), slack(head.amount));
  const row = left.find((r) => Math.abs(rest - r.fen) <= allowed + r.step / 2);
  if (row === undefined || Math.abs(rest) <= allowed) return;
  const written = moneyText(row.fen, '0.00万元');
  context.add({
    rule: 'N2', severity: 'error', span: openingOf(list, items), right: null, facts: [row], left: context.textOf(head.amount.span), difference: moneyText(rest, '0.00万元'),
    message: {
      zh: `漏写 ${nameOf(row, context)}(${row.code}) ${written}：${context.cellName(row)} 有数，下列各项之和正好少这一笔`,
      en: `${nameOf(row, context)} (${row.code}) ${written} is missing: ${context.cellName(row)} has it, and the items fall short of the total by just that`,
    },
  });
}

/** "1.", "(3)": the number of an item. */
const ITEM_NUMBER = /^\(?\d{1,2}[).、]/;
const SHORTEST_ITEM = 12;

/** The same paragraph about an account twice in one chapter. */
function repeated(context: NarrativeContext): void {
  const seen = new Map<Section, Map<string, Statement>>();
  let last = -1;
  for (const statement of context.read.statements) {
    const { subject, amount, section, span } = statement;
    const passage = context.read.passages[span.passage];
    const isFirst = span.passage !== last && statement.parent === null && (subject.code !== '' || subject.levels.length > 0);
    last = span.passage;
    if (!isFirst || passage.text.length < SHORTEST_ITEM) continue;
    const texts = seen.get(section) ?? new Map<string, Statement>();
    seen.set(section, texts);
    const text = passage.text.replace(ITEM_NUMBER, '').replace(/[;。]$/, '');
    const first = texts.get(text);
    texts.set(text, first ?? statement);
    if (first === undefined || context.entry(subject.codeNumber)?.status === 'wrong') continue;
    context.add({
      rule: 'N2', severity: 'error', span: between(subject.span, amount.span), right: null, facts: [],
      message: { zh: `${subjectName(statement)} 这一段与上面第 ${passageNumber(first, context)} 段完全相同，写了两次`, en: `${subjectName(statement)}: the same paragraph as number ${passageNumber(first, context)}` },
    });
  }
}

const passageNumber = ({ span }: Statement, { read }: NarrativeContext): number => read.passages[span.passage].paragraph[0] + 1;

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

interface CodedItem {
  readonly statement: Statement;
  readonly code: string;
}

function missing(list: ItemList, items: readonly CodedItem[], context: NarrativeContext): void {
  const [{ code: firstCode, statement: first }] = items;
  const { length } = firstCode;
  const classification = classificationOfCode(firstCode);
  if (classification === null || items.filter((i) => i.code.length === length).length < items.length / 2) return;
  const binding = bind(first, context);
  const rows = rowsWithMoney(classification, length, binding.concepts.fund ?? '', binding.concepts.nature ?? '', context);
  // A list of other accounts (only some are explained) names hardly any of the rows.
  const named = new Set(items.map((i) => i.code));
  const hit = rows.filter((f) => named.has(f.code));
  if (hit.length < rows.length / 2) return;
  const names = new Set(items.map((i) => i.statement.subject.name));
  const left = rows.filter((r, i) => {
    if (rows.findIndex((o) => o.code === r.code) !== i) return false;
    if (items.some(({ code }) => r.code.startsWith(code) || code.startsWith(r.code))) return false;
    return !(names.has(r.label) && items.some(({ statement: { subject } }) => subject.name === r.label && context.entry(subject.codeNumber)?.status === 'wrong'));
  });
  // Paragraphs about accounts need not be about all of them, unless they are but for one.
  if (list.isImplied === true && (left.length !== 1 || items.length < FEWEST_OF_ALL || binding.concepts.fund !== '一般公共预算')) return;
  for (const row of left) {
    const amount = moneyText(row.fen, '0.00万元');
    const nature = row.concepts.nature ?? '';
    const twin = twinOf(row, list, context);
    context.add({
      rule: 'N2', severity: list.isImplied === true ? 'warning' : 'error', span: twin?.subject.span ?? openingOf(list, items.map((i) => i.statement)), right: null, facts: [row],
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
