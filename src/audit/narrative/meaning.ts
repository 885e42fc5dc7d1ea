import { without, type Concepts, type Subject } from './model';

const LAST_YEAR = /^(?:而|其中)?(?:上年度?|上一年度?|去年)(?!结转|实户|结余)/;

/** Whether a comparison that names something means what a statement is of, or income and expenditure alike. */
export function means({ concepts, unknown }: Subject, own: Subject): boolean {
  // “2026年年初预算数…万元,…。收入比2025年减少…”: the chapter says what the figure is of.
  if (own.unknown === '' && own.code === '' && Object.keys(without(own.concepts, 'stage')).length === 0) return true;
  if (unknown !== '') return own.unknown.includes(unknown) || own.text.includes(unknown);
  const dimensions = without(concepts, 'stage');
  if (dimensions.side === '收支' && Object.keys(dimensions).length === 1) return own.concepts.side !== undefined;
  return Object.entries(dimensions).every(([d, value]) => own.concepts[d as keyof Concepts] === value);
}

/** "上年为50万元", "2024年预算数700万元" in a text about 2025; what was carried over keeps its own name. `dates`: as written in the label. */
export function isOfLastYear({ text, concepts }: Subject, dates: readonly string[], year: number | null): boolean {
  if (concepts.source === '上年结转' || concepts.source === '实户资金' || /结转|结余/.test(text)) return false;
  if (LAST_YEAR.test(text)) return true;
  // “截至2024年底”: a day, not a fiscal year.
  const fiscal = /^(\d{4})年度?$/.exec(dates.at(-1) ?? '');
  return fiscal !== null && year !== null && Number(fiscal[1]) < year;
}

/** "预算为A万元，支出决算为B万元", "…B万元。与年初预算相比，年初预算数A万元": the second amount is of what the first one is. */
export function sameAsBefore(subject: Subject, before: Subject | undefined, isAgainstBudget: boolean): Subject {
  const isStage = subject.unknown === '' && subject.code === '' && Object.keys(subject.concepts).join() === 'stage';
  if (before === undefined || !isStage || (before.concepts.stage === undefined && !isAgainstBudget) || before.concepts.stage === subject.concepts.stage) return subject;
  return { ...before, span: subject.span, concepts: { ...before.concepts, ...subject.concepts } };
}

/** "行政运行(项):支出决算为A万元": what stands before the colon is what the amount is of; null where the words behind it name something themselves. */
export function namedBeforeColon(before: Subject, after: Subject): Subject | null {
  const isAccount = before.levels.length > 0 || before.code !== '';
  if (!isSilent(after) || (!isAccount && before.unknown === '')) return null;
  return { ...before, concepts: { ...before.concepts, ...after.concepts } };
}

/** "支出决算为", "合计": words that name nothing themselves. */
export function isSilent({ unknown, code, levels, concepts }: Subject): boolean {
  return unknown === '' && code === '' && levels.length === 0 && Object.keys(without(concepts, 'stage')).length === 0;
}
