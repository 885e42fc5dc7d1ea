import type { OutlineLabel } from '../../workbook';
import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { BoundRow } from '../model';
import type { Meaning } from './concepts';

/** A line of 收支总表 and the like, before it is bound. */
export interface Line {
  row: BoundRow;
  readonly label: OutlineLabel;
  readonly meaning: Meaning;
  /** 0 = a total; 1 一、 2 （一） 3 1、 4 (1); half a level below the line it is a part of where it bears no number. */
  readonly level: number;
  /** 本年合计, 总计 or "". */
  total: '' | '本年合计' | '总计';
  /** Without a number below a numbered line that it may or may not be a part of. */
  readonly isLoose: boolean;
}

/** 小计 above 总计 is 本年合计: of several totals the last is that of the whole list. */
export function nameTotals(lines: readonly Line[]): void {
  const grand = lines.flatMap((line, i) => (line.total === '总计' ? [i] : []));
  if (grand.length < 2 || grand[0] === 0 || lines.some((line) => line.total === '本年合计')) return;
  const [first] = grand;
  lines[first].total = '本年合计';
  lines[first].row = { ...lines[first].row, key: '本年合计' };
  const last = lines[grand[grand.length - 1]];
  if (grand.length === 2) last.row = { ...last.row, key: '总计' };
}

/**
 * 本年合计 is the sum of the lines above it, 总计 that of 本年合计 and the lines between; a total that stands first sums all below it.
 */
export function linkTotals(context: BindContext, lines: readonly Line[], column: number): void {
  const totals = lines.map((_, i) => i).filter((i) => lines[i].total !== '');
  if (totals.length === 0) return;
  const own = (i: number, total: number): void => {
    if (i !== total && lines[i].row.parent < 0 && lines[i].row.kind === 'item') lines[i].row.parent = total;
  };
  if (totals[0] === 0) {
    for (let i = 1; i < lines.length; i++) own(i, 0);
    return;
  }
  // What stands above an earlier total has its place already; only that total itself has none.
  totals.forEach((total, k) => {
    for (let i = totals[k - 1] ?? 0; i < total; i++) own(i, total);
  });
  const parts = partsOf(lines);
  for (const total of totals) leaveLoose(context, lines, total, parts.get(total) ?? [], column);
}

/** One line without a number below another that is larger (财政专户管理资金, then 教育收费) is one of its parts; the others are not printed. */
export function leaveLone({ grid, unit }: BindContext, lines: readonly Line[], column: number): void {
  const value = (line: Line): number => amountOfCell(grid, grid.at(line.row.row, column), unit).fen;
  const partsByLine = partsOf(lines);
  lines.forEach((line, i) => {
    const parts = partsByLine.get(i) ?? [];
    const [lone] = parts;
    if (line.total !== '' || parts.length !== 1 || lone.label.style !== '' || lone.row.code !== '' || value(lone) >= value(line)) return;
    lone.row = { ...lone.row, kind: 'ofWhich', parent: -1 };
  });
}

/**
 * 其中：一般公共预算, then 政府性基金预算 without a number: either all of them are the parts of the line above, or none is all there is of it.
 */
export function settleOfWhich({ grid, unit }: BindContext, lines: readonly Line[], column: number): void {
  const value = (line: Line): number => amountOfCell(grid, grid.at(line.row.row, column), unit).fen;
  const sum = (list: readonly Line[]): number => list.reduce((n, line) => n + value(line), 0);
  const below = new Map<number, Line[]>();
  for (const line of lines) {
    const list = below.get(line.row.parent);
    if (list) list.push(line);
    else if (line.row.parent >= 0) below.set(line.row.parent, [line]);
  }
  for (const [i, list] of below) {
    const marked = list.filter((line) => line.row.kind === 'ofWhich');
    const parts = list.filter((line) => line.row.kind === 'item');
    // Numbered lines, and what stands above 其中, are parts of their own.
    if (marked.length === 0 || parts.length === 0 || list[0] !== marked[0] || parts.some((line) => line.label.style !== '')) continue;
    const isWhole = (some: readonly Line[]): boolean => Math.abs(sum(some) - value(lines[i])) <= (unit === 'wanyuan' ? some.length * 5000 : 0);
    if (isWhole(parts)) continue;
    if (isWhole([...marked, ...parts])) for (const line of marked) line.row = { ...line.row, kind: 'item' };
    else for (const line of parts) line.row = { ...line.row, kind: 'ofWhich' };
  }
}

/** The items below each line, by its index. */
function partsOf(lines: readonly Line[]): ReadonlyMap<number, readonly Line[]> {
  const parts = new Map<number, Line[]>();
  for (const line of lines) {
    if (line.row.kind !== 'item' || line.row.parent < 0) continue;
    const list = parts.get(line.row.parent);
    if (list) list.push(line);
    else parts.set(line.row.parent, [line]);
  }
  return parts;
}

/** Lines without a number are left out of a total that is the sum of the others. */
function leaveLoose({ grid, unit }: BindContext, lines: readonly Line[], total: number, parts: readonly Line[], column: number): void {
  const loose = parts.filter((line) => line.isLoose);
  if (loose.length === 0) return;
  const sum = (list: readonly Line[]): number => list.reduce((n, line) => n + amountOfCell(grid, grid.at(line.row.row, column), unit).fen, 0);
  const whole = sum([lines[total]]);
  const isWhole = (list: readonly Line[]): boolean => Math.abs(sum(list) - whole) <= (unit === 'wanyuan' ? list.length * 5000 : 0);
  if (isWhole(parts) || !isWhole(parts.filter((line) => !line.isLoose))) return;
  for (const line of loose) line.row = { ...line.row, kind: 'ofWhich', parent: -1 };
}
