import { codeColumn, firstFigures, perPart, type Habit } from './habit';
import type { Part, Row } from './kit';

/** What units do to lists: labels printed once for several rows, parts among the rows, totals of a page. */

const isText = (v: Row[number] | undefined): v is string => typeof v === 'string' && v.trim() !== '';
const CODE = /^\s*\d{3}(\d\d)?(\d\d)?\s*$/;

/** A label stands in the first of the rows that bear it (cells merged downwards). */
function once(part: Part): Part {
  const at = firstFigures(part);
  if (at < 2) return part;
  const body = part.body.map((row, i) => row.map((v, c) => (c < at - 1 && isText(v) && !/^\d+$/.test(v.trim()) && i > 0 && part.body[i - 1].slice(0, c + 1).every((x, k) => x === row[k]) ? null : v)));
  return { ...part, body };
}

/** 其中：政府采购 below a subject: here all of it. */
function ofWhich(part: Part): Part {
  const at = codeColumn(part);
  const first = firstFigures(part);
  if (at < 0 || first !== at + 2) return part;
  const body = part.body.flatMap((row, i): Row[] => {
    const isDeep = isText(row[at]) && row[at].trim().length === 7;
    if (!isDeep || i % 5 !== 2) return [row];
    return [row, row.map((v, c) => (c === at + 1 ? '其中：政府采购' : c < first ? null : v))];
  });
  return { ...part, body };
}

const codes = (part: Part, of: (code: string) => string): Part => {
  const at = codeColumn(part);
  return at < 0 ? part : { ...part, body: part.body.map((row) => row.map((v, c) => (c === at && isText(v) && CODE.test(v) ? of(v.trim()) : v))) };
};
const split = (code: string): string[] => [code.slice(0, 3), code.slice(3, 5), code.slice(5)].filter((p) => p !== '');

export const LISTS: readonly Habit[] = [
  perPart('label-once', once),
  perPart('of-which', ofWhich),
  perPart('codes-spaced', (p) => codes(p, (c) => split(c).join(' '))),
  perPart('codes-dotted', (p) => codes(p, (c) => split(c).join('.'))),
];
