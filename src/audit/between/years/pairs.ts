import data from '../../../generated/between';
import { ABSENT, type FactBlock, type FactBook, type FactColumn, type FactRow, type FactTable } from '../facts';

/** A figure of a workbook. */
export interface YearFigure {
  readonly book: FactBook;
  readonly table: FactTable;
  readonly block: FactBlock;
  readonly row: FactRow;
  readonly column: FactColumn;
  readonly cell: number;
}

/** Two figures that should be the same: this year's workbook says what the earlier one said. */
export interface YearPair {
  readonly rule: 'Y1' | 'Y2' | 'Y3';
  readonly now: YearFigure;
  readonly earlier: YearFigure;
}

const isFinal = ({ family }: FactBook): boolean => family !== null && data.finals.includes(family);

/** Everything that two workbooks say of the same figure; empty where kinds and years do not go together. */
export function yearPairs(now: FactBook, earlier: FactBook): YearPair[] {
  if (now.year === null || earlier.year === null) return [];
  if (isFinal(now) && !isFinal(earlier)) return now.year === earlier.year ? publishedBudget(now, earlier) : [];
  if (now.year !== earlier.year + 1 || now.family !== earlier.family) return [];
  return isFinal(now) ? balances(now, earlier) : lastYearColumns(now, earlier);
}

function* tablesBoth(now: FactBook, earlier: FactBook): Generator<readonly [FactTable, FactTable]> {
  for (const table of now.tables) {
    const before = earlier.tables.find((t) => t.id === table.id && t.family === table.family);
    const isFirst = now.tables.find((t) => t.id === table.id) === table;
    if (before && isFirst && !table.isSingular && !table.isDoubtful && !before.isDoubtful) yield [table, before];
  }
}

/** The one row of a key in a block; rows that stand twice cannot be told apart. */
function rowAt({ rows }: FactBlock, key: string): number {
  const first = rows.findIndex((row) => row.key === key && row.kind !== 'extra');
  return first >= 0 && rows.every((row, i) => i === first || row.key !== key) ? first : -1;
}

function figure(book: FactBook, table: FactTable, block: FactBlock, row: number, column: number): YearFigure | null {
  if (row < 0 || column < 0) return null;
  const cell = row * block.columns.length + column;
  return block.state[cell] === ABSENT ? null : { book, table, block, row: block.rows[row], column: block.columns[column], cell };
}

const pair = (rule: YearPair['rule'], now: YearFigure | null, earlier: YearFigure | null): YearPair[] => (now && earlier ? [{ rule, now, earlier }] : []);

/** Y1: columns of last year's budget, as groups of their own (上年 | 当年) or as single columns. */
function lastYearColumns(now: FactBook, earlier: FactBook): YearPair[] {
  const found: YearPair[] = [];
  for (const [table, before] of tablesBoth(now, earlier)) {
    for (const block of table.blocks) {
      const group = before.blocks.find((b) => b.id === (block.id === data.lastYear ? data.thisYear : block.id));
      if (!group) continue;
      block.columns.forEach((column, c) => {
        const wanted = block.id === data.lastYear ? column.id : withoutLastYear(column.id);
        if (wanted === null || data.notBudget.some((word) => column.header.includes(word))) return;
        const own = group.columns.findIndex(({ id }) => id === wanted);
        block.rows.forEach((row, r) => found.push(...pair('Y1', figure(now, table, block, rowAt(block, row.key) === r ? r : -1, c), figure(earlier, before, group, rowAt(group, row.key), own))));
      });
    }
  }
  return found;
}

/** 上年.基本支出 → 基本支出, 上年 → 合计; null for other columns. */
function withoutLastYear(id: string): string | null {
  const parts = id.split('.');
  if (!parts.includes(data.lastYear)) return null;
  const rest = parts.filter((part) => part !== data.lastYear);
  return rest.length === 0 ? data.whole : rest.join('.');
}

/** Y2: what was carried over into this year is what was left at the end of the last. */
function balances(now: FactBook, earlier: FactBook): YearPair[] {
  const found: YearPair[] = [];
  for (const [table, before] of tablesBoth(now, earlier)) {
    for (const block of table.blocks) {
      const same = before.blocks.find((b) => b.id === block.id);
      const open = only(block.columns, data.opening);
      const close = same ? only(same.columns, data.closing) : -1;
      if (same && open >= 0 && close >= 0) {
        block.rows.forEach((row, r) => found.push(...pair('Y2', figure(now, table, block, rowAt(block, row.key) === r ? r : -1, open), figure(earlier, before, same, rowAt(same, row.key), close))));
      }
      const from = only(block.rows, data.opening);
      for (const other of from < 0 ? [] : before.blocks) {
        found.push(...pair('Y2', figure(now, table, block, from, wholeColumn(block)), figure(earlier, before, other, only(other.rows, data.closing), wholeColumn(other))));
      }
    }
  }
  return found;
}

/** The one column or row that bears a concept and no other of its kind; -1 where there are none or several. */
function only(list: readonly { readonly concepts: readonly string[] }[], concept: string): number {
  const found = list.map((_, i) => i).filter((i) => list[i].concepts.includes(concept));
  return found.length === 1 ? found[0] : -1;
}

/** 合计, or the only column that is no other money beside it. */
function wholeColumn({ columns }: FactBlock): number {
  const own = columns.filter((c) => !c.isBeside);
  return own.length === 1 ? columns.indexOf(own[0]) : columns.findIndex((c) => c.id === data.whole);
}

/** Y3: the budget columns of final accounts, item by item in the 合计 row; budgets that were adjusted are others. */
function publishedBudget(now: FactBook, budget: FactBook): YearPair[] {
  const found: YearPair[] = [];
  const published = itemsOf(budget, (block) => block.id === '' || block.id === data.thisYear);
  for (const [item, own] of itemsOf(now, (block) => block.id !== '')) {
    const { header, concepts } = own.column;
    const isBudget = concepts.includes(data.budget) || own.block.id === data.budget;
    if (isBudget && !data.adjusted.some((word) => header.includes(word))) found.push(...pair('Y3', own, published.get(item) ?? null));
  }
  return found;
}

/** The 合计 row of the one block that has such items. */
function itemsOf(book: FactBook, isWanted: (block: FactBlock) => boolean): Map<string, YearFigure> {
  const found = new Map<string, YearFigure>();
  for (const table of book.tables) {
    if (table.isSingular || table.isDoubtful) continue;
    for (const block of table.blocks) {
      const items = block.columns.map(({ concepts }) => data.items.filter((item) => concepts.includes(item)).pop() ?? '');
      if (!isWanted(block) || items.filter((item) => item !== '').length < 4) continue;
      const total = block.rows.findIndex((r) => r.kind === 'total');
      const own = block.rows.filter((r) => r.kind !== 'extra');
      const row = total >= 0 ? total : own.length === 1 ? block.rows.indexOf(own[0]) : -1;
      items.forEach((item, c) => {
        const at = item === '' || found.has(item) ? null : figure(book, table, block, row, c);
        if (at) found.set(item, at);
      });
      if (found.size > 0) return found;
    }
  }
  return found;
}
