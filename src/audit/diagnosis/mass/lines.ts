/** The rows and columns of a block as lines of cells, and which of them look shifted. */
import { AmountState, Relation } from '../../equations/model';
import { isViolated, type SearchState } from '../state';
import { runBySums } from './sums';

/** The cells of one block in their places. */
export interface BlockGrid {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Cell by row index × columns.length + column index; −1 = none. */
  readonly cells: Int32Array;
}

/** Lines that go the same way: vertical ones are columns. */
export interface Bundle {
  readonly block: number;
  readonly vertical: boolean;
  /** All lines of the block, or one. */
  readonly whole: boolean;
  /** Figures stand one place too far in this direction. */
  readonly by: 1 | -1;
  readonly lines: readonly (readonly number[])[];
  /** Places that sums along the lines show to be shifted; null where the places are still to be looked for. */
  readonly run: { readonly from: number; readonly to: number } | null;
}

/** Fewer places that fit their neighbour's figure are chance. */
const leastHits = 3;

/** Bundles in which at least three places would hold with the figure of the next place. */
export function suspiciousBundles(state: SearchState, failing: readonly number[], blockOf: (cell: number) => number): Bundle[] {
  const blocks = gridsOf(state, failing, blockOf);
  const places = placesOf(blocks);
  const hits = new Map<string, Set<number>>();
  for (const e of failing) {
    if (!isViolated(state, e) || state.system.equations.relation[e] !== Relation.equal) continue;
    const { start, cell, coefficient } = state.system.equations;
    for (let t = start[e]!; t < start[e + 1]!; t++) {
      const place = places.get(cell[t]!);
      if (!place) continue;
      const need = state.fen[cell[t]!]! - state.residual[e]! / coefficient[t]!;
      if (need === state.fen[cell[t]!]) continue;
      note(hits, blocks.get(place.block)!, place, need, state);
    }
  }
  return [...bundlesOf(blocks, hits), ...shiftedBySums(state, failing, blocks)];
}

interface Place {
  readonly block: number;
  readonly row: number;
  readonly column: number;
}

function note(hits: Map<string, Set<number>>, grid: BlockGrid, { block, row, column }: Place, need: number, state: SearchState): void {
  for (const by of [1, -1] as const) {
    if (holds(state, cellAt(grid, row + by, column), need)) {
      add(hits, `${block}|v|${by}|${column}`, row);
      add(hits, `${block}|v|${by}|`, row);
    }
    if (holds(state, cellAt(grid, row, column + by), need)) {
      add(hits, `${block}|h|${by}|${row}`, column);
      add(hits, `${block}|h|${by}|`, column);
    }
  }
}

const holds = (state: SearchState, cell: number, fen: number): boolean => cell >= 0 && state.fen[cell] === fen;

function add(hits: Map<string, Set<number>>, key: string, place: number): void {
  const known = hits.get(key);
  if (known) known.add(place);
  else hits.set(key, new Set([place]));
}

function bundlesOf(blocks: ReadonlyMap<number, BlockGrid>, hits: ReadonlyMap<string, ReadonlySet<number>>): Bundle[] {
  const bundles: Bundle[] = [];
  for (const [key, found] of hits) {
    const [block, direction, by, line] = key.split('|') as [string, string, string, string];
    const vertical = direction === 'v';
    if (found.size < (vertical || line === '' ? leastHits : leastHits - 1)) continue;
    const grid = blocks.get(Number(block))!;
    const length = vertical ? grid.columns.length : grid.rows.length;
    if (line === '' && length < 2) continue;
    const wanted = line === '' ? [...Array(length).keys()] : [Number(line)];
    bundles.push({
      block: Number(block), vertical, whole: line === '', by: Number(by) as 1 | -1, run: null,
      lines: wanted.map((n) => (vertical ? grid.rows.map((_, r) => cellAt(grid, r, n)) : grid.columns.map((_, c) => cellAt(grid, n, c)))),
    });
  }
  return bundles;
}

/** Rows out of place whose sums alone can tell: rows still add up across, and no other table repeats them. */
function shiftedBySums(state: SearchState, failing: readonly number[], blocks: ReadonlyMap<number, BlockGrid>): Bundle[] {
  return [...blocks].flatMap(([block, grid]): Bundle[] => {
    const lines = grid.columns.map((_, c) => grid.rows.map((__, r) => cellAt(grid, r, c)));
    const found = runBySums(state, failing, lines);
    return found === null ? [] : [{ block, vertical: true, whole: lines.length > 1, by: found.by, lines, run: found }];
  });
}

function cellAt(grid: BlockGrid, row: number, column: number): number {
  if (row < 0 || column < 0 || row >= grid.rows.length || column >= grid.columns.length) return -1;
  return grid.cells[row * grid.columns.length + column]!;
}

/** Grids of the blocks with failing equations. */
function gridsOf(state: SearchState, failing: readonly number[], blockOf: (cell: number) => number): Map<number, BlockGrid> {
  const { amounts, equations } = state.system;
  const wanted = new Set<number>();
  for (const e of failing) for (let t = equations.start[e]!; t < equations.start[e + 1]!; t++) wanted.add(blockOf(equations.cell[t]!));
  const members = new Map<number, number[]>();
  for (let i = 0; i < amounts.count; i++) {
    const block = blockOf(i);
    if (!wanted.has(block) || amounts.state[i] === AmountState.unreadable) continue;
    const list = members.get(block);
    if (list) list.push(i);
    else members.set(block, [i]);
  }
  return new Map([...members].map(([block, cells]) => [block, gridOf(state, cells)]));
}

function gridOf({ system: { amounts } }: SearchState, members: readonly number[]): BlockGrid {
  const rows = [...new Set(members.map((i) => amounts.row[i]!))].sort((a, b) => a - b);
  const columns = [...new Set(members.map((i) => amounts.column[i]!))].sort((a, b) => a - b);
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  const cells = new Int32Array(rows.length * columns.length).fill(-1);
  for (const i of members) cells[rowAt.get(amounts.row[i]!)! * columns.length + columnAt.get(amounts.column[i]!)!] = i;
  return { rows, columns, cells };
}

function placesOf(blocks: ReadonlyMap<number, BlockGrid>): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const [block, grid] of blocks) {
    grid.cells.forEach((cell, at) => {
      if (cell >= 0) places.set(cell, { block, row: Math.floor(at / grid.columns.length), column: at % grid.columns.length });
    });
  }
  return places;
}
