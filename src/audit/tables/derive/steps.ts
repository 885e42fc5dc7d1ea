import { outlineLabel } from '../../workbook';
import type { BindContext } from '../bind/context';
import type { BoundRow } from '../model';
import { parentsByLevels } from './outlineTree';

/** Steps must be as many sums as this, of which so many of each one that does not fit do. */
const [FEWEST, HELD] = [5, 4];

const GOODS: ReadonlySet<string> = new Set(['货物', '工程', '服务']);

/**
 * Parents by the column in which a row's first name stands: 品目大类 | 专项, 经济科目 | 物品. Columns that are filled together are one
 * step. null unless nearly all sums fit, so that a wrong figure does not hide the tree that the printing shows.
 */
export function parentsBySteps({ grid }: BindContext, rows: readonly BoundRow[], items: readonly number[], names: readonly number[], value: (row: number) => number, total: number, slack: number): number[] | null {
  const filled = items.map((i) => names.filter((column) => grid.norm(rows[i].row, column) !== ''));
  if (filled.some((columns) => columns.length === 0)) return null;
  const stepOf = new Map<number, number>();
  for (const column of names) {
    const together = filled.find((columns) => columns.includes(column) && columns.some((c) => stepOf.has(c)));
    const known = together?.find((c) => stepOf.has(c));
    stepOf.set(column, known === undefined ? stepOf.size : (stepOf.get(known) ?? 0));
  }
  const steps = filled.map((columns) => stepOf.get(columns[0]) ?? 0);
  if (new Set(steps).size < 2) return null;
  const parents = parentsByLevels(steps);
  let [held, broken] = [0, 0];
  for (let k = -1; k < items.length; k++) {
    const below = items.filter((_, j) => parents[j] === k);
    if (below.length === 0) continue;
    if (Math.abs((k < 0 ? total : value(items[k])) - below.reduce((n, i) => n + value(i), 0)) <= slack * (below.length + 1)) held++;
    else broken++;
  }
  return held >= FEWEST && broken <= 2 && held >= broken * HELD ? parents : null;
}

/** 货物, 工程, 服务 are the classes of what is bought, where they alone stand in the column of the first of them. */
export function markGoods({ grid, words }: BindContext, rows: BoundRow[]): void {
  const items = rows.map((_, i) => i).filter((i) => rows[i].kind === 'item');
  const isClass = (i: number): boolean => {
    const { labelCell } = rows[i];
    if (!labelCell) return false;
    const text = outlineLabel(grid.norm(labelCell.row, labelCell.column)).base.replace(/^[A-C][-、.]?|\(?[A-C]\)?$/g, '');
    const { concepts, known } = words.phrase(text);
    return known === 1 && concepts.length === 1 && GOODS.has(concepts[0].id);
  };
  const classes = new Set(items.filter(isClass));
  const [first] = items;
  if (classes.size < 2 || !classes.has(first)) return;
  const column = rows[first].labelCell?.column;
  if (items.some((i) => classes.has(i) !== (rows[i].labelCell?.column === column))) return;
  for (const i of classes) rows[i] = { ...rows[i], isClass: true };
}
