import type { CodeBook } from '../../layout';
import type { Dimension } from '../../words';
import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { Line } from './lineTotals';

/** 经费拨款, 纳入预算管理的行政事业性收费: what 一般公共预算拨款 was made of in the forms before 2018. */
const SOURCE = '拨款来源';

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
 * 一、基本支出, below it 工资福利支出, 商品和服务支出 without a number: its parts by economic subject; 一、一般公共预算拨款, below it 经费拨款,
 * 纳入预算管理的行政事业性收费: its parts by where the money comes from. They are taken for all of it in every such line of a list where one
 * of them is the sum of two parts or more, so that a wrong figure in another is seen; else for no more than what is in it.
 */
export function linkSubjects({ grid, unit, book }: BindContext, lines: readonly Line[], column: number): void {
  const groups = new Map<number, number[]>();
  let whole = -1;
  lines.forEach((line, i) => {
    if (line.row.kind !== 'extra' || line.label.style !== '' || line.label.ofWhich) whole = line.row.kind === 'item' && line.label.style !== '' ? i : -1;
    else if (whole >= 0 && isPartOf(line, lines[whole], book)) groups.set(whole, [...(groups.get(whole) ?? []), i]);
  });
  const value = (i: number): number => amountOfCell(grid, grid.at(lines[i].row.row, column), unit).fen;
  const isSum = ([of, parts]: [number, readonly number[]]): boolean => {
    const filled = parts.map(value).filter((fen) => fen !== 0);
    return filled.length >= 2 && Math.abs(value(of) - filled.reduce((n, fen) => n + fen, 0)) <= (unit === 'wanyuan' ? filled.length * 5000 : 0);
  };
  const isAll = [...groups].some(isSum);
  for (const [of, parts] of groups) for (const i of parts) lines[i].row = isAll ? { ...lines[i].row, kind: 'item', parent: of } : { ...lines[i].row, kind: 'ofWhich' };
}

/** Economic subjects are parts of a line by nature, sources of the budget's money parts of a line by fund. */
function isPartOf({ label, meaning }: Line, whole: Line, book: CodeBook): boolean {
  const has = (dimension: Dimension): boolean => whole.meaning.concepts.some((c) => c.dimension === dimension);
  return (has('nature') && isEconomic(book, label.base)) || (has('fund') && meaning.concepts.some((c) => c.id === SOURCE));
}
