import type { DeskLanguage } from '../words';

const zh = {
  sheet: '审核意见',
  title: (unit: string | null, year: number | null) => ['审核意见', unit ?? '', year === null ? '' : `${year} 年`].filter(Boolean).join('　'),
  head: ['序号', '表', '单元格', '现为', '应为', '依据', '说明'],
  nothing: '没有发现问题',
};

const en: typeof zh = {
  sheet: 'Review',
  title: (unit, year) => ['Review', unit ?? '', year === null ? '' : String(year)].filter(Boolean).join('  '),
  head: ['No.', 'Sheet', 'Cell', 'Now', 'Should be', 'Basis', 'Remark'],
  nothing: 'Nothing found',
};

/** What the sheet of 审核意见 in a marked copy says. */
export const reviewSheetWords: Readonly<Record<DeskLanguage, typeof zh>> = { zh, en };
