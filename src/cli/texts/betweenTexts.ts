import type { ChangeKind, FindingStanding } from '../../audit/between';
import type { Language } from './language';

const count = (n: number): string => n.toLocaleString('en-US');

const zh = {
  old: '原来',
  new: '改后',
  book: { rollup: '部门', years: '本年' },
  others: { rollup: (n: number) => `${count(n)} 个单位`, years: (n: number) => `与 ${count(n)} 个文件对照` },
  nothingCompared: '没有核对任何数',
  verdict: (errors: number, warnings: number, hints: number) =>
    errors + warnings + hints === 0 ? '没有发现不符' : `有不符：错误 ${count(errors)} 项，警告 ${count(warnings)} 项，提示 ${count(hints)} 项`,
  table: (id: string, sheet: string, consistent: number, gaps: number, rounding: number) =>
    `${id.padEnd(5)}${sheet}  一致 ${count(consistent)}${gaps > 0 ? `，不一致 ${count(gaps)}` : ''}${rounding > 0 ? `，舍入 ${count(rounding)}` : ''}`,
  ledger: '各表',
  changes: (n: number) => (n === 0 ? '内容没有改动' : `改动的内容（${count(n)} 处）`),
  more: (n: number) => `… 其余 ${count(n)} 处见 --format json`,
  kind: { value: '改数', text: '改字', stored: '改存放方式', row: '行', column: '栏', sheet: '工作表' } satisfies Record<ChangeKind, string>,
  added: '新增',
  removed: '删去',
  blank: '空白',
  storedAs: (isText: boolean): string => (isText ? '（文本）' : '（数字）'),
  findings: (counts: Readonly<Record<FindingStanding, number>>) =>
    `已改正 ${count(counts.mended)} 项，未改 ${count(counts.same)} 项，未改正但金额有变 ${count(counts.changed)} 项，新出现 ${count(counts.new)} 项${counts.unchecked > 0 ? `，没有再核对 ${count(counts.unchecked)} 项` : ''}`,
  problems: '问题',
  standing: { mended: '已改正', new: '新出现', same: '未改', changed: '未改正，金额有变', unchecked: '没有再核对' } satisfies Record<FindingStanding, string>,
  explanations: (n: number) => `情况说明（${count(n)} 条）`,
  explained: { kept: '仍然有效', lapsed: '已失效', needless: '问题已改正，不再需要' },
  was: (difference: string) => `原说明针对相差 ${difference}`,
  now: (difference: string) => `现在相差 ${difference}`,
  figuresChanged: '金额已经变动',
};

export type BetweenTexts = typeof zh;

const en: BetweenTexts = {
  old: 'Old',
  new: 'New',
  book: { rollup: 'Dept.', years: 'Year' },
  others: { rollup: (n) => `${count(n)} units`, years: (n) => `${count(n)} earlier files` },
  nothingCompared: 'no figure was compared',
  verdict: (errors, warnings, hints) =>
    errors + warnings + hints === 0 ? 'nothing found' : `differences found: errors ${count(errors)}, warnings ${count(warnings)}, hints ${count(hints)}`,
  table: (id, sheet, consistent, gaps, rounding) =>
    `${id.padEnd(5)}${sheet}  consistent ${count(consistent)}${gaps > 0 ? `, inconsistent ${count(gaps)}` : ''}${rounding > 0 ? `, rounding ${count(rounding)}` : ''}`,
  ledger: 'Tables',
  changes: (n) => (n === 0 ? 'Nothing was changed' : `Changed (${count(n)})`),
  more: (n) => `… ${count(n)} more in --format json`,
  kind: { value: 'figure', text: 'words', stored: 'stored otherwise', row: 'row', column: 'column', sheet: 'sheet' },
  added: 'added',
  removed: 'taken out',
  blank: 'blank',
  storedAs: (isText) => (isText ? ' (a text)' : ' (a number)'),
  findings: (counts) =>
    `mended ${count(counts.mended)}, unchanged ${count(counts.same)}, still wrong with other figures ${count(counts.changed)}, new ${count(counts.new)}${counts.unchecked > 0 ? `, not checked again ${count(counts.unchecked)}` : ''}`,
  problems: 'Found',
  standing: { mended: 'Mended', new: 'New', same: 'Unchanged', changed: 'Still wrong, other figures', unchecked: 'Not checked again' },
  explanations: (n) => `Explanations (${count(n)})`,
  explained: { kept: 'still holds', lapsed: 'lapsed', needless: 'no longer needed: the finding is gone' },
  was: (difference) => `given for a difference of ${difference}`,
  now: (difference) => `now ${difference}`,
  figuresChanged: 'the figures have changed',
};

export const betweenTexts: Readonly<Record<Language, BetweenTexts>> = { zh, en };
