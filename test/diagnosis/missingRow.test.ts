/** Rows that one table has and another has not, and rows out of place that only sums down the columns can tell. */
import { expect, it } from 'vitest';
import { localise } from '../../src/audit/diagnosis';
import { budget } from '../audit/support/budgetBook';
import { auditOf } from '../audit/support/ruleTester';
import { Drawing } from './support/drawing';

it('an only row below its 款, in one table of two: one cause that names the table and the row, and no value', () => {
  const { groups } = auditOf({ name: '', book: { ...budget, 表7: budget.表7.filter((row) => row[0] !== '2210201') } });
  expect(groups.map((g) => g.headline)).toEqual([expect.stringMatching(/^疑似 表7 缺少 2210201 一行：表5 [A-Z]\d+ 有 50,000\.00 元，表7 没有这一行；请补列，或核对两表的编码/)]);
  expect(groups.flatMap((g) => g.suspects.map((s) => s.proposed))).toEqual([null]);
});

it('rows one place too low, which add up across and stand nowhere else: one cause, and no value', () => {
  const drawing = new Drawing();
  const amounts = [1100, 310, 110, 200, 340, 150, 190, 450, 210, 240];
  const moved = amounts.map((n, i) => (i < 2 ? n : i === 2 ? null : amounts[i - 1]!));
  moved.forEach((n, i) => drawing.cells({ [`表2!C${i + 1}`]: n, [`表2!D${i + 1}`]: n === null ? null : n - 10, [`表2!E${i + 1}`]: n === null ? null : 10 }));
  moved.forEach((_, i) => drawing.sum(`表2!C${i + 1}`, `表2!D${i + 1}`, `表2!E${i + 1}`));
  drawing.sum('表2!C1', '表2!C2', '表2!C5', '表2!C8').sum('表2!C2', '表2!C3', '表2!C4').sum('表2!C5', '表2!C6', '表2!C7').sum('表2!C8', '表2!C9', '表2!C10');
  const { groups } = localise(drawing.build());
  // The second is about the row whose figures fell out at the end.
  expect(groups.map((g) => g.mass?.kind)).toEqual(['rowsShifted', undefined]);
  expect(groups.flatMap((g) => g.suspects).every((s) => s.proposedFen === null)).toBe(true);
});
