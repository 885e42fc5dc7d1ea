import { BASIC, FISCAL, type Ledger, type Nature, NON_FISCAL, type Source } from '../ledger';
import { chineseNumeral } from '../../budget/lines';
import type { Place } from '../place';
import { some, type Select } from '../select';
import { BLANK, type Column, type Panel, type Row, type Table } from '../spec';

/** 收支总表 and 财政拨款收支总表: lines on the left, lines on the right. */

const FUNCTIONS = ['201', '202', '203', '204', '205', '206', '207', '208', '210', '211', '212', '213', '214', '215', '216', '217', '219', '220', '221', '222', '223', '224', '229'];
const MORE: readonly (readonly [string, string])[] = [['227', '预备费'], ['230', '转移性支出'], ['231', '债务还本支出'], ['232', '债务付息支出'], ['233', '债务发行费用支出'], ['234', '抗疫特别国债安排的支出']];

export const outlined = (style: Place['forms']['outline'] | '(1)', n: number, text: string): string =>
  style === '一、' ? `${chineseNumeral(n)}、${text}` : style === '（一）' ? `（${chineseNumeral(n)}）${text}` : style === '1.' ? `${n}.${text}` : style === '1、' ? `${n}、${text}` : style === '(1)' ? `(${n})${text}` : text;

/** Builds a panel's rows and remembers where they stand. */
class Lines {
  readonly rows: Row[] = [];
  private readonly numbers = new Map<string, number>();

  add(text: string, select: Select | null, sums?: readonly number[], total = false): number {
    this.rows.push({ texts: [text], select, ...(sums && sums.length > 0 ? { sums } : {}), ...(total ? { total } : {}) });
    return this.rows.length - 1;
  }

  /** The next number of a list: 一、 二、 … */
  next(list: string): number {
    const n = (this.numbers.get(list) ?? 0) + 1;
    this.numbers.set(list, n);
    return n;
  }

  pad(to: number): void {
    while (this.rows.length < to) this.rows.push(BLANK);
  }
}

function functionLines(lines: Lines, ledger: Ledger, place: Place, style: Place['forms']['outline'], sources?: readonly Source[]): number[] {
  if (place.forms.spending === 'purposes') {
    const { words } = place;
    const purposes: (readonly [string, readonly Nature[]])[] = [[words.basic, BASIC], [words.project, ['project']], [words.business, ['business']], [words.remit, ['remit']], [words.subsidy, ['subsidy']]];
    return purposes.map(([name, natures]) => lines.add(outlined(style, lines.next('functions'), name), { side: 'expense', sources, natures }));
  }
  const { functions } = place.forms;
  const listed = FUNCTIONS.filter((f) => functions !== 'used' || some(ledger, { side: 'expense', sources, func: f }));
  const names: (readonly [string, string])[] = listed.map((f) => [f, ledger.chart.name(f)]);
  if (functions === 'longer') names.push(...MORE);
  return names.map(([code, name]) => lines.add(outlined(style, lines.next('functions'), name), { side: 'expense', sources, func: code }));
}

function align(left: Lines, right: Lines, tails: readonly [() => void, () => void][]): void {
  for (const [a, b] of tails) {
    const height = Math.max(left.rows.length, right.rows.length);
    left.pad(height);
    right.pad(height);
    a();
    b();
  }
  const height = Math.max(left.rows.length, right.rows.length);
  left.pad(height);
  right.pad(height);
}

const nothing = (): void => undefined;
const panel = (place: Place, over: string, lines: Lines, columns?: readonly Column[]): Panel => ({
  over, heads: [{ text: place.words.item }], columns: columns ?? [{ text: place.words.amount, select: {} }], rows: lines.rows,
});

export function summary(ledger: Ledger, place: Place, title: string): Table {
  const { words, forms } = place;
  const left = new Lines();
  const right = new Lines();
  const folded = forms.income === 'folded';
  if (folded) {
    left.add(place.furniture.totalWord, { side: 'income' }, undefined, true);
    right.add(place.furniture.totalWord, { side: 'outgo' }, undefined, true);
  }
  const line = (source: Source): number => left.add(outlined(forms.outline, left.next('income'), words.sources[source]), { side: 'income', sources: [source], carried: folded ? undefined : false });
  const numbered: number[] = [];
  if (forms.income === 'flat' || folded) numbered.push(...FISCAL.map(line));
  else {
    const at = left.add(outlined(forms.outline, left.next('income'), words.fiscal), null);
    const parts = forms.income === 'fiscal' ? [] : FISCAL.map((source, i) => left.add(outlined(forms.subOutline, i + 1, words.fiscalLines[i]), { side: 'income', sources: [source], carried: false }));
    left.rows[at] = { ...left.rows[at], select: { side: 'income', sources: FISCAL, carried: false }, ...(parts.length > 0 ? { sums: parts } : {}) };
    numbered.push(at);
  }
  const late: readonly Source[] = forms.income === 'below' ? ['superior', 'affiliate'] : [];
  numbered.push(...NON_FISCAL.filter((s) => !late.includes(s)).map(line));
  const functions = functionLines(right, ledger, place, forms.outline);
  if (folded) {
    left.rows[0] = { ...left.rows[0], sums: numbered };
    right.rows[0] = { ...right.rows[0], sums: functions };
    align(left, right, []);
  } else {
    const ends: [number[], number[]] = [[], []];
    align(left, right, [
      [() => ends[0].push(left.add(words.currentIncome, { side: 'income', carried: false, sources: [...FISCAL, ...NON_FISCAL] }, numbered, true)), () => ends[1].push(right.add(words.currentExpense, { side: 'expense' }, functions, true))],
      [
        () => {
          for (const source of late) ends[0].push(left.add(words.sources[source], { side: 'income', carried: false, sources: [source] }));
          if (words.sources.reserve !== '') ends[0].push(left.add(words.sources.reserve, { side: 'income', sources: ['reserve'], carried: false }));
          if (words.carried !== '') ends[0].push(left.add(words.carried, { side: 'income', carried: true }));
        },
        () => {
          if (words.kept !== '') ends[1].push(right.add(words.kept, { side: 'closing' }));
        },
      ],
      [() => left.add(words.incomeTotal, { side: 'income' }, ends[0], true), () => right.add(words.expenseTotal, { side: 'outgo' }, ends[1], true)],
    ]);
  }
  const natures: Column[] = [
    { text: words.sum, select: {}, role: 'total' },
    { text: words.basic, parts: [{ text: words.personnel, select: { natures: ['personnel'] } }, { text: words.publicMoney, select: { natures: ['public'] } }] },
    { text: words.project, select: { natures: ['project'] } },
  ];
  const wide = forms.summaryColumns === 'natures' && forms.spending === 'functions' && forms.expenditureColumns === 'three' && !ledger.kept;
  return { concept: 'summary', title, panels: [panel(place, '收入', left), panel(place, '支出', right, wide ? natures : undefined)], notes: [] };
}

export function fiscalSummary(ledger: Ledger, place: Place, title: string): Table {
  const { words, forms } = place;
  const left = new Lines();
  const right = new Lines();
  const fund = (style: Place['forms']['outline'] | '(1)', carried: boolean, n: number, word: string): number => left.add(outlined(style, n, word), { side: 'income', sources: [FISCAL[n - 1]], carried });
  const group = (text: string, select: Select, parts: () => number[]): number => {
    const at = left.add(text, select);
    const sums = parts();
    if (sums.length > 0) left.rows[at] = { ...left.rows[at], sums };
    return at;
  };
  const fiscal = (carried?: boolean): Select => ({ side: 'income', sources: FISCAL, ...(carried === undefined ? {} : { carried }) });
  const outlineForm = forms.fiscalSummary.startsWith('outline');
  const ends: [number[], number[]] = [[], []];
  const spend: Select = { side: 'expense', sources: FISCAL };
  if (outlineForm) {
    ends[0].push(group('一、本年收入', fiscal(false), () => words.fiscalLines.map((w, i) => fund('（一）', false, i + 1, w))));
    ends[0].push(group(`二、${words.carried === '' ? '上年结转' : words.carried}`, fiscal(true), () => words.fiscalLines.map((w, i) => fund('（一）', true, i + 1, w))));
    const at = right.add('一、本年支出', spend);
    const sums = functionLines(right, ledger, place, '（一）', FISCAL);
    right.rows[at] = { ...right.rows[at], sums };
    ends[1].push(at, right.add(`二、${words.kept === '' ? '结转下年' : words.kept}`, { side: 'closing', sources: FISCAL }));
    align(left, right, [[nothing, nothing]]);
  } else {
    const lines = words.fiscalLines.map((w, i) => fund(forms.outline, false, i + 1, w));
    const functions = functionLines(right, ledger, place, forms.outline, FISCAL);
    if (forms.fiscalSummary === 'plain') {
      ends[0].push(...lines);
      ends[1].push(...functions);
    } else {
      align(left, right, [[() => ends[0].push(left.add(words.currentIncome, fiscal(false), lines, true)), () => ends[1].push(right.add(words.currentExpense, spend, functions, true))]]);
      const carried = words.carried === '' ? '上年结转' : words.carried;
      ends[0].push(forms.fiscalSummary === 'twice' ? group(carried, fiscal(true), () => words.fiscalLines.map((w, i) => fund(forms.outline, true, i + 1, w))) : left.add(carried, fiscal(true)));
      ends[1].push(right.add(words.kept === '' ? '结转下年' : words.kept, { side: 'closing', sources: FISCAL }));
    }
  }
  align(left, right, [[() => left.add(words.incomeTotal, fiscal(), ends[0], true), () => right.add(words.expenseTotal, { side: 'outgo', sources: FISCAL }, ends[1], true)]]);
  const columns: Column[] | undefined = forms.fiscalSummary.endsWith('columns')
    ? [{ text: words.sum, select: {}, role: 'total' }, ...FISCAL.map((source, i): Column => ({ text: words.fiscalLines[i], select: { sources: [source] } }))]
    : undefined;
  return { concept: 'fiscalSummary', title, panels: [panel(place, '收入', left), panel(place, '支出', right, columns)], notes: [] };
}
