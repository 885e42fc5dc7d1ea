import { budget } from '../support/budgetBook';
import { testRule } from '../support/ruleTester';
import { only, without } from '../support/sheets';

/** 合计 column, and the columns it is the sum of. */
const TABLES = [
  { id: 'B05', sheet: '表5', total: 'C', parts: ['D', 'E', 'F'], leaf: 12, parent: 11, siblings: [12, 13] },
  { id: 'B06', sheet: '表6', total: 'E', parts: ['F', 'G', 'H'], leaf: 16, parent: 11, siblings: [12, 13, 14, 15, 16] },
  { id: 'B07', sheet: '表7', total: 'C', parts: ['D', 'E'], leaf: 12, parent: 11, siblings: [12, 13] },
  { id: 'B08', sheet: '表8', total: 'E', parts: ['F', 'G'], leaf: 16, parent: 11, siblings: [12, 13, 14, 15, 16] },
] as const;

for (const { id, sheet, total, parts, leaf, parent, siblings } of TABLES) {
  const book = only(budget, sheet);
  const base = { name: sheet, book };
  const operating = parts[1];
  const row = (n: number): string => `${sheet}!${[total, ...parts].map((c) => `${c}${n}`).join(' ')}`;

  testRule(`${id}.1`, {
    holds: [base, { name: 'amounts as text', book, change: { [`${sheet}!${operating}4`]: '100,000.00' } }, { name: 'a binary residue is no difference', book, change: { [`${sheet}!${operating}4`]: 100_000.0000001 } }],
    fails: [
      { name: 'one 分', book, change: { [`${sheet}!${operating}4`]: 100_000.01 }, findings: [{ cells: row(4), difference: '-0.01' }] },
      { name: 'a blank 合计', book, change: { [`${sheet}!${total}${leaf}`]: null }, findings: [{ cells: row(leaf), difference: sheet === '表5' || sheet === '表7' ? '-600000.00' : '-25000.00' }] },
    ],
    rounding: [{ name: 'figures with digits below the 分 are known to half a 分 each', book, change: { [`${sheet}!${parts[0]}4`]: 699_999.996, [`${sheet}!${operating}4`]: 100_000.006 }, cells: `${sheet}!${total}4` }],
    insufficient: [
      { name: 'text for a figure', book, change: { [`${sheet}!${operating}4`]: '十万' }, reason: new RegExp(`${sheet} ${operating}4 .*不是数`) },
      { name: 'the table is missing', book: without(budget, sheet), reason: /明细表（按支出(功能|经济)分类科目）”不在工作簿中/ },
    ],
  });

  testRule(`${id}.2`, {
    holds: [base],
    fails: [
      {
        name: 'a child not in its parent',
        book,
        change: { [`${sheet}!${operating}${leaf}`]: 1 },
        findings: [{ cells: `${sheet}!${operating}${parent} ${siblings.map((n) => `${operating}${n}`).join(' ')}`, difference: id === 'B05' || id === 'B07' ? '99999.00' : '24999.00', message: /≠ 下级科目之和/ }],
      },
    ],
    insufficient: [{ name: 'the table is missing', book: without(budget, sheet), reason: /不在工作簿中/ }],
  });
}

const five = only(budget, '表5');
testRule('B05.2', {
  holds: [{ name: 'without the 项 rows: 类 = 款', book: { ...five, 表5: five.表5.filter((row) => String(row[0] ?? '').length !== 7) } }],
  fails: [
    { name: 'the 合计 row', book: five, change: { '表5!F4': 210_000 }, findings: [{ cells: '表5!F4 F5 F8 F14', difference: '10000.00' }] },
    { name: 'a parent listed twice too high', book: five, change: { '表5!D8': 650_000 }, findings: [{ cells: '表5!D4 D5 D8 D14', difference: '-100000.00' }, { cells: '表5!D8 D9 D11', difference: '100000.00' }] },
  ],
  insufficient: [{ name: 'a parent with no listed child', book: { ...five, 表5: five.表5.filter((row) => !/^221\d/.test(String(row[0] ?? ''))) }, change: { '表5!A20': '注：略', '表5!C4': 'x' }, reason: /科目 221 没有列出下级科目/ }],
});
