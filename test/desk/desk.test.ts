import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { figuresOf, withExplanations } from '../../src/audit/report/explanations';
import { verdictOf } from '../../src/audit/report/verdict';
import {
  compareRoster, decided, decisionIn, explanationsIn, fileNameKind, filtered, mergeFolderFiles, noFilter, ordered, overviewOf, readFolderFile, rosterOf, submissionOf,
  sumsOf, unreadableSubmission, waitingSubmission, withStandings, writeFolderFile, type FolderFile, type Submission,
} from '../../src/desk';
import { createAuditor } from '../../src/audit/audit';
import { rosterOfFile } from '../../src/desk/rosterFile';
import { FileError, readWorkbook } from '../../src/files';
import { finding, report, threeCauses } from '../taskpane/reports';
import { file, submission } from './support';

const paths = (list: readonly Submission[]): string[] => list.map((one) => one.file.path);
const errors = (n: number) => ({ findings: Array.from({ length: n }, (_, i) => finding(`f${i}`)) });

describe('a submission', () => {
  it('counts what the verdict counts, causes by what happened, tables by the form', () => {
    const made = submissionOf(threeCauses(), file('甲局/002.xlsx'));
    expect(made.verdict).toEqual(verdictOf(threeCauses()));
    expect([made.folder, made.unit, made.state, made.verdict?.errorCauses, made.causes]).toEqual(['甲局', '子洲县医疗保险经办中心', 'reviewing', 2, { omission: 2 }]);
    expect(Object.values(made.rules).reduce((a, b) => a + b, 0)).toBe(4);
  });

  it('takes off what was explained, and counts what has lapsed', () => {
    const [f] = errors(1).findings;
    const said = { text: '年中追加', by: '', date: '', isTheirs: false };
    const of = (figures: string) => submissionOf(withExplanations(report({ findings: [f] }), { [f.id]: { ...said, figures } }), file('a'));
    expect([of(figuresOf(f)), of('1')].map(({ verdict, lapsed, rules }) => [verdict?.errors, verdict?.explained, lapsed, Object.keys(rules).length])).toEqual([[0, 1, 0, 0], [1, 0, 1, 1]]);
  });

  it('keeps 没有认出 and 读不了 apart from 没有发现问题', () => {
    expect([submission('a', { tables: [] }).state, unreadableSubmission(file('b'), '设有打开密码').state, waitingSubmission(file('c')).state]).toEqual(['unknown', 'unreadable', 'waiting']);
  });

  it('bears a decision about its very bytes only', () => {
    const decision = { state: 'passed', by: '李四', at: '2026-03-02', digest: 'a' } as const;
    expect([submission('a'), submission('a', {}, { digest: 'b' })].map((one) => decided(one, decision).state)).toEqual(['passed', 'reviewing']);
    expect(decided(unreadableSubmission(file('b'), 'x'), null).state).toBe('unreadable');
  });
});

describe('the list', () => {
  it('stands worst first: what nobody can say anything of, then by causes; set aside last', () => {
    const list = withStandings([
      submission('d.xlsx'), submission('一处.xlsx', errors(1)), submission('三处.xlsx', errors(3)), unreadableSubmission(file('坏.xlsx'), '坏'),
      submission('没认.xlsx', { tables: [], unit: null, family: null }), submission('三处副本.xlsx', errors(3), { digest: '三处.xlsx' }), submission('c.xlsx'), waitingSubmission(file('等.xlsx')),
    ]);
    const worst = ['坏.xlsx', '没认.xlsx', '三处.xlsx', '一处.xlsx', 'c.xlsx', 'd.xlsx', '等.xlsx', '三处副本.xlsx'];
    expect(paths(ordered(list))).toEqual(worst);
    expect(paths(ordered([...list].reverse()))).toEqual(worst);
    expect(paths(ordered(list, 'errors', true)).slice(0, 3)).toEqual(['三处.xlsx', '三处副本.xlsx', '一处.xlsx']);
    const sums = sumsOf(list);
    expect([sums.files, sums.setAside, sums.errors, sums.withErrors, sums.states.unreadable]).toEqual([8, 1, 4, 2, 1]);
  });

  it('knows copies by their bytes and versions by unit, year and form; the newest leads', () => {
    const of = { unit: '甲中心', year: 2025 };
    const list = withStandings([
      submission('旧.xlsx', of, { changed: '2026-03-01T00:00:00Z' }), submission('新.xlsx', { ...of, unit: ' 甲 中心' }, { changed: '2026-03-05T00:00:00Z' }),
      submission('新 (2).xlsx', of, { digest: '新.xlsx', changed: '2026-03-09T00:00:00Z' }), submission('决算.xlsx', { ...of, family: 'national-final-accounts' }),
      submission('部门.xlsx', { ...of, level: 'department' }), submission('去年.xlsx', { ...of, year: 2024 }), submission('无名1.xlsx', { unit: null }), submission('无名2.xlsx', { unit: null }),
    ]);
    expect(Object.fromEntries(list.map((one) => [one.file.path, one.standing.kind === 'leading' ? one.standing.besides.length : `${one.standing.kind} ${one.standing.of}`]))).toEqual({
      '旧.xlsx': 'older 新.xlsx', '新.xlsx': 2, '新 (2).xlsx': 'copy 新.xlsx', '决算.xlsx': 0, '部门.xlsx': 0, '去年.xlsx': 0, '无名1.xlsx': 0, '无名2.xlsx': 0,
    });
  });

  it('takes a copy with marks of ours for a copy of the file it was made of, whenever it was made', () => {
    const of = { unit: '甲中心', year: 2025 };
    const late = '2026-03-09T00:00:00Z';
    const standings = (list: readonly Submission[]) => withStandings(list).map(({ file, standing }) => [file.path, standing.kind, standing.kind === 'leading' ? standing.besides : standing.of]);
    expect(standings([submission('局/甲.xlsx', of, { contents: 'c' }), submission('局/标/甲.xlsx', of, { contents: 'c', isMarked: true, changed: late })])).toEqual([['局/甲.xlsx', 'leading', ['局/标/甲.xlsx']], ['局/标/甲.xlsx', 'copy', '局/甲.xlsx']]);
    // Alone it is a submission like any other; so is one in which something else was changed.
    expect(standings([submission('标/甲.xlsx', of, { contents: 'c', isMarked: true })])).toEqual([['标/甲.xlsx', 'leading', []]]);
    expect(standings([submission('局/甲.xlsx', of, { contents: 'c' }), submission('标/甲.xlsx', of, { contents: 'd', isMarked: true, changed: late })])[0]).toEqual(['局/甲.xlsx', 'older', '标/甲.xlsx']);
  });

  it('is filtered by words, rule, state and folder', () => {
    const list = [submission('甲局/一.xlsx', { ...errors(1), unit: '医保中心' }), submission('甲局/下/二.xlsx'), submission('乙局/三.xlsx', errors(1))];
    const found = (filter: Partial<typeof noFilter>): string[] => paths(filtered(list, { ...noFilter, ...filter }));
    expect(found({ search: '医保 2024' })).toEqual(['甲局/一.xlsx']);
    expect(found({ search: 'b06.sum' })).toEqual(['甲局/一.xlsx', '乙局/三.xlsx']);
    expect(found({ rule: 'B06.sum', folder: '乙局' })).toEqual(['乙局/三.xlsx']);
    expect(found({ folder: '甲局' })).toEqual(['甲局/一.xlsx', '甲局/下/二.xlsx']);
    expect(found({ states: ['passed'] })).toEqual([]);
    expect(overviewOf(list).rules).toEqual([{ id: 'B06.sum', name: '', count: 2, files: 2, most: [{ name: '乙局/三.xlsx', count: 1 }, { name: '医保中心', count: 1 }] }]);
  });

  it('tells workbooks from what programs leave behind', () => {
    const names = ['甲/预算.XLSX', '甲/~$预算.xlsx', '.~lock.a.xlsx#', '甲/~WRL001.tmp', '__MACOSX/._a.xlsx', '.DS_Store', 'a.xlsx~', '说明.docx', '说明.txt', '合影.jpg', 'gouji-情况说明.json'];
    expect(names.map(fileNameKind)).toEqual(['workbook', 'lock', 'lock', 'temporary', 'temporary', 'temporary', 'temporary', 'document', 'text', 'other', 'explanations']);
  });
});

describe('the roster', () => {
  const list = [submission('甲局/x.xlsx', { unit: '甲局本级' }), submission('甲局/101002-2025.xlsx', { unit: null }), submission('甲局/丙中心预算.xlsx', { unit: null }), submission('别处.xlsx')];

  it('says who is missing and who is not on it, by the name inside, the name or code of the path', () => {
    const roster = rosterOf([['2025年报送名册'], ['序号', '单位编码', '单位名称'], ['1', '101001', '甲局 本级'], ['2', '101002', '乙中心'], ['3', '', '丙中心'], ['4', '10100', '丁中心'], ['', '', '合计']]);
    if ('kind' in roster) throw new Error(roster.kind);
    const { present, missing, unlisted } = compareRoster(roster, list);
    expect(present.map(({ entry, submissions }) => [entry.code, ...paths(submissions)])).toEqual([['101001', '甲局/x.xlsx'], ['101002', '甲局/101002-2025.xlsx'], ['', '甲局/丙中心预算.xlsx']]);
    expect([missing, paths(unlisted)]).toEqual([[{ name: '丁中心', code: '10100' }], ['别处.xlsx']]);
  });

  it('knows a unit by its name without （本级） and （汇总）, the exact name first', () => {
    const found = (files: readonly string[], names: readonly string[]) => {
      const { present, missing, unlisted } = compareRoster(names.map((name) => ({ name, code: '' })), files.map((unit, i) => submission(`${i}.xlsx`, { unit })));
      return [present.map(({ entry, submissions }) => [entry.name, ...submissions.map(({ unit }) => unit)]), missing.map(({ name }) => name), unlisted.map(({ unit }) => unit)];
    };
    expect(found(['市审计局（汇总）'], ['市审计局'])).toEqual([[['市审计局', '市审计局（汇总）']], [], []]);
    expect(found(['市审计局（本级）', '市审计局'], ['市审计局', '市审计局（本级）'])).toEqual([[['市审计局', '市审计局'], ['市审计局（本级）', '市审计局（本级）']], [], []]);
    expect(found(['市审计局'], ['市审计局（本级）', '市财政局'])).toEqual([[['市审计局（本级）', '市审计局']], ['市财政局'], []]);
  });

  it('of a department’s own workbook takes that workbook for none of the units, and for no stranger', () => {
    const of = (name: string) => ({ name, code: '', department: '甲局（汇总）' });
    const list = [submission('部门.xlsx', { unit: '甲局（汇总）', level: 'department' }), submission('一.xlsx', { unit: '甲一中心' })];
    const { present, missing, unlisted } = compareRoster([of('甲局'), of('甲一中心')], list);
    expect([present.map(({ entry }) => entry.name), missing.map(({ name }) => name), paths(unlisted)]).toEqual([['甲一中心'], ['甲局'], []]);
    expect(compareRoster([of('甲局')], list.slice(0, 1)).missing).toEqual([]);
  });

  it('may be a bare list of names; other columns are named, nothing is empty', () => {
    expect(rosterOf([['', '甲'], ['', '乙'], ['', '甲']])).toEqual([{ name: '甲', code: '' }, { name: '乙', code: '' }]);
    expect(rosterOf([['姓名', '电话'], ['张三', '010']])).toEqual({ kind: 'unknownColumns', columns: ['姓名', '电话'] });
    expect([rosterOf([]), rosterOf([['单位名称'], ['合计']])].map((each) => 'kind' in each && each.kind)).toEqual(['empty', 'empty']);
  });

  it('may be a department\'s own workbook: the units of its 收入总表, names without codes; a unit\'s workbook lists none', async () => {
    const auditor = createAuditor();
    const rosterIn = (name: string) => {
      const bytes = new Uint8Array(readFileSync(`test/fixtures/${name}`));
      return rosterOfFile(bytes, () => readWorkbook(bytes, name), auditor);
    };
    expect(await rosterIn('forms/xian-2022-d.xlsx')).toEqual([
      { name: '西安市医疗保障局', code: '245001' },
      { name: '西安市医疗保障经办服务中心', code: '245002' },
      { name: '西安市医疗保险基金管理中心', code: '245003' },
    ].map((unit) => ({ ...unit, department: expect.stringContaining('医疗保障局') as string })));
    expect(await rosterIn('000.xlsx')).toEqual({ kind: 'noUnits', columns: [] });
    const refused = rosterOfFile(new Uint8Array([0xff, 0xd8, 0xff]), () => Promise.reject(new FileError('notAWorkbook', {})), auditor);
    expect(await refused).toEqual({ kind: 'notText', columns: [] });
  });
});

describe('the file beside the workbooks', () => {
  const said = (date: string, text: string) => ({ text, by: '张三', date, figures: '1|2', isTheirs: false });
  const digest = 'a'.repeat(64);
  const one: FolderFile = { workbooks: { '甲/x.xlsx': { f1: said('2026-03-01', '早'), f2: said('', '二') } }, decisions: { '甲/x.xlsx': { state: 'returned', by: '李四', at: '2026-03-02', digest } } };
  const other: FolderFile = { workbooks: { '甲/x.xlsx': { f1: said('2026-03-05', '晚') }, 'y.xlsx': { f3: said('', '三') } }, decisions: { '甲/x.xlsx': { state: 'passed', by: '王五', at: '2026-03-02T09:30', digest } } };

  it('survives writing and reading, and fits its schema', () => {
    const text = writeFolderFile(one);
    expect(new Ajv().validate(JSON.parse(readFileSync('docs/explanations.schema.json', 'utf8')) as object, JSON.parse(text))).toBe(true);
    expect(readFolderFile(text)).toEqual(one);
    const bad = JSON.stringify({ version: 1, workbooks: {}, submissions: { a: { state: 'reviewing', digest }, b: { state: 'passed', digest: 'x' }, c: { state: 'passed', digest, at: 'gestern', by: 'x\u202ey' } } });
    expect(readFolderFile(bad)?.decisions).toEqual({ c: { state: 'passed', by: 'x y', at: '', digest } });
  });

  it('merges with another, whichever comes first: the later word stays', () => {
    const both = mergeFolderFiles(one, other);
    expect(writeFolderFile(mergeFolderFiles(other, one))).toBe(writeFolderFile(both));
    expect(writeFolderFile(mergeFolderFiles(both, one))).toBe(writeFolderFile(both));
    expect([both.workbooks['甲/x.xlsx'].f1.text, both.workbooks['甲/x.xlsx'].f2.text, both.decisions['甲/x.xlsx'].state]).toEqual(['晚', '二', 'passed']);
  });

  it('is looked up by the path, by ends of it, by the name', () => {
    expect(Object.keys(explanationsIn(one, '上报/甲/x.xlsx'))).toEqual(['f1', 'f2']);
    expect([explanationsIn(one, '乙/x.xlsx'), decisionIn(one, '甲/x.xlsx')?.by]).toEqual([{}, '李四']);
    // Opened further up or down, or renamed; never by a name that is any unit's.
    const deep: FolderFile = { workbooks: { '上报/甲/x.xlsx': { f1: said('2026-03-01', '早') }, '上报/乙/x.xlsx': { f1: said('2026-03-01', '乙') } }, decisions: {} };
    expect(['上报 (1)/甲/x.xlsx', '甲/x.xlsx', 'x.xlsx', '丙/x.xlsx', '上报/丙/x.xlsx'].map((path) => explanationsIn(deep, path).f1?.text ?? null)).toEqual(['早', '早', null, null, null]);
    // Two colleagues who have opened it differently: the later word of both.
    const both = mergeFolderFiles(deep, other);
    expect(explanationsIn(both, '上报/甲/x.xlsx').f1.text).toBe('晚');
    expect(explanationsIn(both, '上报/乙/x.xlsx').f1.text).toBe('乙');
  });
});
