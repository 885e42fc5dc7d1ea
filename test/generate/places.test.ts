/** Forms of further places and habits of printing: a sample of `npm run forms -- --places` and `--habits`. */
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { freeze, thaw } from './grid';
import { FORMS, HABITS, makeForm } from './places';

const auditor = createAuditor();
const SAMPLE = ['guizhou', 'henan-unit', 'county-2018', 'jinan', 'final-2017', 'turned'];

it.each(SAMPLE)('%s: nothing is accused, and nearly all of it is checked', (id) => {
  const form = FORMS.find((f) => f.id === id);
  if (!form) throw new Error(`no form ${id}`);
  const { findings, coverage } = openAudit(makeForm(form, 'sample'), {}, auditor).report;
  expect(findings.filter((f) => f.severity !== 'hint')).toEqual([]);
  expect(coverage.coveredCells).toBeGreaterThan(coverage.amountCells * 0.9);
});

/** Form, habit (or none) and the seed under which it was once misread. */
const HABITUAL = [
  ['hospital-round', 'total-both', '2.2'], ['jiangxi-round', 'beside', '2.31'], ['hospital', 'twice', '2.187'], ['final-2017', 'torn-again', '2.29'], ['final-2016-plain', 'torn-bare', '2.30'],
  ['final-2024', 'torn-header', '2.39'], ['shanxi-round', 'spacers', '2.198'], ['liaoning', 'total-bottom', '2.153'], ['pages-round', 'title-spaced', '2.98'], ['jilin-round', '', '77.56'],
  ['hunan-zero', 'torn-again', '91.371'], ['hunan', 'glued-bracket', '91.178'], ['sichuan-carry', 'remarks', '92.20'], ['pages-round', 'twice-sheet', '92.377'], ['qinghai', 'word-wrong-spelling', '93.167'],
  ['turned-round', 'indent', '94.128'], ['turned-round', 'total-column-last', '94.125'], ['hunan', 'beside', '93.202'], ['sichuan', 'year-torn', '93.339'], ['pages', 'twice', '95.319'],
  ['yunnan', '', 'a.1'], ['yunnan-final', '', 'a.1'], ['final-complete', '', 'a.0'], ['final-complete-round', '', 'a.5'], ['county-round', '', 'b.12'],
  ['final-2019', 'unit-columns', '1.0'], ['final-2021', 'total-apart', '1.0'], ['final-2024', 'share-row', '1.0'], ['final-2017', 'line-numbers', '1.0'], ['hunan-zero', 'line-above-header', '1.0'], ['pages-round', 'units-listed', '1.0'],
  ['jiangsu-final', '', '1'], ['sichuan-final', '', '1'], ['inner-mongolia-final', 'glued', '1'], ['beijing-final', 'glued', '2'], ['jiangsu-final', 'serial', '1'], ['jiangsu-final-round', 'torn-again', '1'],
  ['sichuan-final', 'word-lost', '2'], ['sichuan-final', 'empty-zero', '1'], ['inner-mongolia-final', 'word-lost', '1'], ['inner-mongolia-final', 'column-empty', '1'], ['inner-mongolia-final', 'column-empty', '3'],
  ['annexes', '', '1'], ['annexes', 'torn-again', '1'], ['annexes-round', 'word-unknown', '2'], ['annexes-round', 'word-lost', '1'],
  ['annexes', 'codes-dotted', '1'], ['jiangxi-round', '', '1005.33'], ['beijing-final', 'codes-dotted', '2'], ['hunan', 'codes-dotted', '1'], ['final-2024', 'of-which', '1'], ['jiangsu-final', 'of-which', '1'], ['yunnan', 'label-once', '1'],
  ['university', '', '1'], ['university-round', '', '1'], ['university', 'dashes', '2'], ['threefold', '', '1'], ['threefold', 'blank-rows', '1'], ['performance', '', '1'], ['execution', 'split-last', '1'], ['execution', 'unit-header', '1'], ['execution', 'word-lost', '1'], ['execution-round', 'word-lost', '1'],
  ['guizhou', 'subtotals-below', '1'], ['hainan', 'subtotals-below', '1'], ['guizhou', 'decimals', '1'], ['hunan', 'decimals', '1'], ['university', 'decimals', '1'], ['shanxi', 'sides-below', '1'], ['shenzhen', 'carried-otherwise', '1'], ['tianjin-round', '', '7.193'], ['ningxia-round', 'classes-coded', '1'], ['final-2024', 'total-named', '1'], ['jiangsu-final', 'total-then-name', '1'], ['sichuan-final', 'total-of-name', '1'], ['shenzhen', 'total-of-name', '1'], ['final-2024', 'total-otherwise', '1'], ['sichuan-final', 'total-otherwise', '2'],
  ['final-complete', 'torn-header', 'a.382'], ['final-complete', 'word-lost', 'a.395'], ['final-complete-yuan', 'word-unknown', 'a.451'], ['final-complete-yuan', 'word-unknown', '703.51'], ['final-complete-round', 'unit-header', 'a.482'], ['final-complete', 'word-lost', 'n.1'],
] as const;

it.each(HABITUAL)('%s with %s: nothing is accused', (id, habit, seed) => {
  const form = FORMS.find((f) => f.id === id);
  if (!form) throw new Error(`no form ${id}`);
  const { findings } = openAudit(makeForm(form, seed, HABITS.filter((h) => h.id === habit)), {}, auditor).report;
  expect(findings.filter((f) => f.severity !== 'hint')).toEqual([]);
});

it('a list of 功能 codes that lost its title is no table by 经济 classes', () => {
  const form = FORMS.find((f) => f.id === 'execution');
  if (!form) throw new Error('no such form');
  const workbook = thaw(makeForm(form, '1'));
  workbook.sheets.find((s) => s.name === '公开05')?.set(0, 0, null);
  const { report } = openAudit(freeze(workbook), {}, auditor);
  expect(report.tables.filter((t) => t.sheet === '公开05').map((t) => t.id)).toEqual(['G']);
  expect(report.findings.filter((f) => f.severity !== 'hint')).toEqual([]);
});
