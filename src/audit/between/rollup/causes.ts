import { sheetOf, type FactBook } from '../facts';
import { isDepartment, sourcesOf, type Source } from './sources';
import type { Gap } from './sums';

/** Gaps of one amount, in whatever tables, and where they seem to come from. */
export interface Cause {
  readonly gaps: readonly Gap[];
  /** One cell each; the department's first. Empty where nothing stands out. */
  readonly sources: readonly Source[];
  /** Several sources are as likely, or it cannot be told which side is wrong. */
  readonly isAmbiguous: boolean;
}

/** Gaps that are off by the same amount have one cause: a figure is carried through totals and tables. */
export function causesOf(gaps: readonly Gap[], department: FactBook): Cause[] {
  return clusters(gaps).map((group) => causeOf(group, department));
}

function clusters(gaps: readonly Gap[]): Gap[][] {
  const found: Gap[][] = [];
  for (const gap of gaps) {
    const size = Math.abs(gap.difference);
    const known = found.find(([first]) => Math.abs(Math.abs(first.difference) - size) <= Math.min(first.tolerance + gap.tolerance, size / 10));
    if (known) known.push(gap);
    else found.push([gap]);
  }
  return found;
}

function causeOf(gaps: readonly Gap[], department: FactBook): Cause {
  const all = gaps.map(sourcesOf);
  const strong = all.flat().filter((s) => s.kind === 'asked' || s.kind === 'lacksRow');
  if (strong.length > 0) return { gaps, sources: distinct(directFirst(strong)), isAmbiguous: booksOf(strong).size > 1 };
  // Without witnesses: workbooks that can explain every one of the gaps.
  const telling = all.filter((sources) => sources.some((s) => s.kind !== 'alone'));
  const books = common((telling.length > 0 ? telling : all).map((sources) => booksOf(sources)));
  const sources = distinct(all.flat().filter((s) => books.has(s.figure.book)));
  const isOne = books.size === 1 && telling.length > 0;
  return { gaps, sources: sources.sort((a, b) => Number(isDepartment(b, department)) - Number(isDepartment(a, department))), isAmbiguous: !isOne };
}

/** Cells whose own figure is asked for say more than tables that are off somewhere. */
const directFirst = (sources: readonly Source[]): Source[] => {
  const asked = sources.filter((s) => s.kind === 'asked');
  return asked.length > 0 ? asked : [...sources];
};

const booksOf = (sources: readonly Source[]): Set<FactBook> => new Set(sources.map((s) => s.figure.book));

function common(sets: readonly ReadonlySet<FactBook>[]): Set<FactBook> {
  const [first, ...rest] = sets;
  return new Set([...(first ?? [])].filter((book) => rest.every((set) => set.has(book))));
}

/** One source a cell. */
function distinct(sources: readonly Source[]): Source[] {
  const seen = new Set<string>();
  return sources.filter(({ figure: { book, table, block }, cell }) => {
    const key = `${book.file}|${sheetOf(table, block, cell)}|${cell < 0 ? block.id : block.addresses[cell]}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
