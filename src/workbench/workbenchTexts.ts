import type { CopyKind } from '../files';
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
  moreSheets: say((n: number) => `… 还有 ${n} 张`, (n) => `… ${n} more`),
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
  saveWarning: say<Readonly<Record<CopyKind, (edits: number) => string>>>(
    {
      package: (edits) => `副本保留原文件的全部内容：格式、批注、图表、打印设置、保护和宏；${edits === 0 ? '没有改过单元格' : `只改 ${edits} 个单元格`}。原文件不变。`,
      signed: (edits) => `原文件带有数字签名，副本的签名将失效。其余内容全部保留；${edits === 0 ? '没有改过单元格' : `只改 ${edits} 个单元格`}。原文件不变。`,
      encrypted: () => '原文件是加密的，副本另建，不再加密，只含数值、公式、数字格式、合并和隐藏的行列；不保留字体、颜色、边框、列宽、批注、图表和宏。原文件不变。',
      rebuilt: () => '原文件不是 .xlsx 或 .xlsm，副本另建为 .xlsx，只含数值、公式、数字格式、合并和隐藏的行列；不保留字体、颜色、边框、列宽、批注、图表和宏。原文件不变，报送请在原文件中改数。',
    },
    {
      package: (edits) => `The copy keeps all of the original: formats, notes, charts, print setup, protection and macros; ${edits === 0 ? 'no cell was edited' : `only edited cells differ (${edits})`}. The original stays as it is.`,
      signed: (edits) => `The original is digitally signed; the copy's signature will no longer hold. All else is kept; ${edits === 0 ? 'no cell was edited' : `only edited cells differ (${edits})`}. The original stays as it is.`,
      encrypted: () => 'The original is encrypted. The copy is built anew, unencrypted, with values, formulas, number formats, merged cells and hidden rows and columns only: no fonts, colours, borders, widths, notes, charts or macros. The original stays as it is.',
      rebuilt: () => 'The original is no .xlsx or .xlsm. The copy is a new .xlsx with values, formulas, number formats, merged cells and hidden rows and columns only: no fonts, colours, borders, widths, notes, charts or macros. The original stays as it is; correct that one before you hand it in.',
    },
  ),
  saveMarks: say('连同标记', 'With the marks'),
  saveNow: say('保存副本', 'Save the copy'),
  saveFailed: say('副本没有存成：原文件读不了，可能已被改动、移走，或正被其他程序占用。请重新打开原文件再试。', 'The copy was not saved: the original cannot be read; it may have been changed, moved, or held by another program. Open it again and retry.'),
  saveRefused: say(
    (cells: readonly string[]) => `副本已保存，但 ${cells.join('、')} 属于数组公式或模拟运算表，只能在 Excel 中整体修改，仍是原来的内容。`,
    (cells) => `The copy is saved, but ${cells.join(', ')} belong to an array formula or a data table, which Excel changes as a whole only; they stay as they were.`,
  ),
  savedSuffix: say('-修改', '-edited'),
  exportChecklist: say('导出检查表（.xlsx）', 'Export a checklist (.xlsx)'),
  exportJson: say('导出报告（.json）', 'Export the report (.json)'),
  exportExplanations: say('导出情况说明（.json）', 'Export the explanations (.json)'),
  exportFailed: say('没有导出。请再试一次；仍不成功，请减少文件后再导出。', 'Nothing was exported. Try again; if it fails again, export fewer files.'),
  folderFileRead: say(
    (said: number, decided: number) => `已并入情况说明 ${said} 条、处理 ${decided} 个；同一问题、同一文件后写的为准。`,
    (said, decided) => `Explanations taken in: ${said}; decisions: ${decided}. Of two about the same the later one stays.`,
  ),
  folderFileBad: say((path: string) => `“${path}”不是情况说明文件，没有采用。请用工作台“导出情况说明”得到的文件。`, (path) => `“${path}” is no file of explanations and was not taken. Use one that the workbench has exported.`),
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
