import type { ChangeKind, FindingStanding } from '../../../audit/between';
import { say, speak, type Language, type Spoken } from '../../../taskpane/text';
import type { Relation } from '../../errands';

const count = (n: number): string => n.toLocaleString('en-US');

/** What the page says of files set against each other; the command line says the same. */
const catalogue = {
  title: say('文件之间的对照', 'Files against each other'),
  back: say('返回全部文件', 'Back to all files'),
  about: say<Readonly<Record<Relation, string>>>(
    {
      versions: '同一单位前后两次报送：改了哪些格，问题改正了没有，哪些情况说明因金额变动失效。',
      rollup: '部门的表是否逐行逐栏等于各单位之和；对不上的，是哪个单位的哪一格。',
      years: '上年栏、年初结转、决算的预算数，与上年的文件是否一致。',
    },
    {
      versions: 'Two versions of one unit: what was changed, which findings were mended, which explanations lapsed.',
      rollup: 'Whether the department’s tables are the sums of its units’, and whose figure is behind a difference.',
      years: 'Whether last year’s columns, opening balances and budget columns are those of last year’s file.',
    },
  ),
  first: say<Readonly<Record<Relation, string>>>({ versions: '原来的', rollup: '部门的工作簿', years: '上年的' }, { versions: 'Older', rollup: 'Department', years: 'Last year’s' }),
  second: say<Readonly<Record<Relation, string>>>({ versions: '改后的', rollup: '单位', years: '本年的' }, { versions: 'Newer', rollup: 'Units', years: 'This year’s' }),
  choose: say('请选择…', 'Choose…'),
  scope: say(
    { selected: (n: number) => `选中的 ${n} 个文件`, folder: (n: number) => `部门所在文件夹的 ${n} 个文件`, all: (n: number) => `列表中其余 ${n} 个文件` },
    { selected: (n) => `the ${n} selected files`, folder: (n) => `the ${n} files in its folder`, all: (n) => `the other ${n} files of the list` },
  ),
  start: say('开始对照', 'Compare'),
  stop: say('停止', 'Stop'),
  reading: say((done: number, all: number) => `正在读取 ${done}/${all} 个文件`, (done, all) => `reading: ${done} of ${all} files`),
  stopped: say('已停止，没有结果。', 'Stopped without a result.'),
  failed: say('没有做完：程序出错。请减少文件再试；仍不成功，请用命令行 gouji rollup、gouji compare。', 'Not finished: something went wrong. Try fewer files, or gouji rollup and gouji compare on the command line.'),
  exportChecklist: say('导出检查表（.xlsx）', 'Export the checklists (.xlsx)'),
  exportJson: say('导出结果（.json）', 'Export the result (.json)'),
  jsonName: say<Readonly<Record<Relation, string>>>({ versions: '两个版本的对照', rollup: '部门与单位汇总', years: '与上年对照' }, { versions: 'gouji-compare', rollup: 'gouji-rollup', years: 'gouji-years' }),
  result: say('结果', 'Result'),
  nothingCompared: say('没有核对任何数。原因见“没有核对的”。', 'No figure was compared. See what was not checked.'),
  allAgree: say((n: number) => `核对了 ${count(n)} 个数，没有发现不符。`, (n) => `${count(n)} figures compared; nothing found.`),
  found: say(
    (errors: number, warnings: number, hints: number) => `有不符：错误 ${count(errors)} 项，警告 ${count(warnings)} 项，提示 ${count(hints)} 项`,
    (errors, warnings, hints) => `Differences: errors ${count(errors)}, warnings ${count(warnings)}, hints ${count(hints)}`,
  ),
  outcomes: say(
    (consistent: number, inconsistent: number, rounding: number) => `一致 ${count(consistent)} · 不一致 ${count(inconsistent)} · 舍入 ${count(rounding)}`,
    (consistent, inconsistent, rounding) => `consistent ${count(consistent)} · inconsistent ${count(inconsistent)} · rounding ${count(rounding)}`,
  ),
  severity: say({ error: '错误', warning: '警告', hint: '提示' }, { error: 'Error', warning: 'Warning', hint: 'Hint' }),
  causes: say((n: number) => `疑似原因（${n} 个）`, (n) => `Likely causes (${n})`),
  findings: say((n: number) => `不符的格（${n} 项）`, (n) => `Differences (${n})`),
  left: say({ rollup: '部门', years: '本年的文件' }, { rollup: 'Department', years: 'This year’s file' }),
  right: say({ rollup: '各单位之和', years: '上年的文件' }, { rollup: 'Sum of the units', years: 'Last year’s file' }),
  difference: say('相差', 'Difference'),
  unitsBehind: say({ rollup: '涉及的单位', years: '上年' }, { rollup: 'Units', years: 'Last year' }),
  moreUnits: say((n: number) => `等 ${n} 个单位`, (n) => `and others, ${n} in all`),
  unchecked: say((n: number) => `没有核对的（${n} 项）`, (n) => `Not checked (${n})`),
  tables: say((n: number) => `各表（${n} 张）`, (n) => `Tables (${n})`),
  notCompared: say('没有对照', 'not compared'),
  showMore: say((n: number) => `再显示 ${n} 项`, (n) => `Show ${n} more`),
  goTo: say((place: string) => `打开 ${place}`, (place) => `Open ${place}`),
  counts: say(
    ({ mended, same, changed, new: fresh, unchecked }: Readonly<Record<FindingStanding, number>>) => `问题：已改正 ${mended} 项，未改 ${same} 项，未改正但金额有变 ${changed} 项，新出现 ${fresh} 项${unchecked > 0 ? `，没有再核对 ${unchecked} 项` : ''}`,
    ({ mended, same, changed, new: fresh, unchecked }) => `Findings: mended ${mended}, unchanged ${same}, still wrong with other figures ${changed}, new ${fresh}${unchecked > 0 ? `, not checked again ${unchecked}` : ''}`,
  ),
  standing: say<Readonly<Record<FindingStanding, string>>>(
    { mended: '已改正', new: '新出现', same: '未改', changed: '未改正，金额有变', unchecked: '没有再核对' },
    { mended: 'Mended', new: 'New', same: 'Unchanged', changed: 'Still wrong, other figures', unchecked: 'Not checked again' },
  ),
  section: say((name: string, n: number) => `${name}（${n} 项）`, (name, n) => `${name} (${n})`),
  changes: say((n: number) => (n === 0 ? '内容没有改动' : `改动的内容（${n} 处）`), (n) => (n === 0 ? 'Nothing was changed' : `Changed (${n})`)),
  change: say<Readonly<Record<ChangeKind, string>>>(
    { value: '改数', text: '改字', stored: '改存放方式', row: '行', column: '栏', sheet: '工作表' },
    { value: 'figure', text: 'words', stored: 'stored otherwise', row: 'row', column: 'column', sheet: 'sheet' },
  ),
  added: say('新增', 'added'),
  removed: say('删去', 'taken out'),
  blank: say('空白', 'blank'),
  storedAs: say((isText: boolean): string => (isText ? '（文本）' : '（数字）'), (isText) => (isText ? ' (a text)' : ' (a number)')),
  explanations: say((n: number) => `情况说明（${n} 条）`, (n) => `Explanations (${n})`),
  explained: say({ kept: '仍然有效', lapsed: '已失效', needless: '问题已改正，不再需要' }, { kept: 'still holds', lapsed: 'lapsed', needless: 'no longer needed' }),
  was: say((difference: string) => `原说明针对相差 ${difference}`, (difference) => `given for a difference of ${difference}`),
  now: say((difference: string) => `现在相差 ${difference}`, (difference) => `now ${difference}`),
  figuresChanged: say('金额已经变动', 'the figures have changed'),
} as const;

export type BetweenPageTexts = Spoken<typeof catalogue>;

export const betweenPageTexts = (language: Language): BetweenPageTexts => speak(catalogue, language);
