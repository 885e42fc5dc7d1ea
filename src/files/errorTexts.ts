import type { FileErrorCode, FileErrorDetails, FoundKind } from './errorCodes';

export type FileErrorLanguage = 'zh' | 'en';

/** A whole sentence and the next step, in the user's language. */
export function fileErrorText(code: FileErrorCode, language: FileErrorLanguage, details: FileErrorDetails = {}): string {
  return TEXTS[code][language](details);
}

type Text = (details: FileErrorDetails) => string;

const KINDS: Record<FoundKind, readonly [zh: string, en: string]> = {
  pdf: ['PDF 文档', 'a PDF document'],
  word: ['Word 文档', 'a Word document'],
  presentation: ['演示文稿', 'a presentation'],
  archive: ['压缩包', 'a zip archive'],
  image: ['图片', 'a picture'],
  webPage: ['网页', 'a web page'],
  xml: ['XML 文本', 'XML text'],
  text: ['纯文本', 'plain text'],
  otherOffice: ['其他办公文档', 'another kind of office document'],
  unknown: ['无法识别的内容', 'content of an unknown kind'],
};

const fileZh = (d: FileErrorDetails): string => (d.fileName ? `文件“${d.fileName}”` : '该文件');
const fileEn = (d: FileErrorDetails): string => (d.fileName ? `The file “${d.fileName}”` : 'The file');
const kindZh = (d: FileErrorDetails): string => KINDS[d.found ?? 'unknown'][0];
const kindEn = (d: FileErrorDetails): string => KINDS[d.found ?? 'unknown'][1];
/** The whole package is no place in it. */
const isInner = (part: string | undefined): boolean => part !== undefined && part !== '' && part !== 'zip';
const partZh = (d: FileErrorDetails): string => (isInner(d.part) ? `（位置：${d.part}）` : '');
const partEn = (d: FileErrorDetails): string => (isInner(d.part) ? ` (at ${d.part})` : '');
const count = (n: number | undefined): string => (n === undefined ? '?' : n.toLocaleString('en-US'));
const megabytes = (n: number | undefined): string => (n === undefined ? '?' : String(Math.max(1, Math.round(n / 1_048_576))));
const actualZh = (d: FileErrorDetails): string => (d.actual === undefined ? '' : `（实有 ${count(d.actual)}）`);
const actualEn = (d: FileErrorDetails): string => (d.actual === undefined ? '' : ` (it has ${count(d.actual)})`);

const TEXTS: Record<FileErrorCode, { readonly zh: Text; readonly en: Text }> = {
  empty: {
    zh: (d) => `${fileZh(d)}是空的（0 字节）。请重新导出或重新下载后再打开。`,
    en: (d) => `${fileEn(d)} is empty (0 bytes). Export or download it again, then open it.`,
  },
  notAWorkbook: {
    zh: (d) => `${fileZh(d)}不是电子表格，其内容是${kindZh(d)}。${d.found === 'word' ? '公开说明请用 Word 或 WPS 打开，另存为 .docx；报表' : ''}请选择 .xlsx、.xlsm、.xls、.xlsb、.ods 或 .et 工作簿。`,
    en: (d) => `${fileEn(d)} is not a spreadsheet but ${kindEn(d)}. ${d.found === 'word' ? 'If it is a disclosure, open it in Word or WPS and save it as .docx; for tables choose an' : 'Choose an'} .xlsx, .xlsm, .xls, .xlsb, .ods or .et workbook.`,
  },
  exportedText: {
    zh: (d) => `${fileZh(d)}的内容是${kindZh(d)}，只是用了表格的扩展名。请用 Excel 或 WPS 打开，另存为 .xlsx 后再审核。`,
    en: (d) => `${fileEn(d)} holds ${kindEn(d)} under a spreadsheet's extension. Open it in Excel or WPS, save it as .xlsx, then check it.`,
  },
  encrypted: {
    zh: (d) => `${fileZh(d)}设有打开密码，无法读取。请用密码打开，取消密码并另存一份后再审核。`,
    en: (d) => `${fileEn(d)} is protected by a password and cannot be read. Open it with the password, save a copy without one, then check the copy.`,
  },
  notAPackage: {
    zh: (d) => `${fileZh(d)}不是未加密的 .xlsx 或 .xlsm，不能在保留全部内容的前提下改写。请用 Excel 或 WPS 打开，取消密码（如有），另存为 .xlsx 后再用。`,
    en: (d) => `${fileEn(d)} is no unencrypted .xlsx or .xlsm and cannot be changed without loss. Open it in Excel or WPS, remove its password if it has one, save it as .xlsx, then try again.`,
  },
  damaged: {
    zh: (d) => `${fileZh(d)}不完整或已损坏${partZh(d)}。请重新下载或重新复制；若仍不行，请用 Excel 或 WPS 打开修复并另存为 .xlsx。`,
    en: (d) => `${fileEn(d)} is incomplete or damaged${partEn(d)}. Download or copy it again; if that does not help, let Excel or WPS repair it and save it as .xlsx.`,
  },
  damagedDocument: {
    zh: (d) => `${fileZh(d)}不完整或已损坏${partZh(d)}。请重新下载或重新复制；若仍不行，请用 Word 或 WPS 打开修复并另存为 .docx，或把文字粘贴进来。`,
    en: (d) => `${fileEn(d)} is incomplete or damaged${partEn(d)}. Download or copy it again; if that does not help, let Word or WPS repair it and save it as .docx, or paste the text.`,
  },
  damagedPdf: {
    zh: (d) => `${fileZh(d)}不完整或已损坏，无法读取。请重新下载或重新导出 PDF；也可以选择 Word 文档（.docx），或把文字粘贴进来。`,
    en: (d) => `${fileEn(d)} is incomplete or damaged and cannot be read. Download or export the PDF again, choose the Word document (.docx), or paste the text.`,
  },
  noTextLayer: {
    zh: (d) => `${fileZh(d)}没有文字层，只有图像（扫描件）。请选择导出的 PDF、Word 文档（.docx），或先做文字识别再把文字粘贴进来。`,
    en: (d) => `${fileEn(d)} has no text layer, only pictures (a scan). Choose an exported PDF or the Word document (.docx), or let a text recognition read it and paste the text.`,
  },
  tooManyPages: {
    zh: (d) => `${fileZh(d)}有 ${count(d.actual)} 页，超过 ${count(d.limit)} 页的上限。请只留公开说明的部分后再核对。`,
    en: (d) => `${fileEn(d)} has ${count(d.actual)} pages, above the limit of ${count(d.limit)}. Keep only the disclosure, then check it.`,
  },
  documentType: {
    zh: (d) => `${fileZh(d)}含有文档类型声明（DOCTYPE）${partZh(d)}，正常的工作簿没有这种内容，为安全起见不予读取。请向提供者核实来源，或用 Excel 打开后另存为 .xlsx。`,
    en: (d) => `${fileEn(d)} contains a document type declaration (DOCTYPE)${partEn(d)}, which no genuine workbook has; it is not read for safety. Ask where it comes from, or save it as .xlsx in Excel.`,
  },
  noWorksheets: {
    zh: (d) => `${fileZh(d)}里没有工作表（可能只有图表页）。请确认是否选错了文件。`,
    en: (d) => `${fileEn(d)} has no worksheet (perhaps only chart sheets). Check whether it is the right file.`,
  },
  fileTooLarge: {
    zh: (d) => `${fileZh(d)}有 ${megabytes(d.actual)} MB，超过 ${megabytes(d.limit)} MB 的上限。请删去图片等附带内容或拆分后再审核。`,
    en: (d) => `${fileEn(d)} has ${megabytes(d.actual)} MB, above the limit of ${megabytes(d.limit)} MB. Remove pictures and the like, or split it, then check it.`,
  },
  inflatesTooLarge: {
    zh: (d) => `${fileZh(d)}解压后超过 ${megabytes(d.limit)} MB 的上限${partZh(d)}，可能是恶意构造的压缩炸弹，已停止读取。如确是正常文件，请拆分后再审核。`,
    en: (d) => `${fileEn(d)} would unpack to more than the limit of ${megabytes(d.limit)} MB${partEn(d)}; it may be a zip bomb, so reading stopped. If it is genuine, split it, then check it.`,
  },
  tooManyParts: {
    zh: (d) => `${fileZh(d)}内部的部件超过 ${count(d.limit)} 个的上限${actualZh(d)}。请拆分成几个工作簿后再审核。`,
    en: (d) => `${fileEn(d)} has more than ${count(d.limit)} parts inside${actualEn(d)}. Split it into several workbooks, then check them.`,
  },
  tooManySheets: {
    zh: (d) => `${fileZh(d)}的工作表超过 ${count(d.limit)} 张的上限${actualZh(d)}。请拆分成几个工作簿后再审核。`,
    en: (d) => `${fileEn(d)} has more than ${count(d.limit)} sheets${actualEn(d)}. Split it into several workbooks, then check them.`,
  },
  tooManyCells: {
    zh: (d) => `${fileZh(d)}的非空单元格超过 ${count(d.limit)} 个的上限${partZh(d)}。请拆分成几个工作簿后再审核。`,
    en: (d) => `${fileEn(d)} has more than ${count(d.limit)} non-empty cells${partEn(d)}. Split it into several workbooks, then check them.`,
  },
  tooManyTexts: {
    zh: (d) => `${fileZh(d)}的文字条目超过 ${count(d.limit)} 条的上限。请拆分成几个工作簿后再审核。`,
    en: (d) => `${fileEn(d)} has more than ${count(d.limit)} texts. Split it into several workbooks, then check them.`,
  },
  textTooLong: {
    zh: (d) => `${fileZh(d)}里有一处文字超过 ${count(d.limit)} 个字的上限${partZh(d)}，Excel 的单元格也装不下这么长的文字，已停止读取。请向提供者核实文件，或删去这处文字后再审核。`,
    en: (d) => `${fileEn(d)} has a text of more than ${count(d.limit)} characters${partEn(d)}, more than a cell of Excel can hold, so reading stopped. Ask where the file comes from, or remove that text, then check it.`,
  },
  textsTooLong: {
    zh: (d) => `${fileZh(d)}的文字合计超过 ${count(d.limit)} 个字的上限${partZh(d)}。请拆分成几个工作簿后再审核。`,
    en: (d) => `${fileEn(d)} has texts of more than ${count(d.limit)} characters in all${partEn(d)}. Split it into several workbooks, then check them.`,
  },
  tooManyMerges: {
    zh: (d) => `${fileZh(d)}的合并单元格超过 ${count(d.limit)} 处的上限${partZh(d)}。请取消不必要的合并后再审核。`,
    en: (d) => `${fileEn(d)} has more than ${count(d.limit)} merged areas${partEn(d)}. Unmerge what is not needed, then check it.`,
  },
  tooManyFormats: {
    zh: (d) => `${fileZh(d)}的数字格式超过 ${count(d.limit)} 种的上限。请用 Excel 清理多余样式并另存后再审核。`,
    en: (d) => `${fileEn(d)} has more than ${count(d.limit)} number formats. Remove surplus styles in Excel, save it, then check it.`,
  },
  timeout: {
    zh: (d) => `${fileZh(d)}读取超时：读了 ${count(d.limit)} 秒还没有读完，已停止。请用 Excel 或 WPS 打开，另存为 .xlsx 后再审核。`,
    en: (d) => `${fileEn(d)} took more than ${count(d.limit)} seconds to read and was stopped. Open it in Excel or WPS, save it as .xlsx, then check it.`,
  },
  memory: {
    zh: (d) => `${fileZh(d)}读取时需要的内存超过上限，已停止。请用 Excel 或 WPS 打开，另存为 .xlsx 后再审核。`,
    en: (d) => `${fileEn(d)} needs more memory than allowed to be read and was stopped. Open it in Excel or WPS, save it as .xlsx, then check it.`,
  },
  formulasTooLong: {
    zh: (d) => `${fileZh(d)}的公式合计超过 ${count(d.limit)} 个字符的上限${partZh(d)}。请把不再需要的公式转为数值，或拆分后再审核。`,
    en: (d) => `${fileEn(d)} has formulas of more than ${count(d.limit)} characters in all${partEn(d)}. Turn formulas no longer needed into values, or split it, then check it.`,
  },
  proseTooLong: {
    zh: (d) => `${fileZh(d)}的文字超过 ${count(d.limit)} 个字的上限。请只保留公开说明的正文，另存一份后再核对。`,
    en: (d) => `${fileEn(d)} has more than ${count(d.limit)} characters of text. Keep the disclosure's own text only, save a copy, then check that.`,
  },
};
