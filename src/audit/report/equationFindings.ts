import { Relation } from '../equations/model';
import { OutcomeCode } from '../outcome/evaluate';
import { MOST_TOLD } from '../rules/kinds';
import { decimalText, moneyText } from '../rules/kinds/money';
import type { RuleDefinition } from '../rules/model';
import { UNITS, type AmountUnit } from '../tables';
import { hidingOf } from '../workbook';
import { termsOf, type EquationContext, type Placed, type Term } from './context';
import { fingerprint } from './fingerprint';
import type { Finding, FindingCell } from './model';
import { restText } from './rest';
import { figuresSeenElsewhere } from './sameFigure';

/** A sum is written out in the message up to so many terms; the report's cells hold all. */
const TERMS_IN_MESSAGE = 8;

/** A relation that does not hold, as it was told. */
export interface ToldEquation {
  readonly placed: Placed;
  /** `identity` of it, and how many of the same identity were told before it. */
  readonly base: string;
  readonly times: number;
}

/** What was told before of the same relations, for those that are as they were. */
export interface ToldBefore {
  /** By equation. */
  readonly told: ReadonlyMap<number, ToldEquation>;
  /** Amounts that are others now. */
  readonly changed: ReadonlySet<number>;
}

/** One finding for each equation that does not hold; `remember` is given each as it was made. */
export function equationFindings(context: EquationContext, before: ToldBefore | null, remember: Map<number, ToldEquation>): Placed[] {
  const failing: number[] = [];
  const ofRule = new Map<number, { count: number; last: number }>();
  for (let e = 0; e < context.equations.count; e++) {
    if (context.evaluation.outcome[e] !== OutcomeCode.inconsistent) continue;
    const rule = context.equations.rule[e];
    const kind = ofRule.get(rule) ?? { count: 0, last: -1 };
    ofRule.set(rule, kind);
    kind.count++;
    if (kind.count > MOST_TOLD + 1) continue;
    kind.last = e;
    failing.push(e);
  }
  const elsewhere = figuresSeenElsewhere(context, failing);
  const used = new Map<string, number>();
  const isChanged = new Uint8Array(context.recognition.amounts.count);
  for (const amount of before?.changed ?? []) isChanged[amount] = 1;
  return failing.map((e) => {
    const told = before?.told.get(e);
    const base = told?.base ?? identity(context, e);
    const times = used.get(base) ?? 0;
    used.set(base, times + 1);
    const isSame = told?.times === times;
    const placed = isSame && stands(context, e, told.placed, elsewhere, isChanged) ? told.placed : place(context, e, isSame ? told.placed.finding.id : fingerprint(times === 0 ? base : `${base}#${times}`), elsewhere);
    remember.set(e, { placed, base, times });
    const { count, last } = ofRule.get(context.equations.rule[e]) ?? { count: 1, last: e };
    return e === last && count > MOST_TOLD + 1 ? standsFor(placed, count - MOST_TOLD, context.lang) : placed;
  });
}

/** Whether nothing that the finding of before says can have changed: a workbook may have thousands of long ones. */
function stands({ equations, names }: EquationContext, e: number, placed: Placed, elsewhere: ReadonlyMap<number, readonly number[]>, isChanged: Uint8Array): boolean {
  for (let t = equations.start[e]; t < equations.start[e + 1]; t++) if (isChanged[equations.cell[t]] === 1) return false;
  const now = othersOf(equations.cell.subarray(equations.start[e], equations.start[e + 1]), elsewhere);
  let same = 0;
  for (const { role, sheet, address } of placed.finding.cells) {
    if (role !== 'same') continue;
    if (same >= now.length || sheet !== names.sheet(now[same]) || address !== names.address(now[same])) return false;
    same++;
  }
  return same === now.length;
}

const NO_OTHERS: readonly number[] = [];

/** Cells that show the same figures as the terms and are none of them. */
function othersOf(terms: Iterable<number>, elsewhere: ReadonlyMap<number, readonly number[]>): readonly number[] {
  if (elsewhere.size === 0) return NO_OTHERS;
  const found = new Set<number>();
  for (const amount of terms) for (const other of elsewhere.get(amount) ?? NO_OTHERS) found.add(other);
  if (found.size === 0) return NO_OTHERS;
  for (const amount of terms) found.delete(amount);
  return [...found];
}

function standsFor(placed: Placed, count: number, lang: 'zh' | 'en'): Placed {
  const { finding } = placed;
  return { ...placed, finding: { ...finding, message: `${finding.message}${restText(count, lang)}`, count } };
}

/** Rule, check, table, row and column of the first cell: no sheet names, no addresses. */
function identity(context: EquationContext, e: number): string {
  const { recognition, equations, notes } = context;
  const first = equations.cell[equations.start[e]];
  const block = recognition.blocks[recognition.owners.block[first]];
  const row = block.rows[recognition.owners.row[first]];
  const name = block.table.fields.get('项目名称')?.text ?? '';
  return [context.rules[equations.rule[e]].id, notes.check[e], block.table.id, name, block.id, row.join, context.names.columnId(first)].join('|');
}

/** A relation that holds, told like one that does not. */
export function relationFinding(context: EquationContext, e: number): Finding {
  return { ...place(context, e, `${e}`, NOWHERE).finding, outcome: 'consistent' };
}

const NOWHERE: ReadonlyMap<number, readonly number[]> = new Map();

function place(context: EquationContext, e: number, id: string, elsewhere: ReadonlyMap<number, readonly number[]>): Placed {
  const { equations, notes, names, recognition, lang } = context;
  const rule = context.rules[equations.rule[e]];
  const { left, right } = termsOf(equations, notes, e);
  const numbers = notes.constants.get(e);
  // Coefficients such as 0.07 give parts of a 分; figures are printed to the 分.
  const leftFen = Math.round(sumOf(context, left) + (numbers?.left ?? 0));
  const rightFen = Math.round(sumOf(context, right) + (numbers?.right ?? 0));
  const anchor = left.length > 0 ? left[0] : right[0];
  const unit = names.unit(anchor.amount);
  const cells: FindingCell[] = [
    ...left.map((t) => cell(context, t, 'left', left.length === 1 ? 'total' : 'term')),
    ...right.map((t) => cell(context, t, 'right', 'term')),
  ];
  for (const other of othersOf([...left, ...right].map((t) => t.amount), elsewhere)) {
    cells.push({ sheet: names.sheet(other), address: names.address(other), role: 'same', value: names.decimal(other), label: names.label(other), ...names.unitOfCell(other) });
  }
  const block = recognition.blocks[notes.block[e]];
  return {
    equation: e,
    rule: equations.rule[e],
    table: recognition.tables.indexOf(block.table),
    row: recognition.amounts.row[anchor.amount],
    finding: {
      id,
      rule: rule.id,
      severity: rule.severity,
      outcome: 'inconsistent',
      table: block.table.id,
      message: messageOf(context, e, rule, left, right, leftFen, rightFen, unit, lang),
      left: decimalText(leftFen, unit),
      right: decimalText(rightFen, unit),
      difference: decimalText(leftFen - rightFen, unit),
      ...(equations.relation[e] === Relation.equal ? {} : { relation: equations.relation[e] === Relation.atMost ? 'atMost' : 'atLeast' }),
      cells,
    },
  };
}

function sumOf(context: EquationContext, terms: readonly Term[]): number {
  return terms.reduce((sum, t) => sum + t.coefficient * context.recognition.amounts.fen[t.amount], 0);
}

function cell(context: EquationContext, term: Term, side: 'left' | 'right', role: 'total' | 'term'): FindingCell {
  const { names } = context;
  return {
    sheet: names.sheet(term.amount),
    address: names.address(term.amount),
    role,
    value: names.decimal(term.amount),
    label: names.label(term.amount),
    side,
    coefficient: term.coefficient,
    ...names.unitOfCell(term.amount),
  };
}

function messageOf(
  context: EquationContext,
  e: number,
  rule: RuleDefinition,
  left: readonly Term[],
  right: readonly Term[],
  leftFen: number,
  rightFen: number,
  unit: AmountUnit,
  lang: 'zh' | 'en',
): string {
  const mixed = [...left, ...right].some((t) => context.names.unit(t.amount) !== unit);
  const suffix = unit !== 'yuan' || mixed ? ` ${UNITS[unit][lang]}` : '';
  const fails = context.evaluation.outcome[e] === OutcomeCode.inconsistent;
  const sign = (fails ? ['≠', '>', '<'] : ['=', '≤', '≥'])[context.equations.relation[e] === Relation.equal ? 0 : context.equations.relation[e] === Relation.atMost ? 1 : 2];
  const l = sideText(context, left, leftFen, context.notes.constants.get(e)?.left ?? 0, null, unit, suffix, lang);
  const r = sideText(context, right, rightFen, context.notes.constants.get(e)?.right ?? 0, rule.right?.[lang] ?? null, unit, suffix, lang);
  const difference = `${moneyText(leftFen - rightFen, unit)}${suffix}`;
  if (!fails) return `${l.head} ${sign} ${r.head}`;
  const absent = (context.notes.absent.get(e) ?? []).filter((a) => a.block >= 0 && !isOptionalTable(context, a.block, e));
  const missing = absent.map((a) => {
    const block = context.recognition.blocks[a.block];
    const sheet = context.names.sheet(block.amounts.find((x) => x >= 0) ?? 0);
    return lang === 'zh' ? `；${sheet} 中没有 ${a.key} 行` : `; ${sheet} has no row ${a.key}`;
  });
  const tail = lang === 'zh' ? `，相差 ${difference}` : `, difference ${difference}`;
  return `${l.head} ${sign} ${r.head}${tail}${l.terms}${r.terms}${missing.join('')}${unseen(context, [...left, ...right])}`;
}

/** Figures that the reader of the page does not see. */
function unseen({ grids, recognition, names, lang }: EquationContext, terms: readonly Term[]): string {
  const { sheet, row, column, fen } = recognition.amounts;
  const hidden = terms.filter(({ amount: a }) => fen[a] !== 0 && hidingOf(grids[sheet[a]], grids[sheet[a]].at(row[a], column[a]), row[a], column[a]) !== null);
  if (hidden.length === 0) return '';
  const places = hidden.slice(0, TERMS_IN_MESSAGE).map((t) => names.place(t.amount)).join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh' ? `；其中 ${places} 在页面上看不到` : `; not seen on the page: ${places}`;
}

/** 政府性基金 lines are subtracted where they exist; their absence says nothing. */
function isOptionalTable(context: EquationContext, block: number, e: number): boolean {
  return context.recognition.blocks[block].table.id === 'B09' && context.rules[context.equations.rule[e]].id.startsWith('X');
}

function sideText(
  context: EquationContext,
  terms: readonly Term[],
  fen: number,
  number: number,
  name: string | null,
  unit: AmountUnit,
  suffix: string,
  lang: 'zh' | 'en',
): { head: string; terms: string } {
  const { names } = context;
  if (terms.length === 0 && number !== 0) return { head: `${moneyText(fen, unit)}${suffix}`, terms: '' };
  if (terms.length === 0) return { head: lang === 'zh' ? `${name ?? '没有这一行'} 0.00` : `${name ?? 'no such row'} 0.00`, terms: '' };
  const filled = terms.filter((t) => !names.isBlank(t.amount));
  // One figure beside blanks is named as itself, not as a sum.
  const single = terms.length === 1 ? terms[0] : filled.length === 1 ? filled[0] : null;
  if (single?.coefficient === 1 && number === 0 && name === null) {
    const t = single;
    const own = names.unit(t.amount);
    const mark = own === unit ? suffix : ` ${UNITS[own][lang]}`;
    return { head: `${names.place(t.amount)} ${names.label(t.amount)} ${names.figure(t.amount, lang)}${names.isBlank(t.amount) ? '' : mark}`, terms: '' };
  }
  const shown = filled.slice(0, TERMS_IN_MESSAGE).map((t, i) => {
    const operator = t.coefficient < 0 ? ' − ' : i > 0 ? ' + ' : '';
    const distinct = new Set(terms.map((x) => names.short(x.amount))).size > 1;
    const word = distinct ? names.short(t.amount) : names.columnId(t.amount);
    const sheet = names.sheet(t.amount) === names.sheet(terms[0].amount) ? '' : `${names.sheet(t.amount)} `;
    const times = Math.abs(t.coefficient) === 1 ? '' : `${Math.abs(t.coefficient)} × `;
    return `${operator}${times}${word} ${names.figure(t.amount, lang)} [${sheet}${names.address(t.amount)}]`;
  });
  if (number !== 0) shown.push(`${number < 0 ? ' − ' : ' + '}${moneyText(Math.abs(number), unit)}`);
  const more = filled.length > TERMS_IN_MESSAGE ? (lang === 'zh' ? ` + … 共 ${filled.length} 项` : ` + … ${filled.length} terms`) : '';
  const label = name ?? (lang === 'zh' ? `${names.sheet(terms[0].amount)} 各项之和` : `sum in ${names.sheet(terms[0].amount)}`);
  const list = shown.length > 0 ? (lang === 'zh' ? `（${shown.join('')}${more}）` : ` (${shown.join('')}${more})`) : lang === 'zh' ? '（各项均为空白）' : ' (all blank)';
  return { head: `${label} ${moneyText(fen, unit)}${suffix}`, terms: list };
}
