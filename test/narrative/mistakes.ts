import type { Random } from '../generate';
import type { Document, Mark } from './template';

/** A document with one mistake in it. */
export interface Mistaken {
  readonly lines: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What stood there. */
  readonly right: string;
}

type Mistake = (document: Document, random: Random, isProved: (mark: Mark) => boolean) => Mistaken | null;

function put({ lines }: Document, { line, start, end }: Pick<Mark, 'line' | 'start' | 'end'>, text: string): Mistaken {
  const old = lines[line];
  return { lines: lines.map((l, i) => (i === line ? old.slice(0, start) + text + old.slice(end) : l)), line, start, end: start + Math.max(1, text.length), right: old.slice(start, end) };
}

const wordsOf = ({ lines }: Document, { line, start, end }: Mark): string => lines[line].slice(start, end);

/** One of the marks, changed; null where none can be. */
function one(document: Document, random: Random, marks: readonly Mark[], change: (old: string, mark: Mark) => string | null): Mistaken | null {
  for (const mark of random.sample(marks, marks.length)) {
    const old = wordsOf(document, mark);
    const text = change(old, mark);
    if (text !== null && text !== old) return put(document, mark, text);
  }
  return null;
}

/** Another digit that counts. */
function otherDigit(number: string, random: Random): string | null {
  const places = [...number].map((c, i) => (/\d/.test(c) ? i : -1)).filter((i) => i >= 0);
  if (places.length < 4) return null;
  const at = places[random.int(0, places.length - 3)];
  return number.slice(0, at) + String((Number(number[at]) + random.int(1, 9)) % 10) + number.slice(at + 1);
}

const like = (old: string, fen: number): string => {
  const text = (fen / 1e6).toFixed(2);
  return old.includes(',') ? text.replace(/^\d+/, (w) => w.replace(/\B(?=(\d{3})+(?!\d))/g, ',')) : text;
};

/** Percentages of some hundreds of 元 may be anything, for the amounts are rounded to a hundred. */
const isLarge = ({ figure: { now, before } }: Mark): boolean => now > 1e6 && (before === 0 || Math.abs(now - before) > 3e5);

const OPPOSITE: Readonly<Record<string, string>> = { 增加: '减少', 减少: '增加', 增长: '下降', 下降: '增长', 上升: '下降', 降低: '增长' };

export const MISTAKES: Readonly<Record<string, Mistake>> = {
  digit: (d, random, isProved) => one(d, random, d.marks.filter((m) => m.kind === 'amount' && isProved(m)), (old) => otherDigit(old, random)),
  change: (d, random, isProved) => one(d, random, d.marks.filter((m) => m.kind === 'change' && isProved(m)), (old) => otherDigit(old, random)),
  unit: (d, random, isProved) => one(d, random, d.marks.filter((m) => m.kind === 'amount' && Number(wordsOf(d, m).replace(/,/g, '')) > 0 && isProved(m)).map((m) => ({ ...m, start: m.end, end: m.end + 1 })), (old) => (old === '万' ? '亿' : null)),
  direction: (d, random, isProved) => one(d, random, d.marks.filter((m) => m.kind === 'direction' && d.marks.some((c) => c.line === m.line && c.kind === 'change' && c.start >= m.end && c.start - m.end < 3 && Math.abs(c.figure.now - c.figure.before) > 30_000 && isProved(c))), (old) => OPPOSITE[old] ?? null),
  percentage: (d, random, isProved) => one(d, random, d.marks.filter((m) => ['percent', 'share', 'done'].includes(m.kind) && isLarge(m) && isProved(m)), (old) => otherDigit(old, random)),
  base: (d, random, isProved) => one(d, random, d.marks.filter((m) => m.kind === 'percent' && isLarge(m) && isProved(m)), (old, { figure: { now, before } }) => {
    const wrong = ((Math.abs(now - before) / now) * 100).toFixed(2);
    return Math.abs(Number(wrong) - Number(old)) > 0.3 ? wrong : null;
  }),
  name: (d, random) => {
    const names = d.marks.filter((m) => m.kind === 'name');
    const others = [...new Set(names.map((m) => wordsOf(d, m)))];
    return one(d, random, names, (old) => others.find((o) => o !== old && !o.includes(old) && !old.includes(o)) ?? null);
  },
  code: (d, random) => one(d, random, d.marks.filter((m) => m.kind === 'code'), (old) => `${old.slice(0, 5)}${String((Number(old.slice(5)) + random.int(1, 40)) % 100).padStart(2, '0')}`),
  itemLeftOut: (d, random) => {
    const items = d.marks.filter((m) => m.kind === 'item' && ['项', '类', '来源'].includes(m.of) && m.start === 0 && m.end === d.lines[m.line].length);
    const fit = items.filter((m) => m.figure.now > 1e6 && items.filter((o) => o.of === m.of).length > 2 && d.lines[Math.min(...items.filter((o) => o.of === m.of).map((o) => o.line)) - 1].includes('万元'));
    if (fit.length === 0) return null;
    const item = random.pick(fit);
    const line = Math.min(...items.filter((o) => o.of === item.of).map((o) => o.line)) - 1;
    return { lines: d.lines.filter((_, i) => i !== item.line), line, start: 0, end: d.lines[line].length, right: d.lines[item.line] };
  },
  itemTwice: (d, random) => {
    const items = d.marks.filter((m) => m.kind === 'item' && m.of === '项' && m.start === 0 && m.end === d.lines[m.line].length && m.figure.now > 1e6);
    if (items.length < 3) return null;
    const { line } = random.pick(items);
    return { lines: [...d.lines.slice(0, line + 1), d.lines[line], ...d.lines.slice(line + 1)], line: line + 1, start: 0, end: d.lines[line].length, right: '' };
  },
  fund: (d, random) => {
    const spots = d.lines.flatMap((text, line) => {
      const match = /(?:无|没有[^政]{0,4})政府性基金(?:预算)?/.exec(text);
      if (match === null || text.includes('万元')) return [];
      const end = match.index + match[0].length;
      return [{ line, start: text.indexOf('政府性基金', match.index), end }];
    });
    return spots.length === 0 ? null : put(d, random.pick(spots), '国有资本经营预算');
  },
  stale: (d, random, isProved) => one(d, random, d.marks.filter((m) => m.kind === 'amount' && !m.of.endsWith('.plan') && isProved(m) && m.figure.before > 0 && Math.abs(m.figure.now - m.figure.before) > 30_000), (old, { figure }) => like(old, figure.before)),
  year: (d, random) => {
    const spots = d.lines.flatMap((text, line) => {
      const match = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分[:：]? ?)[^，。]*(20\d\d)年[^，。]*(?:收支|收入|支出|三公|决算|预算)[^，。]*$/.exec(text);
      return match === null || line < 2 ? [] : [{ line, start: text.indexOf(match[1]), end: text.indexOf(match[1]) + 4 }];
    });
    return spots.length === 0 ? null : put(d, random.pick(spots), '2016');
  },
  residue: (d, random) => one(d, random, d.marks.filter((m) => m.kind === 'amount' && d.lines[m.line].startsWith('万元', m.end)).map((m) => ({ ...m, start: m.end, end: m.end + 2 })), () => '万元万元'),
  template: (d, random) => one(d, random, d.marks.filter((m) => m.kind === 'direction' && /增加|减少/.test(wordsOf(d, m))), () => '增加（减少）'),
};
