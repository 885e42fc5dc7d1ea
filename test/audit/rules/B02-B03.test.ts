import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

for (const [sheet, id] of [['表2', 'B02'], ['表3', 'B03']] as const) {
  const book = only(budget, sheet);
  const base = { name: sheet, book };

  testRule(`${id}.1`, {
    holds: [base, { name: '其中 is not added', book, change: { [`${sheet}!E9`]: 400_000 } }],
    fails: [
      { name: 'a source changed', book, change: { [`${sheet}!F8`]: 90_000 }, findings: [{ cells: `${sheet}!C8 D8 F8 G8 H8`, difference: '10000.00' }] },
      { name: 'a blank 合计', book, change: { [`${sheet}!C9`]: null }, findings: [{ cells: `${sheet}!C9 D9 F9 G9 H9`, difference: '-400000.00' }] },
    ],
    insufficient: [
      { name: 'a source that is no number', book, change: { [`${sheet}!D9`]: '四十万' }, reason: new RegExp(`${sheet} D9 .*不是数`) },
      { name: 'the table is missing', book: without(budget, sheet), reason: /总表”不在工作簿中/ },
      { name: 'no source is to be found', book, change: { [`${sheet}!D3`]: null, [`${sheet}!D4`]: '备注', [`${sheet}!D5`]: null, [`${sheet}!E5`]: null, [`${sheet}!F4`]: '说明', [`${sheet}!G4`]: '备注', [`${sheet}!H4`]: '备注' }, reason: /没有认出“各项”栏/ },
      { name: '合计 is not to be found', book, change: { [`${sheet}!C4`]: '某栏' }, reason: /没有认出“合计”栏/ },
    ],
  });

  testRule(`${id}.2`, {
    holds: [base],
    fails: [
      { name: 'a unit left out of its department', book, change: { [`${sheet}!D9`]: 300_000 }, findings: [{ cells: `${sheet}!D7 D8 D9`, difference: '100000.00' }] },
      { name: 'the department against 合计', book, change: { [`${sheet}!C6`]: 1_100_000.5 }, findings: [{ cells: `${sheet}!C6 C7`, difference: '0.50' }] },
    ],
  });
}

testRule('B03.3', {
  holds: [{ name: '其中 below its group', book: only(budget, '表2', '表3') }],
  fails: [
    { name: '其中 above its group in both tables', book: only(budget, '表2', '表3'), change: { '表2!E8': 600_001, '表3!E9': 400_000.01 }, findings: [{ cells: '表2!E8 D8', difference: '1.00' }, { cells: '表3!E9 D9', difference: '0.01' }] },
  ],
});
