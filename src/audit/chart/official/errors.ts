import type { BilingualText } from '../judge/verdict';

export type ChartImportErrorCode = 'empty' | 'noHeader' | 'noNameColumn' | 'noCodes' | 'conflict';

/** Two lines that give one code two names. */
export interface ConflictingRows {
  readonly code: string;
  /** 1-based row numbers, each in its sheet ("" where there is only one list). */
  readonly rows: readonly [number, number];
  readonly sheets: readonly [string, string];
  readonly names: readonly [string, string];
}

/** A chart file that cannot be taken: why, where, and what to do about it. */
export class ChartImportError extends Error {
  constructor(
    readonly code: ChartImportErrorCode,
    readonly texts: BilingualText,
    /** 1-based numbers of the rows concerned, in their sheet. */
    readonly rows: readonly number[] = [],
  ) {
    super(texts.zh);
    this.name = 'ChartImportError';
  }
}

const CONFLICTS_SHOWN = 5;

/** Every way an import can fail, in both languages. */
export const importErrors = {
  empty: (): ChartImportError =>
    new ChartImportError('empty', {
      zh: '文件中没有内容，无法作为科目表导入。请选择含有“科目编码”和“科目名称”两栏的 .xlsx 或 .csv 文件。',
      en: 'The file is empty and cannot be loaded as a chart. Please choose an .xlsx or .csv file with a code and a name column.',
    }),

  noHeader: (): ChartImportError =>
    new ChartImportError('noHeader', {
      zh: '没有找到科目编码栏。请在表头写明“科目编码”（或分列写“类、款、项”）和“科目名称”，再重新导入。',
      en: 'No code column was found. Please head the columns 科目编码 (or 类, 款, 项) and 科目名称 (or code and name), then load the file again.',
    }),

  noNameColumn: (row: number): ChartImportError =>
    new ChartImportError(
      'noNameColumn',
      {
        zh: `第 ${row} 行有科目编码栏，但没有“科目名称”栏。请补上名称栏的表头，再重新导入。`,
        en: `Row ${row} heads a code column but no name column. Please add the heading 科目名称 (or name), then load the file again.`,
      },
      [row],
    ),

  noCodes: (): ChartImportError =>
    new ChartImportError('noCodes', {
      zh: '找到了表头，但其下没有可用的科目编码。请核对编码是否为 3、5、7 位数字，名称是否已填写。',
      en: 'The header was found, but no usable code stands below it. Please check that codes have 3, 5 or 7 digits and that names are filled in.',
    }),

  conflict: (conflicts: readonly ConflictingRows[]): ChartImportError => {
    const shown = conflicts.slice(0, CONFLICTS_SHOWN);
    const places = shown.map((conflict) => ({ code: conflict.code, a: place(conflict, 0), b: place(conflict, 1) }));
    const zh = places.map(({ code, a, b }) => `${code}（${a.zh}，${b.zh}）`);
    const en = places.map(({ code, a, b }) => `${code} (${a.en}, ${b.en})`);
    const rest = conflicts.length - shown.length;
    return new ChartImportError(
      'conflict',
      {
        zh: `同一编码有不同名称：${zh.join('、')}${rest > 0 ? `，另有 ${rest} 处` : ''}。请保留一个名称后重新导入。`,
        en: `Some codes have two names: ${en.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. Please keep one name each, then load the file again.`,
      },
      conflicts.flatMap(({ rows }) => rows),
    );
  },
};

function place({ rows, sheets, names }: ConflictingRows, i: 0 | 1): BilingualText {
  const isNamed = sheets[i] !== '';
  return {
    zh: `${isNamed ? `工作表“${sheets[i]}”` : ''}第 ${rows[i]} 行“${names[i]}”`,
    en: `${isNamed ? `sheet “${sheets[i]}” ` : ''}row ${rows[i]} “${names[i]}”`,
  };
}
