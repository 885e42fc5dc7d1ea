import { cellAddress, type SheetGrid } from '../../workbook';
import type { Change, ChangePlace } from '../model';
import type { Area } from './areas';
import { contentOf, isSame, kindOf, NOTHING, storedAs, type Content } from './content';
import { alignInOrder, openRuns } from './sequence';

interface Spot {
  readonly column: number;
  readonly content: Content;
}

/** Changes in a line around tables, where columns mean nothing: its filled cells are matched in their order. */
export function looseChanges(old: Area, a: number, now: Area, b: number): Change[] {
  const [before, after] = [spotsOf(old.grid, a), spotsOf(now.grid, b)];
  const pairs = pairSpots(before, after);
  const [olds, news] = [[...before.keys()], [...after.keys()]];
  const taken = new Set(pairs.values());
  const place = ({ grid }: Area, row: number, spot: Spot | undefined): ChangePlace => ({
    sheet: grid.sheet.name, address: spot ? cellAddress(row, spot.column) : '', value: spot?.content.shown ?? '',
  });
  const change = (from: Spot | undefined, to: Spot | undefined): Change => {
    const [before, after] = [from?.content ?? NOTHING, to?.content ?? NOTHING];
    const kind = kindOf(before, after);
    return { kind, table: now.table?.id ?? null, row: '', column: '', old: { ...place(old, a, from), ...storedAs(kind, before) }, new: { ...place(now, b, to), ...storedAs(kind, after) } };
  };
  return [
    ...olds.flatMap((i) => {
      const j = pairs.get(i);
      return j !== undefined && isSame(before[i].content, after[j].content) ? [] : [change(before[i], j === undefined ? undefined : after[j])];
    }),
    ...news.filter((j) => !taken.has(j)).map((j) => change(undefined, after[j])),
  ];
}

/** Column → column of one such line in two versions. */
export function loosePartner(old: Area, a: number, now: Area, b: number): Map<number, number> {
  const [before, after] = [spotsOf(old.grid, a), spotsOf(now.grid, b)];
  return new Map([...pairSpots(before, after)].map(([i, j]) => [before[i].column, after[j].column]));
}

/** Equal contents in their order, then what stands between them. */
function pairSpots(before: readonly Spot[], after: readonly Spot[]): Map<number, number> {
  const [olds, news] = [[...before.keys()], [...after.keys()]];
  const pairs = new Map(alignInOrder(olds, news, (i, j) => (isSame(before[i].content, after[j].content) ? 1 : 0)));
  for (const [left, right] of openRuns(olds, news, pairs)) left.slice(0, right.length).forEach((i, k) => pairs.set(i, right[k]));
  return pairs;
}

function spotsOf(grid: SheetGrid, row: number): Spot[] {
  const [from, to] = grid.cellsOf(row);
  const found: Spot[] = [];
  for (let i = from; i < to; i++) {
    const content = contentOf(grid, i);
    if (content.text !== '') found.push({ column: grid.sheet.columns[i], content });
  }
  return found;
}
