import { describe, expect, it } from 'vitest';
import type { RuleOutcome } from '../../src/audit/report/model';
import { submissionOf } from '../../src/desk';
import { alignAmount, figuresOf, formatAmount, formatShare, heldOf, initialState, ledgerOf, listRows, marksOf, missingKind, missingTables, paneVerdict, reduce, tableKey, tableName, treePositions, uncheckedCount, type Action, type ListNames, type Row } from '../../src/taskpane/state';
import { cell, finding, manyFindings, report, table, threeCauses } from './reports';

const names: ListNames = {
  wholeWorkbook: '整个工作簿',
  severity: { error: '错误', warning: '警告', hint: '提示' },
  rule: (rule) => `规则 ${rule}`,
  missing: '缺少的表格',
  uncovered: '没有规则涉及',
  notes: '假定',
  declaredEmpty: '空表',
  passedTable: (failed) => String(failed),
  blankTable: '空表',
  passedAll: (n) => `共 ${n}`,
  missingKind: { missingEmpty: '空表', missingListed: '目录列有', missingAbsent: '没有' },
  rulesPassed: '一致的规则',
  rulesFailed: '不一致的规则',
  rulesNotApplied: '没有用上的规则',
  notApplied: '不适用',
  nothingToCheck: '没有内容',
  listComma: '、',
  listSemicolon: '；',
  heldReading: '…',
  heldNone: '无',
  heldMore: (n: number) => `还有 ${n} 项`,
  outcomeCount: (outcome, n) => `${outcome} ${n}`,
};
const rowsAfter = (made = threeCauses(), ...actions: Action[]): readonly Row[] =>
  listRows([{ type: 'reportReady', report: made, sheetNames: ['表4', '表6'], audited: true } as Action, ...actions].reduce(reduce, initialState), names);
const keys = (rows: readonly Row[]): string[] => rows.map(({ key }) => key);

describe('the list', () => {
  it('shows causes first, then findings without one; a finding stands once', () => {
    expect(keys(rowsAfter())).toEqual(['g:g1', 'g:g2', 'f:f4']);
  });

  it('opens a cause to its identities and an identity to its ledger', () => {
    const rows = rowsAfter(threeCauses(), { type: 'rowToggled', key: 'g:g2' }, { type: 'rowToggled', key: 'g:g2/f:f3' });
    expect(rows.map(({ kind, level }) => [kind, level])).toEqual([
      ['cause', 1], ['cause', 1], ['finding', 2], ['ledger', 3], ['ledger', 3], ['ledger', 3], ['source', 3], ['finding', 1],
    ]);
    expect(rows[3].target).toMatchObject({ sheet: '表4', address: 'F8' });
  });

  it('is arranged by table, rule and weight, headings open', () => {
    const titles = (grouping: 'table' | 'rule' | 'weight'): [string, number][] =>
      rowsAfter(threeCauses(), { type: 'grouped', grouping }).flatMap((row) => (row.kind === 'heading' ? [[row.title, row.count] as [string, number]] : []));
    expect(titles('table')).toEqual([['表4 部门综合预算财政拨款收支总表', 2], ['表6 部门综合预算一般公共预算支出明细表', 1], ['整个工作簿', 1]]);
    expect(titles('weight')).toEqual([['错误', 3], ['警告', 1]]);
    expect(titles('rule').map(([title]) => title)).toEqual(['规则 B06.sum', '规则 X05-06', '规则 X01-04', '规则 D01']);
    expect(rowsAfter(threeCauses(), { type: 'grouped', grouping: 'weight' }, { type: 'rowToggled', key: 'h:weight:error' })).toHaveLength(3);
  });

  it('is filtered by words, amounts with and without separators, weight and table', () => {
    expect(keys(rowsAfter(threeCauses(), { type: 'filtered', query: '55,200.00 表1' }))).toEqual(['g:g2']);
    expect(keys(rowsAfter(threeCauses(), { type: 'filtered', query: '65200' }))).toEqual(['g:g2']);
    expect(keys(rowsAfter(threeCauses(), { type: 'filtered', severity: 'warning' }))).toEqual(['f:f4']);
    expect(keys(rowsAfter(threeCauses(), { type: 'filtered', table: '' }))).toEqual(['f:f4']);
    expect(keys(rowsAfter(threeCauses(), { type: 'outcomeChosen', outcome: 'rounding' }))).toEqual(['f:f5']);
  });

  it('leads from a number to that many rows', () => {
    const made = threeCauses();
    const state = reduce(initialState, { type: 'reportReady', report: made, sheetNames: ['表4', '表6'], audited: true });
    const verdict = paneVerdict(state);
    expect(verdict).toEqual({ state: 'problems', causes: 3, errorCauses: 2, errors: 3, warnings: 1, hints: 0, inconsistent: 4, rounding: 1, explained: 0 });
    expect(rowsAfter()).toHaveLength(3);
    expect(keys(rowsAfter(made, { type: 'outcomeChosen', outcome: 'inconsistent' }))).toEqual(['f:f1', 'f:f2', 'f:f3', 'f:f4']);
    expect(keys(rowsAfter(made, { type: 'ruleChosen', rule: 'B06.sum' }))).toEqual(['f:f1']);
    const unchecked = rowsAfter(made, { type: 'tabChosen', tab: 'unchecked' }).filter(({ key }) => !/^u:(notes|empty)/.test(key));
    expect(unchecked.filter(({ kind }) => kind === 'line')).toHaveLength(uncheckedCount(made));
  });

  it('keeps a mended finding where it stood, closed and struck through', () => {
    const before = report({ findings: [finding('a'), finding('b'), finding('c')] });
    const rows = rowsAfter(before, { type: 'rowToggled', key: 'f:b' }, { type: 'rechecked', report: report({ findings: [finding('a'), finding('c')] }), holding: new Set(['b']) });
    expect(keys(rows)).toEqual(['f:a', 'f:b', 'f:c']);
    expect(rows[1]).toMatchObject({ gone: 'mended', expanded: undefined });
  });

  it('strikes a mended cause through as a whole', () => {
    const { findings, groups, ...rest } = threeCauses();
    const next = { ...rest, findings: findings.filter(({ id }) => id !== 'f3'), groups: groups.filter(({ id }) => id !== 'g2') };
    const rows = rowsAfter(threeCauses(), { type: 'rechecked', report: next, holding: new Set(['f3']) });
    expect(rows.map((row) => [row.key, 'gone' in row && row.gone])).toEqual([['g:g1', null], ['g:g2', 'mended'], ['f:f4', null]]);
  });

  it('lists what was not checked with its reasons, and what passed by table', () => {
    const unchecked = rowsAfter(threeCauses(), { type: 'tabChosen', tab: 'unchecked' });
    expect(unchecked.filter(({ kind }) => kind === 'heading').map((row) => row.kind === 'heading' && row.title)).toEqual(['表2 不在工作簿中', '缺少的表格', '没有规则涉及', '假定']);
    expect(unchecked.find((row) => row.kind === 'line' && row.title === '表13 C5:D9')?.target).toEqual({ sheet: '表13', address: 'C5:D9' });
    const passed = rowsAfter(threeCauses(), { type: 'tabChosen', tab: 'passed' });
    expect(passed.map((row) => row.kind === 'line' && row.tick)).toEqual([false, false, false]);
  });

  it('ticks no rule of which something asks to be looked at, though nothing differs for certain', () => {
    const made = report({
      findings: [finding('a', { rule: 'N02.2', severity: 'warning', outcome: 'insufficient' })],
      rules: [{ rule: 'N02.2', text: '收入总表', tables: ['B06'], source: '', outcomes: { consistent: 7, inconsistent: 0, rounding: 0, notApplicable: 4, insufficient: 0 } }],
    });
    const [heading, line] = rowsAfter(made, { type: 'tabChosen', tab: 'passed' });
    expect([heading.kind === 'heading' && heading.title, line.kind === 'line' && line.tick, line.kind === 'line' && line.failed]).toEqual(['不一致的规则', false, { rule: 'N02.2', count: 1 }]);
    expect(rowsAfter(made, { type: 'outcomeChosen', outcome: 'inconsistent' })).toHaveLength(0);
  });

  it('lists what passed by rule: what held, what did not and leads to its findings, what was not applied and why', () => {
    const outcomes = { consistent: 0, inconsistent: 0, rounding: 0, notApplicable: 0, insufficient: 0 };
    const rule = (id: string, tables: string[], more: Partial<typeof outcomes>): RuleOutcome => ({ rule: id, text: `${id} 的文字`, tables, source: '', outcomes: { ...outcomes, ...more } });
    const made = {
      ...threeCauses(),
      rules: [
        rule('B06.1', ['B06', 'B04'], { consistent: 12, rounding: 2 }),
        rule('X01-04', ['B04'], { consistent: 3, inconsistent: 1 }),
        rule('B02.sum', ['B02'], { insufficient: 1 }),
        rule('X2a', [], { notApplicable: 1 }),
      ],
    };
    const rows = rowsAfter(made, { type: 'tabChosen', tab: 'passed' });
    expect(rows.map((row) => ('title' in row ? [row.title, row.kind === 'line' ? row.detail : row.count] : []))).toEqual([
      ['一致的规则', 1],
      ['B06.1 的文字', 'consistent 12 · rounding 2 · 表6、表4'],
      ['不一致的规则', 1],
      ['X01-04 的文字', 'consistent 3 · inconsistent 1 · 表4'],
      ['没有用上的规则', 2],
      ['B02.sum 的文字', '表2 不在工作簿中'],
      ['X2a 的文字', '不适用'],
    ]);
    expect(rows[3]).toMatchObject({ tick: false, failed: { rule: 'X01-04', count: 1 } });
    expect(keys(rowsAfter(made, { type: 'tabChosen', tab: 'passed' }, { type: 'ruleChosen', rule: 'X01-04' }))).toEqual(['f:f3']);
    expect(keys(rowsAfter(made, { type: 'tabChosen', tab: 'passed' }, { type: 'passedArranged', by: 'table' }))).toEqual(['p:all', 'held:table:B04:%E8%A1%A84', 'held:table:B06:%E8%A1%A86']);
  });

  it('tells the same table of several units apart: each has its own findings', () => {
    const made = report({
      tables: ['甲', '乙', '丙'].map((sheet) => table('B06', '支出明细表', sheet)),
      findings: [finding('f1', { cells: [cell('乙', 'E16', '1')] }), finding('f2', { cells: [cell('丙', 'E16', '1')] })],
    });
    const headings = rowsAfter(made, { type: 'grouped', grouping: 'table' }).flatMap((row) => (row.kind === 'heading' ? [row.title] : []));
    expect(headings).toEqual(['乙 支出明细表', '丙 支出明细表']);
    expect(keys(rowsAfter(made, { type: 'filtered', table: tableKey(made.tables[2]) }))).toEqual(['f:f2']);
    const passed = rowsAfter(made, { type: 'tabChosen', tab: 'passed' }, { type: 'passedArranged', by: 'table' }).filter((row) => row.kind === 'line');
    expect(passed.map(({ title, detail, tick }) => [title, detail, tick])).toEqual([['甲 支出明细表', '0', true], ['乙 支出明细表', '1', false], ['丙 支出明细表', '1', false]]);
    expect(passed.map(({ key }) => heldOf(key))).toEqual(['甲', '乙', '丙'].map((sheet) => ({ by: 'table', id: 'B06', sheet })));
  });

  it('counts what was not checked as the list of files does', () => {
    const rows = rowsAfter(report(), { type: 'tabChosen', tab: 'unchecked' }).filter((row) => row.kind === 'line' && !row.key.startsWith('u:notes'));
    const { notChecked } = submissionOf(report(), { path: '甲.xlsx', size: 1, digest: '', changed: '' });
    expect([notChecked, rows.length]).toEqual([uncheckedCount(report()), uncheckedCount(report())]);
  });

  it('names a table once where its sheet is called as it is', () => {
    const name = (sheet: string, title: string): string => tableName({ sheet, title });
    expect([name('收支总表', '收支总表'), name('预算01表', '预算01表 收支总表'), name('项目表-2', '项目表'), name('表1', '收支总表'), name('表1', '表10 采购')]).toEqual(
      ['收支总表', '预算01表 收支总表', '项目表-2', '表1 收支总表', '表1 表10 采购'],
    );
  });

  it('calls a table without a figure 空表, not passed', () => {
    const made = report({ tables: [table('B04', '总表', '表4'), table('B06', '明细表', '表6', { figures: 0 })] });
    const lines = rowsAfter(made, { type: 'tabChosen', tab: 'passed' }, { type: 'passedArranged', by: 'table' }).filter((row) => row.kind === 'line');
    expect(lines.map((row) => row.kind === 'line' && [row.detail, row.tick])).toEqual([['0', true], ['空表', false]]);
  });

  it('counts a table that the 目录 declares empty as not missing, and says so', () => {
    const made = {
      ...threeCauses(),
      missing: [
        { id: 'B02', title: '收入总表', declaredEmpty: false },
        { id: 'B11', title: '政府采购预算表', declaredEmpty: true },
        { id: 'B12', title: '三公经费表', declaredEmpty: false },
      ],
    };
    expect(missingTables(made).map(({ id }) => id)).toEqual(['B02', 'B12']);
    expect(made.missing.map((table) => missingKind(made, table))).toEqual(['missingListed', 'missingEmpty', 'missingAbsent']);
  });

  it('moves an explained finding to its own tab, with the words', () => {
    const explained: Action = { type: 'explained', findings: ['f4'], words: { text: '表2 另报', by: '', date: '2026-03-01' } };
    expect(keys(rowsAfter(threeCauses(), explained))).toEqual(['g:g1', 'g:g2']);
    expect(rowsAfter(threeCauses(), explained, { type: 'tabChosen', tab: 'explained' })[0]).toMatchObject({ explanation: { text: '表2 另报', standing: 'own' } });
  });

  it('lists 10,000 findings in well under a tenth of a second', () => {
    const made = manyFindings(10_000);
    // The best of three: the rest is what else the machine does.
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      expect(rowsAfter(made, { type: 'grouped', grouping: 'table' })).toHaveLength(10_002);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(500);
  });

  it('tells screen readers where a row stands among its siblings', () => {
    const rows = rowsAfter(threeCauses(), { type: 'rowToggled', key: 'g:g1' });
    expect(treePositions(rows)).toEqual([{ position: 1, size: 3 }, { position: 1, size: 2 }, { position: 2, size: 2 }, { position: 2, size: 3 }, { position: 3, size: 3 }]);
  });
});

describe('a ledger', () => {
  it('shows both sides, the sum where there is more than one term, and the signed difference', () => {
    const { lines, integerWidth, fractionWidth } = ledgerOf(finding('a'));
    expect(lines.map(({ kind, operator, amount }) => [kind, operator, amount.integer + amount.fraction])).toEqual([
      ['term', '', '350,000.00'],
      ['term', '=', '300,000.50'],
      ['term', '+', '70,199.50'],
      ['sum', '', '370,200.00'],
      ['difference', '', '−20,200.00'],
    ]);
    expect([integerWidth, fractionWidth]).toEqual([7, 3]);
  });

  it('shows coefficients, and cells that stand on no side', () => {
    const { lines } = ledgerOf(
      finding('a', {
        left: null,
        difference: null,
        cells: [cell('表1', 'A1', '1', { side: 'right', coefficient: -1 }), cell('表1', 'A2', '2', { side: 'right', coefficient: -2 }), cell('表1', 'A3', '文字')],
      }),
    );
    expect(lines.map(({ operator, kind }) => [kind, operator])).toEqual([['term', '=−'], ['term', '−2 ×'], ['sum', ''], ['place', '']]);
  });
});

describe('amounts', () => {
  it.each([
    ['425400', '425,400.00'],
    ['-1234567.5', '−1,234,567.50'],
    ['0.0001', '0.0001'],
    ['-0.00', '0.00'],
    ['12345678901234567890.12', '12,345,678,901,234,567,890.12'],
    ['#REF!', '#REF!'],
  ])('%s → %s', (given, shown) => expect(formatAmount(given)).toBe(shown));

  it('signs differences and cuts at the decimal point', () => {
    expect(formatAmount('20200', true)).toBe('+20,200.00');
    expect(alignAmount('-5.125')).toEqual({ integer: '−5', fraction: '.125', isAmount: true });
  });

  it('never rounds a coverage up to the whole', () => {
    expect([formatShare(9999, 10_000), formatShare(10, 10), formatShare(0, 0)]).toEqual(['99.9%', '100%', '–']);
  });
});

describe('marks', () => {
  it('accuses suspects, totals and subjects, never the terms of a sum', () => {
    const marks = marksOf(threeCauses(), ['目录', '表1', '表4', '表6']);
    expect(marks.map(({ cell: { sheet, row, column }, style }) => [sheet, row, column, style])).toEqual([
      [3, 15, 4, 'suspect'], [3, 15, 7, 'suspect'], [2, 7, 5, 'suspect'],
      [3, 6, 4, 'error'], [3, 6, 4, 'error'], [2, 7, 5, 'error'], [0, 3, 2, 'warning'], [3, 6, 4, 'hint'],
    ]);
  });

  it('writes no more notes to a cell than fit a note', () => {
    const notes = marksOf(manyFindings(10_000), ['表6']).map(({ style }) => style);
    expect(notes).toEqual([...Array<string>(1).fill('warning'), ...Array<string>(5).fill('error'), ...Array<string>(4).fill('warning')]);
  });

  it('leaves out what was explained and sheets that are gone', () => {
    const explained = Object.fromEntries(threeCauses().findings.map((one) => [one.id, { text: '另报', by: '', date: '', figures: figuresOf(one), isTheirs: false }]));
    expect(marksOf(threeCauses(), ['表6'], explained)).toEqual([]);
    expect(marksOf(threeCauses(), ['表6']).every(({ cell: { sheet } }) => sheet === 0)).toBe(true);
  });
});
