import type { BoundTable } from '../../tables';
import type { SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { gridOf, ofSheet } from './kept';

/** Less is the rest of a text that was cut over two rows. */
const SHORTEST = 3;

const WORDS = CHECK_WORDS.indicatorValues;

/** Where the table names its columns; `second` is −1 in a list without levels. */
interface Header {
  readonly row: number;
  readonly second: number;
  readonly content: number;
  readonly value: number;
}

/** M6a: every indicator of a 绩效目标表 has a value. */
export const indicatorValues: Check = (context) => {
  const list = new Checklist();
  const { tables } = context.recognition;
  for (const table of tables) {
    if (table.definition.shape !== 'form' && table.definition.shape !== 'tasks') continue;
    const tops = tables.filter((t) => t.sheet === table.sheet && t.range.top > table.range.top).map((t) => t.range.top);
    checkTable(context, list, table, Math.min(gridOf(context, table).lastRow, ...(table.continued.length > 0 ? [] : tops.map((top) => top - 1))));
  }
  return list.result();
};

function checkTable(context: CheckContext, list: Checklist, table: BoundTable, last: number): void {
  const found = valuesOf(gridOf(context, table), table.range.top, last);
  if (!found) return;
  const { open, filled } = found;
  list.pass(filled);
  // A form that never gives values has another column for them.
  if (open.length === 0 || filled < open.length) return;
  list.add({
    rule: 'M6a', severity: 'warning', table, key: open.map((c) => c.label).join('|'),
    message: {
      zh: `${open.map((c) => `${placeName(context, c.at)}（${c.label}）`).slice(0, 5).join('、')}${open.length > 5 ? ` 等 ${open.length} 处` : ''} 有指标，没有指标值；请填写指标值`,
      en: `${open.map((c) => placeName(context, c.at)).slice(0, 5).join(', ')}${open.length > 5 ? ` and others (${open.length})` : ''}: an indicator without a value`,
    },
    cells: open.slice(0, 20),
  });
}

/** Indicators without a value, and how many have one; null where no header names the columns. */
const valuesOf = ofSheet((grid, top: number, last: number): { readonly open: readonly DraftCell[]; readonly filled: number } | null => {
  const header = findHeader(grid, top, last);
  if (!header) return null;
  const open: DraftCell[] = [];
  let filled = 0;
  // The second-level indicator of a row: its own, or the last one above it, with no words of anything else between.
  let second = '';
  for (const row of grid.rowsBetween(header.row + 1, last)) {
    second = secondOf(grid, row, header) ?? second;
    const indicator = grid.norm(row, header.content);
    // An indicator that is no more than its number is empty itself; only lines that stand under 一级、二级指标, or say so, are indicators.
    if (indicator.length < SHORTEST || WORDS.numberOnly.test(indicator) || !(header.second < 0 ? hasMore(grid, row, header) : WORDS.level.test(second) || WORDS.numbered.test(indicator))) continue;
    const merge = grid.mergeAt(row, header.value);
    const cell = merge ? grid.at(merge.top, merge.left) : grid.at(row, header.value);
    // A formula without a result is a value all the same.
    if (cell >= 0 && (!grid.isText(cell) || grid.normOf(cell) !== '')) filled++;
    else open.push({ at: { ...grid.placeOf(row), column: header.value }, role: 'subject', label: grid.raw(row, header.content).trim() });
  }
  return { open, filled };
});

/** In a list of indicators without levels: its sign, unit or weight stands beside the name; the rest of a cut text has none. */
function hasMore(grid: SheetGrid, row: number, header: Header): boolean {
  const [from, to] = grid.cellsOf(row);
  for (let cell = from; cell < to; cell++) if (grid.sheet.columns[cell] > header.content && grid.sheet.columns[cell] !== header.value && (grid.isNumber(cell) || grid.normOf(cell) !== '')) return true;
  return false;
}

/** What a row says of the level: its second-level indicator, "" where it has words of anything else and none, null where it says nothing. */
function secondOf(grid: SheetGrid, row: number, header: Header): string | null {
  const text = grid.norm(row, header.second);
  if (text !== '') return text;
  const [from, to] = grid.cellsOf(row);
  for (let cell = from; cell < to && grid.sheet.columns[cell] < header.content; cell++) {
    if (grid.normOf(cell) !== '' && !WORDS.level.test(grid.normOf(cell))) return '';
  }
  return null;
}

function findHeader(grid: SheetGrid, top: number, last: number): Header | null {
  for (const row of grid.rowsBetween(top, Math.min(last, top + 40))) {
    const found = { row, second: -1, content: -1, value: -1 };
    let isList = false;
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      const text = grid.normOf(cell);
      const column = grid.sheet.columns[cell];
      if (text === '二级指标') found.second = column;
      else if (WORDS.content.test(text)) found.content = column;
      else if (WORDS.value.test(text)) found.value = column;
      else if (WORDS.listColumn.test(text)) isList = true;
    }
    if ((found.second >= 0 || isList) && found.content >= 0 && found.value >= 0) return found;
  }
  return null;
}
