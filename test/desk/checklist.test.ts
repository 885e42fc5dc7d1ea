import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { figuresOf, withExplanations } from '../../src/audit/report/explanations';
import type { WorkbookReport } from '../../src/audit/report/model';
import { compareRoster, ordered, unreadableSubmission, withStandings } from '../../src/desk';
import { batchChecklist, checklistNames, summaryDocument, unitChecklist } from '../../src/desk/checklist';
import { readWorkbook } from '../../src/files';
import { printedHtml, writePrinted, type PrintedSheet, type PrintedValue } from '../../src/files/printed';
import { plain } from '../host/workbooks';
import { finding, group, report, suspect, table } from '../taskpane/reports';
import { file, submission } from './support';

const options = { lang: 'zh', reviewer: '', date: '' } as const;
const audit = async (name: string): Promise<WorkbookReport> => openAudit(await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${name}`)), name)).report;
const said = (value: PrintedValue): string | number => (typeof value === 'string' ? value : 'count' in value ? value.count : `${value.amount} ${value.unit}`.trim());
const texts = ({ rows }: PrintedSheet): (string | number)[][] => rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : said(cell.value))));
const sheetOf = (made: WorkbookReport): PrintedSheet => unitChecklist(made, options).sheets[0];
const headings = (sheet: PrintedSheet): unknown[] => texts(sheet).filter((_, i) => sheet.rows[i].cells[0]?.look === 'section').map(([heading]) => heading);

describe('the 检查表 of a unit', () => {
  it('of 002 says causes first, cell by cell with what is and what should be', async () => {
    const sheet = sheetOf(await audit('002.xlsx'));
    const rows = texts(sheet);
    expect(rows[0]).toEqual(['子洲县医疗保险经办机构2024年预算公开审核检查表']);
    expect(headings(sheet)).toEqual(['一、疑似原因（2 个，先看这里：改正后相关的不符项随之消失）', '二、其他问题（3 项）', '三、没有核对的（4 种情况，不等于没有问题）']);
    const first = rows.findIndex(([number]) => number === '1');
    expect(rows.slice(first, first + 3).map((row) => row.slice(0, 6))).toEqual([
      ['1', '错误', '表6', 'E16\n商品和服务支出(302) 合计', '405200.00 元', '425400.00 元'],
      ['', '', '表6', 'H16\n商品和服务支出(302) 专项业务经费支出', '350000.00 元', '370200.00 元'],
      ['2', '错误', '表4', 'F8\n(2)商品和服务支出', '65200.00 元', '55200.00 元'],
    ]);
    expect(rows[first][6]).toMatch(/^疑似 表6!E16、H16 漏计 30228 工会经费 20,200\.00：.*\n依据：表6 合计行等于各类之和，类等于款之和（B06\.2）；/);
    expect(rows.filter((row) => row[1] === '错误').every((row) => row[7] === '')).toBe(true);
  });

  it('of a table moved by a row is two pages, not fifty rows', async () => {
    const rows = texts(sheetOf(await audit('forms/xian-2022-b.xlsx'))).filter(([, level]) => ['错误', '警告', '提示'].includes(String(level)));
    expect(rows.length).toBeLessThan(20);
    expect(rows[0].slice(2, 6)).toEqual(['表6', 'F15、F16、F17 等', '', '']);
    expect(rows.filter((row) => String(row[6]).startsWith('同类问题共 4 项')).map((row) => row.slice(2, 4))).toContainEqual(['表5', 'D9、D10、D15、\nD25']);
  });

  it('never lists thousands of findings of one kind', () => {
    const many = Array.from({ length: 3000 }, (_, i) => finding(`f${i}`, { cells: [{ sheet: '表6', address: `E${i + 1}`, role: 'subject', value: '1', label: 'x' }] }));
    const sheet = sheetOf(report({ findings: many }));
    expect(sheet.rows.length).toBeLessThan(20);
    expect(texts(sheet).find(([number]) => number === '1')?.slice(2, 4)).toEqual(['表6', 'E1、E2、E3、\nE4、E5、E6、\nE7、E8 等 3,000 处']);
  });

  it('has the prose, what was explained and what was not checked in sections of their own', () => {
    const text = { file: '说明.docx', paragraph: 12, quote: '原因是是', start: 0, end: 4, right: '原因是' };
    const explained = finding('e');
    const made = report({ findings: [finding('t'), finding('p', { text, cells: [] }), explained], unchecked: [{ rule: 'X1', reason: '没有表2' }, { rule: 'X2', reason: '没有表2' }] });
    const sheet = sheetOf(withExplanations(made, { e: { text: '年中追加', by: '张三', date: '2026-03-01', figures: figuresOf(explained), isTheirs: false } }));
    expect(headings(sheet)).toEqual(['一、其他问题（1 项）', '二、公开说明（文字，1 处）', '三、已有情况说明的（1 项，不再计数）', '四、没有核对的（1 种情况，不等于没有问题）']);
    const rows = texts(sheet);
    expect(rows.find(([number]) => number === '2')?.slice(2, 6)).toEqual(['公开说明', '第 12 段', '原因是是', '原因是']);
    expect(rows.find(([number]) => number === '3')?.[7]).toBe('年中追加\n张三、2026-03-01');
    expect(rows.find(([reason]) => reason === '没有表2')).toEqual(['没有表2', 'X1、X2']);
  });

  it('says the unit once where all tables share it', () => {
    const made = report({ tables: [table('B06', '表', '表6', { unit: 'wanyuan' })], findings: [finding('a')], groups: [group('g', ['a'], [suspect('表6', 'E16', '1.5', '')])] });
    const rows = texts(sheetOf(made));
    expect(rows[2]).toEqual([expect.stringMatching(/金额单位：万元$/)]);
    expect(rows.find(([number]) => number === '1')?.slice(4, 6)).toEqual(['1.5', '（空白）']);
  });
});

describe('a printed file', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-1+1', '@SUM(A1)'])('keeps %s a text, also when it is edited', async (text) => {
    const made = report({ file: text, unit: text, findings: [finding('f', { message: text, cells: [{ sheet: text, address: 'A1', role: 'subject', value: text, label: text }] })] });
    const snapshot = await readWorkbook(writePrinted(unitChecklist(made, options)), 'x.xlsx');
    expect(snapshot.sheets.every(({ formulas }) => formulas.size === 0)).toBe(true);
    const [{ cells }] = plain(snapshot) as { cells: unknown[][] }[];
    expect(cells.filter((cell) => typeof cell[3] === 'string').every((cell) => cell[4] === '@')).toBe(true);
  });

  it('holds amounts as numbers with their format, and one that no number holds as text', async () => {
    const made = (current: string) => report({ findings: [finding('a')], groups: [group('g', ['a'], [suspect('表6', 'E16', current, null)])] });
    const cellsOf = async (current: string) => (plain(await readWorkbook(writePrinted(unitChecklist(made(current), options)), 'x.xlsx')) as { cells: unknown[][] }[])[0].cells;
    expect((await cellsOf('405200.00')).filter(([, column, , value]) => column === 4 && typeof value === 'number').map((cell) => cell.slice(3, 5))).toEqual([[405200, '#,##0.00####_)']]);
    expect((await cellsOf('12345678901234567.89')).filter(([, column, , value]) => column === 4 && value !== '现为').map((cell) => cell[3])).toEqual(['12345678901234567.89']);
  });

  it('is the same bytes every time, and one HTML page without anything from elsewhere', async () => {
    const document = unitChecklist(report({ unit: '<b>&', findings: [finding('f')] }), options);
    expect(writePrinted(document)).toEqual(writePrinted(document));
    const html = printedHtml([document], '检查表', 'zh');
    expect(html.match(/<main>|<\/main>|<h1>/g)).toEqual(['<main>', '<h1>', '</main>']);
    expect(html).toContain('&lt;b&gt;&amp;2024年预算公开审核检查表');
    expect(html).not.toMatch(/<script|src=|https?:/);
  });
});

describe('what comes with many files', () => {
  const list = ordered(withStandings([
    submission('上报/甲局/a.xlsx', { unit: '甲中心', findings: [finding('f')] }), submission('上报/乙局/b.xlsx', { unit: '乙中心' }), unreadableSubmission(file('上报/乙局/坏.xlsx'), '设有打开密码'),
    submission('上报/乙局/c.xlsx', { unit: '乙中心' }, { changed: '2020-01-01' }),
  ]));

  it('is a 汇总表 worst first, with sums, and who is missing', () => {
    const result = compareRoster([{ name: '甲中心', code: '1' }, { name: '丁中心', code: '4' }], list);
    const [summary, figures] = summaryDocument(list, options, { roster: { source: '名册.xlsx', result }, remarks: ['跳过 2 个临时文件'] }).sheets;
    const rows = texts(summary);
    expect(rows[1][0]).toBe('共 3 个文件：有错误的 1 个，没有发现错误的 1 个，没有认出或读不了的 1 个。另有重复的文件或旧版本 1 个，列在最后，不计入合计。');
    expect(rows.slice(4).map((row) => [row[1], row[2], row[7], row[11], row[12]])).toEqual([
      ['', '乙局/坏.xlsx', '', '读不了', '设有打开密码'], ['甲中心', '甲局/a.xlsx', 1, '审核中', 'B06.sum （1）'], ['乙中心', '乙局/b.xlsx', 0, '审核中', ''],
      ['乙中心', '乙局/c.xlsx', 0, '审核中', '已有更新的版本：b.xlsx'], ['3 个文件', '', 0, '', undefined],
    ]);
    expect(headings(figures)).toContain('名册“名册.xlsx”：2 个单位，已报 1 个，未报 1 个');
    expect(texts(figures)).toContainEqual(['4 丁中心', '', '', '']);
  });

  it('names every rule and table of its figures, and can be read in print whatever its texts are long', () => {
    const long = '“上报/乙局/坏.xlsx”打不开，可能没有传完，也可能不是工作簿：请单位用 Excel 打开后另存为 .xlsx 再报送';
    const rule = (id: string, text: string) => ({ rule: id, text, tables: [], source: '', outcomes: report().outcomes });
    const made = [
      submission('甲.xlsx', {
        findings: [finding('a', { rule: 'X5', table: 'B06' }), finding('b', { rule: 'X5', table: 'B06' }), finding('c', { rule: 'M1', table: 'B02' }), finding('d', { rule: 'M6', table: 'B02', severity: 'hint' })],
        rules: [rule('X5', '表6 各类与财政拨款收支总表的部门经济分类一致（减政府性基金）；表8 同'), rule('M1', '目录与各表一致')],
        tables: [table('B06', '2024年某单位一般公共预算支出明细表', '表6', { name: '一般公共预算支出明细表' })], missing: [{ id: 'B02', title: '收入总表', declaredEmpty: false }],
      }),
      unreadableSubmission(file('坏.xlsx'), long),
    ];
    const [summary, figures] = summaryDocument(made, options, { roster: null, remarks: [] }).sheets;
    const named = texts(figures).map(([name]) => name);
    expect(named).toEqual(expect.arrayContaining(['X5 表6 各类与财政拨款收支总表的部门经济分类一致（减政府性基金）；表8 同', 'M1 目录与各表一致', '一般公共预算支出明细表', '收入总表']));
    const remarks = summary.rows.slice(4, 6).map(({ cells }) => cells[12]);
    expect(remarks.map((cell) => cell?.look)).toEqual(['shrunk', 'text']);
    expect(remarks[0]?.value).toMatch(/^X5 表6 .*…（2）$/);
    expect(remarks[1]?.value).toBe(long);
    // Causes of errors, as the desk counts them: a hint is none.
    expect(texts(summary)[4].slice(6, 8)).toEqual([3, 3]);
    // What is not read has no figures, and sums are not sorted in among the files.
    expect(texts(summary)[5].slice(6, 11)).toEqual(['', '', '', '', '']);
    const xml = strFromU8(unzipSync(writePrinted({ sheets: [summary] }))['xl/worksheets/sheet1.xml']);
    expect(/<autoFilter ref="([^"]*)"/.exec(xml)?.[1]).toBe('A4:M6');
  });

  it('is one workbook of the 汇总表 and a sheet a unit, or files with names of their own', () => {
    expect(batchChecklist(list, (path) => (path.endsWith('坏.xlsx') ? null : report({ file: path })), options, { roster: null, remarks: [] }).sheets.map(({ name }) => name)).toEqual(['汇总表', '概况', '甲中心', '乙中心', '乙中心(2)']);
    const odd = [submission('x/a', { unit: '甲/乙:中心?' }), submission('b', { unit: '甲 乙 中心' }), submission('CON', { unit: null, year: null, kind: null }), submission('..', { unit: '..' }), submission('长', { unit: '长'.repeat(300) })];
    const names = checklistNames([...list, ...odd], 'zh');
    expect(names).toEqual([
      '坏检查表.xlsx', '甲中心2024年预算检查表.xlsx', '乙中心2024年预算检查表.xlsx', '乙中心2024年预算检查表(2).xlsx',
      '甲 乙 中心2024年预算检查表.xlsx', '甲 乙 中心2024年预算检查表(2).xlsx', '_CON检查表.xlsx', '（没有找到单位名称）2024年预算检查表.xlsx', `${'长'.repeat(40)}2024年预算检查表.xlsx`,
    ]);
  });
});
