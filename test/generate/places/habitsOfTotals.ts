import { codeColumn, firstFigures, isTotalRow, padded, perPart, widthOf, type Habit } from './habit';
import { CLASSES } from './common';
import type { Kit, Part, Row } from './kit';

/** What bodies do to sums: the body's own name for 合计 or below it, 小计 of each 类 below its items, outlines in decimals, halves of a line list below one another. */

const isText = (v: Row[number] | undefined): v is string => typeof v === 'string' && v.trim() !== '';
const isFigure = (v: Row[number] | undefined): boolean => typeof v === 'number' || (typeof v === 'string' && /^-?\d+\.\d+$/.test(v));
const isTotal = (v: Row[number]): boolean => isText(v) && /^合\s*计$/.test(v);

/** The only total row of a list of codes, by its place; -1 where there is none at an end. */
const totalAt = (part: Part): number => {
  const at = part.body.flatMap((row, i) => (isTotalRow(row) && row.filter(isText).length === 1 ? [i] : []));
  return at.length === 1 && part.body.length > 3 && codeColumn(part) >= 0 ? at[0] : -1;
};

/** 合计, then the body's name with the same figures; or the name in place of 合计. */
function byName(part: Part, name: string, isBeside: boolean): Part {
  const at = totalAt(part);
  const code = codeColumn(part);
  if (at !== 0 || code < 0) return part;
  const own = padded(part.body[0], widthOf(part)).map((v, c) => (c === code + 1 ? name : isText(v) && !isFigure(v) ? null : v));
  return { ...part, body: isBeside ? [part.body[0], own, ...part.body.slice(1)] : [own, ...part.body.slice(1)] };
}

/** 小计 of a 类 behind its items in place of the 类 above them. */
function subtotals(part: Part): Part {
  const code = codeColumn(part);
  // Final accounts are printed with all their 类.
  if (code < 0 || part.above.some((row) => row.some((v) => isText(v) && v.includes('决算')))) return part;
  const of = (row: Row): string => (isText(row[code]) && /^\d+$/.test(row[code].trim()) ? row[code].trim() : '');
  const classes = part.body.flatMap((row, i) => (of(row).length === 3 ? [i] : []));
  if (classes.length === 0 || classes.some((i, k) => part.body.slice(i + 1, classes[k + 1] ?? part.body.length).some((row) => of(row) !== '' && !of(row).startsWith(of(part.body[i]))))) return part;
  const body: Row[] = [];
  let open: Row | null = null;
  for (const row of [...part.body, []]) {
    if (open && !of(row).startsWith(of(open))) {
      body.push(open.map((v, c) => (c === code ? null : c === code + 1 ? '小计' : v)));
      open = null;
    }
    if (of(row).length === 3) open = row;
    else if (row.length > 0) body.push(row);
  }
  return { ...part, body };
}

const LEVELS = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+[.、．]/] as const;

/** 一、（一）1. as 1 1.1 1.1.1, in columns where each number stands below one of the level above. */
function decimals(part: Part): Part {
  const columns = new Map<number, { readonly texts: Map<number, string>; open: number[]; isOdd: boolean }>();
  part.body.forEach((row, r) => row.forEach((v, c) => {
    const level = isText(v) ? LEVELS.findIndex((pattern) => pattern.test(v.trim())) : -1;
    if (!isText(v) || level < 0) return;
    const column = columns.get(c) ?? { texts: new Map<number, string>(), open: [], isOdd: false };
    columns.set(c, column);
    column.isOdd ||= column.open.length < level || (level > 0 && /^（一）|^1[.、．]/.test(v.trim()) && column.open.length > level);
    column.open = [...column.open.slice(0, level), (column.open[level] ?? 0) + 1];
    column.texts.set(r, `${column.open.join('.')} ${v.trim().replace(LEVELS[level], '')}`);
  }));
  return { ...part, body: part.body.map((row, r) => row.map((v, c) => (columns.get(c)?.isOdd === false ? columns.get(c)?.texts.get(r) ?? v : v))) };
}

/** 收入 and 支出 side by side. */
const hasSides = (part: Part): boolean => part.header.length > 1 && /收\s*入/.test(String(part.header[0][0])) && part.header[0].some((v) => /支\s*出/.test(String(v)));

/** Income above expenditure in one list, where both stand side by side with as many columns. */
function below(part: Part): Part {
  const first = firstFigures(part);
  const width = widthOf(part);
  if (first !== 1 || width % 2 !== 0 || part.header.length !== 2 || part.header[0][0] === null || !/收\s*入/.test(String(part.header[0][0])) || !/支\s*出/.test(String(part.header[0][width / 2]))) return part;
  const half = width / 2;
  const left = part.body.map((row) => padded(row, width).slice(0, half));
  const right = part.body.map((row) => padded(row, width).slice(half));
  return { ...part, header: [padded(part.header[1], width).slice(0, half)], body: [...left, ...right].filter((row) => row.some((v) => v !== null)) };
}

/** Words of a list that mean the same: the first of each set is what the forms print. */
const OTHERWISE: readonly (readonly string[])[] = [
  ['本年收入合计', '当年收入合计', '本年收入小计', '本年收入', '收入小计'], ['本年支出合计', '当年支出合计', '本年支出小计', '本年支出', '支出小计'],
  ['收入总计', '收入总额', '收入总数', '收入共计', '收 入 总 计'], ['支出总计', '支出总额', '支出总数', '支出共计', '支 出 总 计'],
];
const CARRIED: readonly (readonly string[])[] = [
  ['上年结转', '上年结转和结余', '上年结余', '年初结转和结余', '上年结转结余资金', '上年末结转结余'], ['上年结转结余', '上年结转和结余', '上年结余', '年初结转和结余', '上年结转结余资金', '上年末结转结余'],
  ['结转下年', '年末结转和结余', '结转下年支出', '年终结转结余', '结转下年结余', '结转至下年'],
];

/** Each word of a set in the place of its first, whatever number stands before it. */
const otherwise = (part: Part, sets: readonly (readonly string[])[], pick: number): Part => ({ ...part, body: part.body.map((row) => row.map((v) => {
  if (!isText(v)) return v;
  const [, number, word] = /^(\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．])?)(.+)$/.exec(v) ?? [];
  const set = sets.find(([first]) => first === word?.replace(/\s/g, ''));
  return set ? `${number}${set[pick % set.length]}` : v;
})) });

/** 201一般公共服务支出: a class with its code, where lines are numbered without. */
const coded = (part: Part, k: Kit, of: (code: string, name: string) => string): Part => {
  const codes = new Map(CLASSES.map((c) => [k.name(c), c]));
  return codeColumn(part) >= 0 || !hasSides(part) ? part : { ...part, body: part.body.map((row) => row.map((v) => {
    const name = isText(v) ? v.trim().replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/, '') : '';
    const code = codes.get(name);
    return code === undefined ? v : of(code, name);
  })) };
};

export const SUMS: readonly Habit[] = [
  perPart('totals-otherwise', (p, random) => otherwise(p, OTHERWISE, random.int(1, 4))),
  perPart('carried-otherwise', (p, random) => otherwise(p, CARRIED, random.int(1, 5))),
  perPart('classes-coded', (p, random, k) => { const of = random.pick([(c: string, n: string) => `${c}${n}`, (c: string, n: string) => `${c} ${n}`, (c: string, n: string) => `[${c}]${n}`, (c: string, n: string) => `${n}（${c}）`, (c: string, n: string) => `${c}-${n}`]); return coded(p, k, of); }),
  perPart('total-named', (p, _, k) => byName(p, k.ledger.name, false)),
  perPart('total-then-name', (p, _, k) => byName(p, k.ledger.name, true)),
  perPart('total-of-name', (p, _, k) => ({ ...p, body: p.body.map((row) => row.map((v) => (isTotal(v) ? `${k.ledger.name}合计` : v))) })),
  { id: 'total-otherwise', apply: (pages, random) => { const word = random.pick(['部门合计', '全局合计', '本单位合计', '共计', '总数', '各项合计', '累计', '总计金额']); return pages.map((page) => ({ ...page, parts: page.parts.map((p) => ({ ...p, body: p.body.map((row) => row.map((v) => (isTotal(v) ? word : v))) })) })); } },
  perPart('subtotals-below', subtotals),
  perPart('decimals', decimals),
  perPart('sides-below', below),
];
