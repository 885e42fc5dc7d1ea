import { AmountState } from '../../equations/model';
import { fingerprint } from '../../report/fingerprint';
import type { Finding, FindingCell } from '../../report/model';
import { decimalText } from '../../rules/kinds/money';
import { isReadable, sheetOf, type FactBook } from '../facts';
import { identityOf } from '../identity';
import { byWeight, noOutcomes, ruleOutcomes, severityOf, sumOutcomes, type Outcomes } from '../ledger';
import type { BetweenReport } from '../model';
import { bareName } from '../names';
import { figureText, listText, type Language } from '../texts';
import { yearPairs, type YearFigure, type YearPair } from './pairs';

/** Of a column that does not agree in more than this share, one finding is said: another scope, or restated figures. */
const MOST = 0.5;
const MANY = 4;

/** What this year's workbook says of last year, or of the published budget, against the workbooks of then. */
export function yearsBetween(book: FactBook, earlier: readonly FactBook[], lang: Language): BetweenReport {
  const outcomes = new Map<string, Outcomes>();
  const tables = new Map(book.tables.map((table) => [table, noOutcomes()] as const));
  const gaps: YearPair[] = [];
  const compared = new Map<string, number>();
  for (const pair of earlier.flatMap((other) => yearPairs(book, other))) {
    const own = outcomes.get(pair.rule) ?? noOutcomes();
    outcomes.set(pair.rule, own);
    const outcome = outcomeOf(pair);
    own[outcome]++;
    const table = tables.get(pair.now.table);
    if (table) table[outcome]++;
    if (outcome !== 'notApplicable' && outcome !== 'insufficient') compared.set(columnOf(pair), (compared.get(columnOf(pair)) ?? 0) + 1);
    if (outcome === 'inconsistent') gaps.push(pair);
  }
  const used = [...tables].filter(([, o]) => Object.values(o).some((n) => n > 0));
  return {
    relation: 'years',
    book: identityOf(book),
    others: earlier.map(identityOf),
    warning: warningOf(book, earlier, lang),
    outcomes: sumOutcomes([...outcomes.values()]),
    rules: ruleOutcomes('Y', (rule) => outcomes.get(rule) ?? noOutcomes(), used.map(([t]) => t.id), lang),
    findings: byWeight(findingsOf(gaps, compared, lang)),
    groups: [],
    unchecked: [],
    tables: used.map(([t, o]) => ({ id: t.id, title: t.title, sheet: t.sheet, unit: t.unit, books: earlier.length, outcomes: o, reason: '' })),
    notes: [],
  };
}

const differenceOf = ({ now, earlier }: YearPair): number => now.block.fen[now.cell] - earlier.block.fen[earlier.cell];

function outcomeOf(pair: YearPair): keyof Outcomes {
  const { now, earlier } = pair;
  if (!isReadable(now.block.state[now.cell]) || !isReadable(earlier.block.state[earlier.cell])) return 'insufficient';
  if (now.block.fen[now.cell] === 0 && earlier.block.fen[earlier.cell] === 0) return 'notApplicable';
  const off = Math.abs(differenceOf(pair));
  return off === 0 ? 'consistent' : off <= now.block.slack[now.cell] + earlier.block.slack[earlier.cell] ? 'rounding' : 'inconsistent';
}

const columnOf = ({ rule, now: { table, block, column } }: YearPair): string => [rule, table.id, block.id, rule === 'Y3' ? '' : column.id].join('|');

function findingsOf(gaps: readonly YearPair[], compared: ReadonlyMap<string, number>, lang: Language): Finding[] {
  const byColumn = new Map<string, YearPair[]>();
  for (const gap of gaps) byColumn.set(columnOf(gap), [...(byColumn.get(columnOf(gap)) ?? []), gap]);
  return [...byColumn].flatMap(([column, list]) =>
    list.length >= MANY && list.length > MOST * (compared.get(column) ?? 0) ? [columnFinding(list, compared.get(column) ?? 0, lang)] : list.map((gap) => finding(gap, lang)),
  );
}

/** "表13 E7 合计 因公出国 12.00". */
function said({ table, block, row, column, cell }: YearFigure, lang: Language): string {
  const figure = block.state[cell] === AmountState.blank ? (lang === 'zh' ? '空白' : 'blank') : figureText(block.fen[cell], table.unit, lang);
  return `${sheetOf(table, block, cell)} ${block.addresses[cell]} ${row.name} ${column.label} ${figure}`;
}

function cellOf({ book, table, block, row, column, cell }: YearFigure, side: 'left' | 'right'): FindingCell {
  return {
    sheet: sheetOf(table, block, cell),
    address: block.addresses[cell],
    role: side === 'left' ? 'total' : 'term',
    value: block.state[cell] === AmountState.blank ? '' : decimalText(block.fen[cell], table.unit),
    label: `${row.name} ${column.label}`,
    side,
    coefficient: 1,
    unit: table.unit,
    ...(side === 'right' ? { file: book.file } : {}),
  };
}

function finding(gap: YearPair, lang: Language): Finding {
  const { rule, now, earlier } = gap;
  const { table, block, row, column } = now;
  const difference = figureText(differenceOf(gap), table.unit, lang);
  const why = reason(rule, lang);
  return {
    id: fingerprint([rule, table.id, block.id, row.key, column.id].join('|')),
    rule,
    severity: severityOf(rule),
    outcome: 'inconsistent',
    table: table.id,
    message: lang === 'zh'
      ? `${said(now, lang)} ≠ “${earlier.book.file}” ${said(earlier, lang)}，相差 ${difference}；${why}`
      : `${said(now, lang)} ≠ "${earlier.book.file}" ${said(earlier, lang)}, difference ${difference}; ${why}`,
    left: decimalText(now.block.fen[now.cell], table.unit),
    right: decimalText(earlier.block.fen[earlier.cell], table.unit),
    difference: decimalText(differenceOf(gap), table.unit),
    cells: [cellOf(now, 'left'), cellOf(earlier, 'right')],
  };
}

function columnFinding(gaps: readonly YearPair[], compared: number, lang: Language): Finding {
  const [first] = gaps;
  const { table, block, column } = first.now;
  const places = listText(gaps.map(({ now }) => now.block.addresses[now.cell]), lang);
  return {
    id: fingerprint([first.rule, table.id, block.id, column.id, 'column'].join('|')),
    rule: first.rule,
    severity: severityOf(first.rule),
    outcome: 'inconsistent',
    table: table.id,
    message: lang === 'zh'
      ? `${table.sheet} ${column.label} 与“${first.earlier.book.file}”多数不符（${gaps.length}/${compared}：${places}），多半口径不同或经过调整；${reason(first.rule, lang)}`
      : `${table.sheet} ${column.label}: most figures differ from "${first.earlier.book.file}" (${gaps.length} of ${compared}: ${places}), probably of another scope or restated; ${reason(first.rule, lang)}`,
    left: null,
    right: null,
    difference: null,
    cells: gaps.flatMap(({ now, earlier }) => [cellOf(now, 'left'), cellOf(earlier, 'right')]),
  };
}

/** What to do about it. */
function reason(rule: YearPair['rule'], lang: Language): string {
  const texts: Readonly<Record<YearPair['rule'], { readonly zh: string; readonly en: string }>> = {
    Y1: { zh: '请按上年公开的预算填列，口径有调整的请说明', en: "use last year's published budget, or say why it was restated" },
    Y2: { zh: '年初数应取自上年决算的年末数，有调整的请说明', en: "opening balances are last year's closing balances; say so where they were adjusted" },
    Y3: { zh: '预算数应取自公开的预算，经过调整的请写明是调整后的预算数', en: 'the budget column is the published budget; say so where it was adjusted' },
  };
  return texts[rule][lang];
}

function warningOf(book: FactBook, earlier: readonly FactBook[], lang: Language): string | null {
  const others = earlier.filter((e) => e.unit !== null && book.unit !== null && bareName(e.unit) !== bareName(book.unit));
  if (others.length === 0) return null;
  const names = listText(others.map((e) => `${e.file}（${e.unit}）`), lang);
  return lang === 'zh' ? `不是同一单位：本年是 ${book.unit}，${names}` : `Other units: this year's is ${book.unit}; ${names}`;
}
