import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { freeze, thaw, type Workbook } from '../generate/grid';
import { checkable, gap, relationsByAmount, type AmountCell, type CodeCell, type NationalBook, type Relation, type Spot } from '../generate/national';
import type { Random } from '../generate/random';
import { SPOILS, written } from './spoil';

/** One fault in a generated workbook, and the cells at which a good audit points. */
export interface FormFault {
  readonly kind: string;
  readonly concept: string;
  readonly spots: readonly Spot[];
  readonly original: string;
  readonly mutated: string;
  readonly apply: (workbook: Workbook) => void;
}

/** Up to `count` single faults; each is one that some relation, or the chart, must show. */
export function* formFaults(book: NationalBook, random: Random, count: number): Generator<FormFault> {
  const related = relationsByAmount(book.truth);
  const cells = checkable(book.truth);
  for (let made = 0, attempt = 0; made < count && attempt < count * 30; attempt++) {
    const which = random.next();
    const fault = which < 0.86 ? amountFault(book, random, cells, related) : codeFault(book, random);
    if (!fault) continue;
    made++;
    yield fault;
  }
}

/** The workbook with faults put in. */
export function withFormFaults(book: NationalBook, faults: readonly FormFault[]): WorkbookSnapshot {
  const workbook = thaw(book.snapshot);
  for (const fault of faults) fault.apply(workbook);
  return freeze(workbook);
}

/** `size` wrong figures in different rows of one workbook, or fewer where it has no more. */
export function faultsAtOnce(book: NationalBook, random: Random, size: number): FormFault[] {
  const related = relationsByAmount(book.truth);
  const cells = checkable(book.truth);
  const set: FormFault[] = [];
  const rows = new Set<string>();
  for (let attempt = 0; set.length < size && attempt < size * 30; attempt++) {
    const fault = amountFault(book, random, cells, related);
    if (!fault || rows.has(`${fault.spots[0].sheet} ${fault.spots[0].row}`)) continue;
    rows.add(`${fault.spots[0].sheet} ${fault.spots[0].row}`);
    set.push(fault);
  }
  return set;
}

function amountFault(book: NationalBook, random: Random, cells: readonly number[], related: ReadonlyMap<number, readonly Relation[]>): FormFault | null {
  if (cells.length === 0) return null;
  const index = random.pick(cells);
  const { truth } = book;
  const cell = truth.amounts[index];
  const kind = random.pick(Object.keys(SPOILS));
  const around = truth.amounts.filter((a) => a.sheet === cell.sheet && !a.blank && a.printed !== cell.printed && Math.abs(a.row - cell.row) + Math.abs(a.column - cell.column) === 1).map((a) => a.printed);
  const printed = SPOILS[kind]({ printed: cell.printed, around }, random);
  if (printed === null || printed === cell.printed) return null;
  if (!(related.get(index) ?? []).some((relation) => seen(book, relation, index, printed))) return null;
  const value = (n: number): string => (n / 10 ** cell.decimals).toFixed(cell.decimals);
  const apply = (workbook: Workbook): void => setAmount(workbook, cell, printed, kind === 'blanked');
  return { kind, concept: cell.concept, spots: [cell], original: value(cell.printed), mutated: kind === 'blanked' ? 'blank' : value(printed), apply };
}

/** Whether a relation fails by more than rounding of its figures could explain. */
function seen({ truth }: NationalBook, relation: Relation, amount: number, printed: number): boolean {
  const slack = relation.terms.reduce((sum, [i]) => sum + (truth.amounts[i].step === 1 ? 0 : truth.amounts[i].step / 2), 0);
  return Math.abs(gap(truth, relation, { amount, printed })) > slack + truth.amounts[amount].step;
}

function codeFault(book: NationalBook, random: Random): FormFault | null {
  const codes = book.truth.codes.filter((c) => c.codeAt && c.nameAt && (c.code.length < 7 || /^2/.test(c.code)));
  if (codes.length === 0) return null;
  const mark = random.pick(codes);
  return random.chance(0.5) ? wrongCode(book, random, mark) : wrongName(book, random, mark, codes);
}

/** A digit of the last part differs; the name stays. */
function wrongCode(book: NationalBook, random: Random, { code, name, codeAt, nameAt, concept }: CodeCell): FormFault | null {
  if (!codeAt || !nameAt) return null;
  const at = code.length - 1;
  const wrong = code.slice(0, at) + String((Number(code[at]) + random.int(1, 9)) % 10);
  const chart = book.ledger.chart;
  const other = chart.functions.get(wrong) ?? chart.economic.get(wrong);
  if (other?.name === name) return null;
  return replaced(book, codeAt, code, wrong, { kind: 'wrong code', concept, spots: [codeAt, nameAt] });
}

/** Another code's name. */
function wrongName(book: NationalBook, random: Random, { code, name, codeAt, nameAt, concept }: CodeCell, all: readonly CodeCell[]): FormFault | null {
  const other = random.pick(all);
  if (!codeAt || !nameAt || other.name === name || other.code[0] !== code[0] || name.includes(other.name) || other.name.includes(name)) return null;
  return replaced(book, nameAt, name, other.name, { kind: 'wrong name', concept, spots: [nameAt, codeAt] });
}

/** Replaces a code or name inside its cell, also where the cell holds only the code's last part. */
function replaced(book: NationalBook, at: Spot, from: string, to: string, about: Pick<FormFault, 'kind' | 'concept' | 'spots'>): FormFault | null {
  const sheet = thaw(book.snapshot).sheets.find((s) => s.name === at.sheet);
  const old = sheet?.get(at.row, at.column)?.value;
  const text = String(old ?? '');
  const [shown, wrong] = text.includes(from) ? [from, to] : [from.slice(-2), to.slice(-2)];
  if (!text.includes(shown)) return null;
  const next = text.replace(shown, wrong);
  const value = typeof old === 'number' ? Number(next) : next;
  return { ...about, original: text, mutated: next, apply: (workbook) => workbook.sheets.find((s) => s.name === at.sheet)?.set(at.row, at.column, value) };
}

function setAmount(workbook: Workbook, cell: AmountCell, printed: number, blank: boolean): void {
  const sheet = workbook.sheets.find((s) => s.name === cell.sheet);
  const old = sheet?.get(cell.row, cell.column);
  sheet?.set(cell.row, cell.column, written(old?.value, printed, cell.decimals, blank), old?.format);
}

