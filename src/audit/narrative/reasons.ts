/** Why a number could not be checked, by the keys of the ledger. */
export const UNCHECKED_REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  grammar: { zh: '句型没有读懂', en: 'the sentence was not understood' },
  subject: { zh: '说的是哪一项，认不准', en: 'it is not certain what the figure is of' },
  noCell: { zh: '表里没有对应的格', en: 'no cell of the tables corresponds' },
  noTables: { zh: '没有表可以核对', en: 'there are no tables to check against' },
  scope: { zh: '口径各地不同，表里没有同一口径的数', en: 'the scope differs from place to place; no cell has the same' },
  denominator: { zh: '百分比的分母没有写明', en: 'the denominator is not stated' },
  reason: { zh: '在说明原因的话里', en: 'within an explanation' },
  code: { zh: '编码没有可对照的科目', en: 'no account to compare the code with' },
  year: { zh: '不知道年度，编码没有核对', en: 'the year is unknown, so codes were not checked' },
  average: { zh: '人均、车均等平均数，表里没有', en: 'an average; no table has it' },
  prior: { zh: '上年数不在工作簿里', en: "last year's figure is not in the workbook" },
  count: { zh: '人数、辆数等，没有可核对的合计', en: 'a count without parts or total' },
};
