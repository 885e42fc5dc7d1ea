/** What diagnosis says to people, Chinese and English side by side. {x} is filled in by `explain.ts`. */
import type { ErrorKind } from './model';

export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

/** The slip of one figure; used as a sentence of its own. */
export const kindTexts: Readonly<Record<ErrorKind, Text>> = {
  rowLeftOut: { zh: '合计漏计了 {related} {relatedAmount}', en: 'the total leaves out {related} {relatedAmount}' },
  countedTwice: { zh: '合计重复计入了 {related} {relatedAmount}', en: 'the total counts {related} {relatedAmount} twice' },
  digitsSwapped: { zh: '相邻两位数字颠倒', en: 'two neighbouring digits are swapped' },
  digitDropped: { zh: '漏录一位数字', en: 'a digit was dropped' },
  digitAdded: { zh: '多录一位数字', en: 'a digit too many was typed' },
  digitDoubled: { zh: '一位数字重复录入', en: 'a digit was typed twice' },
  digitWrong: { zh: '一位数字录错', en: 'one digit was mistyped' },
  timesTen: { zh: '扩大了 10 倍', en: 'ten times too large' },
  tenth: { zh: '缩小为十分之一', en: 'ten times too small' },
  sign: { zh: '正负号相反', en: 'the sign is reversed' },
  unit: { zh: '元与万元混用', en: 'yuan and ten thousand yuan are mixed up' },
  neighbour: { zh: '该数填在了相邻的 {related}', en: 'the figure stands in the cell beside it, {related}' },
  moved: { zh: '同一笔金额与 {related} 串行或串栏', en: 'the same amount was put down at {related} instead' },
  blank: { zh: '应填数而为空或为 0', en: 'empty or 0 where a figure belongs' },
  surplus: { zh: '此处不应有数', en: 'no figure belongs here' },
  copyDiffers: { zh: '与 {related} 的同一数据不一致', en: 'differs from the same figure at {related}' },
  totalStale: { zh: '合计未随明细更新', en: 'the total was not updated with its parts' },
  other: { zh: '与相关勾稽关系不符', en: 'does not fit the identities it stands in' },
};

/** Headlines beside which the figures stand by themselves. */
export const titleTexts: Partial<Record<keyof typeof headlineTexts, Text>> = {
  leftOut: { zh: '疑似 {cells} 漏计 {related} {relatedAmount}', en: '{cells} probably leave out {related} {relatedAmount}' },
  cell: { zh: '疑似 {cells} 有误（{kind}）', en: '{cells} is probably wrong ({kind})' },
  blank: { zh: '疑似 {cells} 漏填', en: '{cells} probably lacks its figure' },
  cells: { zh: '疑似 {cells} 同时有误', en: '{cells} are probably wrong together' },
  transfer: { zh: '疑似 {amount} 串行或串栏，涉及 {cells}', en: '{amount} probably stands in the wrong line or column, {cells}' },
};

export const headlineTexts = {
  leftOut: {
    zh: '疑似 {cells} 漏计 {related} {relatedAmount}：应为 {values}，可解释 {n} 项不符',
    en: '{cells} probably leave out {related} {relatedAmount}: should be {values}; explains {n} of the failed checks',
  },
  cell: {
    zh: '疑似 {cells} 有误：{current} 应为 {values}（{kind}），可解释 {n} 项不符',
    en: '{cells} is probably wrong: {current} should be {values} ({kind}); explains {n} of the failed checks',
  },
  blank: {
    zh: '疑似 {cells} 漏填：应为 {values}，可解释 {n} 项不符',
    en: '{cells} probably lacks its figure: should be {values}; explains {n} of the failed checks',
  },
  cells: {
    zh: '疑似 {cells} 同时有误：应为 {values}，可解释 {n} 项不符',
    en: '{cells} are probably wrong together: should be {values}; explains {n} of the failed checks',
  },
  open: {
    zh: '疑似 {cells} 有误，正确数不能由勾稽关系唯一确定，可解释 {n} 项不符：请核对其来源',
    en: '{cells} is probably wrong; the identities do not fix its value; explains {n} of the failed checks: check its source',
  },
  either: {
    zh: '疑似 {cells} 之一有误，同样能解释 {n} 项不符，仅凭表内数据无法区分：请核对来源后改正其中一处',
    en: 'One of {cells} is probably wrong; each explains {n} of the failed checks and the tables cannot tell them apart: check the sources and correct one',
  },
  eitherSet: {
    zh: '疑似 {cells} 同时有误，或 {others} 有误，同样能解释 {n} 项不符：请核对来源后改正其中一种',
    en: '{cells} are probably wrong together, or {others}; either explains {n} of the failed checks: check the sources and correct one of them',
  },
  transfer: {
    zh: '疑似 {amount} 串行或串栏，涉及 {cells}：应为 {values}，可解释 {n} 项不符',
    en: '{amount} probably stands in the wrong line or column, {cells}: should be {values}; explains {n} of the failed checks',
  },
  transferSides: {
    zh: '疑似 {amount} 两处归类不同：{cells} 为一侧，{others} 为另一侧，可解释 {n} 项不符：请核对这笔金额应归入哪一行，再改正其中一侧',
    en: '{amount} is probably classed differently in two places: {cells} on one side, {others} on the other; explains {n} of the failed checks: check where this amount belongs, then correct one side',
  },
  missingRow: {
    zh: '疑似 {parent} 的下级缺少一行，各栏合计均大于所列明细，可解释 {n} 项不符：请补列缺少的科目',
    en: 'A row is probably missing under {parent}: the totals of several columns exceed the rows listed; explains {n} of the failed checks: add the missing row',
  },
  surplusRow: {
    zh: '疑似 {row} 这一行多列（或重复，或相关的表缺少这一行），涉及 {cells}，可解释 {n} 项不符：请核对这一行是否应有',
    en: 'The row {row} is probably one too many (or doubled, or missing in the related table), {cells}; explains {n} of the failed checks: check whether it belongs here',
  },
  structural: { zh: '{explanation}（可解释 {n} 项不符）', en: '{explanation} (explains {n} of the failed checks)' },
  unknown: {
    zh: '{n} 项不符未能归结到确定的单元格：请先核对 {cells}',
    en: '{n} of the failed checks could not be traced to certain cells: look at {cells} first',
  },
} satisfies Record<string, Text>;

/** Causes that move many figures at once. {place} is the range, {first} its first cell. */
export const massTexts = {
  columnShifted: {
    zh: '{sheet} {column}栏自 {first} 起{moved}了一行（{range}）：各数{back}一行后，{n} 项不符转为一致{proof}',
    en: '{sheet}: the column {column} stands one row too {moved} from {first} on ({range}); with the figures moved one row {back}, {n} of the failed checks hold{proof}',
  },
  rowsShifted: {
    zh: '{sheet} 第 {row} 行起各栏金额与科目错开，整行{moved}了一行（{range}）：各数{back}一行后，{n} 项不符转为一致{proof}',
    en: '{sheet}: from row {row} on the amounts stand one row too {moved} beside their codes ({range}); moved one row {back}, {n} of the failed checks hold{proof}',
  },
  rowShifted: {
    zh: '{sheet} 第 {row} 行各数{moved}了一栏（{range}）：各数{back}一栏后，{n} 项不符转为一致{proof}',
    en: '{sheet}: the figures of row {row} stand one column too far {moved} ({range}); moved one column {back}, {n} of the failed checks hold{proof}',
  },
  columnsShifted: {
    zh: '{sheet} 自 {first} 所在栏起，整栏{moved}了一栏（{range}）：各数{back}一栏后，{n} 项不符转为一致{proof}',
    en: '{sheet}: the columns from {first} on stand one column too far {moved} ({range}); moved one column {back}, {n} of the failed checks hold{proof}',
  },
  larger: {
    zh: '{sheet}（{range}）的金额整体扩大了 {factor} 倍（疑似单位或小数点有误）：缩小 {factor} 倍后，{n} 项不符转为一致{proof}',
    en: '{sheet} ({range}): all amounts are {factor} times too large (unit or decimal point); divided by {factor}, {n} of the failed checks hold{proof}',
  },
  smaller: {
    zh: '{sheet}（{range}）的金额整体缩小了 {factor} 倍（疑似单位或小数点有误）：扩大 {factor} 倍后，{n} 项不符转为一致{proof}',
    en: '{sheet} ({range}): all amounts are {factor} times too small (unit or decimal point); multiplied by {factor}, {n} of the failed checks hold{proof}',
  },
  foreign: {
    zh: '{sheet} 表内各数相互一致，与其他各表却有 {n} 项不符（{cells}）：疑似整张表取自其他单位、其他年度或旧稿，请先核对这张表是否放错',
    en: '{sheet} agrees in itself but fails {n} of the checks with other tables ({cells}): the whole table probably comes from another unit, year or draft; see whether it is the right one',
  },
  empty: {
    zh: '{sheet} 没有一个金额，与其他各表有 {n} 项不符（{cells}）：疑似整张表没有填写，或金额被清空；请补填，或核对其他各表的数是否应有',
    en: '{sheet} holds no amount and fails {n} of the checks with other tables ({cells}): the whole table was probably not filled in, or was cleared; fill it in, or see whether the figures of the other tables are due',
  },
  explained: { zh: '整列或整行错位，不是这个数录错', en: 'the range is out of place; this figure was not mistyped' },
  explainedScale: { zh: '整表或整栏的单位有误，不是这个数录错', en: 'the unit of the whole range is wrong; this figure was not mistyped' },
  explainedForeign: { zh: '整张表与其他表不是同一份数据', en: 'the whole table does not belong with the others' },
  explainedEmpty: { zh: '整张表没有金额', en: 'the whole table holds no amount' },
  upper: { zh: '上移', en: 'high' },
  lower: { zh: '下移', en: 'low' },
  left: { zh: '左移', en: 'left' },
  right: { zh: '右移', en: 'right' },
  up: { zh: '上移', en: 'up' },
  down: { zh: '下移', en: 'down' },
  proof: { zh: '（如 {examples}）', en: ' (e.g. {examples})' },
  example: { zh: '{from} 的 {amount} 应在 {to}', en: '{amount} at {from} belongs at {to}' },
} satisfies Record<string, Text>;

export const proofTexts = {
  closes: {
    zh: '{kind}；改为 {proposed} 后，{closes} 项不符转为一致，原已一致的勾稽关系均不受影响',
    en: '{kind}; with {proposed}, {closes} of the failed checks hold and none that held is broken',
  },
  together: {
    zh: '{kind}；改为 {proposed}，与同一原因的其他单元格一并改正后，{n} 项不符转为一致',
    en: '{kind}; with {proposed} and the other cells of this cause corrected as well, {n} of the failed checks hold',
  },
  breaks: {
    zh: '{kind}；改为 {proposed} 后，{closes} 项不符转为一致，但有 {breaks} 项原已一致的会变为不符，请核对来源',
    en: '{kind}; with {proposed}, {closes} of the failed checks hold but {breaks} that held would fail: check the source',
  },
  undetermined: {
    zh: '{kind}；与 {closes} 项不符有关，正确数不能唯一确定，请核对来源',
    en: '{kind}; takes part in {closes} of the failed checks; the right value is not determined: check its source',
  },
  doubtful: {
    zh: '{kind}；正确数不能唯一确定，请核对来源',
    en: '{kind}; the right value is not determined: check its source',
  },
  missingRow: {
    zh: '上级合计大于所列明细，差额应属于缺少的一行',
    en: 'the total above exceeds the rows listed; the difference belongs to the missing row',
  },
  surplusRow: {
    zh: '整行不列时，相关各项转为一致；请先核对这一行是否重复、是否应列在别处',
    en: 'without this row the related checks hold; see whether it is doubled or belongs elsewhere',
  },
  other: {
    zh: '另一种可能：{sentence}',
    en: 'Another possibility: {sentence}',
  },
  greedy: { zh: '（差错较多，按近似方法查找）', en: ' (many faults: found by the approximate method)' },
  joiner: { zh: '、', en: ', ' },
  or: { zh: ' 或 ', en: ' or ' },
} satisfies Record<string, Text>;

/** What would explain sums that are only inferred. */
export const suspicionTexts = {
  headline: { zh: '{totals} 有 {n} 项按表样推断的关系不成立：可疑的是 {causes}', en: '{n} relations inferred from the form do not hold ({totals}): probably {causes}' },
  inferred: { zh: '（关系是推断的，不算差错，请核对来源）', en: ' (the relations are inferred and count as no errors; check the sources)' },
  one: { zh: '{cells}，改它能使 {n} 项成立', en: '{cells}, which would make {n} of them hold' },
  together: { zh: '{cells}，一起改能使 {n} 项成立', en: '{cells}, which together would make {n} of them hold' },
  either: { zh: '{cells} 中的一处或几处', en: 'one or more of {cells}' },
  missingRow: { zh: '{parent} 下面缺了一行，或有一行没有填数', en: 'a row missing below {parent}, or one without its figures' },
  closes: { zh: '改这一格能使 {n} 项推断的关系成立；正确数不能确定，请核对来源', en: 'another figure here would make {n} of the inferred relations hold; which one is not determined: check its source' },
  possible: { zh: '与不成立的推断关系有关，是否有误不能确定，请核对来源', en: 'takes part in inferred relations that do not hold; whether it is wrong is not determined: check its source' },
  joiner: { zh: '；', en: '; ' },
  more: { zh: '等', en: ' and others' },
} satisfies Record<string, Text>;

export function fill(text: Text, language: Language, values: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
