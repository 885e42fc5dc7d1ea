import { passagesOf, plainText, type Passage } from './passages';
import type { NarrativeText } from './model';

/** What a text is about that the workbook is not; null where the two agree or where it cannot be told. */
export interface OtherDocument {
  /** The unit that the title names. */
  readonly unit: string | null;
  readonly year: number | null;
}

/** What is known of the workbook. */
export interface BookIdentity {
  readonly unit: string | null;
  readonly year: number | null;
  /** Every text of its cells. */
  readonly texts: readonly string[];
}

const TITLE = /^(.{3,40}?)(?:\((?:汇总|本级)\))?(?:20\d\d年度?)?(?:部门|单位|综合|整体支出|一般公共|预算|决算)/;
const TITLE_AFTER_YEAR = /^20\d\d年度?(.{3,40}?)(?:部门|单位)?(?:综合)?(?:预算|决算)/;
const BODY = /[局委办厅院校会部处所站队室馆府社团台库署宫园场行网社心构]$/;
const REGION = /^.{0,12}[省市区县州盟旗]/;
const TITLE_PASSAGES = 4;
/** Names that share less of their words than this are of different bodies. */
const LEAST_SHARED = 0.6;

/** The fiscal year that the title of a text names; null where it names none. */
export function narrativeYear(text: NarrativeText): number | null {
  const match = /(20\d\d)年/.exec(headOf(text).slice(0, 3).join(''));
  return match === null ? null : Number(match[1]);
}

const headOf = (text: NarrativeText): string[] => passagesOf({ ...text, paragraphs: text.paragraphs.slice(0, 20) }).map((p) => p.text);

/** The unit's names as the title gives them, longest first. */
export function unitNames(passages: readonly Passage[], known: readonly string[]): string[] {
  const names = new Set<string>([...known.map(plainText), ...namesInTitle(passages.map((p) => p.text))]);
  return [...names].filter((n) => n.length > 2).sort((a, b) => b.length - a.length);
}

function namesInTitle(passages: readonly string[]): string[] {
  const first = passages.findIndex((p) => /^目录|^第一部分|^一、/.test(p));
  const head = passages.slice(0, first < 0 ? 3 : Math.min(first, TITLE_PASSAGES));
  return [...head, head.join('')].flatMap((line) => {
    const match = TITLE_AFTER_YEAR.exec(line) ?? TITLE.exec(line);
    return match === null || /部分|目录|情况/.test(match[1]) ? [] : [match[1].replace(/20\d\d年?度?$/, '')];
  });
}

/** Whether a text is about another unit or year than the workbook; null where it is not, or where nothing certain can be said. */
export function otherDocument(text: NarrativeText, book: BookIdentity): OtherDocument | null {
  const own = narrativeYear(text);
  const year = own !== null && book.year !== null && own !== book.year ? own : null;
  const unit = otherUnit(text, book);
  return year === null && unit === null ? null : { unit, year };
}

function otherUnit(text: NarrativeText, { unit, texts }: BookIdentity): string | null {
  const book = bareName(unit ?? '');
  const own = namesInTitle(headOf(text)).map(bareName).find((name) => BODY.test(name));
  if (own === undefined || !BODY.test(book) || /[×xX*某]/.test(own + book)) return null;
  // Either name anywhere in the other document: a unit below it, or above it.
  if (text.paragraphs.some((p) => plainText(p).includes(book)) || texts.some((t) => plainText(t).includes(own))) return null;
  return isSameBody(own, book) ? null : own;
}

const bareName = (name: string): string => plainText(name).replace(/\([^()]*\)/g, '').replace(/(?:本级|机关)$/, '');

function isSameBody(a: string, b: string): boolean {
  const [regionA, regionB] = [a, b].map((name) => REGION.exec(name)?.[0] ?? '');
  if (regionA !== '' && regionB !== '' && !regionA.includes(regionB) && !regionB.includes(regionA)) return false;
  const [short, long] = [a.slice(regionA.length), b.slice(regionB.length)].sort((x, y) => x.length - y.length);
  return short === '' || longestShared(short, long) / short.length >= LEAST_SHARED;
}

function longestShared(short: string, long: string): number {
  for (let length = short.length; length > 0; length--) {
    for (let i = 0; i + length <= short.length; i++) if (long.includes(short.slice(i, i + length))) return length;
  }
  return 0;
}
