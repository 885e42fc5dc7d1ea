import { describe, expect, it } from 'vitest';
import { FormulaEvaluator, looksLikeFormula, settleFormulas, type FormulaResult } from '../../src/audit/formulas';
import { AUTOMATIC, gridsOf, WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';
import { snapshotOf, type Book } from '../audit/support/sheets';

const book: Book = {
  表1: [['合计', 10.1, 20.2], ['备注', null, -0.3], [{ error: '#DIV/0!' }, '3', 5]],
  '附 表': [[7], ["李's", 2.5]],
};

/** The result of a formula in 表1!A9. */
function resultOf(formula: string): FormulaResult {
  const grids = gridsOf(snapshotOf({ ...book, 表1: [...book.表1, [], [], [], [], [], [{ formula, value: 0 }]] }));
  return new FormulaEvaluator(grids, () => false).resultOf(0, grids[0].at(8, 0));
}

describe('plain formulas', () => {
  it.each([
    ['SUM(B1:C2)', '30'], ['B1+C1', '30.3'], ['B1-C1*2', '-30.3'], ['(B1+C1)/3', '10.1'], ['-(B1)', '-10.1'], ['+B1', '10.1'],
    ['SUM(B1,C1,1.5,)', '31.8'], ["'附 表'!A1*10%", '0.7'], ["SUM('附 表'!A1:B2)", '9.5'], ['ROUND(C1/3,2)', '6.73'], ['ROUND(2.675,2)', '2.68'],
    ['ROUND(-2.5,0)', '-3'], ['ROUND(1250,-2)', '1300'], ['sum($B$1:$C$1)', '30.3'], ['B2', '0'], ['0.1+0.2', '0.3'], ['SUM(C:C)', '24.9'], ['1E3', '1000'], ['SUM(A1:A2)', '0'],
    ['A1', '合计'],
  ])('=%s is %s', (formula, expected) => expect(String(resultOf(formula))).toBe(expected));

  it.each(['A1+1', 'B3+1', 'SUM(A1:C3)', 'B1/B2', 'A9', 'SUM(A1:A9)', '没有的表!A1', 'IF(B1>0,1,2)', 'VLOOKUP(A1,B1:C2,2,0)', 'SUM(B1:C2', 'B1^2', '"1"', 'AVERAGE(B1:C1)', 'XFE1', 'SUM(表1:附表!A1)'])(
    '=%s has no result', (formula) => expect(resultOf(formula)).toBeNull());

  it('a chain of 20,000 formulas needs no deep stack', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [i === 0 ? 0.01 : { formula: `A${i}+0.01`, value: 0 }]);
    const grids = gridsOf(snapshotOf({ 表: rows }));
    expect(String(new FormulaEvaluator(grids, () => false).resultOf(0, grids[0].at(19_999, 0)))).toBe('200');
  });

  it('a text that should have been a formula', () => {
    expect(['=SUM(A1:A3)', ' ＝A1+B2', "=表1!A1", '+F5+G5', '-A1', '＋C5+C6', 'SUM(F5:H5)', "'=A1+A2", 'sum（A1，A2）'].filter((text) => !looksLikeFormula(text))).toEqual([]);
    expect(['=', '=100%', '==', '合计=分项之和', 'A1', '=约10', '= 3', '+5', '-12', '+', '-', 'A1+B1', 'sum', 'SUM(约)', '+甲', '-A', '+C5-D'].filter(looksLikeFormula)).toEqual([]);
  });
});

/** One column: 1, 2, then =SUM(A1:A2) stored as given ("none" = no result), =IF(1,2,3) stored as 0. */
function settled(stored: number | 'none', calculation: Partial<WorkbookSnapshot['calculation']> = {}): ReturnType<typeof settleFormulas> {
  const builder = new WorkbookBuilder('');
  builder.calculate({ ...AUTOMATIC, ...calculation });
  const sheet = builder.sheet('表');
  sheet.number(0, 0, 1);
  sheet.number(1, 0, 2);
  if (stored === 'none') sheet.unknown(2, 0, 'General', 'SUM(A1:A2)');
  else sheet.number(2, 0, stored, 'General', 'SUM(A1:A2)');
  sheet.number(3, 0, 0, 'General', 'IF(1,2,3)');
  builder.add(sheet.finish());
  return settleFormulas(builder.finish());
}

describe('stored results', () => {
  const numbers = (of: ReturnType<typeof settled>): number[] => [...of.workbook.sheets[0].numbers];
  const counts = ({ facts }: ReturnType<typeof settled>): number[] => [facts.computed.length, facts.open.length, facts.stale.length];

  it('that are right stay', () => expect(counts(settled(3))).toEqual([0, 0, 0]));
  it('with a trace of binary arithmetic are right', () => expect(counts(settled(3.0000000004))).toEqual([0, 0, 0]));
  it('that are missing are calculated', () => {
    expect(counts(settled('none'))).toEqual([1, 0, 0]);
    expect(numbers(settled('none'))).toEqual([1, 2, 3, 0]);
  });
  it('that are old are noted and stay, as the page shows them', () => {
    expect(counts(settled(4))).toEqual([0, 0, 1]);
    expect(numbers(settled(4))).toEqual([1, 2, 4, 0]);
  });
  it('that are old under manual calculation are replaced; beside them nothing is known of formulas beyond the plain ones', () => {
    expect(numbers(settled(4, { isManual: true }))).toEqual([1, 2, 3, NaN]);
    expect(counts(settled(4, { isManual: true }))).toEqual([0, 1, 1]);
    expect(numbers(settled(3, { isManual: true }))).toEqual([1, 2, 3, 0]);
  });
  it('that a generator wrote before any calculation mean nothing', () => {
    expect(counts(settled(0, { isDueOnOpening: true }))).toEqual([1, 1, 0]);
    expect(numbers(settled(0, { isDueOnOpening: true }))).toEqual([1, 2, 3, NaN]);
  });
  it('are not judged where Excel goes on with displayed figures', () => expect(counts(settled(4, { usesDisplayed: true }))).toEqual([0, 0, 0]));
});
