import type { Random } from '../random';
import { firstFigures, padded, perPart, widthOf, withColumn, type Habit } from './habit';
import type { Part, Row } from './kit';

/** The header cells of one column of figures by chance: row and column of its lowest word; null where there is none. */
function wordOf(part: Part, random: Random): { readonly row: number; readonly column: number } | null {
  const first = firstFigures(part);
  if (first < 1) return null;
  const columns = Array.from({ length: widthOf(part) - first }, (_, i) => first + i).filter((c) => part.body.some((row) => typeof row[c] === 'number'));
  if (columns.length < 2) return null;
  const column = random.pick(columns);
  for (let row = part.header.length - 1; row >= 0; row--) if (typeof part.header[row][column] === 'string' && !/^[类款项]$/.test(String(part.header[row][column]))) return { row, column };
  return null;
}

function reworded(part: Part, random: Random, word: Row[number]): Part {
  const at = wordOf(part, random);
  if (!at) return part;
  return { ...part, header: part.header.map((row, r) => row.map((v, c) => (r === at.row && c === at.column ? word : v))) };
}

/** Years in header words torn: 20 | 24年预算数 beside one another where the left cell is blank, 2024 above 年预算数 otherwise. */
function tornYears(part: Part): Part {
  if (!part.header.some((row) => row.some((v) => typeof v === 'string' && /^20\d\d年/.test(v)))) return part;
  const header = part.header.flatMap((row): Row[] => {
    const isYear = (v: Row[number] | undefined): v is string => typeof v === 'string' && /^20\d\d年./.test(v);
    if (!row.some(isYear)) return [row];
    if (row.every((v, c) => !isYear(v) || (c > 0 && (row[c - 1] ?? null) === null))) return [row.map((v, c) => (isYear(v) ? v.slice(2) : isYear(row[c + 1]) ? '20' : v))];
    return [row.map((v) => (isYear(v) ? v.slice(0, 4) : v)), row.map((v) => (isYear(v) ? v.slice(4) : null))];
  });
  return { ...part, header };
}

export const WORDS: readonly Habit[] = [
  perPart('word-unknown', (p, random) => reworded(p, random, random.pick(['地方统筹安排部分', '其它拨入款', '归垫款', '援建项目']))),
  perPart('word-lost', (p, random) => reworded(p, random, null)),
  perPart('word-wrong-spelling', (p) => ({ ...p, header: p.header.map((row) => row.map((v) => (typeof v === 'string' ? v.replace('预算', '予算') : v))) })),
  perPart('year-torn', tornYears),
  perPart('year-number', (p) => ({ ...p, header: p.header.map((row) => row.map((v) => (typeof v === 'string' && /^20\d\d年(度)?(预算数|预算|决算数)?$/.test(v) ? Number(v.slice(0, 4)) : v))) })),
  perPart('column-empty', (p, random) => { const first = firstFigures(p); return first < 1 || p.header.length !== 1 ? p : withColumn({ ...p, header: p.header.map((row) => padded(row, widthOf(p))) }, random.int(first + 1, widthOf(p)), () => random.pick(['事业基金', '其他资金', '调整数', '地方债']), () => null); }),
];
