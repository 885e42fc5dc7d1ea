import type { Random } from '../random';
import type { Kit, Page, Part, Row } from './kit';

/** A way of printing that any form may have: the same figures, other cells. */
export interface Habit {
  readonly id: string;
  readonly apply: (pages: readonly Page[], random: Random, kit: Kit) => Page[];
}

/** A habit that touches each table by itself. */
export const perPart = (id: string, apply: (part: Part, random: Random, kit: Kit) => Part): Habit => ({
  id,
  apply: (pages, random, kit) => pages.map((page) => ({ ...page, parts: page.parts.map((part) => apply(part, random, kit)) })),
});

export const widthOf = (part: Part): number => Math.max(0, ...part.header.map((r) => r.length), ...part.body.map((r) => r.length));

export const padded = (row: Row, width: number): Row => [...row, ...Array<null>(Math.max(0, width - row.length)).fill(null)];

/** Header and body with a column put in before `at`. */
export const withColumn = (part: Part, at: number, header: (row: number) => Row[number], body: (row: Row, index: number) => Row[number]): Part => {
  const put = (row: Row, value: Row[number]): Row => [...padded(row, at).slice(0, at), value, ...row.slice(at)];
  return { ...part, header: part.header.map((row, r) => renumbered(put(row, header(r)))), body: part.body.map((row, i) => put(row, body(row, i))) };
};

export const withoutColumn = (part: Part, at: number): Part => {
  const drop = (row: Row): Row => row.filter((_, c) => c !== at);
  return { ...part, header: part.header.map((row) => renumbered(drop(row))), body: part.body.map(drop) };
};

/** Numbers of columns run on without a gap. */
export const renumbered = (row: Row): Row => {
  let next = Number(row.find((v) => typeof v === 'number') ?? 1);
  return row.map((v) => (typeof v === 'number' ? next++ : v));
};

export const eachCell = (part: Part, of: (value: Row[number], column: number, row: Row) => Row[number]): Part => ({ ...part, body: part.body.map((row) => row.map((value, column) => of(value, column, row))) });

const CODE = /^\s*\d{3}(\d\d)?(\d\d)?\s*$/;

/** The column of codes with their names right of it; -1 where the table has none by itself, or codes in parts. */
export function codeColumn(part: Part): number {
  const width = widthOf(part);
  for (let column = 0; column < width - 1; column++) {
    const filled = part.body.filter((row) => typeof row[column] === 'string' && row[column] !== '');
    const codes = filled.filter((row) => CODE.test(String(row[column])) && typeof row[column + 1] === 'string' && /[一-龥]/.test(String(row[column + 1])));
    if (codes.length >= 2 && codes.length >= filled.length - 1) return column;
  }
  return -1;
}

/** The first column that holds figures. */
export const firstFigures = (part: Part): number => {
  const columns = part.body.map((row) => row.findIndex((v) => typeof v === 'number' || (typeof v === 'string' && /^-?\d+\.\d+$/.test(v)))).filter((c) => c >= 0);
  return columns.length === 0 ? -1 : Math.min(...columns);
};

/** Lines of 合计 and nothing else. */
export const isTotalRow = (row: Row): boolean => row.some((v) => typeof v === 'string' && /^(合计|总计)$/.test(v.replace(/\s/g, '')));
