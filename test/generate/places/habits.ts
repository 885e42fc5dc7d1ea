import type { Random } from '../random';
import { parts as codeParts } from './common';
import { codeColumn, eachCell, firstFigures, isTotalRow, padded, perPart, widthOf, withColumn, withoutColumn, type Habit } from './habit';
import type { Part, Row } from './kit';
import { EXTRAS } from './habitsOfExtras';
import { LISTS } from './habitsOfLists';
import { PAPER } from './habitsOfPaper';
import { SUMS } from './habitsOfTotals';
import { WORDS } from './habitsOfWords';

const figure = (v: Row[number]): boolean => typeof v === 'number' || (typeof v === 'string' && /^-?\d+\.\d+$/.test(v));

/** 合计 first, last, or at both ends: only where one row of the table is a total. */
function moveTotal(part: Part, to: 'bottom' | 'top' | 'both'): Part {
  const at = part.body.flatMap((row, i) => (isTotalRow(row) && row.filter((v) => typeof v === 'string').length === 1 ? [i] : []));
  if (at.length !== 1 || (at[0] !== 0 && at[0] !== part.body.length - 1) || part.body.length < 4) return part;
  const total = part.body[at[0]];
  const rest = part.body.filter((_, i) => i !== at[0]);
  return { ...part, body: to === 'top' ? [total, ...rest] : to === 'bottom' ? [...rest, total] : [total, ...rest, total.map((v) => (typeof v === 'string' && /^合\s*计$/.test(v) ? '总计' : v))] };
}

function named(part: Part, at: number, header: string): Part {
  const rows = part.header.map((row) => [...row]);
  const bottom = [...rows].reverse().find((row) => typeof row[at] === 'string' && !row.some((v) => typeof v === 'number'));
  if (bottom) bottom[at] = header;
  return { ...part, header: rows };
}

/** Code and name in one cell. */
function glue(part: Part, between: (code: string, name: string) => string): Part {
  const at = codeColumn(part);
  if (at < 0) return part;
  const body = part.body.map((row): Row => row.map((v, c) => (c !== at ? v : typeof v === 'string' && typeof row[at + 1] === 'string' ? between(v.trim(), String(row[at + 1]).trim()) : v ?? row[at + 1] ?? null)));
  return named(withoutColumn({ ...part, body }, at + 1), at, '科目名称');
}

/** 类 | 款 | 项 in columns of their own. */
function split(part: Part, repeat: boolean): Part {
  const at = codeColumn(part);
  if (at < 0) return part;
  const isCode = (v: Row[number] | undefined): boolean => typeof v === 'string' && /^\s*\d+\s*$/.test(v);
  const deepest = Math.max(...part.body.map((row) => (isCode(row[at]) ? String(row[at]).trim().length : 0)));
  const count = deepest === 7 ? 3 : 2;
  const apart = (row: Row, cells: Row): Row => [...padded(row, at).slice(0, at), ...cells, ...row.slice(at + 1)];
  const words: Row = ['类', '款', '项'].slice(0, count);
  const isNumbers = (row: Row): boolean => row.some((v) => typeof v === 'number');
  if (part.header.some(isNumbers)) return part;
  return {
    ...part,
    header: [...part.header.map((row) => apart(row, [row[at] ?? null, ...Array<null>(count - 1).fill(null)])), apart([], words)],
    body: part.body.map((row) => apart(row, !isCode(row[at]) ? [row[at] ?? null, ...Array<null>(count - 1).fill(null)] : codeParts(String(row[at]).trim(), count, repeat))),
  };
}

/** The 合计 column behind its parts: only below a header of one row. */
function totalLast(part: Part): Part {
  if (part.header.length !== 1 || part.header[0].some((v, i) => v !== null && part.header[0].indexOf(v) !== i)) return part;
  const at = part.header[0].findIndex((v) => v === '合计' || v === '总计');
  const first = firstFigures(part);
  if (at < 0 || at !== first) return part;
  const width = widthOf(part);
  const move = (row: Row): Row => {
    const whole = padded(row, width);
    return [...whole.slice(0, at), ...whole.slice(at + 1), whole[at]];
  };
  return { ...part, header: part.header.map(move), body: part.body.map(move) };
}

/** 科目名称 | 科目编码. */
function nameFirst(part: Part): Part {
  const at = codeColumn(part);
  if (at < 0) return part;
  if (part.header.some((row) => row.some((v) => typeof v === 'number'))) return part;
  const swap = (row: Row): Row => {
    const whole = padded(row, at + 2);
    return [...whole.slice(0, at), whole[at + 1], whole[at], ...whole.slice(at + 2)];
  };
  return { ...part, header: part.header.map((row) => (row[at + 1] === undefined || row[at + 1] === null ? row : swap(row))), body: part.body.map(swap) };
}

/** The share of a row's first amount in the table's total, as texts or as numbers. */
function shares(part: Part, random: Random): Part {
  const at = firstFigures(part);
  const total = part.body.find(isTotalRow);
  const whole = at >= 0 ? Number(total?.[at] ?? 0) : 0;
  if (whole <= 0 || part.header.some((row) => row.indexOf('支出') > 0)) return part;
  const asText = random.chance(0.5);
  return withColumn(part, widthOf(part), (r) => (r === 0 ? '占比（%）' : null), (row) => {
    const value = figure(row[at] ?? null) ? Math.round((Number(row[at]) / whole) * 10_000) / 100 : null;
    return value === null ? null : asText ? `${value.toFixed(2)}%` : value;
  });
}

const indent = (part: Part, blank: string, codes: boolean): Part => {
  const at = codeColumn(part);
  if (at < 0) return part;
  return eachCell(part, (v, c, row) => {
    const code = String(row[at] ?? '').trim();
    return typeof v === 'string' && code !== '' && (c === at + 1 || (codes && c === at)) ? `${blank.repeat((code.length - 3) / 2)}${v.trim()}` : v;
  });
};

const TOTALS = ['（合计）', '合计：', '【合计】', '合　　　计', '合 计', '总  计', '合計'];

/** Each figure as a text with commas; what is nothing a dash in columns of figures. */
function texts(part: Part, dash: string): Part {
  const columns = new Set(part.body.flatMap((row) => row.flatMap((v, c) => (typeof v === 'number' && !Number.isInteger(v) ? [c] : []))));
  const shown = (v: number): string => v.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const width = widthOf(part);
  const isWide = part.body.some((row) => row.slice(firstFigures(part)).some((v) => typeof v === 'string'));
  const body = part.body.map((row) => (row.every((v) => v === null) ? row : padded(row, width)).map((v, c) => (!columns.has(c) ? v : typeof v === 'number' ? shown(v) : v ?? (dash === '' || isWide ? null : dash))));
  return { ...part, body };
}

const CELLS: readonly Habit[] = [
  perPart('total-bottom', (p) => moveTotal(p, 'bottom')),
  perPart('total-top', (p) => moveTotal(p, 'top')),
  perPart('total-both', (p) => moveTotal(p, 'both')),
  { id: 'total-word', apply: (pages, random) => { const word = random.pick(TOTALS.slice(0, 6)); return pages.map((page) => ({ ...page, parts: page.parts.map((p) => eachCell(p, (v) => (v === '合计' ? word : v))) })); } },
  perPart('glued-dash', (p) => glue(p, (c, n) => `${c}-${n}`)),
  perPart('glued-blank', (p) => glue(p, (c, n) => `${c} ${n}`)),
  perPart('glued', (p) => glue(p, (c, n) => `${c}${n}`)),
  perPart('glued-bracket', (p) => glue(p, (c, n) => `[${c}]${n}`)),
  perPart('glued-behind', (p) => glue(p, (c, n) => `${n}（${c}）`)),
  perPart('split', (p) => split(p, true)),
  perPart('split-last', (p) => split(p, false)),
  perPart('total-column-last', totalLast),
  perPart('name-first', nameFirst),
  perPart('shares', shares),
  perPart('indent', (p) => indent(p, '  ', false)),
  perPart('indent-wide', (p) => indent(p, '　', true)),
  perPart('numeric-codes', (p) => { const at = codeColumn(p); return at < 0 ? p : eachCell(p, (v, c) => (c === at && typeof v === 'string' && /^\s*\d+\s*$/.test(v) ? Number(v) : v)); }),
  perPart('texts', (p) => texts(p, '')),
  perPart('dashes', (p) => texts(p, '-')),
  perPart('serial', (p) => { let n = 0; return withColumn(p, 0, (r) => (r === 0 ? '序号' : null), (row) => (row.every((v) => v === null) || isTotalRow(row) ? null : ++n)); }),
  perPart('remarks', (p) => withColumn(p, widthOf(p), (r) => (r === 0 ? '备注' : null), (_, i) => (i % 7 === 3 ? '按标准测算' : i % 11 === 5 ? '见项目绩效目标表' : null))),
];

/** Ways of printing that any form may have. */
export const HABITS: readonly Habit[] = [...CELLS, ...PAPER, ...WORDS, ...EXTRAS, ...LISTS, ...SUMS];

export type { Habit } from './habit';
