/** A department's tables and those of its units in one workbook: relations between tables hold body by body. */
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import type { WorkbookReport } from '../../src/audit/report/model';
import { freeze, thaw, type Sheet, type Workbook } from '../generate/grid';
import { FORMS, makeForm } from '../generate/places';

const auditor = createAuditor();

/** The sheets of three bodies in one form, one after the other or table by table, without the sheet of the first that `lost` names. */
function bodies(id: string, takeTurns: boolean, lost: number): Workbook {
  const form = FORMS.find((f) => f.id === id);
  if (!form) throw new Error(`no form ${id}`);
  const books = ['a', 'b', 'c'].map((seed) => thaw(makeForm(form, seed)).sheets);
  books.slice(1).forEach((sheets, n) => sheets.forEach((sheet) => (sheet.name = `${sheet.name.slice(0, 25)}_${n + 2}`)));
  const of = (n: number): (Sheet | undefined)[] => books[n].map((sheet, i) => (n === 0 && i === lost ? undefined : sheet));
  const all = takeTurns ? books[0].flatMap((_, i) => [0, 1, 2].map((n) => of(n)[i])) : [0, 1, 2].flatMap(of);
  return { name: '部门预算.xlsx', sheets: all.filter((sheet) => sheet !== undefined) };
}

const accused = ({ findings }: WorkbookReport): string[] => findings.filter((f) => f.severity !== 'hint').map((f) => `${f.rule} ${f.cells.map((c) => `${c.sheet}!${c.address}`).join(' ')}`);

it.each([
  ['beijing-final', false, 3], ['jiangsu-final', true, 4], ['henan', false, 0], ['final-2021', true, 1],
  // Without a name on any table: the set begins anew.
  ['shanxi', false, 1], ['hebei', false, 2],
  // The first of each kind, the second of each: of a kind of which one is missing nobody can tell whose the others are.
  ['shanxi', true, 1], ['hebei', true, 2], ['shanxi', true, 0], ['hebei', true, 0],
] as const)('%s: what the first body lacks is not taken from the next', (id, takeTurns, lost) => {
  expect(accused(openAudit(freeze(bodies(id, takeTurns, lost)), {}, auditor).report)).toEqual([]);
});

it.each([['beijing-final', false], ['shanxi', false], ['shanxi', true]] as const)('%s: relations between the tables of the second body are checked, too', (id, takeTurns) => {
  const workbook = bodies(id, takeTurns, -1);
  const clean = openAudit(freeze(workbook), {}, auditor).report;
  const sheet = workbook.sheets.filter((s) => s.name.endsWith('_2'))[1];
  // The first two figures of 收入总表: the total and a part of it.
  for (const { row, column, cell } of [...sheet.cells()].filter((c) => typeof c.cell.value === 'number').slice(0, 2)) sheet.set(row, column, Number(cell.value) + 100);
  const fresh = openAudit(freeze(workbook), {}, auditor).report.findings.filter((f) => f.severity === 'error' && !clean.findings.some((old) => old.id === f.id));
  const sheets = fresh.map((f) => [...new Set(f.cells.map((c) => c.sheet))]);
  expect(sheets.some((of) => of.length > 1)).toBe(true);
  expect(sheets.flat().filter((name) => !name.endsWith('_2'))).toEqual([]);
});

it('says whose tables there are, and what a further body lacks', () => {
  const workbook = bodies('beijing-final', false, -1);
  workbook.sheets = workbook.sheets.filter((sheet) => sheet.name !== '表4_3');
  const { notes, unchecked } = openAudit(freeze(workbook), {}, auditor).report;
  expect(notes.filter((note) => /^工作簿里有 3 个单位的表（.+、.+、.+），表间关系按单位分别核对$/.test(note))).toHaveLength(1);
  expect(unchecked.filter(({ reason }) => /没有“财政拨款收入支出决算总表”，用到它们的 \d+ 条规则没有核对$/.test(reason))).toHaveLength(1);
});

it('says of which kinds it is not certain whose they are', () => {
  const { unchecked, notes } = openAudit(freeze(bodies('shanxi', true, 1)), {}, auditor).report;
  const loose = unchecked.filter(({ reason }) => /分不清是哪个单位的/.test(reason));
  expect(loose.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^“收入总表”有 2 张，分不清是哪个单位的，\d+ 条表间规则没有用到它们$/)]);
  expect(notes.filter((note) => note.startsWith('工作簿里有 3 个单位的表'))).toHaveLength(1);
  expect(unchecked.filter(({ reason }) => reason.includes('不在工作簿中')).map(({ reason }) => reason)).not.toContain('“收入总表”不在工作簿中');
});

it('checks nothing between tables where too few kinds tell the bodies apart', () => {
  const workbook = bodies('shanxi', true, 1);
  // One of three is missing of every kind but one.
  workbook.sheets = workbook.sheets.filter((_, i) => i % 3 !== (Math.floor(i / 3) % 2) + 1 || i < 3);
  const report = openAudit(freeze(workbook), {}, auditor).report;
  expect(accused(report)).toEqual([]);
  expect(report.unchecked.filter(({ reason }) => /分不清是哪个单位的/.test(reason)).length).toBeGreaterThan(3);
});
