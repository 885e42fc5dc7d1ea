import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { BoundColumn, BoundRow } from '../model';

/** Of the runs of names below subjects, so many must add up to their subject. */
const OBEYING = 0.8;

/**
 * Projects by name below the subjects that pay for them (2040410 检察监督 > 某专项): rows without a code in a list that begins with a
 * code, so that no unit stands above the codes, which add up to the row above them. The answer is the parent of each such row; empty
 * where the figures do not bear it out.
 */
export function detailsBelow({ grid, unit }: BindContext, rows: readonly BoundRow[], columns: readonly BoundColumn[]): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  const money = columns.filter((c) => c.role !== 'quantity' && c.role !== 'of');
  const isDetail = (row: BoundRow | undefined): boolean => row?.kind === 'item' && row.code === '' && row.label !== '';
  const first = rows.find((row) => row.kind === 'item');
  if (money.length === 0 || first === undefined || first.code === '' || rows.some((row) => row.owner !== '')) return parents;
  const value = (row: number, column: number): number => amountOfCell(grid, grid.at(rows[row].row, column), unit).fen;
  let [runs, held] = [0, 0];
  for (let i = 1; i < rows.length; i++) {
    if (!isDetail(rows[i]) || rows[i - 1].code === '') continue;
    let end = i;
    for (; isDetail(rows[end]); end++) parents.set(end, i - 1);
    const slack = unit === 'wanyuan' ? (end - i) * 5000 : 0;
    const sum = (column: number): number => Array.from({ length: end - i }, (_, k) => value(i + k, column)).reduce((a, b) => a + b, 0);
    runs++;
    if (money.every(({ column }) => Math.abs(sum(column) - value(i - 1, column)) <= slack)) held++;
    i = end;
  }
  if (held < runs * OBEYING) parents.clear();
  return parents;
}
