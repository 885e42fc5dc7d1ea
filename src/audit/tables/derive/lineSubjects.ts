import type { CodeBook } from '../../layout';
import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { Line } from './lineTotals';

/** Shorter ends of a name are not looked up. */
const SHORTEST = 4;

/** 商品和服务支出, 按项目管理的商品和服务支出: the name of an economic subject, or one that ends in it. */
export function isEconomic(book: CodeBook, name: string): boolean {
  for (let from = 0; from === 0 || name.length - from >= SHORTEST; from++) {
    const end = name.slice(from);
    if (book.codesOf('department', end).length + book.codesOf('government', end).length > 0) return true;
  }
  return false;
}

/**
 * 一、基本支出, below it 工资福利支出, 商品和服务支出 without a number: its parts by economic subject. Believed in all such lines of a list
 * where one of them is the sum of two parts or more, so that a wrong figure in another is seen.
 */
export function linkSubjects({ grid, unit, book }: BindContext, lines: readonly Line[], column: number): void {
  const groups = new Map<number, number[]>();
  let whole = -1;
  lines.forEach((line, i) => {
    if (line.row.kind === 'extra' && line.label.style === '' && !line.label.ofWhich && isEconomic(book, line.label.base)) {
      if (whole >= 0) groups.set(whole, [...(groups.get(whole) ?? []), i]);
    } else whole = line.row.kind === 'item' && line.label.style !== '' && line.meaning.concepts.some((c) => c.dimension === 'nature') ? i : -1;
  });
  const value = (i: number): number => amountOfCell(grid, grid.at(lines[i].row.row, column), unit).fen;
  const isSum = ([of, parts]: [number, readonly number[]]): boolean => {
    const filled = parts.map(value).filter((fen) => fen !== 0);
    return filled.length >= 2 && Math.abs(value(of) - filled.reduce((n, fen) => n + fen, 0)) <= (unit === 'wanyuan' ? filled.length * 5000 : 0);
  };
  if (![...groups].some(isSum)) return;
  for (const [of, parts] of groups) for (const i of parts) lines[i].row = { ...lines[i].row, kind: 'item', parent: of };
}
