import { deskTexts } from './desk/deskTexts';
import { say, speak, textsFor, type Language, type Spoken, type Texts } from '../taskpane/text';

/** What the workbench says around the pane. */
const catalogue = {
  title: say('勾稽 · 审核工作台', 'Gouji workbench'),
  files: say('文件', 'Files'),
  openFiles: say('打开文件…', 'Open files…'),
  dropHere: say('也可以把文件、文件夹和公开说明（.docx、.pdf）拖到这里。文件只在本机读取，不上传；打开的文件、改动和情况说明保存在本机浏览器里，下次还在，“清空”时删除。', 'Or drop files, folders and their prose (.docx, .pdf) here. They are read on this machine only; open files, edits and explanations are kept in this browser until you clear them.'),
  dropNow: say('松开即可打开', 'Drop to open'),
  example: say('示例', 'Example'),
  waiting: say('等待', 'waiting'),
  reading: say('读取中', 'reading'),
  auditing: say('核对中', 'auditing'),
  notAudited: say('未审核', 'not audited'),
  failed: say('读不了', 'cannot be read'),
  edited: say('有改动', 'edited'),
  progress: say((done: number, all: number) => `已审核 ${done}/${all} 个文件`, (done, all) => `${done} of ${all} files audited`),
  remove: say((name: string) => `从列表移去 ${name}`, (name) => `Remove ${name} from the list`),
  removeEdited: say(
    (name: string) => `${name} 有改动，移去后改动就没有了。确定移去吗？需要保留，请先“另存为”。`,
    (name) => `${name} has edits, which go with it. Remove it all the same? To keep them, save it under another name first.`,
  ),
  noFile: say('从左边选择或拖入工作簿。', 'Choose or drop a workbook on the left.'),
  loading: say('正在打开…', 'Opening…'),
  exampleFailed: say('示例工作簿没有打开。请打开自己的文件。', 'The example could not be opened. Please open a file of your own.'),
  sheets: say('工作表', 'Sheets'),
  marksOnSheet: say((name: string, n: number) => `${name} ${n} 处标记`, (name, n) => `${name} ${n} marks`),
  sheetGrid: say((name: string) => `工作表 ${name}`, (name) => `Sheet ${name}`),
  editing: say('编辑单元格', 'Edit the cell'),
  address: say('单元格地址，回车转到', 'Cell address; Enter goes there'),
  noSuchCell: say((text: string) => `没有单元格“${text}”。写法：E16 或 表6!E16。`, (text) => `There is no cell “${text}”. Write E16 or Sheet!E16.`),
  content: say('单元格内容', 'Cell content'),
  formulaKeptAsText: say(
    (cells: readonly string[]) => `${cells.join('、')} 的公式这里算不出来，按文字保存了。这里能算 SUM、ROUND、加减乘除和引用；请直接输入结果，或在 Excel 中改。`,
    (cells) => `The formula in ${cells.join(', ')} cannot be computed here and was kept as text. SUM, ROUND, the four operations and references can; type the result, or correct it in Excel.`,
  ),
  undo: say('撤销', 'Undo'),
  redo: say('恢复', 'Redo'),
  freeze: say('冻结上方行', 'Freeze the rows above'),
  unfreeze: say('取消冻结', 'Unfreeze'),
  saveAs: say('另存为…', 'Save as…'),
  saveWarning: say(
    '另存的文件只含数值、公式和数字格式，不保留颜色、边框、列宽和批注；公式结果以 Excel 重新计算为准。原文件不变，报送请在原文件中改数。',
    'The saved file holds values, formulas and number formats only: no colours, borders, column widths or notes; let Excel recalculate the formulas. The original stays as it is; correct that one before you hand it in.',
  ),
  saveNow: say('另存为 .xlsx', 'Save as .xlsx'),
  savedSuffix: say('-修改', '-edited'),
  exportChecklist: say('导出检查表（.xlsx）', 'Export a checklist (.xlsx)'),
  exportJson: say('导出报告（.json）', 'Export the report (.json)'),
  exportExplanations: say('导出情况说明（.json）', 'Export the explanations (.json)'),
  exportFailed: say('没有导出。请再试一次；仍不成功，请减少文件后再导出。', 'Nothing was exported. Try again; if it fails again, export fewer files.'),
  checklistName: say('勾稽检查表', 'gouji-checklist'),
  reportName: say('勾稽审核报告', 'gouji-report'),
  explanationsName: say('gouji-情况说明', 'gouji-explanations'),
  resizePane: say('调整窗格宽度', 'Width of the pane'),
} as const;

export type WorkbenchTexts = Spoken<typeof catalogue> & { readonly desk: Spoken<typeof deskTexts> };

/** The pane's and the workbench's texts in one. */
export function workbenchTextsFor(locale: string | undefined): Texts & WorkbenchTexts {
  const texts = textsFor(locale);
  const language: Language = texts.language;
  return { ...texts, ...speak(catalogue, language), desk: speak(deskTexts, language) };
}
