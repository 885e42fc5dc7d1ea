/** Lists of projects and of purchases that go on from one sheet to the next: one table, with all checks. */
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import type { WorkbookReport } from '../../src/audit/report/model';
import { budget } from '../audit/support/budgetBook';
import { auditOf } from '../audit/support/ruleTester';
import { WorkbookBuilder } from '../../src/audit/workbook';
import { changed, snapshotOf, type Book, type Change, type Row } from '../audit/support/sheets';

const findings = ({ findings }: WorkbookReport): string[] => findings.map((f) => `${f.rule} ${f.cells.map((c) => `${c.sheet}!${c.address}`).join(' ')}`).sort();

/** The book with the rows of a sheet from `at` on (counted from 1) on a sheet of their own, below what stands at its top. */
function torn(book: Book, name: string, at: number, ...top: readonly Row[]): Book {
  return Object.fromEntries(Object.entries(book).flatMap(([sheet, rows]) => (sheet === name ? [[sheet, rows.slice(0, at - 1)], [`${sheet}续`, [...top, ...rows.slice(at - 1)]]] : [[sheet, rows]])));
}

const heads = (name: string, header: number): [string, readonly Row[]][] => [
  ['title and header again', budget[name].slice(0, header)],
  ['续表', [[`${String(budget[name][0][0])}（续表）`], ...budget[name].slice(1, header)]],
  ['the header only', budget[name].slice(header - (name === '表11' ? 2 : 1), header)],
];

describe.each([['表10', 3, 9], ['表11', 4, 8]] as const)('%s over two sheets', (name, header, at) => {
  const whole = auditOf({ name: '', book: budget });

  it.each(heads(name, header))('%s: as on one', (_, top) => {
    const report = auditOf({ name: '', book: torn(budget, name, at, ...top) });
    expect(findings(report)).toEqual(findings(whole));
    expect(report.outcomes).toEqual(whole.outcomes);
    expect(report.notes.join()).toContain('已合起来核对');
  });
});

describe('what is wrong on the second sheet is found there', () => {
  const found = (book: Book, change: Change, ...rules: string[]): string[] => findings(auditOf({ name: '', book: changed(book, change) })).filter((line) => rules.includes(line.split(' ')[0]));
  const projects = torn(budget, '表10', 9, ...budget.表10.slice(0, 3));
  const purchases = torn(budget, '表11', 8, ...budget.表11.slice(0, 4));

  it('the money of a project and of its form', () => expect(found(projects, { '表13-2!E4': 11 }, 'X12')).toEqual(['X12 表10续!C4 表13-2!E4 表10续!B4 表13-2!D2']));
  it('a sum of projects', () => expect(found(projects, { '表10续!C4': 90_000, '表13-2!E4': 9 }, 'B10.1').join()).toContain('表10续!C4'));
  it('a code of a purchase', () => expect(found(purchases, { '表11续!A5': '299', '表11续!B5': '99', '表11续!C5': '99' }, 'C1').join()).toContain('表11续!'));
});

it('a part with other columns is not put together: nothing is made of either, and it is said', () => {
  const odd = torn(budget, '表10', 9, ['单位综合预算专项业务经费支出表（续表）'], ['单位：元'], ['单位编码', '单位（项目）名称', '上年数', '项目金额', '项目简介']);
  const report = auditOf({ name: '', book: { ...odd, 表10续: odd.表10续.map((row, i) => (i < 3 ? row : [row[0], row[1], 7, row[2]])) } });
  expect(findings(report).filter((line) => /表10|表13/.test(line))).toEqual([]);
  expect(report.notes.join()).toContain('没有核对；请把它放回一张工作表再审核');
});

it.each([['表10', '表10续!C4', [90_000, 100_000, 300_000]], ['表11', '表11续!K5', [6_000, 5_000]]] as const)('%s: an edit on the second sheet says what a fresh audit says', (name, place, values) => {
  const book = torn(budget, name, name === '表10' ? 9 : 8, ...budget[name].slice(0, name === '表10' ? 3 : 4));
  const auditor = createAuditor();
  const session = openAudit(snapshotOf(book), {}, auditor);
  const sheet = Object.keys(book).indexOf(`${name}续`);
  for (const value of values) {
    session.apply([{ cell: { sheet, row: Number(/\d+$/.exec(place)?.[0]) - 1, column: name === '表10' ? 2 : 10 }, content: { kind: 'number', value } }]);
    expect(findings(session.report)).toEqual(findings(openAudit(snapshotOf(changed(book, { [place]: value })), {}, auditor).report));
  }
});

describe('what stands on the next sheet only', () => {
  const purchases = torn(budget, '表11', 8, ...budget.表11.slice(0, 4));

  it('text of the blank form', () => {
    expect(findings(auditOf({ name: '', book: changed(purchases, { '表11续!E5': '某某XX项目' }) })).filter((line) => line.startsWith('M5'))).toEqual(['M5 表11续!E5']);
  });

  it('figures that a format shows smaller than they are', () => {
    const book = new WorkbookBuilder('测试.xlsx');
    for (const [name, rows] of Object.entries(purchases)) {
      const sheet = book.sheet(name);
      rows.forEach((row, r) => row.forEach((value, c) => {
        if (typeof value === 'number') sheet.number(r, c, value, name === '表11续' && c === 10 ? '0!.0000' : 'General');
        else if (typeof value === 'string') sheet.text(r, c, value);
      }));
      book.add(sheet.finish());
    }
    const { report } = openAudit(book.finish(), {}, createAuditor());
    expect(findings(report).filter((line) => line.startsWith('M2 '))).toEqual(['M2 表11续!K5']);
  });
});

describe('a form of one project that goes on with its indicators on the next sheet', () => {
  const more: Row[] = [[null, '产出指标', '质量指标', '合格率', '≥95%'], [null, '效益指标', '社会效益指标', '满意的居民', '50人'], [null, '满意度指标', '服务对象满意度指标', '满意度', null], [null, '产出指标', '时效指标', '完成时间', '2022年12月底前完成'], [null, '效益指标', '数量指标', '次数', '≥2']];
  const whole = [...budget['表13-1'], ...more];
  const book = (top: readonly Row[]): Book => torn({ ...budget, '表13-1': whole }, '表13-1', 11, ...top);
  const rules = (of: Book): string[] => findings(auditOf({ name: '', book: of })).filter((line) => /^M6/.test(line));

  it.each<[string, readonly Row[]]>([['without anything above them', []], ['below their header', [whole[7]]], ['below 续表 and header', [['单位专项业务经费绩效目标表（续表）'], whole[7]]]])('%s: M6, M6a and M6b see them', (_, top) => {
    expect(rules({ ...budget, '表13-1': whole }).length).toBe(3);
    const at = (row: number): number => row + top.length;
    expect(rules(book(top))).toEqual([`M6 表13-1续!C${at(5)} 表13-1续!B${at(5)}`, `M6a 表13-1续!E${at(3)}`, `M6b 表13-1续!E${at(4)}`]);
    expect(auditOf({ name: '', book: book(top) }).notes.join()).toContain('已合起来核对');
  });

  it('a value merged over rows is one of each', () => {
    const snapshot = snapshotOf(book([whole[7]]), { '表13-1续': { merges: [{ top: 2, bottom: 3, left: 4, right: 4 }] } });
    expect(findings(openAudit(snapshot, {}, createAuditor()).report).filter((line) => line.startsWith('M6a'))).toEqual([]);
  });

  it('what stands on the next sheet above its first heading is under none', () => {
    const lost = book([whole[7]]);
    const { '表13-1续': rows } = lost;
    expect(rules({ ...lost, '表13-1续': [rows[0], [null, null, '服务对象满意度指标', '满意度', '≥90%'], ...rows.slice(1)] }).filter((line) => line.includes('C2'))).toEqual([]);
  });

  it('the form of the next project is no part', () => {
    const { report } = openAudit(snapshotOf(budget), {}, createAuditor());
    expect(report.notes.join()).not.toContain('分在几张工作表上');
  });
});
