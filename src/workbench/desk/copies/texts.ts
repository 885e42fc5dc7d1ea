import { say, speak, type Language, type Spoken } from '../../../taskpane/text';

const catalogue = {
  title: say('另存带标记的副本', 'Save marked copies'),
  about: say(
    (n: number) => `${n} 个文件各另存一份，问题单元格带标记；原文件不变，原有内容一样不少。带数字签名的，副本的签名将失效；加密的不另存；.xls、.ods 等另建为 .xlsx，不保留字体、批注、图表和宏。`,
    (n) => `A copy of each of ${n} files, with the wrong cells marked; the originals stay as they are and nothing in them is lost. The signature of a signed file no longer holds in its copy; encrypted files get none; .xls, .ods and the like are built anew as .xlsx without fonts, notes, charts and macros.`,
  ),
  notes: say('问题写成批注', 'Findings as notes'),
  sheet: say('附“审核意见”工作表', 'With a sheet 审核意见'),
  toZip: say('存为一个 .zip', 'As one .zip'),
  toFolder: say('存到文件夹…', 'Into a folder…'),
  stop: say('停止', 'Stop'),
  close: say('关闭', 'Close'),
  progress: say((done: number, all: number) => `已做 ${done}/${all} 份`, (done, all) => `${done} of ${all} copies`),
  done: say((copies: number, cells: number) => `已另存 ${copies} 份，标记 ${cells} 个单元格。`, (copies, cells) => `${copies} copies saved, ${cells} cells marked.`),
  none: say('没有另存任何副本。', 'No copy was saved.'),
  stopped: say('已停止。已经写到文件夹里的副本是完整的。', 'Stopped. The copies that are in the folder are whole.'),
  failed: say('没有做完：程序出错。请减少文件再试。', 'Not finished: something went wrong. Try fewer files.'),
  noFolder: say('不能写到这个文件夹：请允许写入，或另选一个，或存为 .zip。', 'That folder cannot be written to: allow it, choose another, or save a .zip.'),
  zipName: say('带标记的副本', 'marked-copies'),
} as const;

export type CopiesTexts = Spoken<typeof catalogue>;

export const copiesTexts = (language: Language): CopiesTexts => speak(catalogue, language);
