import { verdictWords } from '../../audit/report/verdictWords';
import { counted } from './counted';
import { say } from './say';

const list = (names: readonly string[], zh: boolean): string =>
  names.length > 4
    ? names.slice(0, 4).join(zh ? '、' : ', ') + (zh ? ` 等 ${names.length} 张` : ` and ${names.length - 4} more`)
    : names.join(zh ? '、' : ', ');

/** What the pane says about a result: summaries, empty states, announcements, help. */
export const resultTexts = {
  firstOpen: say(
    '还没有审核。点“审核”开始：只读取，不改动任何数字；发现的问题会列在这里。',
    'Not audited yet. “Audit” only reads, no figure is changed; what it finds is listed here.',
  ),
  firstOpenMarks: say(
    '审核后会用条件格式标记问题单元格，随时可清除；不想标记，可在“标记”中关闭。',
    'Afterwards the cells are marked by conditional formats, which can be cleared at any time, or switched off under “Marks”.',
  ),
  unknownWorkbook: say(
    '没有认出预算或决算公开表格。查找过：各表标题（如“部门综合预算收支总表”）、表头栏目、科目编码。',
    'No statutory table was recognised. Looked for: table titles, column headings and subject codes of budgets and final accounts.',
  ),
  unknownNext: say(
    '可以点上方“0 张表已识别”，选择表格类别后再审核；也可以做通用核对，对带科目编码的表核对编码和层级。',
    'Choose “0 tables recognised” above to set the family of tables and audit again, or run the generic check of sheets with account codes.',
  ),
  genericNothing: say(
    '已做通用核对：也没有找到带科目编码和金额的表。请核对是否选错了文件、各表的标题是否还在。',
    'The generic check found no sheet with account codes and amounts either. Check that it is the right file and that its tables still have their titles.',
  ),
  runGeneric: say('做通用核对', 'Run the generic check'),
  noProblems: say(
    (checked: number, unchecked: number, missing: readonly string[]) =>
      `没有发现问题。已查 ${counted(checked)} 项，未查 ${counted(unchecked)} 项` +
      (missing.length > 0 ? `：${list(missing, true)} 不在工作簿中。` : '。'),
    (checked, unchecked, missing) =>
      `No problems found. ${counted(checked)} relation${checked === 1 ? '' : 's'} checked, ${counted(unchecked)} not` +
      (missing.length > 0 ? `: ${list(missing, false)} not in the workbook.` : '.'),
  ),
  uncheckedNone: say('每一项规则都已核对。', 'Every rule was checked.'),
  uncheckedRules: say((n: number) => `${n} 项规则未核对`, (n) => `${n} rule${n === 1 ? '' : 's'} not checked`),
  uncheckedMissing: say('缺少的表格：补齐后重新审核', 'Missing tables: add them and audit again'),
  uncheckedCells: say('没有规则涉及的金额单元格：请人工核对', 'Amount cells that no rule covers: please check by eye'),
  uncheckedNotes: say('审核时的假定', 'What was assumed'),
  passedTable: say((failed: number) => (failed === 0 ? '未发现问题' : `有 ${counted(failed)} 项问题`), (failed) =>
    failed === 0 ? 'no problems' : `${counted(failed)} finding${failed === 1 ? '' : 's'}`,
  ),
  blankTable: say('空表', 'blank form'),
  passedAll: say((n: number) => `共 ${counted(n)} 项核对一致`, (n) => `${counted(n)} relation${n === 1 ? '' : 's'} hold${n === 1 ? 's' : ''}`),
  uncheckedEmpty: say('声明为空表：不计入缺表', 'Declared empty: not counted as missing'),
  passedBy: say('排列', 'Arrange'),
  rulesPassed: say('核对一致的规则', 'Rules that hold'),
  rulesFailed: say('有问题的规则', 'Rules with findings'),
  rulesNotApplied: say('没有用上的规则', 'Rules that were not applied'),
  notApplied: say('前提条件不成立，不适用于本工作簿', 'its condition is not met in this workbook'),
  nothingToCheck: say('表中没有它要核对的内容', 'the tables hold nothing for it to check'),
  heldReading: say('正在列出…', 'Listing…'),
  heldNone: say('这项核对逐格进行，没有可以列出的等式。', 'This is checked cell by cell; there is no equation to list.'),
  heldMore: say((n: number) => `还有 ${counted(n)} 项以上没有列出；请按规则或按表分开看。`, (n) => `${counted(n)} or more are not listed; look at them by rule or by table.`),
  showFindings: say((n: number) => `看 ${counted(n)} 项问题`, (n) => `Show ${counted(n)} finding${n === 1 ? '' : 's'}`),
  passedNone: say('还没有核对一致的项目。', 'Nothing has been found consistent yet.'),
  explainedNone: say(
    '没有写过情况说明。打开一个问题，点“写情况说明”，该问题会移到这里，不再计入问题。',
    'Nothing explained yet. Open a problem and choose “Explain”; it moves here and no longer counts.',
  ),
  states: say(verdictWords.zh, verdictWords.en),
  notJudged: say(
    {
      unknown: '没有认出公开表，没有审核。',
      unchecked: '认出了表，但没有可核对的内容，所以不能说有没有问题。',
      blank: '这是空表：各表基本没有填数，所以不能说有没有问题。填数后请重新审核。',
      partial: '认出的部分没有发现问题；没有认出的工作表没有核对，见“未查”。',
    },
    {
      unknown: 'No known table was recognised; nothing was audited.',
      unchecked: 'Tables were recognised, but nothing in them could be checked; nothing can be said of them.',
      blank: 'Blank forms: the tables hold hardly a figure, so nothing can be said of them. Audit again once they are filled in.',
      partial: 'No problems in what was recognised; the other sheets were not checked, see “Unchecked”.',
    },
  ),
  audited: say(
    (state: string, causes: number, findings: number) => `审核完成：${[state, causes > 0 ? `发现 ${counted(causes)} 个原因，${counted(findings)} 项` : ''].filter(Boolean).join('，')}。`,
    (state, causes, findings) => `Audit finished: ${[state, causes > 0 ? `${counted(causes)} cause${causes === 1 ? '' : 's'}, ${counted(findings)} finding${findings === 1 ? '' : 's'}` : ''].filter(Boolean).join(', ')}.`,
  ),
  rechecked: say(
    (fixed: number, uncheckable: number, fresh: number, left: number) =>
      [fixed > 0 ? `已改正 ${fixed} 项` : '', uncheckable > 0 ? `${uncheckable} 项现在无法核对` : '', fresh > 0 ? `新发现 ${fresh} 项` : '', `还有 ${counted(left)} 个原因`].filter(Boolean).join('，') + '。',
    (fixed, uncheckable, fresh, left) =>
      [fixed > 0 ? `${fixed} mended` : '', uncheckable > 0 ? `${uncheckable} cannot be checked now` : '', fresh > 0 ? `${fresh} new` : '', `${counted(left)} cause${left === 1 ? '' : 's'} left`].filter(Boolean).join(', ') + '.',
  ),
  marked: say((cells: number) => `已标记 ${counted(cells)} 个单元格。`, (cells) => `${counted(cells)} cell${cells === 1 ? '' : 's'} marked.`),
  markedNone: say(
    (state: string) => `没有需要标记的单元格${state === '' ? '' : `：${state}`}。`,
    (state) => `There is no cell to mark${state === '' ? '' : `: ${state}`}.`,
  ),
  markedRefused: say(
    (sheets: readonly string[]) => `${list(sheets, true)} 未能标记，问题仍列在窗格中。`,
    (sheets) => `${list(sheets, false)} could not be marked; the problems are still listed here.`,
  ),
  cleared: say(
    (removed: number): string => (removed === 0 ? '工作簿中没有本工具的标记。' : '标记已清除，工作簿恢复原样。'),
    (removed) => (removed === 0 ? 'There were no marks of ours.' : 'The marks are gone; the workbook is as it was.'),
  ),
  clearedNotAll: say(
    (removed: number, left: readonly { readonly sheet: string; readonly marks: number }[]) =>
      `清除了 ${removed} 处；${left.map(({ sheet, marks }) => `${sheet} 还有 ${marks} 处`).join('、')}，Excel 不让加载项删除（撤销删除后留下的）。请在该表“开始”→“条件格式”→“管理规则”中选“此工作表”，删除公式含 gouji 的规则。`,
    (removed, left) =>
      `${removed} marks are gone; ${left.map(({ sheet, marks }) => `${marks} on ${sheet}`).join(', ')} remain: Excel lets no add-in remove marks that an undo has brought back. On that sheet choose Home, Conditional Formatting, Manage Rules, This Worksheet, and delete the rules whose formula holds gouji.`,
  ),
  helpTitle: say('键盘与说明', 'Keys and notes'),
  helpKeys: say<readonly (readonly [string, string])[]>(
    [
      ['↓ ↑', '上下移动'],
      ['→ ←', '展开、收起'],
      ['Enter', '转到单元格'],
      ['F8 / Shift+F8', '下一处、上一处问题'],
      ['Ctrl+F', '查找'],
      ['Ctrl+P', '打印审核记录'],
      ['F6', '在文件、表格、窗格之间移动（工作台）'],
      ['Esc', '回到列表'],
    ],
    [
      ['↓ ↑', 'move'],
      ['→ ←', 'open, close'],
      ['Enter', 'go to the cell'],
      ['F8 / Shift+F8', 'next, previous problem'],
      ['Ctrl+F', 'search'],
      ['Ctrl+P', 'print the record of the audit'],
      ['F6', 'between files, sheet and pane (workbench)'],
      ['Esc', 'back to the list'],
    ],
  ),
  helpPrivacy: say(
    '所有核对都在本机完成，不上传任何数据。标记是条件格式，不改动数字和原有格式。',
    'Everything is checked on this machine, nothing is uploaded. Marks are conditional formats; figures and formats stay.',
  ),
  helpKeptInPage: say(
    '打开的文件、改动、情况说明和审核状态保存在本机浏览器里（IndexedDB），关闭或刷新后还在；在全部文件的列表页点“清空”，全部删除。要交给别人，请用“另存为”和“导出情况说明”；把导出的情况说明文件拖进来即可导入。',
    'Open files, edits, explanations and states are kept in this browser on this machine (IndexedDB) and come back after a reload; “Clear all” on the page that lists all files deletes them. To hand them on, use “Save as” and “Export the explanations”; drop an exported file of explanations here to import it.',
  ),
  helpKeptInExcel: say(
    '情况说明和设置保存在工作簿里，随文件保存；语言和紧凑显示保存在本机。',
    'Explanations and settings are kept in the workbook and saved with it; language and density are kept on this machine.',
  ),
  helpWay: say((apiSet: string) => `当前 Excel 支持 ExcelApi ${apiSet}。`, (apiSet) => `This Excel supports ExcelApi ${apiSet}.`),
} as const;
