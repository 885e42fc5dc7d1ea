/**
 * The arithmetic by another way: every equation is evaluated again in decimal.js from the cells of the snapshot (value or
 * text, unit of the table), without the audit's amounts, and the outcome, the difference and the printed sides are compared.
 */
import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit, type AuditSession } from '../../src/audit/audit';
import { CellKind, type WorkbookSnapshot } from '../../src/audit/workbook';
import { VARIATIONS, varied } from '../generate';
import { faults, readBook, withFaults } from '../mutate';
import { EXAMPLES, example, generated } from './support/fixtures';

const auditor = createAuditor();
const OUTCOME = ['consistent', 'inconsistent', 'rounding', 'notApplicable', 'insufficient'] as const;

interface Figure {
  /** 元; null where the cell is no amount. */
  readonly value: Decimal | null;
  readonly blank: boolean;
  /** Half the step to which the figure is known, in 元. */
  readonly doubt: Decimal;
}

/** Reads a cell as a finance officer would: number or typed amount, 万元 known to 0.01 unless it shows more. */
function figureAt(snapshot: WorkbookSnapshot, session: AuditSession, amount: number): Figure {
  const { amounts, owners, blocks } = session.state.recognition;
  const block = blocks[owners.block[amount]];
  const quantity = block.columns[owners.column[amount]].role === 'quantity';
  const sheet = snapshot.sheets[amounts.sheet[amount]];
  const position = sheet.rowNumbers.indexOf(amounts.row[amount]);
  const none: Figure = { value: new Decimal(0), blank: true, doubt: new Decimal(0) };
  if (position < 0) return none;
  let cell = -1;
  for (let i = sheet.rowStart[position]; i < sheet.rowStart[position + 1]; i++) if (sheet.columns[i] === amounts.column[amount]) cell = i;
  if (cell < 0) return none;
  let wan = block.table.unit === 'wanyuan' && !quantity;
  let text: string;
  if (sheet.kinds[cell] === CellKind.number) text = String(sheet.numbers[cell]);
  else if (sheet.kinds[cell] === CellKind.text) {
    text = snapshot.strings[sheet.texts[cell]].normalize('NFKC').replace(/[\s,]/g, '').replace(/[—–]/g, '-');
    if (/^(-{0,2}|\/)$/.test(text)) return none;
    if (text.endsWith('万元')) wan = true;
    else if (text.endsWith('元')) wan = false;
    text = text.replace(/万?元$/, '');
  } else return { value: null, blank: false, doubt: new Decimal(0) };
  if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return { value: null, blank: false, doubt: new Decimal(0) };
  const shown = new Decimal(text);
  const rounded = shown.toDecimalPlaces(2);
  const exact = shown.minus(rounded).abs().lt('0.000001') ? rounded : shown;
  // In 元 what lies below the 分 is rounded, and then known to half a 分.
  if (!wan) return { value: exact.toDecimalPlaces(2), blank: false, doubt: exact.eq(rounded) ? new Decimal(0) : new Decimal('0.005') };
  const places = Math.min(6, Math.max(2, exact.decimalPlaces()));
  const doubt = exact.isZero() ? new Decimal(0) : new Decimal(10).pow(-places).times(10_000).div(2);
  return { value: exact.times(10_000).toDecimalPlaces(2), blank: false, doubt };
}

function compare(snapshot: WorkbookSnapshot): number {
  const session = openAudit(snapshot, {}, auditor);
  const { compiled, evaluation, rules } = session.state;
  const { equations, notes } = compiled;
  const figures = new Map<number, Figure>();
  const figure = (amount: number): Figure => {
    const known = figures.get(amount) ?? figureAt(snapshot, session, amount);
    figures.set(amount, known);
    return known;
  };
  for (let e = 0; e < equations.count; e++) {
    const rule = rules[equations.rule[e]];
    let sum = new Decimal(0);
    let interval = new Decimal(0);
    const filled = [0, 0];
    let unreadable = false;
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
      const { value, blank, doubt } = figure(equations.cell[t]);
      if (value === null) unreadable = true;
      else if (!blank) {
        filled[t < equations.start[e] + notes.leftCount[e] ? 0 : 1]++;
        sum = sum.plus(value.times(equations.coefficient[t]));
        interval = interval.plus(doubt.times(Math.abs(equations.coefficient[t])));
      }
    }
    const excess = [sum.abs(), sum, sum.neg()][equations.relation[e]];
    const hasRight = equations.start[e] + notes.leftCount[e] < equations.start[e + 1];
    const oneSided = (filled[0] === 0 && rule.blanks === 'unknown') || (filled[1] === 0 && hasRight && rule.blanks !== 'zero');
    let expected: (typeof OUTCOME)[number] = excess.lte(0) ? 'consistent' : excess.lte(interval) ? 'rounding' : 'inconsistent';
    if (unreadable) expected = 'insufficient';
    else if (filled[0] + filled[1] === 0) expected = 'notApplicable';
    else if (oneSided && !sum.isZero()) expected = 'insufficient';
    else if (expected === 'inconsistent' && notes.soft.has(e)) expected = 'insufficient';
    const words = `${snapshot.name} ${rule.id} equation ${e}: ${sum.toFixed()} within ${interval.toFixed()}`;
    if (OUTCOME[evaluation.outcome[e]] !== expected) expect(OUTCOME[evaluation.outcome[e]], words).toBe(expected);
    if (!unreadable && !sum.times(100).eq(evaluation.difference[e])) expect(evaluation.difference[e], words).toBe(sum.times(100).toNumber());
  }
  for (const finding of session.report.findings) {
    if (finding.outcome !== 'inconsistent' || finding.left === null || finding.cells[0].side === undefined) continue;
    const unit = finding.cells[0].unit;
    const side = (which: 'left' | 'right'): string => {
      let total = new Decimal(0);
      for (const cell of finding.cells) {
        if (cell.side !== which || cell.value === '') continue;
        const factor = cell.unit === unit ? 1 : unit === 'yuan' ? 10_000 : 0.0001;
        total = total.plus(new Decimal(cell.value).times(factor).times(cell.coefficient ?? 1));
      }
      return total.toFixed();
    };
    expect([new Decimal(finding.left).toFixed(), new Decimal(finding.right ?? 0).toFixed()], finding.message).toEqual([side('left'), side('right')]);
    expect(new Decimal(finding.left).minus(finding.right ?? 0).toFixed(), finding.message).toBe(new Decimal(finding.difference ?? 0).toFixed());
  }
  return equations.count;
}

describe('outcomes and differences in decimal.js', () => {
  it.each(EXAMPLES)('of %s', async (name) => {
    expect(compare(await example(name))).toBeGreaterThan(300);
  });

  it.each(generated(21))('of a generated $name, clean, varied and spoilt', ({ snapshot }) => {
    compare(snapshot);
    const spellings = VARIATIONS.filter((v) => /amounts|float|blanks/.test(v.name));
    for (const variation of spellings) compare(varied(snapshot, [variation], 21));
    const book = readBook(snapshot);
    for (const fault of faults(book, 21, 1, ['digits swapped', 'times ten', 'tenth', 'sign', 'number as odd text', 'figure blanked', '元 for 万元', 'duplicated row', 'missing 项 row'])) compare(withFaults(book, [fault]));
  });
});
