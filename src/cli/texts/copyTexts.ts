import type { Language } from './language';

interface Counts {
  readonly markedCells: number;
  readonly errors: number;
  readonly warnings: number;
  /** Rows of the 审核意见; null where there is none. */
  readonly rows: number | null;
}

const zh = {
  annotated: (file: string, copy: string, { markedCells, errors, warnings, rows }: Counts) =>
    `${file} → ${copy}：${markedCells === 0 ? '没有需要标记的单元格' : `标记 ${markedCells} 个单元格（错误 ${errors} 项，警告 ${warnings} 项）`}${rows === null ? '' : rows === 0 ? '，审核意见为空' : `，审核意见 ${rows} 行`}`,
  cleared: (file: string, copy: string, { hadMarks, isExact }: { readonly hadMarks: boolean; readonly isExact: boolean }) =>
    `${file} → ${copy}：${!hadMarks ? '没有勾稽的标记，原样复制' : isExact ? '已清除标记，各部分与标注前逐字节相同' : '已清除标记、批注和审核意见（文件标注后又被其他程序保存过，其余内容不变）'}`,
  signed: (file: string) => `“${file}”带有数字签名：副本内容有变动，签名将失效；原文件不变。`,
  rebuilt: (file: string) =>
    `“${file}”不是 .xlsx 或 .xlsm，副本另建为 .xlsx：保留数值、公式、数字格式、合并单元格和隐藏的行列；字体、颜色、边框、列宽、批注、图表、图片、打印设置和宏没有保留。请以原文件为准修改。`,
  stopped: (done: number, all: number) => `已按 Ctrl+C 停止：做了 ${done}/${all} 个文件，其余没有做；已经写出的副本是完整的。`,
  withoutNotes: (file: string, sheets: readonly string[]) => `“${file}”的 ${sheets.map((sheet) => `“${sheet}”`).join('、')} 只加了标记，没有加批注：表内原有批注的写法特殊，为不损坏它没有改动。`,
};

type CopyTexts = typeof zh;

const en: CopyTexts = {
  annotated: (file, copy, { markedCells, errors, warnings, rows }) =>
    `${file} → ${copy}: ${markedCells === 0 ? 'no cell to mark' : `${markedCells} cells marked (errors ${errors}, warnings ${warnings})`}${rows === null ? '' : rows === 0 ? ', empty review' : `, review of ${rows} rows`}`,
  cleared: (file, copy, { hadMarks, isExact }) =>
    `${file} → ${copy}: ${!hadMarks ? 'no marks of gouji, copied as it is' : isExact ? 'marks removed; every part is byte for byte what it was before' : 'marks, notes and review removed (another program has saved the file since; all else stays)'}`,
  signed: (file) => `“${file}” is digitally signed: the copy differs, so its signature no longer holds; the original stays as it is.`,
  rebuilt: (file) =>
    `“${file}” is no .xlsx or .xlsm; its copy is a new .xlsx with values, formulas, number formats, merged cells, hidden rows and columns; fonts, colours, borders, widths, notes, charts, pictures, print setup and macros are not kept. Correct the original.`,
  stopped: (done, all) => `stopped by Ctrl+C: ${done} of ${all} files done, the others not; the copies that are written are whole.`,
  withoutNotes: (file, sheets) => `“${file}”: ${sheets.map((sheet) => `“${sheet}”`).join(', ')} got marks but no notes, as its own notes are written in an unusual way and were left alone.`,
};

export const copyTexts: Readonly<Record<Language, CopyTexts>> = { zh, en };
