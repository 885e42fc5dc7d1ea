import type { SubmissionState } from './model';

export type DeskLanguage = 'zh' | 'en';

export const stateNames: Readonly<Record<DeskLanguage, Readonly<Record<SubmissionState, string>>>> = {
  zh: { waiting: '未审核', reviewing: '审核中', toReturn: '待退回', returned: '已退回', passed: '已通过', unknown: '没有认出', unreadable: '读不了' },
  en: { waiting: 'not audited', reviewing: 'under review', toReturn: 'to be returned', returned: 'returned', passed: 'passed', unknown: 'not recognised', unreadable: 'unreadable' },
};

/** What happened, by the kind of a cause's suspects (`Suspect.kind`): a few words each. */
const CAUSES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  rowLeftOut: ['合计漏计一行', 'a row left out of a total'],
  countedTwice: ['合计重复计入一行', 'a row counted twice'],
  digitsSwapped: ['相邻数字颠倒', 'digits swapped'],
  digitDropped: ['漏录一位数字', 'a digit dropped'],
  digitAdded: ['多录一位数字', 'a digit too many'],
  digitDoubled: ['一位数字重复', 'a digit typed twice'],
  digitWrong: ['一位数字录错', 'a digit mistyped'],
  timesTen: ['扩大了 10 倍', 'ten times too large'],
  tenth: ['缩小为十分之一', 'ten times too small'],
  sign: ['正负号相反', 'sign reversed'],
  unit: ['元与万元混用', 'yuan and ten thousand yuan mixed up'],
  neighbour: ['填在相邻的格', 'in the cell beside it'],
  moved: ['串行或串栏', 'in another line or column'],
  blank: ['应填未填', 'left blank'],
  surplus: ['不应有数', 'no figure belongs there'],
  copyDiffers: ['同一数据不一致', 'two copies of a figure differ'],
  totalStale: ['合计没有更新', 'total not updated'],
  missingRow: ['缺少科目行', 'a row is missing'],
  surplusRow: ['多列一行', 'a row too many'],
  duplicatedRow: ['重复的行', 'a duplicated row'],
  columnShifted: ['整栏错行', 'a column out of place'],
  rowsShifted: ['多行错行', 'rows out of place'],
  rowShifted: ['整行错栏', 'a row out of place'],
  columnsShifted: ['多栏错栏', 'columns out of place'],
  scaled: ['整表或整栏单位有误', 'the unit of a range is wrong'],
  foreign: ['整张表放错', 'a table of something else'],
  empty: ['整张表没有金额', 'a table without amounts'],
  other: ['与勾稽关系不符', 'fits no identity'],
};

/** A kind that has no words of its own is told by the last ones. */
export function causeName(kind: string, lang: DeskLanguage): string {
  const words = Object.hasOwn(CAUSES, kind) ? CAUSES[kind] : CAUSES.other;
  return words[lang === 'zh' ? 0 : 1];
}
