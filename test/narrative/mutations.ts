import { type Random } from '../generate';

/** One mistake in a text: the lines with it, and where it stands. */
export interface Mutated {
  readonly lines: readonly string[];
  /** Zero-based line, and characters of it. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

type Mutation = (lines: readonly string[], random: Random) => Mutated | null;

interface Spot {
  readonly line: number;
  readonly match: RegExpMatchArray;
}

function spots(lines: readonly string[], pattern: RegExp, where: (line: string) => boolean = () => true): Spot[] {
  return lines.flatMap((text, line) => (where(text) ? [...text.matchAll(pattern)].map((match) => ({ line, match })) : []));
}

/** Puts `text` in place of the group 1 of a spot (or all of it). */
function put(lines: readonly string[], { line, match }: Spot, text: string): Mutated {
  const old = match[1] ?? match[0];
  const start = (match.index ?? 0) + match[0].indexOf(old);
  const changed = lines[line].slice(0, start) + text + lines[line].slice(start + old.length);
  return { lines: lines.map((l, i) => (i === line ? changed : l)), line, start, end: start + Math.max(1, text.length) };
}

const replaceWith =
  (pattern: RegExp, change: (old: string, random: Random) => string | null, where?: (line: string) => boolean): Mutation =>
  (lines, random) => {
    const all = spots(lines, pattern, where);
    if (all.length === 0) return null;
    const spot = random.pick(all);
    const text = change(spot.match[1] ?? spot.match[0], random);
    return text === null ? null : put(lines, spot, text);
  };

/** Another digit in a place that counts (not the last two). */
function otherDigit(number: string, random: Random): string | null {
  const places = [...number].map((c, i) => (/\d/.test(c) ? i : -1)).filter((i) => i >= 0);
  if (places.length < 4) return null;
  const at = places[random.int(0, places.length - 3)];
  const digit = String((Number(number[at]) + random.int(1, 9)) % 10);
  return number.slice(0, at) + digit + number.slice(at + 1);
}

const number = (text: string): number => Number(text.replace(/,/g, ''));
const withLine = (lines: readonly string[], at: number, text: string): string[] => lines.map((l, i) => (i === at ? text : l));

const ITEM = /^(?:（?\d+[）.．]|\d{7}-)/;

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  digit: replaceWith(/(?:支出|收入|安排|）|费|支出预算)(\d[\d,]*\.\d{2})(?=万元，)/g, otherDigit),
  unit: replaceWith(/[1-9]\d*\.\d\d(万元)，[较比与]/g, () => '元'),
  direction: replaceWith(/(?:较上年|比上年|与上年相比)(增加|减少)(?!0(?:\.00)?万元)\d/g, (old) => (old === '增加' ? '减少' : '增加')),
  percentage: replaceWith(/(?:增长|下降|（)(\d+\.\d{2})(?=%)/g, otherDigit),
  name: replaceWith(/^(?:（\d+）|\d+\.|\d{7}-)(一般行政管理事务|行政运行|住房公积金|工资福利支出|培训支出)(?:（|\d)/g, (old) => (old === '住房公积金' ? '购房补贴' : old === '工资福利支出' ? '商品和服务支出' : '住房公积金')),
  code: replaceWith(/(?:（|^)(2\d{6})(?:）|-)/g, (old, random) => `${old.slice(0, 5)}${String((Number(old.slice(5)) + random.int(1, 40)) % 100).padStart(2, '0')}`),
  itemTwice(lines, random) {
    const items = lines.map((l, i) => (ITEM.test(l) && /（[23]\d{2,6}）|^\d{7}-/.test(l) ? i : -1)).filter((i) => i >= 0);
    if (items.length === 0) return null;
    const at = random.pick(items);
    return { lines: [...lines.slice(0, at + 1), lines[at], ...lines.slice(at + 1)], line: at + 1, start: 0, end: lines[at].length };
  },
  residue: replaceWith(/\d(万元)[，。]/g, () => '万元万元'),
  template: replaceWith(/(?:较上年|比上年|与上年相比)(增加|减少)\d/g, () => '增加（减少）'),
  year: replaceWith(/^第二部分 (收支情况)/g, (old) => `2011年${old}`),
  /** The percentage of this year's figure in place of last year's. */
  base(lines, random) {
    const found = spots(lines, /(\d[\d,]*\.\d{2})万元，[较比与][^\d]{2,12}(?:增加|减少)(\d[\d,]*\.\d{2})万元(?:，增长|，下降|（)(\d+\.\d{2})(?=[%％])/g);
    const fitting = found.flatMap((spot) => {
      const [, now, change, old] = spot.match;
      const wrong = ((number(change) / number(now)) * 100).toFixed(2);
      return number(change) > 1 && Math.abs(Number(wrong) - Number(old)) > 0.1 ? [{ spot, old, wrong }] : [];
    });
    if (fitting.length === 0) return null;
    const { spot, old, wrong } = random.pick(fitting);
    const start = (spot.match.index ?? 0) + spot.match[0].length - old.length;
    return { lines: withLine(lines, spot.line, lines[spot.line].slice(0, start) + wrong + lines[spot.line].slice(start + old.length)), line: spot.line, start, end: start + wrong.length };
  },
  /** Last year's figure left standing. */
  stale: replaceWith(/^(?:（?\d+[）.．]|2\d{6}-)[^\d]+(?:（\d{3,7}）)?(\d[\d,]*\.\d{2})万元，[较比与][^\d]{2,12}增加\d/g, (old, random) => (number(old) < 10 ? null : (number(old) * (0.7 + random.int(0, 15) / 100)).toFixed(2))),
  /** A sentence about another fund. */
  fund: replaceWith(/^本部门(无当年国有资本经营预算拨款收支)/g, () => '无当年政府性基金预算收支'),
  staff: replaceWith(/人员编制(45)人/g, () => '46'),
};

/** A list's item that is left out; the place is the line that opens the list. */
export function leaveOut(lines: readonly string[], random: Random): Mutated | null {
  const items = lines.map((l, i) => (ITEM.test(l) && /（2\d{6}）|^\d{7}-/.test(l) && Number(/([\d,]+\.?\d*)万元/.exec(l)?.[1].replace(/,/g, '')) > 1 ? i : -1)).filter((i) => i >= 0);
  if (items.length < 3) return null;
  const at = random.pick(items);
  const opening = lines.slice(0, at).reduce((last, l, i) => (l.endsWith('其中：') ? i : last), -1);
  if (opening < 0) return null;
  return { lines: lines.filter((_, i) => i !== at), line: opening, start: 0, end: lines[opening].length };
}
